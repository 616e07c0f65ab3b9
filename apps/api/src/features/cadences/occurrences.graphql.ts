import type { OccurrenceState } from '@chapterhouse/domain/cadences/cadence-kinds';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.js';
import { OccurrenceStateEnum } from './cadence-enums.graphql.js';
import { Cadence, cadenceOf } from './cadences.graphql.js';
import { occurrenceIdOf } from './occurrence-id.js';
import type { OccurrenceFacts } from './occurrences.read.js';

@ObjectType({
  implements: () => [Node],
  description:
    'One date of a cadence. Its id is of the cadence and its original start: it stays when the occurrence is moved.',
})
export class Occurrence implements Node {
  @Field(() => ID) id: string;
  @Field(() => Cadence) cadence: Cadence;
  @Field(() => LocalDateTimeScalar) originalStart: string;
  @Field(() => LocalDateTimeScalar) localStart: string;
  @Field(() => String) timeZone: string;
  @Field(() => DateTimeScalar) startsAt: string;
  @Field(() => DateTimeScalar) endsAt: string;
  @Field(() => Int) minutes: number;
  @Field(() => String) name: string;
  @Field(() => String) place: string;
  @Field(() => String) agenda: string;
  @Field(() => OccurrenceStateEnum) state: OccurrenceState;
  @Field(() => String, { nullable: true, description: 'Why it was cancelled or moved.' }) reason: string | null;
  @Field(() => Boolean) moved: boolean;
  @Field(() => String, { description: 'Markdown, written during or after.' }) notes: string;
  @Field(() => Int, { description: '0 while nothing of its own is kept.' }) version: number;
}

/** What was computed becomes the GraphQL object here and nowhere else. */
export function occurrenceOf(facts: OccurrenceFacts): Occurrence {
  const { cadence, own } = facts;
  const reason = own?.reason ?? '';
  return {
    id: occurrenceIdOf(facts),
    cadence: cadenceOf(cadence),
    originalStart: facts.originalStart,
    localStart: facts.localStart,
    timeZone: cadence.time_zone,
    startsAt: new Date(facts.startsAt).toISOString(),
    endsAt: new Date(facts.endsAt).toISOString(),
    minutes: facts.minutes,
    name: facts.name,
    place: facts.place,
    agenda: facts.agenda,
    state: facts.state,
    reason: reason === '' ? null : reason,
    moved: facts.moved,
    notes: own?.notes ?? '',
    version: own?.version ?? 0,
  };
}
