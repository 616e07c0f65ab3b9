import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import type { Named } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { RECORD_ABSENCE } from './people.operations';

export type AbsenceDialogProps = { person: Named; onClose: () => void };

/** Days on which somebody is away: meanwhile their backup answers. */
export function AbsenceDialog({ person, onClose }: AbsenceDialogProps) {
  const today = useToday();
  const [startsOn, setStartsOn] = useState(today);
  const [lastDay, setLastDay] = useState(today);
  const [note, setNote] = useState('');
  const { act, pending, refusal, key } = useChange(RECORD_ABSENCE);
  const record = async () => {
    const days = { startsOn, endsBefore: addDays(lastDay, 1) };
    const done = await act({ personId: person.id, ...days, note: note.trim(), idempotencyKey: key() });
    if (done === null) return;
    notify({ title: `${person.name} is away until ${dayWords(days.endsBefore, today)}.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Absence of ${person.name}`}
      description="While it lasts, the backup answers for each role; without a backup the role shows as vacant."
      submit="Record absence"
      pending={pending}
      refusal={refusal}
      fieldsShown={['startsOn', 'endsBefore', 'note']}
      onSubmit={record}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <TextField
          label="First day away"
          type="date"
          required
          value={startsOn}
          onChange={(event) => {
            setStartsOn(event.target.value);
            if (event.target.value > lastDay) setLastDay(event.target.value);
          }}
          error={refusal?.fields['startsOn']}
        />
        <TextField
          label="Last day away"
          type="date"
          required
          min={startsOn}
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
          error={refusal?.fields['endsBefore']}
        />
      </div>
      <TextField
        label="Note"
        optional
        hint="Everybody in the organization can read it. No reasons of health."
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={refusal?.fields['note']}
      />
    </FormDialog>
  );
}
