import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ThingNames } from '../../platform/graphql/thing-names.js';
import { OrganizationReferences } from '../organization/public.js';
import {
  ActivityConnection,
  type ActivityEntry,
  type ImpedimentComment,
  ImpedimentCommentConnection,
} from './impediment-activity.graphql.js';
import { ImpedimentActivityRead } from './impediment-activity.read.js';
import { ImpedimentBoardRead } from './impediment-board.read.js';
import { readFilter } from './impediment-filter.js';
import { ImpedimentFilter, PageArguments } from './impediment-inputs.graphql.js';
import { idOf } from './impediment-loaders.js';
import { Impediment, ImpedimentBoard, ImpedimentConnection } from './impediments.graphql.js';
import { KeptBoard } from './kept-board.js';
import { type ImpedimentPage, ImpedimentsService } from './impediments.service.js';

/** Kinds of loaders of one request. */
const DESCRIPTIONS = Symbol('descriptions of impediments');
const ORIGINALS = Symbol('impediments that others duplicate');

@Resolver(() => Impediment)
export class ImpedimentsResolver implements OnModuleInit {
  constructor(
    @Inject(ImpedimentsService) private readonly service: ImpedimentsService,
    @Inject(ImpedimentBoardRead) private readonly boards: ImpedimentBoardRead,
    @Inject(KeptBoard) private readonly kept: KeptBoard,
    @Inject(ImpedimentActivityRead) private readonly activities: ImpedimentActivityRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Impediment', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
    this.names.register('IMP-', (tx, viewer, numbers) => this.service.names(tx, viewer, numbers));
    this.nodes.register('ImpedimentComment', (viewer, id) => this.activities.comment(viewer, id));
  }

  @Query(() => ImpedimentBoard)
  @Action('impediment:view')
  async impedimentBoard(
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ImpedimentBoard> {
    const state = this.kept.stateOf(context);
    const board = state ? this.boards.as(viewer, state) : await this.boards.board(viewer);
    // One team asked for brings all of them with their areas; then each card names its own without a promise.
    const first = board.impediments[0]?.raisingTeam;
    if (first) await this.organization.team(context, readId('Team', first.id));
    return board;
  }

  @Query(() => Impediment)
  @Action('impediment:view')
  impediment(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => String }) key: string): Promise<Impediment> {
    return this.service.byKey(viewer, key);
  }

  @Query(() => ImpedimentConnection)
  @Action('impediment:view')
  impediments(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
    @Args('filter', { type: () => ImpedimentFilter, nullable: true }) filter: ImpedimentFilter | null | undefined,
  ): Promise<ImpedimentPage> {
    return this.service.page(viewer, page, readFilter(filter));
  }

  /** A board does without; whoever asks gets all of an answer in one statement. */
  @ResolveField(() => String)
  async description(@Parent() impediment: Impediment, @CurrentContext() context: GraphqlContext): Promise<string> {
    if (impediment.description !== undefined) return impediment.description;
    const loader = loaderOf(context, DESCRIPTIONS, (ids) => this.service.descriptions(viewerOf(context), ids));
    return (await loader.load(idOf(impediment))) ?? '';
  }

  @ResolveField(() => Impediment, { nullable: true })
  async duplicateOf(
    @Parent() impediment: Impediment,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment | null> {
    if (impediment.duplicateOfId === null) return null;
    const loader = loaderOf(context, ORIGINALS, async (ids) => {
      const found = await this.service.byIds(viewerOf(context), ids);
      return new Map(found.map((original) => [idOf(original), original]));
    });
    return (await loadOnce(loader, impediment.duplicateOfId)) ?? null;
  }

  @ResolveField(() => ImpedimentCommentConnection)
  comments(
    @Parent() impediment: Impediment,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<ImpedimentComment> | undefined> {
    const load = (ids: string[]): Promise<Map<string, Connection<ImpedimentComment>>> =>
      this.activities.comments(viewerOf(context), ids, page);
    return loadOnce(loaderOf(context, pageKey('comments', page), load), idOf(impediment));
  }

  @ResolveField(() => ActivityConnection)
  activity(
    @Parent() impediment: Impediment,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<ActivityEntry> | undefined> {
    const load = (ids: string[]): Promise<Map<string, Connection<ActivityEntry>>> =>
      this.activities.activity(viewerOf(context), ids, page);
    return loadOnce(loaderOf(context, pageKey('activity', page), load), idOf(impediment));
  }
}

/** Counts only when asked: the history of an organization is long. A page without its filter was counted already. */
@Resolver(() => ImpedimentConnection)
export class ImpedimentTotalResolver {
  constructor(@Inject(ImpedimentsService) private readonly service: ImpedimentsService) {}

  @ResolveField(() => Int)
  totalCount(
    @Parent() page: ImpedimentPage | Connection<Impediment>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<number> {
    return 'filter' in page ? this.service.total(viewer, page.filter) : Promise.resolve(page.totalCount);
  }
}

/** The same page of many impediments is one load. */
function pageKey(field: string, { first, after }: PageArguments): string {
  return `impediment ${field} ${first ?? ''} ${after ?? ''}`;
}
