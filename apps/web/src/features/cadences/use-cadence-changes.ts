import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { CADENCE_CHANGED } from './cadences.operations';

/**
 * Asks again for what is shown when meetings, actions or rotas change.
 * @param loaded follow from now on
 */
export function useCadenceChanges(loaded: boolean, refetch: () => Promise<unknown>): void {
  useLiveRefetch({
    document: CADENCE_CHANGED,
    variables: {},
    pick: (data) => data.cadenceChanged,
    following: loaded,
    refetch,
  });
}
