import type { AskAnswer } from '@chapterhouse/domain/decisions/delegation-flow';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { DecisionChangeArguments } from '../decision-inputs.graphql.js';
import { decisionCallOf } from '../decision-transaction.js';
import { Decision, DecisionConnection } from '../decisions.graphql.js';
import { AnswerAsk } from './answer-ask.js';
import { AskedOfMe } from './asked-of-me.js';
import { AskAnswerEnum } from './delegation-enums.graphql.js';
import { VetoDecision } from './veto-decision.js';

@ArgsType()
class AnswerAskArguments {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Of the decision, as its words were read.' }) version: number;
  @Field(() => AskAnswerEnum) answer: AskAnswer;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class OpenToMyVetoArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class AskedOfMeArguments extends OpenToMyVetoArguments {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True, also when omitted: what waits for an answer or to be decided, due first comes first. False: what was answered, the latest first.',
  })
  open?: boolean | null;
}

@Resolver(() => Decision)
export class AsksResolver {
  constructor(
    @Inject(AnswerAsk) private readonly answers: AnswerAsk,
    @Inject(VetoDecision) private readonly vetoes: VetoDecision,
    @Inject(AskedOfMe) private readonly asked: AskedOfMe,
  ) {}

  @Query(() => DecisionConnection, {
    description: 'What waits for the viewer, also in the place of somebody who is away.',
  })
  @Action('decision:view')
  decisionsAskedOfMe(
    @CurrentViewer() viewer: Viewer,
    @Args() { open, ...page }: AskedOfMeArguments,
  ): Promise<Connection<Decision>> {
    return this.asked.page(viewer, page, open ?? true);
  }

  @Query(() => DecisionConnection, {
    description:
      'What the viewer may veto now, also in the place of somebody who is away; what ends first comes first.',
  })
  @Action('decision:view')
  decisionsOpenToMyVeto(
    @CurrentViewer() viewer: Viewer,
    @Args() page: OpenToMyVetoArguments,
  ): Promise<Connection<Decision>> {
    return this.asked.openToVeto(viewer, page);
  }

  @Mutation(() => Decision, {
    description: 'By whoever answers for the side that is asked; an objection and advice need words.',
  })
  @Action('decision:answer')
  answerDecisionAsk(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, version, answer, words, idempotencyKey }: AnswerAskArguments,
  ): Promise<Decision> {
    return this.answers.answer({
      viewer,
      id: readId('DecisionAsk', id),
      version,
      answer,
      words: words ?? '',
      idempotencyKey,
    });
  }

  @Mutation(() => Decision, { description: 'By who is accountable, or stands in, while the veto is open.' })
  @Action('decision:veto')
  vetoDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Decision> {
    return this.vetoes.veto(decisionCallOf(viewer, given, { reason }), reason);
  }
}
