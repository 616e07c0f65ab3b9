import {
  type AccountabilityAnswer,
  type AccountabilityFacts,
  type AssignmentFact,
  absentUntil,
  accountableFor,
  longestServingFirst,
} from '../organization/accountability.js';
import { lastsOn } from '../organization/date-range.js';
import { EXCLUSIVE_ROLES, type Role, type RoleKind, SCOPES_OF_ROLE, type ScopeKind } from '../organization/role.js';
import type { DecisionScope, Delegate } from './delegation-cell.js';

/** Who is accountable for what is decided in a scope. */
export const ACCOUNTABLE_ROLE: Record<ScopeKind, Role> = {
  ORGANIZATION: 'EXECUTIVE_ACTION_TEAM',
  PRODUCT: 'CHIEF_PRODUCT_OWNER',
  AREA: 'AREA_PRODUCT_OWNER',
  TEAM: 'PRODUCT_OWNER',
};

/** Who holds what around a scope on a day. */
export interface DelegationPeopleFacts extends AccountabilityFacts {
  /** The scope itself, then what contains it; the organization is last. Never empty. */
  chain: readonly [DecisionScope, ...DecisionScope[]];
  /** Of a team the team itself, else all teams below. */
  teamIds: readonly string[];
  /** People who have left: they answer for nothing. */
  goneIds: ReadonlySet<string>;
}

/** Somebody who answers, and for whom when that one is away. */
export interface Answerer {
  personId: string;
  insteadOf: string | null;
}

/** One of the two who share a decision, as of a day. */
export interface SidePeople {
  /** The role that is asked, and where; null where no role is: a team, a person. */
  role: Role | null;
  scope: DecisionScope | null;
  answer: AccountabilityAnswer | null;
  /** Nobody is a visible vacancy. */
  people: Answerer[];
}

/** @param day YYYY-MM-DD in the organization's time zone */
export function accountableSide(facts: DelegationPeopleFacts, day: string): SidePeople {
  const [scope] = facts.chain;
  return roleSide(facts, ACCOUNTABLE_ROLE[scope.kind], scope, day);
}

/** Whether the person holds what is accountable for the scope, whoever stands in today. @param day as above */
export function isAccountable({ chain, assignments }: DelegationPeopleFacts, personId: string, day: string): boolean {
  const [scope] = chain;
  return assignments.some(
    (held) =>
      held.personId === personId &&
      held.scopeId === scope.id &&
      held.role === ACCOUNTABLE_ROLE[scope.kind] &&
      (held.kind === 'PRIMARY' || held.kind === 'ACTING') &&
      lastsOn(held, day),
  );
}

/**
 * Never the accountable one: nobody delegates to themselves, and nobody consents for both sides. Where nobody else answers,
 * that is a vacancy. @param day YYYY-MM-DD in the organization's time zone
 */
export function delegateSide(facts: DelegationPeopleFacts, delegate: Delegate, day: string): SidePeople {
  const trusted = trustedSide(facts, delegate, day);
  const accountable = new Set(accountableSide(facts, day).people.map(({ personId }) => personId));
  return { ...trusted, people: trusted.people.filter(({ personId }) => !accountable.has(personId)) };
}

function trustedSide(facts: DelegationPeopleFacts, delegate: Delegate, day: string): SidePeople {
  switch (delegate.kind) {
    case 'ROLE':
      return roleSide(facts, delegate.role, scopeOfRole(facts, delegate.role, day), day);
    case 'PERSON':
      return { role: null, scope: null, answer: null, people: personOrBackup(facts, delegate.personId, day) };
    case 'TEAM':
      return { role: null, scope: facts.chain[0], answer: null, people: teamMembers(facts, day) };
  }
}

/** Who answers for one person: the person, else whoever stands in for a role that the person holds here. */
function personOrBackup(facts: DelegationPeopleFacts, personId: string, day: string): Answerer[] {
  if (facts.goneIds.has(personId)) return [];
  if (absentUntil(facts.absences, personId, day) === null) return [{ personId, insteadOf: null }];
  const held = facts.assignments.filter(
    (one) => one.personId === personId && one.kind === 'PRIMARY' && lastsOn(one, day),
  );
  const standIns = held.map(({ scopeId, role }) => standInFor(facts, scopeId, role, personId, day));
  const found = [...new Set(standIns.filter((id) => id !== null))];
  return found.map((id) => ({ personId: id, insteadOf: personId }));
}

/** Everybody who is here and has a role in the teams, and who stands in for those who are away; not by the accountable role. */
function teamMembers(facts: DelegationPeopleFacts, day: string): Answerer[] {
  const [scope] = facts.chain;
  const teamIds = new Set(facts.teamIds);
  const others = facts.assignments.filter(
    (held) =>
      teamIds.has(held.scopeId) &&
      lastsOn(held, day) &&
      !(held.scopeId === scope.id && held.role === ACCOUNTABLE_ROLE[scope.kind]),
  );
  const roles = new Map<string, AssignmentFact[]>();
  for (const held of others) {
    const place = `${held.scopeId} ${held.role}`;
    roles.set(place, [...(roles.get(place) ?? []), held]);
  }
  const found = [...roles.values()].flatMap((holders) => [
    ...helping(facts, holders, day),
    ...answering(facts, holders, day),
  ]);
  const members = new Map(found.map((one) => [one.personId, one]));
  // Who has a role of their own is there for nobody else.
  for (const one of found) if (one.insteadOf === null) members.set(one.personId, one);
  return [...members.values()].toSorted(byPerson);
}

/** Associates answer for no role, and belong to the team as everybody does. */
function helping(facts: DelegationPeopleFacts, holders: readonly AssignmentFact[], day: string): Answerer[] {
  return holders
    .filter(({ kind, personId }) => kind === 'ASSOCIATE' && isHere(facts, personId, day))
    .map(({ personId }) => ({ personId, insteadOf: null }));
}

/** The scope itself or the nearest one above where somebody holds the role; where nobody does, the nearest where somebody could. */
function scopeOfRole({ chain, assignments }: DelegationPeopleFacts, role: Role, day: string): DecisionScope | null {
  const holds = ({ id }: DecisionScope): boolean =>
    assignments.some((held) => held.scopeId === id && held.role === role && lastsOn(held, day));
  return chain.find(holds) ?? chain.find(({ kind }) => SCOPES_OF_ROLE[role].includes(kind)) ?? null;
}

function roleSide(facts: DelegationPeopleFacts, role: Role, scope: DecisionScope | null, day: string): SidePeople {
  if (scope === null) return { role, scope, answer: null, people: [] };
  const answer = accountableFor(present(facts), scope.id, role, day);
  const people = EXCLUSIVE_ROLES.includes(role) ? theOne(answer) : all(facts, scope, role, day);
  return { role, scope, answer, people };
}

function theOne({ personId, because, primaryPersonId }: AccountabilityAnswer): Answerer[] {
  return personId === null ? [] : [{ personId, insteadOf: because === 'BACKUP' ? primaryPersonId : null }];
}

/** Of a role that many hold. */
function all(facts: DelegationPeopleFacts, { id }: DecisionScope, role: Role, day: string): Answerer[] {
  const holders = facts.assignments.filter((held) => held.scopeId === id && held.role === role && lastsOn(held, day));
  return answering(facts, holders, day);
}

/**
 * Of all who hold one role in one place on a day: each holder who is here, and for each who is away one who stands in, as
 * long as there are some. A backup is there for nobody while everybody is here.
 */
function answering(facts: DelegationPeopleFacts, holders: readonly AssignmentFact[], day: string): Answerer[] {
  const present = holders.filter(({ personId }) => isHere(facts, personId, day));
  const idsOf = (held: readonly AssignmentFact[], kind: RoleKind): string[] => [
    ...new Set(
      held
        .filter((one) => one.kind === kind)
        .toSorted(longestServingFirst)
        .map(({ personId }) => personId),
    ),
  ];
  const [primary, acting] = [idsOf(present, 'PRIMARY'), idsOf(present, 'ACTING')];
  const here = new Set([...primary, ...acting]);
  const people = [...here].toSorted().map((personId): Answerer => ({ personId, insteadOf: null }));
  const away = idsOf(holders, 'PRIMARY').filter((id) => !here.has(id) && !facts.goneIds.has(id));
  const backups = idsOf(present, 'BACKUP').filter((id) => !here.has(id));
  if (away.length === 0) {
    const [first] = backups;
    return here.size > 0 || first === undefined ? people : [{ personId: first, insteadOf: null }];
  }
  const standIns = [...acting.filter((id) => !primary.includes(id)), ...backups];
  const standing = away.flatMap((insteadOf, index): Answerer[] => {
    const personId = standIns[index];
    return personId === undefined || here.has(personId) ? [] : [{ personId, insteadOf }];
  });
  return [...people, ...standing];
}

/** The acting holder or backup of a role who is here, whoever else holds it. */
function standInFor(
  facts: DelegationPeopleFacts,
  scopeId: string,
  role: Role,
  away: string | null,
  day: string,
): string | null {
  const { assignments, absences } = present(facts);
  const instead = assignments.filter((held) => held.personId !== away && held.kind !== 'PRIMARY');
  return accountableFor({ assignments: instead, absences }, scopeId, role, day).personId;
}

function present({ assignments, absences, goneIds }: DelegationPeopleFacts): AccountabilityFacts {
  return { assignments: assignments.filter((held: AssignmentFact) => !goneIds.has(held.personId)), absences };
}

function isHere({ absences, goneIds }: DelegationPeopleFacts, personId: string, day: string): boolean {
  return !goneIds.has(personId) && absentUntil(absences, personId, day) === null;
}

function byPerson(one: Answerer, other: Answerer): number {
  return one.personId < other.personId ? -1 : 1;
}
