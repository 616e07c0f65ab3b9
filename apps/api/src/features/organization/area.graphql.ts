import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ implements: () => [Node] })
export class Area implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) purpose: string;
  @Field(() => DateScalar, { nullable: true }) archivedOn: string | null;
  @Field(() => Int) version: number;
}

export interface AreaRow {
  id: string;
  product_id: string;
  name: string;
  purpose: string;
  archived_on: string | null;
  version: number;
}

export function areaObject(row: AreaRow): Area {
  return {
    id: globalId('Area', row.id),
    name: row.name,
    purpose: row.purpose,
    archivedOn: row.archived_on,
    version: row.version,
  };
}
