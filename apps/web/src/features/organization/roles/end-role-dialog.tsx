import { EXCLUSIVE_ROLES, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { assignmentNow } from './assignment-now';
import { END_ROLE } from './roles.operations';

export type EndRoleDialogProps = { assignment: HeldAssignmentFragment; onClose: () => void };

/** The last day of a role. It stays in the history. */
export function EndRoleDialog({ assignment, onClose }: EndRoleDialogProps) {
  const today = useToday();
  const [held] = useState(assignment);
  const [lastDay, setLastDay] = useState(today);
  const { act, pending, refusal, key } = useChange(END_ROLE);
  const leavesVacancy = held.kind === 'PRIMARY' && EXCLUSIVE_ROLES.includes(held.role);

  const end = async () => {
    const version = conflictOf(refusal)?.version ?? held.version;
    const done = await act({ id: held.id, version, endsBefore: addDays(lastDay, 1), idempotencyKey: key() });
    if (done === null) return;
    notify({ title: `${held.person.name}: ${ROLE_TITLES[held.role]} until ${dayWords(lastDay, today)}.` });
    onClose();
  };

  return (
    <FormDialog
      title="End this role"
      description={`${held.person.name}, ${ROLE_TITLES[held.role]} of ${held.scope.name}.`}
      submit="End role"
      pending={pending}
      refusal={refusal}
      fieldsShown={['endsBefore']}
      current={(conflict) => assignmentNow(conflict, today)}
      onSubmit={end}
      onClose={onClose}
    >
      <TextField
        label="Last day"
        type="date"
        required
        {...(held.startsOn && { min: held.startsOn })}
        value={lastDay}
        onChange={(event) => setLastDay(event.target.value)}
        error={refusal?.fields['endsBefore']}
      />
      <p className="form-dialog__words">
        {leavesVacancy
          ? 'Nobody follows: the role will show as vacant, unless a backup stands in. To name a successor, hand it over instead.'
          : 'It stays in the history.'}
      </p>
    </FormDialog>
  );
}
