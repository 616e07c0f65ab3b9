import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { RunPartsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { TICK_STEP } from './checklists.operations';

type RunStep = RunPartsFragment['steps'][number];

/** Ticks and notes of a run, shown at once and taken back when the server says no. Several may be under way. */
export function useTicks(run: RunPartsFragment) {
  const client = useApolloClient();
  const { id, name } = useViewer().person;
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const tick = async ({ step, note }: RunStep, done: boolean, words?: string): Promise<boolean> => {
    setRefusal(null);
    const after = {
      done,
      note: words ?? note,
      at: new Date().toISOString(),
      by: { __typename: 'Person' as const, id, name },
    };
    const steps = run.steps.map((one) => (one.step.id === step.id ? { ...one, ...after } : one));
    try {
      await client.mutate({
        mutation: TICK_STEP,
        variables: {
          runId: run.id,
          stepId: step.id,
          done,
          ...(words === undefined ? {} : { note: words }),
          idempotencyKey: newIdempotencyKey(),
        },
        optimisticResponse: {
          __typename: 'Mutation',
          tickStep: { ...run, steps, done: steps.filter((one) => one.done).length },
        },
      });
      return true;
    } catch (error) {
      setRefusal(shownRefusal(error));
      return false;
    }
  };
  return { tick, refusal };
}
