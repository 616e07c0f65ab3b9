import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { FormDialog } from '../../../platform/forms/form-dialog';

export type GoDialogProps = { most: number; onGo: (place: number) => void; onClose: () => void };

/** To a row by its number, where scrolling would be long. */
export function GoDialog({ most, onGo, onClose }: GoDialogProps) {
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const submit = async () => {
    const place = Number(number);
    if (!Number.isInteger(place) || place < 1) return setProblem('Give a number from 1 on.');
    onClose();
    // The dialog gives the focus back first.
    requestAnimationFrame(() => onGo(Math.min(place, most) - 1));
  };
  return (
    <FormDialog
      title="Go to a row"
      description={`Rows 1 to ${most.toLocaleString('en')}.`}
      submit="Go"
      pending={false}
      refusal={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Row"
        type="number"
        inputMode="numeric"
        min={1}
        value={number}
        error={problem}
        onChange={(event) => setNumber(event.target.value)}
      />
    </FormDialog>
  );
}
