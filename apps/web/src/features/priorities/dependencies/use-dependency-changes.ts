import { type BacklogChange, useBacklogChanges } from '../use-backlog-changes';

/** A dependency's conflicts follow from its items, too. */
const concerns = ({ event }: BacklogChange): boolean => event === null || /^(?:dependency|item|order)\./.test(event);

/** Asks again for the dependencies that are shown when one of them, or an item, changes. */
export function useDependencyChanges(productId: string | null, refetch: () => Promise<unknown>): void {
  useBacklogChanges(productId, refetch, concerns);
}
