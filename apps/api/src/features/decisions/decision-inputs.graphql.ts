import type { ArgumentTone, DecisionKind, DecisionPersonPart } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionLinkKind } from '@chapterhouse/domain/decisions/decision-links';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { ScopeKindEnum } from '../organization/public.js';
import {
  ArgumentToneEnum,
  DecisionKindEnum,
  DecisionLinkKindEnum,
  DecisionPersonPartEnum,
} from './decision-enums.graphql.js';

@InputType()
export class DecisionArgumentInput {
  @Field(() => ArgumentToneEnum) tone: ArgumentTone;
  @Field(() => String) text: string;
}

@InputType()
export class DecisionOptionInput {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => [DecisionArgumentInput], { nullable: true }) arguments?: DecisionArgumentInput[] | null;
}

@InputType()
export class DecisionPersonInput {
  @Field(() => DecisionPersonPartEnum) part: DecisionPersonPart;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
}

@InputType('DecisionLinkInput')
export class DecisionLinkInputObject {
  @Field(() => DecisionLinkKindEnum) kind: DecisionLinkKind;
  @Field(() => ID, { nullable: true }) thingId?: string | null;
  @Field(() => String, { nullable: true }) key?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) title?: string | null;
}

/** What the words of a decision are given with, all of it or a part. */
@InputType({ isAbstract: true })
class DecisionWordsInput {
  @Field(() => ID, { nullable: true }) decisionAreaId?: string | null;
  @Field(() => String, { nullable: true }) context?: string | null;
  @Field(() => [String], { nullable: true }) drivers?: string[] | null;
  @Field(() => [DecisionOptionInput], { nullable: true }) options?: DecisionOptionInput[] | null;
  @Field(() => Int, { nullable: true }) chosenOption?: number | null;
  @Field(() => String, { nullable: true }) outcome?: string | null;
  @Field(() => String, { nullable: true }) rationale?: string | null;
  @Field(() => [String], { nullable: true }) gains?: string[] | null;
  @Field(() => [String], { nullable: true }) givesUp?: string[] | null;
  @Field(() => [DecisionArgumentInput], { nullable: true }) consequences?: DecisionArgumentInput[] | null;
  @Field(() => String, { nullable: true }) confirmation?: string | null;
  @Field(() => String, { nullable: true }) moreInformation?: string | null;
  @Field(() => [DecisionPersonInput], { nullable: true }) people?: DecisionPersonInput[] | null;
  @Field(() => DateScalar, { nullable: true }) revisitOn?: string | null;
  @Field(() => [ID], { nullable: true }) supersedesIds?: string[] | null;
}

@InputType({
  description:
    'Everything except title, scope and kind may be left out: the quick form. In an edit, what is left out stays.',
})
export class ProposeDecisionInput extends DecisionWordsInput {
  @Field(() => String) title: string;
  @Field(() => DecisionKindEnum) kind: DecisionKind;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field(() => ID) scopeId: string;
  @Field(() => [DecisionLinkInputObject], { nullable: true }) links?: DecisionLinkInputObject[] | null;
}

@InputType({
  description:
    'Only the given fields change; null clears decision area, chosen option and revisit date. Only while it is proposed; another scope or decision area starts the flow anew.',
})
export class EditDecisionInput extends DecisionWordsInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => DecisionKindEnum, { nullable: true }) kind?: DecisionKind | null;
  @Field(() => ScopeKindEnum, { nullable: true }) scopeKind?: ScopeKind | null;
  @Field(() => ID, { nullable: true }) scopeId?: string | null;
}

/** Of a mutation that adds something beside a decision's own fields. */
@ArgsType()
export class DecisionPartArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** Of a mutation that changes a decision's own fields: `version` is the one that the person saw. */
@ArgsType()
export class DecisionChangeArguments extends DecisionPartArguments {
  @Field(() => Int) version: number;
}
