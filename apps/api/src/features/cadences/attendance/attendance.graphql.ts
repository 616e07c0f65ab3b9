import {
  INVITATION_ANSWERS,
  OUTCOME_KINDS,
  type InvitationAnswer,
  type OutcomeKind,
} from '@chapterhouse/domain/cadences/meeting-events';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

export const InvitationAnswerEnum = enumOf('InvitationAnswer', INVITATION_ANSWERS);
export const OutcomeKindEnum = enumOf('OutcomeKind', OUTCOME_KINDS);

@ObjectType()
export class Invited {
  /** Not in the schema: what `person` is loaded by. */
  personId: string;
  @Field(() => Boolean) away: boolean;
  @Field(() => InvitationAnswerEnum, { nullable: true }) answer: InvitationAnswer | null;
  @Field(() => Boolean, { nullable: true, description: 'Null: not recorded.' }) attended: boolean | null;
}

@ObjectType()
export class Outcome {
  @Field(() => ID) id: string;
  @Field(() => OutcomeKindEnum) kind: OutcomeKind;
  @Field(() => String) text: string;
  /** Not in the schema: what the things and `by` are loaded by. */
  decisionId: string | null;
  impedimentId: string | null;
  actionId: string | null;
  byId: string;
  @Field(() => DateTimeScalar) at: string;
}
