import { useRefetchLater } from '../../../platform/live/use-live-refetch';
import { useImpedimentChanges } from './use-impediment-changes';

/** Asks again for what is shown when impediments change: what they block or cost may have changed with them. */
export function useLiveImpediments(loaded: boolean, refetch: () => Promise<unknown>): void {
  const later = useRefetchLater(refetch);
  // No answer carries a cursor; an empty one means from now on.
  useImpedimentChanges(loaded ? '' : undefined, later, later);
}
