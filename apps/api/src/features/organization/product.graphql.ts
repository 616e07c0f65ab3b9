import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';

@ObjectType({ implements: () => [Node] })
export class Product implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Int) version: number;
}

export interface ProductRow {
  id: string;
  name: string;
  version: number;
}

export function productObject(row: ProductRow): Product {
  return { id: globalId('Product', row.id), name: row.name, version: row.version };
}
