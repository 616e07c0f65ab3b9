import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';

@ObjectType({ implements: () => [Node], description: 'A word that people put on impediments to find them together.' })
export class Label implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) version: number;
}

export interface LabelRow {
  id: string;
  name: string;
  version: number;
}

export function labelOf(row: LabelRow): Label {
  return { id: globalId('Label', row.id), name: row.name, version: row.version };
}
