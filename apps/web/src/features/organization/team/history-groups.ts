import { ROLES, type Role } from '@chapterhouse/domain/organization/role';
import type { HeldAssignmentFragment } from '../../../generated/graphql';

export type HistoryGroup = { role: Role; held: HeldAssignmentFragment[] };

/** By role, the latest first, and no more lines in all than `limit`. */
export function historyGroups(assignments: readonly HeldAssignmentFragment[], limit: number): HistoryGroup[] {
  let left = limit;
  return ROLES.flatMap((role) => {
    const held = assignments
      .filter((one) => one.role === role)
      .toSorted((one, other) => (other.startsOn ?? '').localeCompare(one.startsOn ?? ''))
      .slice(0, left);
    left -= held.length;
    return held.length > 0 ? [{ role, held }] : [];
  });
}
