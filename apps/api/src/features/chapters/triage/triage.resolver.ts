import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { PresencePlaces } from '../../../platform/realtime/presence-places.js';
import { readOccurrenceId } from '../../cadences/public.js';
import { AddItem } from './add-item.js';
import { EndItem, type TriageResult } from './end-item.js';
import { PromiseInTriage } from './promise-in-triage.js';
import { RunTriage } from './run-triage.js';
import { StartTriage } from './start-triage.js';
import type { TriageCall } from './triage-transaction.js';
import { TriageResultInput, TriageSession } from './triage.graphql.js';
import { TriageService } from './triage.service.js';

@ArgsType()
export class OfSessionArguments {
  @Field(() => ID) sessionId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class OfItemArguments {
  @Field(() => ID) itemId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class StartTriageArguments {
  @Field(() => ID) chapterId: string;
  @Field(() => ID, { nullable: true }) occurrenceId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EndItemArguments extends OfItemArguments {
  @Field(() => Int) version: number;
  @Field(() => TriageResultInput) result: TriageResultInput;
}

@ArgsType()
class PromiseActionArguments extends OfItemArguments {
  @Field(() => String) title: string;
  @Field(() => ID) ownerId: string;
  @Field(() => DateScalar) dueOn: string;
}

/** A session as a whole, and what is done to its items. */
@Resolver(() => TriageSession)
export class TriageResolver implements OnModuleInit {
  constructor(
    @Inject(TriageService) private readonly service: TriageService,
    @Inject(StartTriage) private readonly starting: StartTriage,
    @Inject(RunTriage) private readonly running: RunTriage,
    @Inject(AddItem) private readonly adding: AddItem,
    @Inject(EndItem) private readonly ending: EndItem,
    @Inject(PromiseInTriage) private readonly promising: PromiseInTriage,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(PresencePlaces) private readonly places: PresencePlaces,
  ) {}

  onModuleInit(): void {
    this.nodes.register('TriageSession', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
    this.nodes.register('TriageItem', async (viewer, id) => (await this.service.itemsByIds(viewer, [id])).get(id));
    this.places.register('TriageSession', async (viewer, id) => (await this.service.byIds(viewer, [id])).has(id));
  }

  @Query(() => TriageSession)
  @Action('chapter:view')
  async triageSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<TriageSession> {
    const own = readId('TriageSession', id);
    const found = (await this.service.byIds(viewer, [own])).get(own);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  @Mutation(() => TriageSession)
  @Action('triage:start')
  startTriage(@CurrentViewer() viewer: Viewer, @Args() given: StartTriageArguments): Promise<TriageSession> {
    const occurrence = given.occurrenceId ? readOccurrenceId(given.occurrenceId) : null;
    const toStart = { chapterId: readId('Chapter', given.chapterId), occurrence };
    return this.starting.start(viewer, toStart, given.idempotencyKey);
  }

  @Mutation(() => TriageSession)
  @Action('triage:join')
  joinTriage(@CurrentViewer() viewer: Viewer, @Args() given: OfSessionArguments): Promise<TriageSession> {
    return this.running.join(sessionCall(viewer, given, {}));
  }

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  takeUpItem(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfItemArguments,
    @Args('seconds', { type: () => Int, nullable: true }) seconds: number | null | undefined,
  ): Promise<TriageSession> {
    return this.running.takeUp(itemCall(viewer, given, { seconds }), seconds ?? null);
  }

  @Mutation(() => TriageSession)
  @Action('triage:add-item')
  addTriageItem(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfSessionArguments,
    @Args('impedimentKey', { type: () => String }) impedimentKey: string,
  ): Promise<TriageSession> {
    return this.adding.add(sessionCall(viewer, given, { impedimentKey }), impedimentKey);
  }

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  moveTriageItem(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfItemArguments,
    @Args('position', { type: () => Int }) position: number,
  ): Promise<TriageSession> {
    return this.running.move(itemCall(viewer, given, { position }), position);
  }

  @Mutation(() => TriageSession, { description: 'Absolute, so that sending it twice is one vote.' })
  @Action('triage:vote')
  setTriageDots(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfItemArguments,
    @Args('dots', { type: () => Int }) dots: number,
  ): Promise<TriageSession> {
    return this.running.setDots(itemCall(viewer, given, { dots }), dots);
  }

  @Mutation(() => TriageSession)
  @Action('triage:end-item')
  endTriageItem(@CurrentViewer() viewer: Viewer, @Args() given: EndItemArguments): Promise<TriageSession> {
    const result = resultOf(given.result);
    const call = itemCall(viewer, given, { version: given.version, result });
    return this.ending.end(call, given.version, result);
  }

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  reopenTriageItem(@CurrentViewer() viewer: Viewer, @Args() given: OfItemArguments): Promise<TriageSession> {
    return this.ending.reopen(itemCall(viewer, given, { reopen: true }));
  }

  @Mutation(() => TriageSession)
  @Action('triage:promise-action')
  promiseAction(@CurrentViewer() viewer: Viewer, @Args() given: PromiseActionArguments): Promise<TriageSession> {
    const { dueOn } = given;
    const promised = { title: typedText(given.title), ownerId: readId('Person', given.ownerId), dueOn };
    return this.promising.promise(itemCall(viewer, given, promised), promised);
  }
}

/** @throws NOT_FOUND for what is no id of a session */
export function sessionCall(viewer: Viewer, given: OfSessionArguments, input: object): TriageCall {
  const sessionId = readId('TriageSession', given.sessionId);
  return { viewer, of: { sessionId }, input, idempotencyKey: given.idempotencyKey };
}

/** @throws NOT_FOUND for what is no id of an item */
export function itemCall(viewer: Viewer, given: OfItemArguments, input: object): TriageCall {
  const itemId = readId('TriageItem', given.itemId);
  return { viewer, of: { itemId }, input, idempotencyKey: given.idempotencyKey };
}

function resultOf(given: TriageResultInput): TriageResult {
  const { brief } = given;
  return {
    kind: given.kind,
    ownerId: given.ownerId ? readId('Person', given.ownerId) : null,
    severity: given.severity ?? null,
    level: given.level ?? null,
    nextStep: typedTextIfGiven(given.nextStep) ?? '',
    reason: typedTextIfGiven(given.reason) ?? '',
    intoKey: given.intoKey ?? '',
    impedimentVersion: given.impedimentVersion ?? null,
    brief: brief ? { ...brief, recipientIds: brief.recipientIds.map((id) => readId('Person', id)) } : null,
    dueOn: given.dueOn,
  };
}
