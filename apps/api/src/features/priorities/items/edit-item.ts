import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { afterEdit } from './item-after.js';
import type { GivenItem } from './item-given.js';
import { ItemTargetsRead } from './item-targets.read.js';
import { forbiddenLanding } from './item-landing.js';
import { factsOf } from './item-row.js';
import { type ItemCall, type ItemOutcome, ItemTransaction, type OpenedItem, permit } from './item-transaction.js';
import type { BacklogItem } from './items.graphql.js';
import { ItemsRepository } from './items.repository.js';
import { refuseProblems } from './refuse-item.js';

/** Changing what an item says and where it belongs. */
@Injectable()
export class EditItem {
  constructor(
    @Inject(ItemTransaction) private readonly transaction: ItemTransaction,
    @Inject(ItemTargetsRead) private readonly targets: ItemTargetsRead,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  edit(call: ItemCall, given: GivenItem): Promise<BacklogItem> {
    const beside = given.parentId ? [given.parentId] : [];
    const step = async ({ tx, row, viewer }: OpenedItem): Promise<ItemOutcome> => {
      const targets = await this.targets.load(tx, given, viewer.today);
      const changesTier = given.tier !== undefined && given.tier !== row.tier;
      const [parent] = row.parent_id === null ? [] : await this.items.byIds(tx, [row.parent_id]);
      const { columns, problems } = afterEdit(row, given, targets, {
        parent: parent ? { tier: parent.tier, productId: parent.product_id } : null,
        childTiers: changesTier ? await this.targets.childTiers(tx, row.id) : [],
      });
      if (columns.points !== undefined) permit(viewer, 'item:size', factsOf(row));
      const forbidden = forbiddenLanding(viewer, row, columns);
      if (forbidden) throw refusePlatform('FORBIDDEN', forbidden);
      refuseProblems(problems);
      return { event: 'item.edited', columns };
    };
    return this.transaction.change(call, 'item:edit', step, () => Promise.resolve(beside));
  }
}
