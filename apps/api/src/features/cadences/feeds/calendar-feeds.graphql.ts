import { Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

export const FEED_SCOPES = ['PERSON', 'TEAM', 'CHAPTER', 'COMMUNITY'] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];
export const FeedScopeEnum = enumOf('FeedScope', FEED_SCOPES);

@ObjectType()
export class CalendarFeed {
  @Field(() => ID) id: string;
  @Field(() => FeedScopeEnum) scope: FeedScope;
  @Field(() => String) label: string;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) lastReadAt: string | null;
}

@ObjectType()
export class NewCalendarFeed {
  @Field(() => CalendarFeed) feed: CalendarFeed;
  @Field(() => String, { description: "Path below the instance's own address; told this once only." })
  address: string;
}
