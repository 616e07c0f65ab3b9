import { type Actor, type Place, holdsAnywhere, holdsOver } from '../actor.js';
import { type PermissionRow, SPECIMEN, reach, specimenActors } from '../permission-row.js';
import type { Role } from '../organization/role.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

export const SPRINT_ACTIONS = ['sprint:view', 'sprint:record', 'sprint:remove'] as const;
export type SprintAction = (typeof SPRINT_ACTIONS)[number];

/** Who keep the sprints of their team, or of the teams of their area. */
const KEEPERS: readonly Role[] = [
  'DEVELOPER',
  'SCRUM_MASTER',
  'PRODUCT_OWNER',
  'SCRUM_OF_SCRUMS_MASTER',
  'AREA_PRODUCT_OWNER',
];

/** Whether the actor may do this to sprints of the team, with what contains it. */
export function canOnSprint(actor: Actor, action: SprintAction, team: Place): Verdict {
  if (action === 'sprint:view') return ALLOWED;
  return allowedIf(
    KEEPERS.some((role) => holdsOver(actor, role, team)) || holdsAnywhere(actor, 'AGILE_COACH', 'ADMINISTRATOR'),
    'Only the Developers, Scrum Master and Product Owner of the team, the Area Product Owner or Scrum of Scrums Master ' +
      'of its area, an Agile Coach or an Administrator may do this.',
  );
}

export function viewerCanOnSprint(actor: Actor, team: Place): SprintAction[] {
  return SPRINT_ACTIONS.filter((action) => canOnSprint(actor, action, team).allowed);
}

/** Role x action -> where, found by asking the policy itself. */
export function sprintPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    SPRINT_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side) => canOnSprint(actor, action, SPECIMEN[side]).allowed),
    })),
  );
}
