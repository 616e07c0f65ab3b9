import { ASK_DEPENDENCY_AGAIN, EDIT_DEPENDENCY } from './dependency-acts.operations';
import type { DependencyDialogProps } from './dependency-dialogs';
import { providerName } from './dependency-words';
import { StepDialog } from './step-dialog';
import { useDayWords } from './use-day-words';
import { useDependencyAct } from './use-dependency-act';

/** After a no, a day that does not do, or a delivery that was none. */
export function AskAgainDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version, neededBy } = dependency;
  const { act, ...rest } = useDependencyAct(ASK_DEPENDENCY_AGAIN);
  const day = useDayWords();
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Ask again for ${key}`}
      description={`${providerName(dependency)} answers anew; what was said before stays on the record.`}
      submit="Ask again"
      place={`dependency-again:${id}`}
      day={{ field: 'neededBy', label: 'Needed by', initial: neededBy }}
      words={{
        label: 'What is different now',
        hint: 'Less of it, another day, why it matters.',
        missing: 'Say what is different, so that they can answer differently.',
      }}
      onStep={async ({ words, day: on, idempotencyKey }) => {
        const done = await act({ id, version, neededBy: on, words, idempotencyKey });
        return done && `You asked again for ${key}, by ${day(on)}.`;
      }}
    />
  );
}

/** Other words or another day for what was asked. */
export function EditDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version, neededBy, words: before, state, promisedFor } = dependency;
  const { act, ...rest } = useDependencyAct(EDIT_DEPENDENCY);
  const day = useDayWords();
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Change what ${key} asks for`}
      description={`${providerName(dependency)} is told.`}
      submit="Save"
      place={`dependency-edit:${id}`}
      initialWords={before}
      day={{
        field: 'neededBy',
        label: 'Needed by',
        initial: neededBy,
        hint: (chosen) =>
          state === 'COMMITTED' && promisedFor !== null && chosen !== '' && chosen < neededBy && promisedFor > chosen
            ? `It is committed for ${day(promisedFor)}: needed earlier, it is asked anew.`
            : undefined,
      }}
      words={{ label: 'What you need', missing: 'Say what is needed, in a sentence or two.' }}
      onStep={async ({ words, day: on, idempotencyKey }) => {
        const done = await act({
          id,
          version,
          idempotencyKey,
          // What stays is not sent: what somebody else changes beside it stays theirs.
          ...(words !== before && { words }),
          ...(on !== neededBy && { neededBy: on }),
        });
        return done && `${key} is saved.`;
      }}
    />
  );
}
