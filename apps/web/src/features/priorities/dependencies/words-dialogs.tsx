import {
  ACCEPT_COUNTER,
  DECLINE_DEPENDENCY,
  DELIVER_DEPENDENCY,
  WITHDRAW_DEPENDENCY,
} from './dependency-acts.operations';
import type { DependencyDialogProps } from './dependency-dialogs';
import { consumerName, providerName } from './dependency-words';
import { StepDialog } from './step-dialog';
import { useDayWords } from './use-day-words';
import { useDependencyAct } from './use-dependency-act';

/** The day that was proposed does. */
export function AcceptCounterDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version, proposedFor } = dependency;
  const { act, ...rest } = useDependencyAct(ACCEPT_COUNTER);
  const day = useDayWords();
  const on = proposedFor === null ? 'the proposed day' : day(proposedFor);
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Take ${on} for ${key}?`}
      description={`${providerName(dependency)} is committed for it then. You planned with ${day(dependency.neededBy)}.`}
      submit="Take it"
      place={`dependency-accept:${id}`}
      words={{ label: 'Anything that goes with it' }}
      onStep={async ({ words, idempotencyKey }) => {
        const done = await act({ id, version, words, idempotencyKey });
        return done && `${key} is committed for ${on}.`;
      }}
    />
  );
}

/** It will not be delivered. */
export function DeclineDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version } = dependency;
  const { act, ...rest } = useDependencyAct(DECLINE_DEPENDENCY);
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Decline ${key}?`}
      description={`${consumerName(dependency)} has to find another way then. Where only the day does not do, propose another one instead.`}
      submit="Decline"
      tone="danger"
      place={`dependency-decline:${id}`}
      field="reason"
      words={{ label: 'Why not', missing: 'Say why not, so that they can go on.' }}
      onStep={async ({ words: reason, idempotencyKey }) => {
        const done = await act({ id, version, reason, idempotencyKey });
        return done && `${key} is declined.`;
      }}
    />
  );
}

/** It is there. */
export function DeliverDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version } = dependency;
  const { act, ...rest } = useDependencyAct(DELIVER_DEPENDENCY);
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Is ${key} delivered?`}
      description={`${consumerName(dependency)} is told that it is there.`}
      submit="Delivered"
      place={`dependency-deliver:${id}`}
      words={{ label: 'Where they find it' }}
      onStep={async ({ words, idempotencyKey }) => {
        const done = await act({ id, version, words, idempotencyKey });
        return done && `${key} is delivered.`;
      }}
    />
  );
}

/** It is not needed any more. */
export function WithdrawDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version } = dependency;
  const { act, ...rest } = useDependencyAct(WITHDRAW_DEPENDENCY);
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Withdraw ${key}?`}
      description={`${providerName(dependency)} is told that you no longer need it.`}
      submit="Withdraw"
      tone="danger"
      place={`dependency-withdraw:${id}`}
      field="reason"
      words={{ label: 'Why' }}
      onStep={async ({ words: reason, idempotencyKey }) => {
        const done = await act({ id, version, reason, idempotencyKey });
        return done && `${key} is withdrawn.`;
      }}
    />
  );
}
