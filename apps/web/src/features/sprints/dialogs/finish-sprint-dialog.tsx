import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { SprintFactsFragment } from '../../../generated/graphql';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { FINISH_SPRINT } from '../sprints.operations';
import { numberWords } from '../sprint-words';
import { conflictLines } from './conflict-lines';
import { dayAfter, numberOf } from './sprint-form';
import { useSprintAct } from './use-sprint-act';

export type FinishSprintDialogProps = { sprint: SprintFactsFragment; onClose: () => void };

/** What was done, when it is over. */
export function FinishSprintDialog({ sprint, onClose }: FinishSprintDialogProps) {
  const today = useToday();
  const { name, startsOn, endsBefore, counted } = sprint;
  const planned = endsBefore === null ? today : addDays(endsBefore, -1);
  const [firstDay, setFirstDay] = useState(startsOn ?? '');
  const [lastDay, setLastDay] = useState(planned < today ? planned : today);
  const [doneItems, setDoneItems] = useState(text(sprint.doneItems));
  const [donePoints, setDonePoints] = useState(text(sprint.donePoints));
  const { act, pending, refusal, key } = useSprintAct(FINISH_SPRINT);
  const finish = async () => {
    const version = conflictOf(refusal)?.version ?? sprint.version;
    const input = {
      ...(startsOn === null && { startsOn: firstDay || null }),
      endsBefore: dayAfter(lastDay),
      // What its items add up to goes on to count, unless somebody says otherwise.
      ...(doneItems !== text(sprint.doneItems) && { doneItems: numberOf(doneItems) }),
      ...(donePoints !== text(sprint.donePoints) && { donePoints: numberOf(donePoints) }),
    };
    if ((await act({ id: sprint.id, version, input, idempotencyKey: `${key()}-${version}` })) === null) return;
    notify({ title: `${name} is finished.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Finish ${name}`}
      description={counted ? 'Its items are counted by the import; change a number only where it is wrong.' : undefined}
      submit="Finish sprint"
      pending={pending}
      refusal={refusal}
      fieldsShown={['startsOn', 'endsBefore', 'doneItems', 'donePoints']}
      current={conflictLines(sprint)}
      onSubmit={finish}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <TextField
          label="Items done"
          optional
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          value={doneItems}
          onChange={(event) => setDoneItems(event.target.value)}
          hint={plannedHint(sprint.plannedItems)}
          error={refusal?.fields['doneItems']}
        />
        <TextField
          label="Points done"
          optional
          type="number"
          inputMode="decimal"
          min={0}
          step={0.25}
          value={donePoints}
          onChange={(event) => setDonePoints(event.target.value)}
          hint={plannedHint(sprint.plannedPoints)}
          error={refusal?.fields['donePoints']}
        />
        {startsOn === null && (
          <TextField
            label="First day"
            type="date"
            required
            value={firstDay}
            onChange={(event) => setFirstDay(event.target.value)}
            error={refusal?.fields['startsOn']}
          />
        )}
        <TextField
          label="Last day"
          type="date"
          required
          min={startsOn ?? undefined}
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
          error={refusal?.fields['endsBefore']}
        />
      </div>
    </FormDialog>
  );
}

const text = (value: number | null): string => (value === null ? '' : String(value));
const plannedHint = (planned: number | null): string | undefined =>
  planned === null ? undefined : `${numberWords(planned)} planned`;
