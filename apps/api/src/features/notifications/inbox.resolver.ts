import type { InboxReason } from '@chapterhouse/domain/notifications/inbox-reasons';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId, readIds } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { ActionItem, ActionsService, MeetingLoaders, Occurrence } from '../cadences/public.js';
import { TriageService, TriageSession } from '../chapters/public.js';
import { Decision, DecisionsService } from '../decisions/public.js';
import { Impediment, ImpedimentsService } from '../impediments/public.js';
import { OrganizationReferences, Person } from '../organization/public.js';
import { DependenciesService, Dependency } from '../priorities/public.js';
import { InboxChange, InboxConnection, InboxEntry, InboxReasonEnum, InboxState } from './inbox.graphql.js';
import { InboxNews } from './inbox-news.js';
import { InboxService } from './inbox.service.js';

const DECISIONS = Symbol('decisions that entries tell of');
const DEPENDENCIES = Symbol('dependencies that entries tell of');
const ACTIONS = Symbol('actions that entries tell of');
const SESSIONS = Symbol('triage sessions that entries tell of');

@Resolver(() => InboxEntry)
export class InboxResolver implements OnModuleInit {
  constructor(
    @Inject(InboxService) private readonly inboxes: InboxService,
    @Inject(InboxNews) private readonly news: InboxNews,
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(DependenciesService) private readonly dependencies: DependenciesService,
    @Inject(MeetingLoaders) private readonly meetings: MeetingLoaders,
    @Inject(ActionsService) private readonly actions: ActionsService,
    @Inject(TriageService) private readonly triage: TriageService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('InboxEntry', (viewer, id) => this.inboxes.entry(viewer, id));
  }

  @Query(() => InboxConnection)
  @Action('inbox:own')
  inbox(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
    @Args('unreadOnly', { type: () => Boolean, nullable: true }) unreadOnly: boolean | null | undefined,
    @Args('reason', { type: () => InboxReasonEnum, nullable: true }) reason: InboxReason | null | undefined,
  ): Promise<InboxConnection> {
    return this.inboxes.page(viewer, { first, after }, { unreadOnly: unreadOnly ?? false, reason: reason ?? null });
  }

  @Mutation(() => InboxState)
  @Action('inbox:own')
  markInboxRead(
    @CurrentViewer() viewer: Viewer,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('read', { type: () => Boolean }) read: boolean,
  ): Promise<InboxState> {
    return this.inboxes.mark(viewer, readIds('InboxEntry', ids), read);
  }

  @Mutation(() => InboxState)
  @Action('inbox:own')
  markWholeInboxRead(
    @CurrentViewer() viewer: Viewer,
    @Args('until', { type: () => DateTimeScalar }) until: string,
  ): Promise<InboxState> {
    return this.inboxes.markUntil(viewer, until);
  }

  @Subscription(() => InboxChange, { resolve: (change: InboxChange) => change })
  @Action('inbox:own')
  inboxChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<InboxChange>> {
    return this.news.follow(viewer, after);
  }

  @ResolveField(() => Person, { nullable: true })
  async actor(@Parent() { actorId }: InboxEntry, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return actorId === null ? null : ((await this.organization.person(context, actorId)) ?? null);
  }

  /** All of an answer in one load. */
  @ResolveField(() => Impediment, { nullable: true })
  async impediment(
    @Parent() { impedimentId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment | null> {
    if (impedimentId === null) return null;
    const loader = loaderOf(context, InboxResolver, async (ids) => {
      const found = await this.impediments.byIds(viewer, ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    return (await loader.load(impedimentId)) ?? null;
  }
  @ResolveField(() => Decision, { nullable: true })
  async decision(
    @Parent() { decisionId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Decision | null> {
    if (decisionId === null) return null;
    const loader = loaderOf(context, DECISIONS, async (ids) => {
      const found = await this.decisions.byIds(viewer, ids);
      return new Map(found.map((decision) => [readId('Decision', decision.id), decision]));
    });
    return (await loader.load(decisionId)) ?? null;
  }

  @ResolveField(() => Dependency, { nullable: true })
  async dependency(
    @Parent() { dependencyId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Dependency | null> {
    if (dependencyId === null) return null;
    const loader = loaderOf(context, DEPENDENCIES, async (ids) => {
      const found = await this.dependencies.byIds(viewer, ids);
      return new Map(found.map((dependency) => [readId('Dependency', dependency.id), dependency]));
    });
    return (await loader.load(dependencyId)) ?? null;
  }

  /** Null for one that was taken out meanwhile. */
  @ResolveField(() => Occurrence, { nullable: true })
  occurrence(@Parent() { date }: InboxEntry, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    return date === null ? Promise.resolve(null) : this.meetings.occurrence(context, date);
  }

  @ResolveField(() => ActionItem, { nullable: true })
  async action(
    @Parent() { actionId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ActionItem | null> {
    if (actionId === null) return null;
    const loader = loaderOf(context, ACTIONS, (ids) => this.actions.byIds(viewer, ids));
    return (await loader.load(actionId)) ?? null;
  }
  @ResolveField(() => TriageSession, { nullable: true })
  async triageSession(
    @Parent() { triageSessionId }: InboxEntry,
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<TriageSession | null> {
    if (triageSessionId === null) return null;
    const loader = loaderOf(context, SESSIONS, (ids) => this.triage.byIds(viewer, ids));
    return (await loader.load(triageSessionId)) ?? null;
  }
}
