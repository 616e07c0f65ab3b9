import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Connection, connectionOf } from '../../../platform/graphql/connection.js';
import { Area } from '../../organization/public.js';
import { ImpedimentCategoryEnum } from '../impediment-enums.graphql.js';
import { Impediment } from '../impediments.graphql.js';
import { Source } from '../sources/sources.graphql.js';

@ArgsType()
export class QuarterArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Like 2026-Q1: it and the one before are looked at; the present one when omitted.',
  })
  quarter?: string | null;
}

@ArgsType()
export class BottleneckImpedimentsArguments extends QuarterArguments {
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Those without a source.' }) withoutSource?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Of the blocked teams.' }) areaId?: string | null;
  @Field(() => ImpedimentCategoryEnum, {
    nullable: true,
    description: 'Those raised in the quarters in this category, whatever they cost: what a recurrence is made of.',
  })
  category?: ImpedimentCategory | null;
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ObjectType({ description: 'What impediments cost in the two quarters.' })
export class Blocked {
  @Field(() => Int, { description: 'Of these quarters only.' }) blockedTeamDays: number;
  @Field(() => Int, { description: 'How many cost it; duplicates count by what they duplicate.' })
  impedimentCount: number;
}

@ObjectType({ description: 'What a source, or all of them, cost the teams of an area.' })
export class Bottleneck extends Blocked {
  @Field(() => Area) area: Area;
  @Field(() => Boolean, {
    description: 'Of what blocked teams of the area: the same source and category, three times or more.',
  })
  recurring: boolean;
}

@ObjectType({ description: 'What teams waited for, and what that cost them.' })
export class SourceBottlenecks extends Blocked {
  @Field(() => Source) source: Source;
  @Field(() => [Bottleneck], { description: 'Those areas that it cost anything, the most first.' })
  bottlenecks: Bottleneck[];
  @Field(() => Boolean, { description: 'Whether something of it recurs, whatever that cost.' }) recurring: boolean;
}

@ObjectType({ description: 'The same source and category, raised three times or more in the two quarters.' })
export class Recurrence {
  @Field(() => Source) source: Source;
  @Field(() => ImpedimentCategoryEnum) category: ImpedimentCategory;
  @Field(() => Int, { description: 'How often; duplicates do not count.' }) times: number;
  @Field(() => Int, { description: 'Of all of them, in these quarters.' }) blockedTeamDays: number;
}

@ObjectType({ description: 'Where teams wait for what, over two quarters of the calendar where the organization is.' })
export class BottleneckMap {
  @Field(() => [String], { description: 'The two, like 2026-Q1, the earlier first.' }) quarters: string[];
  @Field(() => Blocked, { description: 'All, with a source or without.' }) total: Blocked;
  @Field(() => [SourceBottlenecks], { description: 'At most 100, the costliest first.' }) sources: SourceBottlenecks[];
  @Field(() => Int, { description: 'Sources that cost something and are not shown.' }) moreSources: number;
  @Field(() => [Bottleneck], { description: 'Of all sources, those areas that they cost anything, the most first.' })
  areas: Bottleneck[];
  @Field(() => Blocked, { description: 'Of impediments that name no source: not on the map.' }) withoutSource: Blocked;
  @Field(() => [Recurrence], { description: 'At most 100, the most often first.' }) recurrences: Recurrence[];
}

@ObjectType()
export class BottleneckImpediment {
  @Field(() => Impediment) impediment: Impediment;
  @Field(() => Int, { description: 'Of the area that is asked for, or of all; in the two quarters.' })
  blockedTeamDays: number;
  @Field(() => Boolean, { description: 'Whether it is of what recurs in the area that is asked for, or at all.' })
  recurring: boolean;
}

const BottleneckImpedimentPage = connectionOf(BottleneckImpediment, 'BottleneckImpediment');

@ObjectType()
export class CountedBottleneck {
  @Field(() => Int, { description: 'Of all of them.' }) blockedTeamDays: number;
  @Field(() => BottleneckImpedimentPage, { description: 'The costliest first.' })
  impediments: Connection<BottleneckImpediment>;
}

@ObjectType({ description: 'What came up before of a source and category, in this quarter and the one before.' })
export class EarlierOfSameKind {
  @Field(() => Int, { description: 'How often; duplicates do not count.' }) times: number;
  @Field(() => Int, { description: 'Of all of them, in these quarters.' }) blockedTeamDays: number;
  @Field(() => Boolean, { description: 'Whether one more is the third of its kind, or a later one.' })
  recurring: boolean;
  @Field(() => [Impediment], { description: 'At most three, the latest first.' }) latest: Impediment[];
}
