import type { HeldAssignmentFragment, ScopeRolesQuery } from '../../../generated/graphql';

/** The assignments of a scope that was asked for by id. */
export function heldIn(data: ScopeRolesQuery | undefined): HeldAssignmentFragment[] {
  const node = data?.node;
  return node && 'assignments' in node ? node.assignments : [];
}
