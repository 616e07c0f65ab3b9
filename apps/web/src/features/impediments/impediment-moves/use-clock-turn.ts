import { notify } from '@chapterhouse/ui/toast';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useImpedimentAct } from '../use-impediment-act';
import { PAUSE_IMPEDIMENT_CLOCK, RESUME_IMPEDIMENT_CLOCK } from './clock.operations';

type Clocked = Pick<ImpedimentCardFragment, 'id' | 'key' | 'version'>;

/**
 * One press lets a clock run on, and one more makes it stand still again for the reason that it had. A refusal is told
 * at the edge of the screen: there is no form that could.
 */
export function useClockTurn() {
  const act = useImpedimentAct();

  /** @param reason why it stands still */
  const resume = async (impediment: Clocked, reason: string): Promise<void> => {
    const { id, key, version } = impediment;
    const variables = { id, version, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, RESUME_IMPEDIMENT_CLOCK, variables);
    if (!outcome.done) return refused(outcome.refusal);
    const again = outcome.data.impediment;
    notify({
      title: `The clock of ${key} runs on.`,
      action: { label: 'Pause it again', onSelect: () => void pauseAgain(again, reason) },
    });
  };
  const pauseAgain = async (impediment: Clocked, reason: string): Promise<void> => {
    const { id, version } = impediment;
    const variables = { id, version, reason, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, PAUSE_IMPEDIMENT_CLOCK, variables);
    if (outcome.done) tellPaused(outcome.data.impediment, reason);
    else refused(outcome.refusal);
  };
  /** After a pause: says so, and offers the way back. */
  const tellPaused = (impediment: Clocked, reason: string): void =>
    notify({
      title: `The clock of ${impediment.key} stands still.`,
      action: { label: 'Let it run on', onSelect: () => void resume(impediment, reason) },
    });
  return { resume, tellPaused };
}

function refused({ title, next }: { title: string; next: string }): void {
  notify({ tone: 'problem', title, detail: next });
}
