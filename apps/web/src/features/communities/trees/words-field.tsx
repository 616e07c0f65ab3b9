import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';

export type WordsFieldProps = {
  label: string;
  hint?: string | undefined;
  value: string;
  /** Several lines. */
  lines?: boolean;
  /** A sentence that says what to do; such words stay here and are not taken over. */
  problemOf: (words: string) => string | null;
  disabled: boolean;
  onWords: (words: string) => void;
};

/** What new nodes say until somebody words them. */
export const FIRST_WORDS = 'First question';
export const NEW_OUTCOME = 'New outcome';
export const NEW_STEP = 'New step';
const UNWORDED = new Set([FIRST_WORDS, NEW_OUTCOME, NEW_STEP]);

/** Words of a tree that change it while they are typed: as they are typed here, tidied there. */
export function WordsField({ label, hint, value, lines = false, problemOf, disabled, onWords }: WordsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const problem = typed === null ? null : problemOf(typed);
  const field = {
    label,
    hint,
    value: shown,
    disabled,
    ...(problem === null ? {} : { error: problem }),
    // What nobody worded yet is there to be typed over.
    onFocus: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => UNWORDED.has(value) && target.select(),
    onBlur: () => setTyped(null),
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      if (problemOf(target.value) === null) onWords(target.value);
    },
  };
  return lines ? <TextArea {...field} rows={2} /> : <TextField {...field} />;
}
