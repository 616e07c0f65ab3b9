import { type Actor, holdsAnywhere } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { type Verdict, allowedIf } from '../verdict.js';

export const LADDER_ACTIONS = ['ladder:edit'] as const;
export type LadderAction = (typeof LADDER_ACTIONS)[number];

/** Whether the actor may do this to the ladder of their organization. */
export function canOnLadder(actor: Actor, _action: LadderAction): Verdict {
  return allowedIf(
    holdsAnywhere(actor, 'ADMINISTRATOR'),
    'Only an Administrator may edit the ladder; ask one of them.',
  );
}

export function viewerCanOnLadder(actor: Actor): LadderAction[] {
  return LADDER_ACTIONS.filter((action) => canOnLadder(actor, action).allowed);
}

/** Role x action -> where, found by asking the policy itself. */
export function ladderPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    LADDER_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(() => canOnLadder(actor, action).allowed),
    })),
  );
}
