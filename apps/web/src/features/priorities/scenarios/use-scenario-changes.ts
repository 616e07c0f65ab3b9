import { type BacklogChange, useBacklogChanges } from '../use-backlog-changes';
import { useOrderMoved } from '../use-order-moved';

const concerns = ({ event }: BacklogChange): boolean => event === null || event.startsWith('scenario.');

/** Asks again for what is shown of scenarios when one of them changes, or the order leaves them behind. */
export function useScenarioChanges(productId: string | null, refetch: () => Promise<unknown>): void {
  useBacklogChanges(productId, refetch, concerns);
  useOrderMoved(productId, refetch);
}
