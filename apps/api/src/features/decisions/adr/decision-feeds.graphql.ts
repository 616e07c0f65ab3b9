import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Team } from '../../organization/public.js';

@ObjectType({
  description:
    "A secret address at which readers of Atom feeds find a team's decisions. It reads as the person who made it, until it is revoked.",
})
export class DecisionFeed {
  @Field(() => ID) id: string;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => Team) team: Team;
}

@ObjectType()
export class NewDecisionFeed {
  @Field(() => DecisionFeed) feed: DecisionFeed;
  @Field(() => String, { description: "Path of the feed below the instance's own address; told this once only." })
  address: string;
}
