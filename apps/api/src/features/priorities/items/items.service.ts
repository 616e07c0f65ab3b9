import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import type { ThingName } from '../../../platform/graphql/thing-names.js';
import { BacklogRead } from './backlog.read.js';
import type { BacklogArguments } from './item-inputs.graphql.js';
import { type BacklogItem, itemOf } from './items.graphql.js';
import { ItemsRepository } from './items.repository.js';
import { productHere } from './product-here.js';

/** Looking at backlog items: everybody of the organization may. */
@Injectable()
export class ItemsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(BacklogRead) private readonly backlog: BacklogRead,
  ) {}

  /** @param key `B-42` or `ALOY-12`, in capitals or not @throws NOT_FOUND */
  byKey(viewer: Viewer, key: string): Promise<BacklogItem> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.items.byKey(tx, key.replaceAll('\0', '').trim());
      if (!row) throw refusePlatform('NOT_FOUND', {});
      return itemOf(row);
    });
  }

  /** In the order of the ids; those of nobody here are passed over. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<BacklogItem[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => (await this.items.byIds(tx, ids)).map(itemOf));
  }

  /** What those with these numbers are called now, in one statement. */
  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return this.items.names(tx, numbers);
  }

  /** @throws NOT_FOUND for a product of nobody here, INVALID_INPUT */
  page(viewer: Viewer, given: BacklogArguments): Promise<Connection<BacklogItem>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, given.productId);
      return this.backlog.page(tx, viewer, given, itemOf);
    });
  }
}
