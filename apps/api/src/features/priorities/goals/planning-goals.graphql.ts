import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Sprint } from '../../sprints/public.js';
import { ProductGoal } from './goals.graphql.js';

@ObjectType()
export class TeamSprintGoal {
  /** Not in the schema: what `team` is loaded by. */
  teamId: string;
  @Field(() => Sprint) sprint: Sprint;
}

@ObjectType({ description: 'What stands at the top of every planning screen.' })
export class PlanningGoals {
  /** Not in the schema: what `viewerCan` is about. */
  productId: string;
  @Field(() => ProductGoal, { nullable: true }) productGoal: ProductGoal | null;
  @Field(() => [TeamSprintGoal], { description: 'Of the sprints that run now, by team name.' })
  sprintGoals: TeamSprintGoal[];
  @Field(() => Int, { description: 'Open epics and features that serve no goal, or one that has ended.' })
  withoutGoal: number;
}
