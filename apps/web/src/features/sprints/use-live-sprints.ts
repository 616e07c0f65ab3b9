import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { SPRINT_CHANGES } from './sprints.operations';

/** Asks again for what is shown when sprints change. `loaded`: follow from now on. */
export function useLiveSprints(loaded: boolean, refetch: () => Promise<unknown>): void {
  useLiveRefetch({
    document: SPRINT_CHANGES,
    variables: {},
    pick: (data) => data.sprintChanges,
    following: loaded,
    refetch,
  });
}
