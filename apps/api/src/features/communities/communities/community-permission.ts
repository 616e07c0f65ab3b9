import {
  canOnCommunity,
  type CommunityAction,
  type CommunityFacts,
} from '@chapterhouse/domain/communities/community-policy';
import { refuseCommunity } from '@chapterhouse/domain/communities/community-refusals';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { type CommunityRow, standingOf } from './community-row.js';

/** @throws FORBIDDEN with who may */
export function permit(
  viewer: Viewer,
  action: CommunityAction,
  community: CommunityRow,
  about: Partial<CommunityFacts> = {},
): void {
  const verdict = canOnCommunity(viewer.actor, action, { ...standingOf(community), ...about });
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** @throws COMMUNITY_CLOSED */
export function refuseClosed({ closed_at: closedAt }: CommunityRow): void {
  if (closedAt !== null) throw refuseCommunity('COMMUNITY_CLOSED', {});
}

/** @throws INVALID_INPUT where there are any */
export function refuseProblems(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
