import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { Person } from '../organization/public.js';

@ObjectType({ implements: () => [Node] })
export class ImpedimentComment implements Node {
  @Field(() => ID) id: string;
  @Field(() => Person) author: Person;
  @Field(() => String) body: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => Int) version: number;
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
