import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { DECISION_CHANGED } from './decisions.operations';

/**
 * Asks again for what is shown when decisions change.
 * @param loaded follow from now on
 * @param id only this one; all when left out
 */
export function useDecisionChanges(loaded: boolean, refetch: () => Promise<unknown>, id?: string): void {
  useLiveRefetch({
    document: DECISION_CHANGED,
    variables: { id: id ?? null },
    pick: (data) => data.decisionChanged,
    following: loaded,
    refetch,
  });
}
