import { daysBetween } from '../../../platform/dates/day-words';
import { useState } from 'react';
import { plural } from '../../impediments/public';
import { COMMIT_DEPENDENCY, COUNTER_DEPENDENCY } from './dependency-acts.operations';
import type { DependencyDialogProps } from './dependency-dialogs';
import { consumerName } from './dependency-words';
import { type FoundItem, ItemField } from './item-field';
import { StepDialog } from './step-dialog';
import { useDayWords } from './use-day-words';
import { useDependencyAct } from './use-dependency-act';

/** A promise: for which day, and with which item. */
export function CommitDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version, neededBy, provider, consumer } = dependency;
  const { act, ...rest } = useDependencyAct(COMMIT_DEPENDENCY);
  const [item, setItem] = useState<FoundItem | null>(provider);
  const day = useDayWords();
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Commit to ${key}`}
      description={`${consumerName(dependency)} needs it by ${day(neededBy)}, for ${consumer.key} ${consumer.title}.`}
      submit="Commit"
      place={`dependency-commit:${id}`}
      day={{
        field: 'promisedFor',
        label: 'Committed for',
        initial: neededBy,
        hint: (chosen) => lateWords(chosen, neededBy),
      }}
      words={{ label: 'Anything that goes with it' }}
      onStep={async ({ words, day: promisedFor, idempotencyKey }) => {
        const providerId = item === null || item.id === provider?.id ? null : item.id;
        const done = await act({
          id,
          version,
          promisedFor,
          words,
          idempotencyKey,
          ...(providerId !== null && { providerId }),
        });
        return done && `You committed to ${key} for ${day(promisedFor)}.`;
      }}
    >
      <ItemField
        label="Delivered by the item"
        optional
        hint="So that both sides see where it stands in the order."
        productId={consumer.product.id}
        except={consumer.id}
        value={item}
        error={rest.told?.fields['providerId']}
        onChange={setItem}
      />
    </StepDialog>
  );
}

/** Not that day, but another one. */
export function CounterDialog({ dependency, onClose }: DependencyDialogProps) {
  const { id, key, version, neededBy, proposedFor } = dependency;
  const { act, ...rest } = useDependencyAct(COUNTER_DEPENDENCY);
  const day = useDayWords();
  return (
    <StepDialog
      {...rest}
      onClose={onClose}
      title={`Propose another day for ${key}`}
      description={`It is needed by ${day(neededBy)}. ${consumerName(dependency)} takes the day that you propose, or asks again.`}
      submit="Propose"
      place={`dependency-counter:${id}`}
      day={{
        field: 'proposedFor',
        label: 'What day can you keep?',
        initial: proposedFor ?? '',
        hint: (chosen) => lateWords(chosen, neededBy),
      }}
      words={{
        label: 'Why then',
        hint: 'What stands in the way of the day that is needed, or what could be had by then.',
        missing: 'Say why, so that the other side can plan with it.',
      }}
      onStep={async ({ words, day: on, idempotencyKey }) => {
        const done = await act({ id, version, proposedFor: on, words, idempotencyKey });
        return done && `You proposed ${day(on)} for ${key}.`;
      }}
    />
  );
}

/** That a day is later than it is needed, while one chooses it. */
function lateWords(chosen: string, neededBy: string): string | undefined {
  if (chosen === '' || chosen <= neededBy) return undefined;
  return `That is ${plural(daysBetween(neededBy, chosen), 'day')} later than it is needed.`;
}
