import { TextArea } from '@chapterhouse/ui/text-area';
import type { TonedLines } from './decision-form';

export type LinesFieldProps = {
  label: string;
  hint?: string;
  value: string;
  error?: string | undefined;
  onChange: (text: string) => void;
};

/** A list, one entry a line: as quick to write as it is to paste. */
export function LinesField({ value, onChange, ...field }: LinesFieldProps) {
  const rows = Math.min(8, Math.max(2, value.split('\n').length));
  return <TextArea {...field} optional rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />;
}

export type TonedFieldsProps = {
  labels: TonedLines;
  value: TonedLines;
  error?: string | undefined;
  onChange: (value: TonedLines) => void;
};

/** What is good, neutral and bad about something. */
export function TonedFields({ labels, value, error, onChange }: TonedFieldsProps) {
  const { good, neutral, bad } = value;
  return (
    <div className="toned">
      <LinesField
        label={labels.good}
        value={good}
        error={error}
        onChange={(text) => onChange({ good: text, neutral, bad })}
      />
      <LinesField label={labels.bad} value={bad} onChange={(text) => onChange({ good, neutral, bad: text })} />
      <LinesField label={labels.neutral} value={neutral} onChange={(text) => onChange({ good, neutral: text, bad })} />
    </div>
  );
}
