import type { DependencyConflict } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DependencyConflictEnum } from '../dependencies/dependency-enums.graphql.js';
import { Dependency } from '../dependencies/dependencies.graphql.js';
import { BacklogItem } from '../items/items.graphql.js';
import { OrderMove } from '../order/order-moves.graphql.js';
import { Scenario } from './scenarios.graphql.js';

@ObjectType()
export class ScenarioShift {
  @Field(() => BacklogItem) item: BacklogItem;
  @Field(() => Int) from: number;
  @Field(() => Int) to: number;
  @Field(() => Boolean, { description: 'Was moved by hand, not pushed aside.' }) chosen: boolean;
}

/** The goal is loaded by the id. */
@ObjectType({ description: 'Mean position of its items before and after; null goal: without one.' })
export class GoalShift {
  @Field(() => Int) items: number;
  @Field(() => Float) before: number;
  @Field(() => Float) after: number;
  goalId: string | null;
}

/** The area is loaded by the id. */
@ObjectType({ description: 'Null area: items that are in none.' })
export class AreaShift {
  @Field(() => Int) items: number;
  @Field(() => Int) rises: number;
  @Field(() => Int) falls: number;
  @Field(() => Float) before: number;
  @Field(() => Float) after: number;
  @Field(() => Float, { description: 'Share of the first 50 (or of all, when fewer), percent.' }) shareBefore: number;
  @Field(() => Float) shareAfter: number;
  areaId: string | null;
}

@ObjectType()
export class DependencyShift {
  @Field(() => Dependency) dependency: Dependency;
  @Field(() => [DependencyConflictEnum]) before: DependencyConflict[];
  @Field(() => [DependencyConflictEnum]) after: DependencyConflict[];
}

@ObjectType()
export class ScenarioComparison {
  @Field(() => Scenario) scenario: Scenario;
  @Field(() => [ScenarioShift]) rises: ScenarioShift[];
  @Field(() => [ScenarioShift], { description: 'By how far, at most 200 each; those that moved first.' })
  falls: ScenarioShift[];
  @Field(() => Int) riseCount: number;
  @Field(() => Int) fallCount: number;
  @Field(() => [GoalShift]) goals: GoalShift[];
  @Field(() => [AreaShift]) areas: AreaShift[];
  @Field(() => [DependencyShift]) dependencies: DependencyShift[];
  @Field(() => [OrderMove], { description: 'What the order has moved since it was copied.' }) meanwhile: OrderMove[];
  @Field(() => String, { description: "Why there is no forecast yet, or ''." }) forecastNote: string;
}
