import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { textOf } from '../../../platform/forms/conflict';
import type { EditablePlace } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useEditPlace } from './use-edit-place';

export type ArchivePlaceDialogProps = { kind: 'AREA' | 'TEAM'; place: EditablePlace; onClose: () => void };

/** Closes an area or a team from a day on, or opens it again. Nothing is deleted. */
export function ArchivePlaceDialog({ kind, place, onClose }: ArchivePlaceDialogProps) {
  const today = useToday();
  const [day, setDay] = useState(today);
  const { save, pending, refusal } = useEditPlace(kind, place);
  const reopen = place.archivedOn !== null;
  const word = kind === 'AREA' ? 'area' : 'team';
  const submit = async () => {
    if (!(await save({ archivedOn: reopen ? null : day }))) return;
    notify({
      title: reopen ? `${place.name} is open again.` : `${place.name} is archived from ${dayWords(day, today)} on.`,
    });
    onClose();
  };
  return (
    <FormDialog
      title={reopen ? `Open ${place.name} again` : `Archive ${place.name}`}
      description={
        reopen
          ? `The ${word} comes back into every list. Roles that have ended stay ended.`
          : `From that day on the ${word} is out of the lists and nobody needs to answer for it. Its history stays, and it can be opened again.`
      }
      submit={reopen ? 'Open again' : 'Archive'}
      pending={pending}
      refusal={refusal}
      fieldsShown={['archivedOn']}
      current={(conflict) => [{ label: 'Name', value: textOf(conflict, 'name') }]}
      onSubmit={submit}
      onClose={onClose}
    >
      {!reopen && (
        <TextField
          label="Archived from"
          type="date"
          required
          hint={`${kind === 'AREA' ? 'Its teams must have moved or be archived' : 'Roles in it must have ended'} before that day.`}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          error={refusal?.fields['archivedOn']}
        />
      )}
    </FormDialog>
  );
}
