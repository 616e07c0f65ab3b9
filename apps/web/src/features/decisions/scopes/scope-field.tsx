import { Combobox } from '@chapterhouse/ui/combobox';
import { type KnownScope, useDecisionScopes } from './use-decision-scopes';

export type ScopeFieldProps = {
  label: string;
  labelHidden?: boolean;
  hint?: string;
  error?: string | undefined;
  value: string | null;
  /** The name of a value whose place is not known yet. */
  valueLabel?: string | undefined;
  onChange: (scope: KnownScope | null) => void;
};

/** The organization, a product, an area or a team, found by typing its name. */
export function ScopeField({ value, onChange, ...field }: ScopeFieldProps) {
  const { scopes, loading } = useDecisionScopes();
  return (
    <Combobox
      {...field}
      placeholder="A team, an area, a product"
      value={value}
      options={scopes.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
      loading={loading}
      emptyText="No place has this name."
      onChange={(id) => onChange(scopes.find((scope) => scope.id === id) ?? null)}
    />
  );
}
