import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ActivityEntry } from '../impediment-activity.graphql.js';
import { Impediment } from '../impediments.graphql.js';

@ObjectType({ description: 'What others did to one impediment, newest first.' })
export class BoardNews {
  @Field(() => Impediment) impediment: Impediment;
  @Field(() => [ActivityEntry]) entries: ActivityEntry[];
}

@ObjectType({
  description:
    "What others did to impediments since the viewer's last visit of the board; a visit ends after 30 quiet minutes.",
})
export class BoardVisit {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null on the first visit.' }) since: string | null;
  @Field(() => [BoardNews], { description: 'At most 100 impediments with 20 entries each, newest first.' })
  news: BoardNews[];
  @Field(() => Boolean, { description: 'Whether there is more than is shown.' }) truncated: boolean;
}
