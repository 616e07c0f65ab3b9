import { type BacklogChange, useBacklogChanges } from '../use-backlog-changes';

/** A move of the order leaves scenarios behind. */
const concerns = ({ event }: BacklogChange): boolean => event === null || /^(?:scenario|order)\./.test(event);

/** Asks again for what is shown of scenarios when one of them changes, or the order that they are copied from. */
export function useScenarioChanges(productId: string | null, refetch: () => Promise<unknown>): void {
  useBacklogChanges(productId, refetch, concerns);
}
