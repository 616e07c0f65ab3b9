import { escalatesAt } from '@chapterhouse/domain/impediments/automatic-escalation';
import { workedAt } from '@chapterhouse/domain/impediments/level-clock';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { type ClockRow, isoOf, stayOf } from './stay.js';

const MINUTE = 60_000;

@ObjectType({
  description:
    'The clock of the present stay at a level. Its terms are those that the ladder had when the impediment came there.',
})
export class ImpedimentClock {
  @Field(() => Int, { description: 'What the level gives, in working hours.' }) workingHours: number;
  @Field(() => Int, { description: 'Working time so far, in whole minutes.' }) workedMinutes: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ran out, or will when nothing happens; null while it stands still.',
  })
  runsOutAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it stands still; null while it runs.' })
  pausedAt: string | null;
  @Field(() => String, { nullable: true }) pausedBecause: string | null;
  @Field(() => Boolean, { description: 'Whether time alone takes the impediment to the next level.' })
  escalatesByItself: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it does so if nothing happens; it may take a minute longer. Null: never, or while it stands still.',
  })
  escalatesAt: string | null;
}

/** The row becomes the GraphQL object here and nowhere else. @param now milliseconds */
export function clockOf(row: ClockRow, now: number, calendar: WorkingCalendar): ImpedimentClock {
  const { clock } = stayOf(row);
  const goesUpAt = escalatesAt(clock, calendar);
  return {
    workingHours: row.clock_working_hours,
    workedMinutes: Math.floor(workedAt(clock, now, calendar) / MINUTE),
    runsOutAt: row.runs_out_at,
    pausedAt: row.paused_at,
    pausedBecause: row.paused_because,
    escalatesByItself: row.escalates_by_itself,
    escalatesAt: goesUpAt === null ? null : isoOf(goesUpAt),
  };
}
