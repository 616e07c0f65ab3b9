import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Area, Team } from '../../organization/public.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Impediment } from '../impediments.graphql.js';
import { Source } from '../sources/sources.graphql.js';
import { IMPEDIMENT_NUMBERS, type ImpedimentNumber } from './number-facts.js';
import { NUMBER_GROUPS, type NumberGroup } from './numbers.read.js';

export const ImpedimentNumberEnum = enumOf('ImpedimentNumber', IMPEDIMENT_NUMBERS);
export const NumberGroupEnum = enumOf('NumberGroup', NUMBER_GROUPS);

@ArgsType()
export class NumbersWindow {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar, { description: 'The day after the last; at most ten years.' }) endsBefore: string;
  @Field(() => ID, { nullable: true, description: 'Of the team that raised them.' }) areaId?: string | null;
  @Field(() => ID, { nullable: true, description: 'That raised them.' }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
}

@ArgsType()
export class NumbersArguments extends NumbersWindow {
  @Field(() => NumberGroupEnum) by: NumberGroup;
}

@ArgsType()
export class CountedArguments extends NumbersWindow {
  @Field(() => ImpedimentNumberEnum) number: ImpedimentNumber;
  @Field(() => Int, { nullable: true, description: 'Of the time to resolve: resolved at this level.' })
  level?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Those without a source.' }) withoutSource?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a share only those that it counts, not all it is of.' })
  onlyCounted?: boolean | null;
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ObjectType({ description: 'How long some took, in working hours by the calendar of today.' })
export class TimeNumber {
  @Field(() => Int, { description: 'Of how many.' }) count: number;
  @Field(() => Float, { nullable: true, description: 'Null: no data.' }) medianHours: number | null;
  @Field(() => Float, {
    nullable: true,
    description: '85 of 100 took no longer; interpolated as percentile_cont does.',
  })
  percentile85Hours: number | null;
}

@ObjectType()
export class LevelTimeNumber extends TimeNumber {
  @Field(() => Int) level: number;
}

@ObjectType()
export class ShareNumber {
  @Field(() => Int, { description: 'How many it counts.' }) count: number;
  @Field(() => Int, { description: 'Of how many.' }) of: number;
  @Field(() => Float, { nullable: true, description: '0 to 1; null: no data.' }) share: number | null;
}

@ObjectType({ description: 'Each counts by a moment of its own; duplicates count nowhere.' })
export class ImpedimentNumbers {
  @Field(() => TimeNumber, { description: 'Raised to the first triage, of those triaged in the window.' })
  timeToTriage: TimeNumber;
  @Field(() => TimeNumber, { description: 'Raised to resolved for good, of those resolved in the window.' })
  timeToResolve: TimeNumber;
  @Field(() => [LevelTimeNumber], { description: 'By the level at which it was resolved, those that have any.' })
  timeToResolveByLevel: LevelTimeNumber[];
  @Field(() => ShareNumber, {
    description: 'Of those raised in the window that had a clock: whose clock ever ran out.',
  })
  overdue: ShareNumber;
  @Field(() => ShareNumber, { description: 'Of those last resolved or declined in the window: ever reopened.' })
  reopened: ShareNumber;
  @Field(() => ShareNumber, { description: 'Of those resolved in the window: never left their first level upwards.' })
  resolvedWithoutEscalation: ShareNumber;
}

@ObjectType({ description: 'Of one area, team, source or month; none of them: those without a source.' })
export class NumbersOfGroup {
  @Field(() => String, { nullable: true, description: '2026-03, where the organization is.' }) month: string | null;
  @Field(() => Area, { nullable: true }) area: Area | null;
  @Field(() => Team, { nullable: true }) team: Team | null;
  @Field(() => Source, { nullable: true }) source: Source | null;
  @Field(() => ImpedimentNumbers) numbers: ImpedimentNumbers;
}

@ObjectType()
export class ImpedimentNumbersReport {
  @Field(() => ImpedimentNumbers) total: ImpedimentNumbers;
  @Field(() => [NumbersOfGroup], {
    description: 'Those that have any data: months in order, others by how much they count, at most 200.',
  })
  groups: NumbersOfGroup[];
  @Field(() => Int, { description: 'Groups that are not shown.' }) moreGroups: number;
}

@ObjectType()
export class CountedImpediment {
  @Field(() => Impediment) impediment: Impediment;
  @Field(() => DateTimeScalar, { description: 'When it counts: triaged, resolved, raised, ended.' }) at: string;
  @Field(() => Float, { nullable: true, description: 'Working hours that it took; of a time only.' })
  hours: number | null;
  @Field(() => Boolean, { description: 'Whether a share counts it.' }) counts: boolean;
}
export const CountedImpedimentConnection = connectionOf(CountedImpediment, 'CountedImpediment');
