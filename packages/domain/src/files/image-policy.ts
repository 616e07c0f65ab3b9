import { type Actor, currentAssignments } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { type Verdict, allowedIf } from '../verdict.js';

export const IMAGE_ACTIONS = ['image:upload'] as const;
export type ImageAction = (typeof IMAGE_ACTIONS)[number];

/** Whoever may write a text may put a picture into it. Seeing one takes no more than being of the organization. */
export function canWithImages(actor: Actor): Verdict {
  return allowedIf(currentAssignments(actor).length > 0, 'Adding pictures needs a role; ask an Administrator for one.');
}

/** Role x action -> where, found by asking the policy itself. */
export function imagePermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    IMAGE_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(() => canWithImages(actor).allowed),
    })),
  );
}
