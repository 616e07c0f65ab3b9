import { CAPACITY_MEASURES, type CapacityMeasure } from '@chapterhouse/domain/priorities/capacity';
import type { ItemKind } from '@chapterhouse/domain/priorities/item-fields';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { ItemKindEnum } from '../items/item-enums.graphql.js';

export const CapacityMeasureEnum = enumOf('CapacityMeasure', CAPACITY_MEASURES);

/** The area is loaded by the id. */
@ObjectType('CapacityRow')
export class CapacityRowObject {
  @Field(() => ItemKindEnum, { nullable: true }) kind: ItemKind | null;
  @Field(() => Float, { nullable: true }) target: number | null;
  @Field(() => Float, { description: 'Percent of what the order holds; of a cell, of what it holds of the area.' })
  held: number;
  @Field(() => Float) points: number;
  @Field(() => Int) items: number;
  @Field(() => Int, { description: 'Without a size: counted as items only.' }) unsized: number;
  /** Not in the schema: the database's. */
  areaId: string | null;
}

@ObjectType()
export class ProductCapacity {
  @Field(() => CapacityMeasureEnum) measure: CapacityMeasure;
  @Field(() => Int, { nullable: true, description: 'Only the first so many of the order; null: all.' })
  first: number | null;
  @Field(() => [CapacityRowObject], { description: 'Target per area; sums to 100 or less.' })
  areas: CapacityRowObject[];
  @Field(() => [CapacityRowObject], { description: 'Target per kind over the product.' }) kinds: CapacityRowObject[];
  @Field(() => [CapacityRowObject], { description: 'Area by kind; shares are of the area.' })
  cells: CapacityRowObject[];
  @Field(() => Int) version: number;
  @Field(() => [ActionScalar]) viewerCan: string[];
}

@InputType()
export class CapacityTargetInput {
  @Field(() => ID, { nullable: true }) areaId?: string | null;
  @Field(() => ItemKindEnum, { nullable: true }) kind?: ItemKind | null;
  @Field(() => Float) share: number;
}
