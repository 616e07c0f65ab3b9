import { Button } from '@chapterhouse/ui/button';
import { TextField } from '@chapterhouse/ui/text-field';
import type { FieldProps } from '@chapterhouse/ui/field';
import { useState } from 'react';
import './size-field.css';

/** What most sizes are. */
const USUAL = [1, 2, 3, 5, 8, 13];

/** What was typed as a size: null is none, NaN no number. */
export function readSize(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return typed === '' ? null : Number(typed);
}

export type SizeFieldProps = FieldProps & {
  value: number | null;
  /** With Enter, or by one of the usual ones. */
  onChoose: (points: number | null) => void;
};

/** How large it is, in points: the usual ones by one press, others typed. */
export function SizeField({ value, onChoose, ...field }: SizeFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const choose = () => {
    const points = readSize(text);
    if (Number.isNaN(points)) setProblem('Give a number of points, or leave it empty.');
    else onChoose(points);
  };
  return (
    <form
      className="size-field"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <TextField
        {...field}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={problem ?? field.error}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by pressing the size
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="size-field__usual">
        {USUAL.map((points) => (
          <Button key={points} size="sm" aria-pressed={points === value} onClick={() => onChoose(points)}>
            {points}
          </Button>
        ))}
        <Button size="sm" variant="ghost" onClick={() => onChoose(null)}>
          None
        </Button>
        <Button size="sm" variant="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
