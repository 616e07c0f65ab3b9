import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ThingNames } from '../../../platform/graphql/thing-names.js';
import { BacklogArguments } from './item-inputs.graphql.js';
import { BacklogItem, BacklogItemConnection } from './items.graphql.js';
import { ItemsService } from './items.service.js';

@Resolver(() => BacklogItem)
export class ItemsResolver implements OnModuleInit {
  constructor(
    @Inject(ItemsService) private readonly service: ItemsService,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
  ) {}

  onModuleInit(): void {
    this.nodes.register('BacklogItem', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
    this.names.register('B-', (tx, _viewer, numbers) => this.service.names(tx, numbers));
  }

  @Query(() => BacklogItem, { nullable: true })
  @Action('item:view')
  backlogItem(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => String }) key: string): Promise<BacklogItem> {
    return this.service.byKey(viewer, key);
  }

  @Query(() => BacklogItemConnection)
  @Action('item:view')
  backlog(@CurrentViewer() viewer: Viewer, @Args() given: BacklogArguments): Promise<Connection<BacklogItem>> {
    return this.service.page(viewer, { ...given, productId: readId('Product', given.productId) });
  }
}
