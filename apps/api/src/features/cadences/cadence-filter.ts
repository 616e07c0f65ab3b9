import type { CadenceKind } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { readId } from '../../platform/graphql/global-id.js';
import { readScopeId } from '../organization/public.js';
import type { CadenceFilter } from './cadence-inputs.graphql.js';
import { refuseField } from './refuse-cadence.js';

/** Which series, or dates of which; ids are the database's. */
export interface WhichCadences {
  scopeKind: ScopeKind | null;
  scopeId: string | null;
  chapterId: string | null;
  communityId: string | null;
  kinds: CadenceKind[] | null;
  /** Only those to which the viewer is invited, or which they facilitate. */
  mine: boolean;
  /** Only those that are over, or only those that are not; null: both. */
  ended: boolean | null;
}

/** @throws NOT_FOUND for ids of something else, INVALID_INPUT for an id without its kind */
export function readCadenceFilter(filter: CadenceFilter | null | undefined): WhichCadences {
  const { scopeKind = null, scopeId = null, chapterId = null, communityId = null } = filter ?? {};
  const { kinds = null, mine, ended = null } = filter ?? {};
  if (scopeId !== null && scopeKind === null) refuseField('filter.scopeKind', 'Say of which kind the scope is.');
  return {
    scopeKind,
    scopeId: scopeId === null || scopeKind === null ? null : readScopeId(scopeKind, scopeId),
    chapterId: chapterId === null ? null : readId('Chapter', chapterId),
    communityId: communityId === null ? null : readId('Community', communityId),
    kinds: kinds === null || kinds.length === 0 ? null : kinds,
    mine: mine ?? false,
    ended,
  };
}
