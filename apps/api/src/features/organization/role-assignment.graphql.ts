import type { Role, RoleKind, ScopeKind } from '@chapterhouse/domain/organization/role';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { RoleEnum, RoleKindEnum } from './role.graphql.js';
import { RoleScope, roleScopeObject } from './role-scope.graphql.js';

@ObjectType({ implements: () => [Node] })
export class RoleAssignment implements Node {
  @Field(() => ID) id: string;
  @Field(() => RoleEnum) role: Role;
  @Field(() => RoleKindEnum) kind: RoleKind;
  @Field(() => RoleScope) scope: RoleScope;
  @Field(() => Int, { nullable: true }) sharePercent: number | null;
  @Field(() => DateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore: string | null;
  @Field(() => Int) version: number;
  /** The holder's global id; `person` is resolved from it. */
  personId: string;
}

/** Columns of `role_assignments`, and what its scope is called. */
export interface RoleAssignmentRow {
  id: string;
  person_id: string;
  role: Role;
  kind: RoleKind;
  scope_id: string;
  scope_kind: ScopeKind;
  scope_name: string;
  share_percent: number | null;
  starts_on: string | null;
  ends_before: string | null;
  version: number;
}

export function roleAssignmentObject(row: RoleAssignmentRow): RoleAssignment {
  return {
    id: globalId('RoleAssignment', row.id),
    role: row.role,
    kind: row.kind,
    scope: roleScopeObject(row.scope_kind, row.scope_id, row.scope_name),
    sharePercent: row.share_percent,
    startsOn: row.starts_on,
    endsBefore: row.ends_before,
    version: row.version,
    personId: globalId('Person', row.person_id),
  };
}

@InputType()
export class AssignRoleInput {
  @Field(() => ID) personId: string;
  @Field(() => RoleEnum) role: Role;
  @Field(() => ID) scopeId: string;
  @Field(() => RoleKindEnum) kind: RoleKind;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
  @Field(() => Int, { nullable: true }) sharePercent?: number | null;
}
