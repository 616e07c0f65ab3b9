import { canOnSource, type SourceAction } from '@chapterhouse/domain/impediments/source-policy';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { sourceOf } from './sources.graphql.js';
import type { SourceDetails } from './sources.repository.js';

/** @throws FORBIDDEN with who could */
export function permitOnSource(viewer: Viewer, action: SourceAction): void {
  const verdict = canOnSource(viewer.actor, action);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** What somebody is told who acts on a version that is no more; without people, whom only some may see in full. */
export function sourceConflict(row: SourceDetails): Refusal {
  const { contact, aliases } = row;
  return refusePlatform('CONFLICT', { currentVersion: row.version, current: { ...sourceOf(row), contact, aliases } });
}
