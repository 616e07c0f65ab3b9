import { type Actor, type Place, holdsAnywhere, holdsOver } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf, denied } from '../verdict.js';
import { type HeldRole, assignersOf, mayAssign } from './assignable-roles.js';
import { ROLE_TITLES, type Role } from './role.js';

export const ORGANIZATION_ACTIONS = [
  'organization:view',
  'organization:edit',
  'product:create',
  'product:edit',
  'area:create',
  'area:edit',
  'team:create',
  'team:edit',
  'team:move',
  'person:view',
  'person:add',
  'person:edit',
  'person:deactivate',
  'person:invite',
  'invitation:revoke',
  'role:assign',
  'role:end',
  'role:hand-over',
  'absence:record',
  'absence:remove',
  'import:view',
  'import:run',
  'session:own',
] as const;
export type OrganizationAction = (typeof ORGANIZATION_ACTIONS)[number];

/**
 * What a rule may look at, loaded by the service inside the actor's own organization. A rule that misses a fact denies.
 * The ids say where the thing is, with what contains it: a team's `teamId`, `areaId` and `productId`.
 */
export interface OrganizationFacts extends Place {
  /** Where a team moves to. */
  targetProductId?: string | undefined;
  targetAreaId?: string | undefined;
  /** The role that is assigned, ended or handed over. */
  role?: Role | undefined;
  /** Whom it is about: the holder, the invited, the absent, the edited. */
  personId?: string | undefined;
  /** Who receives the role in a hand-over. */
  toPersonId?: string | undefined;
  /** What that person holds today or will hold later: an invitation opens the door to future roles as well. */
  personAssignments?: readonly HeldRole[] | undefined;
}

type Rule = (actor: Actor, facts: OrganizationFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<OrganizationAction, Rule> = {
  'organization:view': () => ALLOWED,
  'person:view': () => ALLOWED,
  'session:own': ownSession,
  'organization:edit': administratorOnly,
  'product:create': administratorOnly,
  'product:edit': administratorOnly,
  'person:add': administratorOnly,
  'person:edit': administratorOnly,
  'person:deactivate': administratorOnly,
  'import:view': administratorOnly,
  'import:run': administratorOnly,
  'area:create': shapeProduct,
  'area:edit': shapeProduct,
  'team:create': shapeArea,
  'team:edit': shapeArea,
  'team:move': moveTeam,
  'role:assign': changeRole,
  'role:end': changeRole,
  'role:hand-over': changeRole,
  'person:invite': invite,
  'invitation:revoke': invite,
  'absence:record': recordAbsence,
  'absence:remove': recordAbsence,
};

/** Whether the actor may do this, with the reason when not. Knows no state of things, only people and places. */
export function can(actor: Actor, action: OrganizationAction, facts: OrganizationFacts = {}): Verdict {
  return RULES[action](actor, facts);
}

function isAdministrator(actor: Actor): boolean {
  return holdsAnywhere(actor, 'ADMINISTRATOR');
}

function ownSession(actor: Actor, { personId }: OrganizationFacts): Verdict {
  return allowedIf(personId === undefined || personId === actor.personId, 'A session belongs to its person alone.');
}

function administratorOnly(actor: Actor): Verdict {
  return allowedIf(isAdministrator(actor), 'Only an Administrator may do this.');
}

function shapeProduct(actor: Actor, facts: OrganizationFacts): Verdict {
  return allowedIf(
    isAdministrator(actor) || holdsOver(actor, 'CHIEF_PRODUCT_OWNER', { productId: facts.productId }),
    'Only an Administrator or the Chief Product Owner of this product may do this.',
  );
}

function shapeArea(actor: Actor, facts: OrganizationFacts): Verdict {
  return allowedIf(
    shapesArea(actor, facts),
    'Only an Administrator, the Chief Product Owner of this product or the Area Product Owner of this area may do this.',
  );
}

function moveTeam(actor: Actor, facts: OrganizationFacts): Verdict {
  const target = { areaId: facts.targetAreaId, productId: facts.targetProductId };
  return allowedIf(
    shapesArea(actor, facts) && shapesArea(actor, target),
    'Moving a team needs rights in the area it leaves and in the area it joins; an Administrator has both.',
  );
}

function shapesArea(actor: Actor, { areaId, productId }: Place): boolean {
  return (
    isAdministrator(actor) ||
    holdsOver(actor, 'CHIEF_PRODUCT_OWNER', { productId }) ||
    holdsOver(actor, 'AREA_PRODUCT_OWNER', { areaId })
  );
}

function changeRole(actor: Actor, facts: OrganizationFacts): Verdict {
  const { role, personId, toPersonId } = facts;
  if (isAdministrator(actor)) return ALLOWED;
  if (role === undefined || personId === undefined) return denied('Only an Administrator may do this.');
  if (personId === actor.personId || toPersonId === actor.personId) {
    return denied('Nobody changes their own roles; ask an Administrator.');
  }
  return allowedIf(mayAssign(actor, { ...facts, role }), whoMayAssign(role));
}

function invite(actor: Actor, facts: OrganizationFacts): Verdict {
  const { personId, personAssignments = [] } = facts;
  if (isAdministrator(actor)) return ALLOWED;
  return allowedIf(
    personId !== undefined &&
      personId !== actor.personId &&
      personAssignments.length > 0 &&
      personAssignments.every((held) => mayAssign(actor, held)),
    'Inviting needs the right to assign every role that this person holds; an Administrator may invite anybody.',
  );
}

function recordAbsence(actor: Actor, facts: OrganizationFacts): Verdict {
  const { personId, personAssignments = [] } = facts;
  const leadsOneOfTheirTeams = personAssignments.some(
    ({ teamId }) => typeof teamId === 'string' && holdsOver(actor, 'SCRUM_MASTER', { teamId }),
  );
  return allowedIf(
    isAdministrator(actor) || personId === actor.personId || leadsOneOfTheirTeams,
    'Only the person, a Scrum Master of one of their teams or an Administrator may do this.',
  );
}

function whoMayAssign(role: Role): string {
  const assigners = assignersOf(role).map((assigner) => withArticle(ROLE_TITLES[assigner]));
  const local = assigners.length === 0 ? '' : `${assigners.join(' or ')} of this place, or `;
  const last = assigners.length === 0 ? 'an Administrator' : 'an Administrator,';
  return `Only ${local}${last} may change who is ${ROLE_TITLES[role]}.`;
}

function withArticle(title: string): string {
  return /^[AEIOU]/.test(title) ? `an ${title}` : `a ${title}`;
}
