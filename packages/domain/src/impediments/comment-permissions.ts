import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { COMMENT_ACTIONS, canOnComment } from './comment-policy.js';

/** Role x action -> where, found by asking the policy itself. "Own" is what one wrote. */
export function commentPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    COMMENT_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_, personId) => canOnComment(actor, action, { authorId: personId }).allowed),
    })),
  );
}
