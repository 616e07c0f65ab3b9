import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { SAVED_VIEW_ACTIONS, canOnView } from './saved-view-policy.js';

/** Role x action -> where, for shared views, found by asking the policy itself. "Own" is what one saved. */
export function savedViewPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    SAVED_VIEW_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_, personId) => canOnView(actor, action, { ownerId: personId, shared: true }).allowed),
    })),
  );
}
