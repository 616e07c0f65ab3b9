import type { ItemKind, ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { type ItemSort, ItemKindEnum, ItemSortEnum, ItemStateEnum, ItemTierEnum } from './item-enums.graphql.js';

@InputType({ description: 'Ids of areas, teams, goals, people; `none` in a list: those without one.' })
export class ItemFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [ItemTierEnum], { nullable: true }) tiers?: ItemTier[] | null;
  @Field(() => [ItemKindEnum], { nullable: true }) kinds?: ItemKind[] | null;
  @Field(() => [ItemStateEnum], { nullable: true, description: 'Open ones when omitted.' }) states?: ItemState[] | null;
  @Field(() => [ID], { nullable: true }) areaIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) teamIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'That they serve, by themselves or by what they are part of.' })
  goalIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) assigneeIds?: string[] | null;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Has no parent in these states.' }) roots?: boolean | null;
  @Field(() => Boolean, { nullable: true }) ready?: boolean | null;
  @Field(() => Boolean, { nullable: true }) blocked?: boolean | null;
  @Field(() => Boolean, { nullable: true }) estimated?: boolean | null;
}

@ArgsType()
export class BacklogArguments {
  @Field(() => ID) productId: string;
  @Field(() => ItemFilter, { nullable: true }) filter?: ItemFilter | null;
  @Field(() => ItemSortEnum, { nullable: true }) sort?: ItemSort | null;
  @Field(() => Boolean, { nullable: true }) descending?: boolean | null;
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@InputType()
export class BacklogItemInput {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => ItemTierEnum) tier: ItemTier;
  @Field(() => ItemKindEnum) kind: ItemKind;
  @Field(() => ID, { nullable: true }) areaId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) assigneeId?: string | null;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => [String], { nullable: true }) acceptanceCriteria?: string[] | null;
  @Field(() => Float, { nullable: true }) points?: number | null;
  @Field(() => ID, { nullable: true }) goalId?: string | null;
}

@InputType({ description: 'What is absent stays; null empties.' })
export class BacklogItemChanges {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => ItemTierEnum, { nullable: true }) tier?: ItemTier | null;
  @Field(() => ItemKindEnum, { nullable: true }) kind?: ItemKind | null;
  @Field(() => ID, { nullable: true }) areaId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) assigneeId?: string | null;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => [String], { nullable: true }) acceptanceCriteria?: string[] | null;
  @Field(() => Float, { nullable: true }) points?: number | null;
  @Field(() => ID, { nullable: true }) goalId?: string | null;
}

@InputType({ description: 'For many at once.' })
export class BulkItemChanges {
  @Field(() => ItemKindEnum, { nullable: true }) kind?: ItemKind | null;
  @Field(() => ItemStateEnum, { nullable: true }) state?: ItemState | null;
  @Field(() => ID, { nullable: true }) areaId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) assigneeId?: string | null;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => ID, { nullable: true }) goalId?: string | null;
  @Field(() => Float, { nullable: true }) points?: number | null;
}

/** Of what every change of one item is asked with. */
@ArgsType()
export class ChangeItemArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
