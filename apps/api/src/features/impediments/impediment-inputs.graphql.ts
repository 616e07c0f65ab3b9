import type {
  ImpedimentCategory,
  ImpedimentSeverity,
  SourceKind,
} from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import {
  ImpedimentCategoryEnum,
  ImpedimentSeverityEnum,
  ImpedimentStateEnum,
  SourceKindEnum,
} from './impediment-enums.graphql.js';

@InputType()
export class NewSourceInput {
  @Field(() => String) name: string;
  @Field(() => SourceKindEnum) kind: SourceKind;
}

@InputType()
export class RaiseImpedimentInput {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => ImpedimentCategoryEnum) category: ImpedimentCategory;
  @Field(() => ID) raisingTeamId: string;
  @Field(() => [ID], { nullable: true }) affectedTeamIds?: string[] | null;
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
  @Field(() => NewSourceInput, { nullable: true }) newSource?: NewSourceInput | null;
  @Field(() => [String], { nullable: true }) blockedItemKeys?: string[] | null;
}

@InputType({ description: 'Only the given fields change; null clears source, due.' })
export class EditImpedimentInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => ImpedimentCategoryEnum, { nullable: true }) category?: ImpedimentCategory | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true }) nextStep?: string | null;
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
  @Field(() => NewSourceInput, { nullable: true }) newSource?: NewSourceInput | null;
  @Field(() => [String], { nullable: true }) blockedItemKeys?: string[] | null;
}

@InputType()
export class TriageImpedimentInput {
  @Field(() => ID) ownerId: string;
  @Field(() => ImpedimentSeverityEnum) severity: ImpedimentSeverity;
  @Field(() => Int) level: number;
  @Field(() => String) nextStep: string;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
}

@InputType()
export class ImpedimentFilter {
  @Field(() => [ImpedimentStateEnum], { nullable: true }) states?: ImpedimentState[] | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true }) areaId?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ImpedimentCategoryEnum, { nullable: true }) category?: ImpedimentCategory | null;
  @Field(() => ImpedimentSeverityEnum, { nullable: true }) severity?: ImpedimentSeverity | null;
  @Field(() => Int, { nullable: true }) level?: number | null;
  @Field(() => ID, { nullable: true }) sourceId?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}
