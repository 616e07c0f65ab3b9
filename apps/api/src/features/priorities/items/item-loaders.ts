import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import type { BacklogItem } from './items.graphql.js';
import type { ItemsService } from './items.service.js';

/** The database's. */
export function itemIdOf(item: Pick<BacklogItem, 'id'>): string {
  return readId('BacklogItem', item.id);
}

/** Items that others point to: one load for all of an answer. @param id the database's */
export async function itemById(
  context: GraphqlContext,
  items: ItemsService,
  id: string,
): Promise<BacklogItem | undefined> {
  const loader = loaderOf(context, 'items that others point to', async (ids) => {
    const found = await items.byIds(viewerOf(context), ids);
    return new Map(found.map((item) => [itemIdOf(item), item]));
  });
  return loadOnce(loader, id);
}
