import { useOutletContext } from 'react-router';
import type { ArtifactHeadFragment } from '../../../generated/graphql';

export type ShownArtifact = ArtifactHeadFragment;

/** The artifact whose part this screen is. */
export const useShownArtifact = (): ShownArtifact => useOutletContext<ShownArtifact>();
