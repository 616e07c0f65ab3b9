import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { addDays, dayWords, isDay } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PersonField } from '../../../platform/people/person-field';
import type { Named } from '../dialogs/dialog-request';
import { useChange } from '../dialogs/use-change';
import { assignmentNow } from './assignment-now';
import { HAND_OVER_ROLE } from './roles.operations';

export type HandOverDialogProps = { assignment: HeldAssignmentFragment; to?: Named; on?: string; onClose: () => void };

/** Ends one holder's time and begins another's in one step: no gap, no overlap. */
export function HandOverDialog({ assignment, to, on, onClose }: HandOverDialogProps) {
  const today = useToday();
  const [held] = useState(assignment);
  const [person, setPerson] = useState<Named | null>(to ?? null);
  const [day, setDay] = useState(on ?? today);
  const [missing, setMissing] = useState(false);
  const { act, pending, refusal, key } = useChange(HAND_OVER_ROLE);
  const role = ROLE_TITLES[held.role];

  const handOver = async () => {
    setMissing(person === null);
    if (person === null) return;
    const version = conflictOf(refusal)?.version ?? held.version;
    const done = await act({ id: held.id, version, toPersonId: person.id, on: day, idempotencyKey: key() });
    if (done === null) return;
    notify({ title: `${person.name} is ${role} of ${held.scope.name} from ${dayWords(day, today)}.` });
    onClose();
  };

  return (
    <FormDialog
      title={`Hand over: ${role} of ${held.scope.name}`}
      submit="Hand over"
      pending={pending}
      refusal={refusal}
      fieldsShown={['on', 'toPersonId']}
      current={(conflict) => assignmentNow(conflict, today)}
      onSubmit={handOver}
      onClose={onClose}
    >
      <PersonField
        label="To"
        value={person}
        onChange={setPerson}
        except={held.person.id}
        error={missing && person === null ? 'Choose who takes it.' : refusal?.fields['toPersonId']}
      />
      <TextField
        label="From"
        type="date"
        required
        value={day}
        onChange={(event) => setDay(event.target.value)}
        error={refusal?.fields['on']}
      />
      {isDay(day) && (
        <p className="form-dialog__words">
          {held.person.name} until {dayWords(addDays(day, -1), today)}, {person?.name ?? 'the next one'} from{' '}
          {dayWords(day, today)}.
        </p>
      )}
    </FormDialog>
  );
}
