import { useLiveRefetch } from '../../../platform/live/use-live-refetch';
import { ARTIFACT_CHANGED } from './artifact.operations';

/**
 * Asks again for what is shown when something happens to an artifact.
 * @param artifactId follow from now on; undefined: not yet
 */
export function useArtifactChanges(artifactId: string | undefined, refetch: () => Promise<unknown>): void {
  useLiveRefetch({
    document: ARTIFACT_CHANGED,
    variables: { artifactId: artifactId ?? '' },
    pick: (data) => data.communityChanged,
    following: artifactId !== undefined,
    refetch,
  });
}
