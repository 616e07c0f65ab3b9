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
            <Button variant="ghost" size="sm">
              {revisitOn === null ? 'Set …' : 'Change …'}
            </Button>
          }
        >
          <RevisitForm decision={decision} onDone={() => setOpen(false)} />
        </Popover>
      )}
    </span>
  );
}

function RevisitForm({ decision, onDone }: { decision: ShownDecision; onDone: () => void }) {
  const { act, pending, refusal } = useAct(SET_DECISION_REVISIT);
  const [day, setDay] = useState(decision.revisitOn ?? '');
  const save = async (revisitOn: string | null) => {
    const { id, version } = decision;
    if (await act({ id, version, revisitOn, idempotencyKey: newIdempotencyKey() })) onDone();
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
        label="Look at it again on"
        hint="Who decided it is reminded on that day."
        type="date"
        value={day}
        error={refusal?.fields['revisitOn']}
        onChange={(event) => setDay(event.target.value)}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button
        autoFocus
      />
      <RefusalNote refusal={refusal} fieldsShown={['revisitOn']} />
      <div className="revisit__buttons">
        {decision.revisitOn !== null && (
          <Button size="sm" variant="ghost" pending={pending} onClick={() => void save(null)}>
            Never
          </Button>
        )}
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
