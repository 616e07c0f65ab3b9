import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationReferences, Team } from '../../organization/public.js';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { type Connection, connectionOf } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { idOf } from '../impediment-loaders.js';
import { BlockedItem, Impediment } from '../impediments.graphql.js';
import { ImpedimentsService } from '../impediments.service.js';
import { BlockedItemsRead, type ItemFacts } from './blocked-items.read.js';

const BlockedItemConnection = connectionOf(BlockedItem, 'BlockedItem');

@ArgsType()
class BlockedItemsArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only what is blocked of this team.' }) teamId?: string | null;
}

/** Kinds of loaders of one request. */
const FACTS = Symbol('what blocks items');
const IMPEDIMENTS = Symbol('impediments that block items');

/** Blocked work. What blocks an item is one load for all items of an answer, when somebody asks. */
@Resolver(() => BlockedItem)
export class BlockedItemsResolver {
  constructor(
    @Inject(BlockedItemsRead) private readonly read: BlockedItemsRead,
    @Inject(ImpedimentsService) private readonly impedimentsOf: ImpedimentsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Query(() => BlockedItemConnection, {
    description: 'Items that an impediment blocks which is not resolved; the longest blocked first.',
  })
  @Action('impediment:view')
  blockedItems(
    @CurrentViewer() viewer: Viewer,
    @Args() { teamId, ...page }: BlockedItemsArguments,
  ): Promise<Connection<BlockedItem>> {
    return this.read.list(viewer, page, teamId ? readId('Team', teamId) : null);
  }

  @ResolveField(() => Boolean, { description: 'An impediment blocks it that is not resolved, and it is not done.' })
  async blocked(@Parent() item: BlockedItem, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    return (await this.facts(item, context)).blockage !== null;
  }

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'Since the first of its impediments stands in its way; null when it is not blocked.',
  })
  async since(@Parent() item: BlockedItem, @CurrentContext() context: GraphqlContext): Promise<string | null> {
    return (await this.facts(item, context)).blockage?.since ?? null;
  }

  @ResolveField(() => Int, {
    description:
      "Working days since then by the organization's calendar; the day on which it began counts nothing yet.",
  })
  async blockedWorkingDays(@Parent() item: BlockedItem, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.facts(item, context)).blockage?.workingDays ?? 0;
  }

  @ResolveField(() => [Team], { description: 'The team of its record; of a key without one, the teams that named it.' })
  async teams(@Parent() item: BlockedItem, @CurrentContext() context: GraphqlContext): Promise<Team[]> {
    const { teamIds } = await this.facts(item, context);
    const teams = await Promise.all(teamIds.map((id) => this.organization.team(context, id)));
    return teams.filter((team) => team !== undefined);
  }

  @ResolveField(() => [Impediment], { description: 'That block it and are not resolved, the earliest first.' })
  async impediments(@Parent() item: BlockedItem, @CurrentContext() context: GraphqlContext): Promise<Impediment[]> {
    const { blockage } = await this.facts(item, context);
    const loader = loaderOf(context, IMPEDIMENTS, async (ids) => {
      const found = await this.impedimentsOf.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [idOf(impediment), impediment]));
    });
    const shown = await Promise.all((blockage?.impedimentIds ?? []).map((id) => loadOnce(loader, id)));
    return shown.filter((impediment) => impediment !== undefined);
  }

  private async facts({ externalKey }: BlockedItem, context: GraphqlContext): Promise<ItemFacts> {
    const loader = loaderOf(context, FACTS, (keys) => this.read.facts(viewerOf(context), keys));
    return (await loadOnce(loader, externalKey)) ?? { blockage: null, teamIds: [] };
  }
}
