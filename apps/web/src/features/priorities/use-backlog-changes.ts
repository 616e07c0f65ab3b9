import type { BacklogChangedSubscription } from '../../generated/graphql';
import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { BACKLOG_CHANGED } from './planning.operations';

export type BacklogChange = BacklogChangedSubscription['backlogChanged'];

/**
 * Asks again for what is shown when items, goals, dependencies or scenarios of the product change.
 * @param productId null: nothing is followed yet
 * @param concerns leaves out changes that this screen does not show
 */
export function useBacklogChanges(
  productId: string | null,
  refetch: () => Promise<unknown>,
  concerns?: (change: BacklogChange) => boolean,
): void {
  useLiveRefetch({
    document: BACKLOG_CHANGED,
    variables: { productId: productId ?? '' },
    pick: (data) => data.backlogChanged,
    following: productId !== null,
    ...(concerns && { concerns }),
    refetch,
  });
}
