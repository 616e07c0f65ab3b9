import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { globalId, readId } from '../../platform/graphql/global-id.js';
import { ScopeKindEnum } from './role.graphql.js';

/** Where a role is held: the organization, a product, an area or a team. */
@ObjectType()
export class RoleScope {
  @Field(() => ScopeKindEnum) kind: ScopeKind;
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

const TYPE_OF_SCOPE: Record<ScopeKind, string> = {
  ORGANIZATION: 'Organization',
  PRODUCT: 'Product',
  AREA: 'Area',
  TEAM: 'Team',
};

export function roleScopeObject(kind: ScopeKind, id: string, name: string): RoleScope {
  return { kind, id: globalId(TYPE_OF_SCOPE[kind], id), name };
}

/** The database's. @throws NOT_FOUND for what is no id of a scope of this kind */
export function readScopeId(kind: ScopeKind, id: string): string {
  return readId(TYPE_OF_SCOPE[kind], id);
}
