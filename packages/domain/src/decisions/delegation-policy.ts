import { type Actor, type Place, holdsAnywhere, holdsOver } from '../actor.js';
import type { Role } from '../organization/role.js';
import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

export const DELEGATION_ACTIONS = [
  'delegation:view',
  'delegation:save',
  'decision-area:create',
  'decision-area:edit',
] as const;
export type DelegationAction = (typeof DELEGATION_ACTIONS)[number];

type Rule = (actor: Actor, place: Place) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<DelegationAction, Rule> = {
  // Who is trusted with what is no secret from those who are trusted.
  'delegation:view': () => ALLOWED,
  'delegation:save': save,
  // Names that all boards share: whoever keeps a board may need a new one, and may say better what one means.
  'decision-area:create': keepAreas,
  'decision-area:edit': keepAreas,
};

/** Accountable for a scope, the narrowest first: each for its own and what it contains. */
const ACCOUNTABLE: readonly Role[] = [
  'PRODUCT_OWNER',
  'AREA_PRODUCT_OWNER',
  'CHIEF_PRODUCT_OWNER',
  'EXECUTIVE_ACTION_TEAM',
];

/** @param place where the board is, with what contains it; nothing at all is the organization */
export function canDelegate(actor: Actor, action: DelegationAction, place: Place = {}): Verdict {
  return RULES[action](actor, place);
}

export function viewerCanDelegate(actor: Actor, place: Place): DelegationAction[] {
  return DELEGATION_ACTIONS.filter((action) => canDelegate(actor, action, place).allowed);
}

function save(actor: Actor, place: Place): Verdict {
  return allowedIf(
    holdsAnywhere(actor, 'ADMINISTRATOR') || ACCOUNTABLE.some((role) => holdsOver(actor, role, place)),
    'Only who is accountable here or above may delegate: the Product Owner of the team, area or product, the Executive Action Team; or an Administrator.',
  );
}

function keepAreas(actor: Actor): Verdict {
  return allowedIf(
    holdsAnywhere(actor, 'ADMINISTRATOR', ...ACCOUNTABLE),
    'Only a Product Owner of any level, the Executive Action Team or an Administrator may name what is decided about.',
  );
}

/** Role x action -> where, found by asking the policy itself. */
export function delegationPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    DELEGATION_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side) => canDelegate(actor, action, SPECIMEN[side]).allowed),
    })),
  );
}
