import { ROLE_KINDS, ROLES } from '@chapterhouse/domain/organization/role';
import type { HeldAssignmentFragment } from '../../../generated/graphql';

/** By role, the primary first, then by name. */
export function byRole(one: HeldAssignmentFragment, other: HeldAssignmentFragment): number {
  return (
    ROLES.indexOf(one.role) - ROLES.indexOf(other.role) ||
    ROLE_KINDS.indexOf(one.kind) - ROLE_KINDS.indexOf(other.kind) ||
    one.person.name.localeCompare(other.person.name)
  );
}
