import { ARTIFACT_KINDS, ARTIFACT_STATES } from '@chapterhouse/domain/communities/artifact-state';
import type { ArtifactFilter, ArtifactKind, ArtifactState } from '../../../generated/graphql';

/** How the list of what communities publish is narrowed; empty text: by nothing. */
export type LibraryView = {
  text: string;
  kind: ArtifactKind | '';
  state: ArtifactState | '';
  communityId: string;
  teamId: string;
  /** What is past its day to be looked at again. */
  overdue: boolean;
  /** Of communities that one is in. */
  mine: boolean;
};

export const WHOLE_LIBRARY: LibraryView = {
  text: '',
  kind: '',
  state: '',
  communityId: '',
  teamId: '',
  overdue: false,
  mine: false,
};

export function readLibrary(params: URLSearchParams): LibraryView {
  return {
    text: params.get('text') ?? '',
    kind: ARTIFACT_KINDS.find((kind) => kind === params.get('kind')) ?? '',
    state: ARTIFACT_STATES.find((state) => state === params.get('state')) ?? '',
    communityId: params.get('community') ?? '',
    teamId: params.get('team') ?? '',
    overdue: params.has('overdue'),
    mine: params.has('mine'),
  };
}

export function writeLibrary(view: Partial<LibraryView>): URLSearchParams {
  const { text, kind, state, communityId, teamId, overdue, mine } = { ...WHOLE_LIBRARY, ...view };
  const params = new URLSearchParams();
  if (text.trim() !== '') params.set('text', text);
  if (kind !== '') params.set('kind', kind);
  if (state !== '') params.set('state', state);
  if (communityId !== '') params.set('community', communityId);
  if (teamId !== '') params.set('team', teamId);
  if (overdue) params.set('overdue', '1');
  if (mine) params.set('mine', '1');
  return params;
}

/** Without a state: all but the archive. */
export function filterOf({ text, kind, state, communityId, teamId, overdue, mine }: LibraryView): ArtifactFilter {
  return {
    states: state === '' ? ['DRAFT', 'IN_REVIEW', 'PUBLISHED'] : [state],
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(kind !== '' && { kinds: [kind] }),
    ...(communityId !== '' && { communityId }),
    ...(teamId !== '' && { teamId }),
    ...(overdue && { reviewOverdue: true }),
    ...(mine && { mine: true }),
  };
}

export const isNarrowed = (view: LibraryView): boolean => writeLibrary(view).size > 0;
