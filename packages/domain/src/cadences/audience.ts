import { type AbsenceFact, absentUntil } from '../organization/accountability.js';
import { type DateRange, lastsOn } from '../organization/date-range.js';
import type { Role, RoleKind } from '../organization/role.js';

/** A role that somebody holds, with what its scope lies in; no place at all is the organization. */
export interface HeldRole extends DateRange {
  personId: string;
  role: Role;
  kind: RoleKind;
  productId: string | null;
  areaId: string | null;
  teamId: string | null;
}

/** Who is invited: holders of the roles in the scope, and these people. */
export interface Audience {
  scope: { productId: string | null; areaId: string | null; teamId: string | null };
  roles: readonly Role[];
  personIds: readonly string[];
}

/**
 * Who is invited on a day: the people, and of each role those who hold it in the scope or in what lies in it; where nobody
 * can or does, those who hold it in what the scope lies in (a team's Technical Lead is its area's). Backups come for whom
 * they stand in for. Each once, the people first.
 * @param day YYYY-MM-DD where the organization is
 */
export function invitedOn(
  { scope, roles, personIds }: Audience,
  held: readonly HeldRole[],
  absences: AbsenceFact[],
  day: string,
): string[] {
  const today = held.filter((one) => lastsOn(one, day));
  const byRole = roles.flatMap((role) => {
    const holders = today.filter((one) => one.role === role);
    const inside = holders.filter((one) => liesIn(one, scope));
    const nearest = inside.length > 0 ? inside : nearestOf(holders.filter((one) => liesIn(scope, one)));
    return nearest.filter((one) => one.kind !== 'BACKUP' || standsIn(one, nearest, absences, day));
  });
  return [...new Set([...personIds, ...byRole.map(({ personId }) => personId)])];
}

type Where = Pick<HeldRole, 'productId' | 'areaId' | 'teamId'>;

/** Whether the first one is the other, or in it. */
function liesIn(inner: Where, outer: Where): boolean {
  if (outer.teamId !== null) return inner.teamId === outer.teamId;
  if (outer.areaId !== null) return inner.areaId === outer.areaId;
  return outer.productId === null || inner.productId === outer.productId;
}

/** Of the narrowest scope: that of the area before that of the product. */
function nearestOf(holders: readonly HeldRole[]): readonly HeldRole[] {
  const narrow = (one: Where): number => Number(one.areaId !== null) + Number(one.productId !== null);
  const narrowest = Math.max(0, ...holders.map(narrow));
  return holders.filter((one) => narrow(one) === narrowest);
}

/** Whether a holder of the same role in the same scope is away. */
function standsIn(backup: HeldRole, holders: readonly HeldRole[], absences: AbsenceFact[], day: string): boolean {
  return holders.some(
    (one) => one.kind !== 'BACKUP' && isSameScope(one, backup) && absentUntil(absences, one.personId, day) !== null,
  );
}

function isSameScope(one: Where, other: Where): boolean {
  return one.teamId === other.teamId && one.areaId === other.areaId && one.productId === other.productId;
}
