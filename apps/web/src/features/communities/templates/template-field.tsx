import { useQuery } from '@apollo/client/react';
import { Select } from '@chapterhouse/ui/select';
import type { TemplateFor } from '../../../generated/graphql';
import { TEMPLATES } from './templates.operations';

export type TemplateFieldProps = {
  use: TemplateFor;
  /** The key of the one that is used; empty: none. */
  value: string;
  onChoose: (key: string) => void;
  hint?: string;
};

/** Which template a form begins with; nothing where no community published one. */
export function TemplateField({ use, value, onChoose, hint }: TemplateFieldProps) {
  const { data } = useQuery(TEMPLATES, { variables: { for: use } });
  const templates = data?.templates ?? [];
  // Begun with a template for something else: it is not changed for one of these.
  const isOther = value !== '' && !templates.some(({ key }) => key === value);
  if (templates.length === 0 || isOther) return null;
  return (
    <Select
      label="Template"
      optional
      placeholder="None"
      hint={hint}
      value={value}
      options={templates.map(({ key, title }) => ({ value: key, label: title }))}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
