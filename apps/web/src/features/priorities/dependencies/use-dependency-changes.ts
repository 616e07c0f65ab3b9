import { type BacklogChange, useBacklogChanges } from '../use-backlog-changes';
import { useOrderMoved } from '../use-order-moved';

/** A dependency's conflicts follow from its items, too. */
const concerns = ({ event }: BacklogChange): boolean => event === null || /^(?:dependency|item)\./.test(event);

/** Asks again for the dependencies that are shown when one of them, an item, or the order changes. */
export function useDependencyChanges(productId: string | null, refetch: () => Promise<unknown>): void {
  useBacklogChanges(productId, refetch, concerns);
  useOrderMoved(productId, refetch);
}
