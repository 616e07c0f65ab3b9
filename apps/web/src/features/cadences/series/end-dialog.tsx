import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { CadenceLineFragment } from '../../../generated/graphql';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { END_CADENCE } from './series.operations';

/** It takes place no more from a day on. */
export function EndDialog({ cadence, onClose }: { cadence: CadenceLineFragment; onClose: () => void }) {
  const today = useToday();
  const [last, setLast] = useState(today);
  const { act, pending, refusal, key } = useShownAct(END_CADENCE);
  const end = async () => {
    if (last === '') return;
    const version = conflictOf(refusal)?.version ?? cadence.version;
    const endsBefore = addDays(last, 1);
    if ((await act({ id: cadence.id, version, endsBefore, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: `${cadence.name} ends on ${dayWords(last, today)}.`, detail: 'What has been stays.' });
  };
  return (
    <FormDialog
      title={`End ${cadence.name}?`}
      description="No further dates after this day. What has been, with its notes and outcomes, stays."
      submit="End it"
      tone="danger"
      pending={pending}
      refusal={refusal}
      fieldsShown={['endsBefore']}
      onSubmit={end}
      onClose={onClose}
    >
      <TextField
        label="Last day"
        type="date"
        value={last}
        error={last === '' ? 'Give a day.' : refusal?.fields['endsBefore']}
        onChange={(event) => setLast(event.target.value)}
      />
    </FormDialog>
  );
}
