import { type ItemAction, viewerCanOnItem } from '@chapterhouse/domain/priorities/priorities-policy';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { type Decision, DecisionConnection, DecisionsAboutRead } from '../../decisions/public.js';
import { ActivityConnection, type ActivityEntry } from '../../impediments/public.js';
import { Sprint } from '../../sprints/public.js';
import { ItemActivityRead } from './item-activity.read.js';
import { itemIdOf } from './item-loaders.js';
import { ItemPartsRead } from './item-parts.read.js';
import { BacklogItem, ItemLink } from './items.graphql.js';

@ArgsType()
class PageArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

/** Fields that are loaded when somebody asks for them, for all items of an answer at once. */
@Resolver(() => BacklogItem)
export class ItemPartsResolver {
  constructor(
    @Inject(ItemPartsRead) private readonly parts: ItemPartsRead,
    @Inject(ItemActivityRead) private readonly activities: ItemActivityRead,
    @Inject(DecisionsAboutRead) private readonly decided: DecisionsAboutRead,
  ) {}

  @ResolveField(() => Int)
  async childCount(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.children(item, context))?.all ?? 0;
  }

  @ResolveField(() => Int)
  async openChildCount(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.children(item, context))?.open ?? 0;
  }

  @ResolveField(() => Boolean, { description: 'An impediment or a dependency stands in its way.' })
  async blocked(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    const loader = loaderOf(context, 'blocked items', (ids) => this.parts.blocked(viewerOf(context), ids));
    return (await loadOnce(loader, itemIdOf(item))) ?? false;
  }

  @ResolveField(() => [ItemLink])
  async links(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<ItemLink[]> {
    const loader = loaderOf(context, 'item links', (ids) => this.parts.links(viewerOf(context), ids));
    return (await loadOnce(loader, itemIdOf(item))) ?? [];
  }

  @ResolveField(() => [Sprint], { description: 'The latest first.' })
  async sprints(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Sprint[]> {
    const loader = loaderOf(context, 'item sprints', (ids) => this.parts.sprints(viewerOf(context), ids));
    return (await loadOnce(loader, itemIdOf(item))) ?? [];
  }

  @ResolveField(() => ActivityConnection)
  activity(
    @Parent() item: BacklogItem,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<ActivityEntry> | undefined> {
    const loader = loaderOf(context, `item activity ${page.first ?? ''} ${page.after ?? ''}`, (ids) =>
      this.activities.pages(viewerOf(context), ids, page),
    );
    return loadOnce(loader, itemIdOf(item));
  }

  @ResolveField(() => DecisionConnection, { description: 'That touch it, the latest first.' })
  decisions(
    @Parent() item: BacklogItem,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Decision> | undefined> {
    const loader = loaderOf(context, `item decisions ${page.first ?? ''} ${page.after ?? ''}`, (ids) =>
      this.decided.pages(viewerOf(context), 'BacklogItem', ids, page),
    );
    return loadOnce(loader, itemIdOf(item));
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() item: BacklogItem, @CurrentContext() context: GraphqlContext): ItemAction[] {
    const { tier, productId, areaId, teamId, state, inOrder: isInOrder } = item;
    return viewerCanOnItem(viewerOf(context).actor, { tier, productId, areaId, teamId }, { state, isInOrder });
  }

  private children(item: BacklogItem, context: GraphqlContext): Promise<{ all: number; open: number } | undefined> {
    const loader = loaderOf(context, 'children of items', (ids) => this.parts.children(viewerOf(context), ids));
    return loadOnce(loader, itemIdOf(item));
  }
}
