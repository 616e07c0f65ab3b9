import { MarkdownField } from '../../../platform/markdown/markdown-field';
import type { DecisionForm } from './decision-form';
import type { HeadFieldsProps } from './head-fields';

type TextName = 'outcome' | 'rationale' | 'context' | 'confirmation' | 'moreInformation';

export type WordsFieldProps = HeadFieldsProps & { field: TextName; label: string; hint?: string; rows: number };

/** Free words with Markdown. */
export function WordsField({ form, onChange, errorOf, field, label, hint, rows }: WordsFieldProps) {
  const change = (text: string) => {
    const part: Partial<DecisionForm> = { [field]: text };
    onChange(part);
  };
  return (
    <MarkdownField
      label={label}
      optional
      hint={hint}
      rows={rows}
      value={form[field]}
      error={errorOf(field)}
      onChange={change}
    />
  );
}
