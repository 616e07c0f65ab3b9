import { canOnItem, creationOf } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { afterEdit } from './item-after.js';
import type { GivenItem } from './item-given.js';
import { ItemTargetsRead } from './item-targets.read.js';
import { type ItemCall, ItemTransaction, permit } from './item-transaction.js';
import { factsOf } from './item-row.js';
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
    return this.transaction.change(call, 'item:edit', async ({ tx, row, viewer }) => {
      const targets = await this.targets.load(tx, given, viewer.today);
      const changesTier = given.tier !== undefined && given.tier !== row.tier;
      const [parent] = row.parent_id === null ? [] : await this.items.byIds(tx, [row.parent_id]);
      const { columns, problems } = afterEdit(row, given, targets, {
        parent: parent ? { tier: parent.tier, productId: parent.product_id } : null,
        childTiers: changesTier ? await this.targets.childTiers(tx, row.id) : [],
      });
      if (columns.points !== undefined) permit(viewer, 'item:size', factsOf(row));
      // Another tier is another right: whoever may not write an epic makes none of a feature.
      if (columns.tier !== undefined) {
        const action = creationOf(columns.tier);
        const verdict = canOnItem(viewer.actor, action, factsOf({ ...row, ...columns }));
        if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
      }
      refuseProblems(problems);
      return { event: 'item.edited', columns };
    });
  }
}
