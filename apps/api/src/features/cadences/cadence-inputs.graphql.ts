import type { CadenceKind, FacilitationMode } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.js';
import { RoleEnum, ScopeKindEnum } from '../organization/public.js';
import { CadenceKindEnum, FacilitationModeEnum } from './cadence-enums.graphql.js';

@InputType()
export class CadenceAudienceInput {
  @Field(() => [RoleEnum]) roles: Role[];
  @Field(() => [ID]) personIds: string[];
}

@InputType()
export class CadenceFilter {
  @Field(() => ScopeKindEnum, { nullable: true }) scopeKind?: ScopeKind | null;
  @Field(() => ID, { nullable: true }) scopeId?: string | null;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) communityId?: string | null;
  @Field(() => [CadenceKindEnum], { nullable: true }) kinds?: CadenceKind[] | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true }) ended?: boolean | null;
}

@InputType()
export class CadenceInput {
  @Field(() => CadenceKindEnum) kind: CadenceKind;
  @Field(() => String) name: string;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field(() => ID) scopeId: string;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) communityId?: string | null;
  @Field(() => String, { nullable: true }) rule?: string | null;
  @Field(() => LocalDateTimeScalar) startsAt: string;
  @Field(() => String) timeZone: string;
  @Field(() => Int) minutes: number;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) agenda?: string | null;
  @Field(() => FacilitationModeEnum) facilitation: FacilitationMode;
  @Field(() => ID, { nullable: true }) facilitatorId?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Only with facilitation ROTA: who takes turns, in this order at first.',
  })
  rotaPersonIds?: string[] | null;
  @Field(() => CadenceAudienceInput) audience: CadenceAudienceInput;
}

@InputType('CadenceChanges', {
  description: 'What is not given stays. THIS may change startsAt, minutes, place, agenda, name, facilitatorId.',
})
export class CadenceChangesInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) rule?: string | null;
  @Field(() => LocalDateTimeScalar, { nullable: true }) startsAt?: string | null;
  @Field(() => String, { nullable: true }) timeZone?: string | null;
  @Field(() => Int, { nullable: true }) minutes?: number | null;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) agenda?: string | null;
  @Field(() => FacilitationModeEnum, { nullable: true }) facilitation?: FacilitationMode | null;
  @Field(() => ID, { nullable: true }) facilitatorId?: string | null;
  @Field(() => [ID], { nullable: true }) rotaPersonIds?: string[] | null;
  @Field(() => CadenceAudienceInput, { nullable: true }) audience?: CadenceAudienceInput | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
}

/** Of every mutation of one date or series that changes its own fields. */
@ArgsType()
export class VersionedArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
