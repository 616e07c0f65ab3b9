import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { CommentAction } from '@chapterhouse/domain/impediments/comment-policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { ActionScalar, DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { Person } from '../organization/public.js';

@ObjectType({ implements: () => [Node] })
export class ImpedimentComment implements Node {
  @Field(() => ID) id: string;
  @Field(() => Person) author: Person;
  @Field(() => String) body: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateTimeScalar, { nullable: true }) editedAt: string | null;
  @Field(() => Int) version: number;
  @Field(() => [Person]) mentions: Person[];
  @Field(() => [ActionScalar]) viewerCan: CommentAction[];
}

export const ImpedimentCommentConnection = connectionOf(ImpedimentComment, 'ImpedimentComment');

@ObjectType({
  description:
    'One domain event, newest first. `changes` is [{field, from, to}] in words for people; `note` is the reason or text given.',
})
export class ActivityEntry {
  @Field(() => ID) id: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => Person, { nullable: true }) actor: Person | null;
  @Field(() => String) event: string;
  @Field(() => JsonScalar) changes: FieldChange[];
  @Field(() => String, { nullable: true }) note: string | null;
}

export const ActivityConnection = connectionOf(ActivityEntry, 'Activity');
