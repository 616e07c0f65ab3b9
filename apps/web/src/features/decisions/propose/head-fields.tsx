import { useQuery } from '@apollo/client/react';
import { DECISION_KIND_TITLES, DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { Select } from '@chapterhouse/ui/select';
import { DECISION_AREAS } from '../decisions.operations';
import { optionsOf } from '../options-of';
import { ScopeField } from '../scopes/scope-field';
import type { DecisionForm } from './decision-form';

export type HeadFieldsProps = {
  form: DecisionForm;
  onChange: (part: Partial<DecisionForm>) => void;
  errorOf: (field: string) => string | undefined;
};

/** Where it holds and what it is about: together they say who decides. */
export function WhereFields({ form, onChange, errorOf }: HeadFieldsProps) {
  const { data } = useQuery(DECISION_AREAS);
  const areas = data?.decisionAreas ?? [];
  return (
    <div className="quick__pair">
      <ScopeField
        label="Where it holds"
        value={form.scope?.id ?? null}
        valueLabel={form.scope?.name}
        error={errorOf('scopeId')}
        onChange={(scope) => onChange({ scope: scope && { kind: scope.kind, id: scope.id, name: scope.name } })}
      />
      <Select
        label="Decision area"
        optional
        placeholder={data && areas.length === 0 ? 'None is set up' : 'None of them'}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.decisionAreaId}
        error={errorOf('decisionAreaId')}
        onChange={(event) => onChange({ decisionAreaId: event.target.value })}
      />
    </div>
  );
}

export function KindField({ form, onChange }: Omit<HeadFieldsProps, 'errorOf'>) {
  return (
    <Select
      label="Kind"
      options={optionsOf(DECISION_KINDS, DECISION_KIND_TITLES)}
      value={form.kind}
      onChange={(event) => onChange({ kind: DECISION_KINDS[event.target.selectedIndex] ?? form.kind })}
    />
  );
}
