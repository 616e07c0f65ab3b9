import type { Place } from '../actor.js';
import { type AccountabilityFacts, absentUntil, accountableFor } from '../organization/accountability.js';
import type { Role } from '../organization/role.js';
import { type DependencyState, sideToAnswer } from './dependency-state.js';

/** Who is asked first, and who instead where nobody answers for it there. */
const ANSWERING: readonly { of: keyof Place; roles: readonly Role[] }[] = [
  { of: 'teamId', roles: ['PRODUCT_OWNER', 'SCRUM_MASTER'] },
  { of: 'areaId', roles: ['AREA_PRODUCT_OWNER'] },
  { of: 'productId', roles: ['CHIEF_PRODUCT_OWNER'] },
];

/** Roles that answer for a side of a dependency. */
export const ANSWERING_ROLES: readonly Role[] = ANSWERING.flatMap(({ roles }) => roles);

/** Both ends of a dependency, and who asked. */
export interface DependencyEnds {
  consumer: Place;
  provider: Place;
  requestedById: string;
}

/**
 * Who answers for a place: the Product Owner and the Scrum Master of its team, else the Area Product Owner, else the Chief
 * Product Owner; or who stands in for them. Nobody at all is nobody, never a guess.
 * @param day YYYY-MM-DD where the organization is
 */
export function answersFor(facts: AccountabilityFacts, place: Place, day: string): string[] {
  for (const { of, roles } of ANSWERING) {
    const scopeId = place[of];
    const people =
      typeof scopeId !== 'string'
        ? []
        : roles.flatMap((role) => accountableFor(facts, scopeId, role, day).personId ?? []);
    if (people.length > 0) return [...new Set(people)];
  }
  return [];
}

/** Whose turn it is; empty where nobody is waited for. Whoever asked may answer what comes back to them, unless they are away. */
export function waitsForPeople(
  state: DependencyState,
  facts: AccountabilityFacts,
  ends: DependencyEnds,
  day: string,
): string[] {
  const side = sideToAnswer(state);
  if (side === null) return [];
  return side === 'PROVIDER' ? answersFor(facts, ends.provider, day) : consumerPeople(facts, ends, day);
}

/** Those who hear of what the other side did. */
export function consumerPeople(facts: AccountabilityFacts, ends: DependencyEnds, day: string): string[] {
  const { consumer, requestedById } = ends;
  const isHere = absentUntil(facts.absences, requestedById, day) === null;
  return [...new Set([...(isHere ? [requestedById] : []), ...answersFor(facts, consumer, day)])];
}
