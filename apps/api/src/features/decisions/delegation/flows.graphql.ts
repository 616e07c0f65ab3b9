import type { AskAnswer } from '@chapterhouse/domain/decisions/delegation-flow';
import type { AskKind, DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActionScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Accountability, Person, RoleScope } from '../../organization/public.js';
import { Delegate } from './boards.graphql.js';
import { AskAnswerEnum, AskKindEnum, DelegationLevelEnum } from './delegation-enums.graphql.js';

@ObjectType({
  description: 'A consent or an advice that is asked for, of a side: the accountable Product Owner, or the delegate.',
})
export class DecisionAsk {
  @Field(() => ID) id: string;
  @Field(() => AskKindEnum) kind: AskKind;
  @Field(() => String, { description: 'Like `the Product Owner of Payments` or `the team Payments`.' }) ofWhom: string;
  @Field(() => [Person], { description: 'Who answers now, stand-ins included.' }) people: Person[];
  @Field(() => DateTimeScalar) dueAt: string;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => AskAnswerEnum, { nullable: true }) answer: AskAnswer | null;
  @Field(() => String) words: string;
  @Field(() => Person, { nullable: true }) answeredBy: Person | null;
  @Field(() => Person, { nullable: true }) answeredFor: Person | null;
  @Field(() => DateTimeScalar, { nullable: true }) answeredAt: string | null;
  @Field(() => [ActionScalar]) viewerCan: 'decision:answer'[];
}

@ObjectType()
export class DecisionAskPreview {
  @Field(() => AskKindEnum) kind: AskKind;
  @Field(() => String) ofWhom: string;
  @Field(() => [Person]) people: Person[];
  @Field(() => DateTimeScalar) dueAt: string;
}

@ObjectType({
  description: 'How a decision is made: by its delegation as it was when it was proposed; the people as of now.',
})
export class DecisionFlow {
  @Field(() => DelegationLevelEnum) level: DelegationLevel;
  @Field(() => RoleScope, {
    nullable: true,
    description: 'Where the level comes from; null: nobody delegated it, so the accountable one decides.',
  })
  delegatedBy: RoleScope | null;
  @Field(() => String) sentence: string;
  @Field(() => Accountability) accountable: Accountability;
  @Field(() => Delegate, { nullable: true }) delegate: Delegate | null;
  @Field(() => [Person], { description: 'Who may accept now, stand-ins included.' }) mayAccept: Person[];
  @Field(() => String, { description: 'In words, like `the team Payments`; said also when nobody answers.' })
  mayAcceptWords: string;
  @Field(() => [DecisionAsk]) asks: DecisionAsk[];
  @Field(() => [DecisionAskPreview], { description: 'Of a preview: what will be asked once it is proposed.' })
  willAsk: DecisionAskPreview[];
  @Field(() => [Person], { description: 'Who is told once it is accepted; after that, who was.' })
  willTell: Person[];
  @Field(() => Int) vetoHours: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Once accepted, where there is a veto; in a preview: if it were accepted now.',
  })
  vetoEndsAt: string | null;
  @Field(() => [String], {
    description: 'What still stands between it and being accepted, in sentences; empty: it can be accepted.',
  })
  waitsFor: string[];
}
