import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { SET_DECISION_REVISIT } from '../record-acts.operations';
import type { ShownDecision } from './decision-body';

/** When to look at it again; the one thing of an accepted decision that may move. */
export function RevisitDay({ decision }: { decision: ShownDecision }) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { revisitOn, state } = decision;
  const due = revisitOn !== null && revisitOn <= today && state === 'ACCEPTED';
  return (
    <span className="revisit">
      {revisitOn === null ? (
        <span className="decision__none">no day is set</span>
      ) : (
        <span className={due ? 'revisit__due' : undefined}>
          {due && 'since '}
          {dayWords(revisitOn, today)}
        </span>
      )}
      {can(decision, 'decision:revisit') && (
        <Popover
          label="When to look at it again"
          open={open}
          onOpenChange={setOpen}
          align="end"
          trigger={
            <Button variant={due ? 'secondary' : 'ghost'} size="sm">
              {due ? 'It still holds …' : revisitOn === null ? 'Set …' : 'Change …'}
            </Button>
          }
        >
          <RevisitForm decision={decision} due={due} onDone={() => setOpen(false)} />
        </Popover>
      )}
    </span>
  );
}

type RevisitFormProps = {
  decision: ShownDecision;
  /** The day has come: whoever sets the next one has looked at it, and says that it stands. */
  due: boolean;
  onDone: () => void;
};

function RevisitForm({ decision, due, onDone }: RevisitFormProps) {
  const { act, pending, refusal } = useAct(SET_DECISION_REVISIT);
  const [day, setDay] = useState(due ? '' : (decision.revisitOn ?? ''));
  const save = async (revisitOn: string | null) => {
    const { id, version } = decision;
    const variables = { id, version, revisitOn, stillHolds: due, idempotencyKey: newIdempotencyKey() };
    if (await act(variables)) onDone();
  };
  return (
    <form
      className="revisit__form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(day === '' ? null : day);
      }}
    >
      <TextField
        label={due ? 'Look at it next on' : 'Look at it again on'}
        hint={due ? 'Left empty, nobody is reminded of it again.' : 'Who decided it is reminded on that day.'}
        type="date"
        value={day}
        error={refusal?.fields['revisitOn']}
        onChange={(event) => setDay(event.target.value)}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button
        autoFocus
      />
      <RefusalNote refusal={refusal} fieldsShown={['revisitOn']} />
      <div className="revisit__buttons">
        {decision.revisitOn !== null && !due && (
          <Button size="sm" variant="ghost" pending={pending} onClick={() => void save(null)}>
            Never
          </Button>
        )}
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          {due ? 'It still holds' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
