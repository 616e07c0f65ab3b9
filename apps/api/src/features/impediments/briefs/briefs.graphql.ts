import { BRIEF_STATES, type BriefState } from '@chapterhouse/domain/impediments/brief-answer';
import { BRIEF_ANSWERS, type BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import type { BriefAction } from '@chapterhouse/domain/impediments/brief-policy';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';
import { ActionScalar, DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Person } from '../../organization/public.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { BriefData } from './brief-data.graphql.js';

export const BriefStateEnum = enumOf('BriefState', BRIEF_STATES);
export const BriefAnswerKindEnum = enumOf('BriefAnswerKind', BRIEF_ANSWERS);

@ObjectType()
export class BriefAnswer {
  @Field(() => BriefAnswerKindEnum) kind: BriefAnswerKind;
  @Field(() => String) words: string;
  @Field(() => Person) by: Person;
  @Field(() => Person, { nullable: true, description: 'Who was asked, when somebody answered who stands in for them.' })
  insteadOf: Person | null;
  @Field(() => DateTimeScalar) at: string;
}

@ObjectType('EscalationBrief', {
  implements: () => [Node],
  description: 'What went with an escalation to the top level. Its words never change; it is answered once.',
})
export class EscalationBriefObject implements Node {
  @Field(() => ID) id: string;
  @Field(() => BriefStateEnum) state: BriefState;
  @Field(() => Boolean, { description: 'It waits longer than it asked to.' }) overdue: boolean;
  /** Not in the schema: what `impediment` is loaded by. */
  impedimentId: string;
  @Field(() => BriefData) data: BriefData;
  @Field(() => String, { description: 'SHA-256 of what is kept: the same as on the day it was sent.' })
  fingerprint: string;
  @Field(() => DateScalar) answerBy: string;
  @Field(() => Person) sentBy: Person;
  @Field(() => DateTimeScalar) sentAt: string;
  @Field(() => [Person], { description: 'Whom it asks.' }) recipients: Person[];
  @Field(() => BriefAnswer, { nullable: true }) answer: BriefAnswer | null;
  @Field(() => ID, { nullable: true, description: 'The newest brief of the same impediment, when it is another one.' })
  replacedById: string | null;
  @Field(() => String) markdownUrl: string;
  @Field(() => String) pdfUrl: string;
  @Field(() => [ActionScalar]) viewerCan: BriefAction[];
}

export const EscalationBriefConnection = connectionOf(EscalationBriefObject, 'EscalationBrief');

@ObjectType({ description: 'What a brief would say now, and whom it could ask.' })
export class EscalationBriefPreview {
  @Field(() => BriefData) data: BriefData;
  @Field(() => [Person], { description: 'Who holds the role of the top level today.' }) offeredRecipients: Person[];
}

@InputType()
export class SendEscalationBriefInput {
  @Field(() => String, { description: 'The structural change that would keep it from coming back.' }) proposal: string;
  @Field(() => String, { description: 'The decision asked for.' }) ask: string;
  @Field(() => DateScalar) answerBy: string;
  @Field(() => [ID]) recipientIds: string[];
}
