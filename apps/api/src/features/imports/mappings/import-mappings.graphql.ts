import type { OrganizationAction } from '@chapterhouse/domain/organization/organization-policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { ActionScalar, DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import type { ImportKind } from '../import-kind.js';
import { ImportKindEnum } from '../imports.graphql.js';
import type { MappingRow } from './import-mappings.repository.js';

@ObjectType({ implements: () => [Node] })
export class ImportMapping implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => ImportKindEnum) kind: ImportKind;
  @Field(() => JsonScalar) mapping: unknown;
  @Field(() => DateTimeScalar) updatedAt: string;
  @Field(() => Int) version: number;
  @Field(() => [ActionScalar]) viewerCan: OrganizationAction[];
}

/** Whoever sees a mapping may run imports, and so replace it. */
export function mappingObject({ id, name, kind, mapping, updated_at: updatedAt, version }: MappingRow): ImportMapping {
  return { id: globalId('ImportMapping', id), name, kind, mapping, updatedAt, version, viewerCan: ['import:run'] };
}
