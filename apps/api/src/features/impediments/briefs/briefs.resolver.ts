import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { callOf, ChangeArguments } from '../impediment-arguments.graphql.js';
import { idOf as idOfImpediment } from '../impediment-loaders.js';
import { Impediment } from '../impediments.graphql.js';
import { ImpedimentsService } from '../impediments.service.js';
import { AnswerBrief } from './answer-brief.js';
import {
  BriefAnswerKindEnum,
  EscalationBriefConnection,
  EscalationBriefObject,
  EscalationBriefPreview,
  SendEscalationBriefInput,
} from './briefs.graphql.js';
import { type AskedPage, BriefsService } from './briefs.service.js';
import { SendBrief } from './send-brief.js';

@ArgsType()
class AskedArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True, also when omitted: what waits, needed first comes first. False: what no longer does, the latest first.',
  })
  open?: boolean | null;
}

@ArgsType()
class AnswerBriefArguments {
  @Field(() => ID) id: string;
  @Field(() => BriefAnswerKindEnum) kind: BriefAnswerKind;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const IMPEDIMENTS = Symbol('impediments of briefs');

@Resolver(() => EscalationBriefObject)
export class BriefsResolver implements OnModuleInit {
  constructor(
    @Inject(BriefsService) private readonly service: BriefsService,
    @Inject(SendBrief) private readonly sends: SendBrief,
    @Inject(AnswerBrief) private readonly answers: AnswerBrief,
    @Inject(ImpedimentsService) private readonly impedimentsOf: ImpedimentsService,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('EscalationBrief', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => EscalationBriefPreview)
  @Action('impediment:send-brief')
  escalationBriefPreview(
    @CurrentViewer() viewer: Viewer,
    @Args('impedimentId', { type: () => ID }) impedimentId: string,
  ): Promise<EscalationBriefPreview> {
    return this.service.preview(viewer, readId('Impediment', impedimentId));
  }

  @Query(() => EscalationBriefObject)
  @Action('brief:view')
  escalationBrief(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<EscalationBriefObject> {
    return this.service.byId(viewer, readId('EscalationBrief', id));
  }

  @Query(() => EscalationBriefConnection, {
    description: 'What the viewer is asked, also in the place of somebody who is away.',
  })
  @Action('brief:view')
  briefsAskedOfMe(@CurrentViewer() viewer: Viewer, @Args() { open, ...page }: AskedArguments): Promise<AskedPage> {
    return this.service.askedOf(viewer, page, open ?? true);
  }

  @Mutation(() => Impediment, {
    description: 'Freezes the brief as of now and takes the impediment to the top level with it.',
  })
  @Action('impediment:send-brief')
  sendEscalationBrief(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('input', { type: () => SendEscalationBriefInput }) input: SendEscalationBriefInput,
  ): Promise<Impediment> {
    const recipientIds = input.recipientIds.map((id) => readId('Person', id));
    return this.sends.send(callOf(viewer, given, { input }), { ...input, recipientIds });
  }

  @Mutation(() => EscalationBriefObject, {
    description:
      'Once for each brief, by whom it asks or who stands in for them; the words are needed with every kind.',
  })
  @Action('brief:answer')
  answerEscalationBrief(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, ...answer }: AnswerBriefArguments,
  ): Promise<EscalationBriefObject> {
    return this.answers.answer({
      viewer,
      id: readId('EscalationBrief', id),
      kind: answer.kind,
      words: answer.words,
      idempotencyKey: answer.idempotencyKey,
    });
  }

  @ResolveField(() => Impediment, { description: 'As it is now.' })
  async impediment(
    @Parent() { impedimentId }: EscalationBriefObject,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment> {
    const loader = loaderOf(context, IMPEDIMENTS, async (ids) => {
      const found = await this.impedimentsOf.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [idOfImpediment(impediment), impediment]));
    });
    const found = await loadOnce(loader, impedimentId);
    if (!found) throw new Error('A brief is of an impediment.');
    return found;
  }
}

/** Counted only for those who ask. */
@Resolver(() => EscalationBriefConnection)
export class AskedTotalResolver {
  constructor(@Inject(BriefsService) private readonly service: BriefsService) {}

  @ResolveField(() => Int)
  totalCount(@Parent() page: AskedPage, @CurrentContext() context: GraphqlContext): Promise<number> {
    return this.service.askedTotal(viewerOf(context), page);
  }
}

const OF_IMPEDIMENTS = Symbol('briefs of impediments');

@Resolver(() => Impediment)
export class ImpedimentBriefsResolver {
  constructor(@Inject(BriefsService) private readonly service: BriefsService) {}

  @ResolveField(() => [EscalationBriefObject], { description: 'That were sent for it, the latest first.' })
  async briefs(
    @Parent() impediment: Impediment,
    @CurrentContext() context: GraphqlContext,
  ): Promise<EscalationBriefObject[]> {
    const loader = loaderOf(context, OF_IMPEDIMENTS, (ids) => this.service.ofImpediments(viewerOf(context), ids));
    return (await loadOnce(loader, idOfImpediment(impediment))) ?? [];
  }
}
