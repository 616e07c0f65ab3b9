import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { notify } from '@chapterhouse/ui/toast';
import { Link } from 'react-router';
import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { can } from '../../../platform/session/can';
import { CATCH_UP_SCENARIO } from './scenario-acts.operations';
import { behindWords, isBehind, scenarioAddress } from './scenario-words';

/** The order went on without it: what it did, and one press to take that over. */
export function BehindNote({ scenario }: { scenario: ScenarioFactsFragment }) {
  const { catchUp, pending, told } = useCatchUp(scenario);
  if (!isBehind(scenario)) return <RefusalNote refusal={told} />;
  return (
    <ErrorNote
      tone="attention"
      title={behindWords(scenario)}
      next="It is published only as a change of the order as it is now. Catching up makes its moves anew on that."
      action={
        <>
          {can(scenario, 'scenario:catch-up') && (
            <Button size="sm" pending={pending} onClick={() => void catchUp()}>
              Catch up
            </Button>
          )}
          <Link
            className={buttonLook({ variant: 'ghost', size: 'sm' })}
            to={`${scenarioAddress(scenario.id, '/compare')}#meanwhile`}
          >
            What moved
          </Link>
        </>
      }
    />
  );
}

/** Makes the scenario's moves anew on the order as it is now. */
export function useCatchUp({ id, version, moveCount }: Pick<ScenarioFactsFragment, 'id' | 'version' | 'moveCount'>) {
  const { act, pending, told } = useStepAct(CATCH_UP_SCENARIO);
  const catchUp = async (): Promise<boolean> => {
    const done = await act({ id, version, idempotencyKey: newIdempotencyKey() });
    if (done === null) return false;
    const left = moveCount - done.catchUpScenario.moveCount;
    notify({
      title: 'The scenario builds on the order as it is now.',
      ...(left > 0 && {
        detail: `${left === 1 ? 'One move was' : `${left} moves were`} left out: what it moved is no longer in the order.`,
      }),
    });
    return true;
  };
  return { catchUp, pending, told };
}
