import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { StoredEvent } from '../events/event-reader.js';
import { globalId } from '../graphql/global-id.js';
import { eachEvent } from './live-events.js';
import type { LiveStory } from './live-stream.js';

/** That an event of the log made a thing what it is in its `version`; what is shown of it is asked for anew. */
@ObjectType({ isAbstract: true })
export abstract class SubjectChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean, { description: 'After a gap: nothing else is of use; load afresh.' }) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
}

/** Tells each event that is wanted, by the thing that it happened to. */
export function eachSubjectChange(wanted: (event: StoredEvent) => boolean): LiveStory<SubjectChange> {
  return eachEvent<SubjectChange>({
    wanted,
    tell: ({ name, subjectType, subjectId, subjectVersion }, cursor) => ({
      cursor,
      resync: false,
      event: name,
      id: globalId(subjectType, subjectId),
      version: subjectVersion,
    }),
    resync: subjectChangeAfterGap,
  });
}

export function subjectChangeAfterGap(cursor: string): SubjectChange {
  return { cursor, resync: true, event: null, id: null, version: null };
}
