import { useLiveRefetch } from '../../../platform/live/use-live-refetch';
import { COMMUNITY_CHANGED } from './community.operations';

/**
 * Asks again for what is shown when something happens in a community.
 * @param loaded follow from now on
 * @param communityId only in this one; in all when left out
 */
export function useCommunityChanges(loaded: boolean, refetch: () => Promise<unknown>, communityId?: string): void {
  useLiveRefetch({
    document: COMMUNITY_CHANGED,
    variables: { communityId: communityId ?? null },
    pick: (data) => data.communityChanged,
    following: loaded,
    refetch,
  });
}
