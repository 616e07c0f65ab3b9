import { useLiveRefetch } from '../../platform/live/use-live-refetch';
import { ORGANIZATION_CHANGES } from './organization.operations';

/** Asks again for what is shown when the organization changes. `loaded`: follow from now on. */
export function useLiveOrganization(loaded: boolean, refetch: () => Promise<unknown>): void {
  useLiveRefetch({
    document: ORGANIZATION_CHANGES,
    variables: {},
    pick: (data) => data.organizationChanges,
    following: loaded,
    refetch,
  });
}
