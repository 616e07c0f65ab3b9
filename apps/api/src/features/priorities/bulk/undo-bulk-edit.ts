import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import { canOnItem } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { factsOf, type ItemRow } from '../items/item-row.js';
import { ItemWrites } from '../items/item-writes.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { type BulkEditRow, BulkEditsRepository, type ItemBefore } from './bulk-edits.repository.js';
import { BulkOrder } from './bulk-order.js';
import { BulkRecord } from './bulk-record.js';
import type { BulkItemResult } from './bulk.graphql.js';

/** Takes a change of many back for whoever made it: a change of its own, on the record. */
@Injectable()
export class UndoBulkEdit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(ItemWrites) private readonly writes: ItemWrites,
    @Inject(BulkOrder) private readonly order: BulkOrder,
    @Inject(BulkRecord) private readonly record: BulkRecord,
    @Inject(BulkEditsRepository) private readonly edits: BulkEditsRepository,
  ) {}

  /** What somebody changed since stays as it is. @throws NOT_FOUND for anybody else's, UNDO_GONE, UNDO_EXPIRED */
  undo(viewer: Viewer, id: string, idempotencyKey: string | null | undefined): Promise<BulkItemResult> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'item:bulk-undo', { id }, async () => {
        const edit = await this.edits.forUpdate(tx, id);
        if (edit?.person_id !== viewer.personId) throw refusePlatform('NOT_FOUND', {});
        if (edit.undone) throw refuseImpediment('UNDO_GONE', {});
        if (edit.expired) throw refuseImpediment('UNDO_EXPIRED', {});
        const ids = edit.before.map((item) => item.id);
        const rows = new Map((await this.items.allForUpdate(tx, ids)).map((row) => [row.id, row]));
        const why = new Map(edit.before.map((item) => [item.id, whyNot(viewer, rows.get(item.id), item)]));
        const back = edit.before.flatMap((item) => {
          const row = rows.get(item.id);
          return row && why.get(item.id) === undefined ? [{ row, item }] : [];
        });
        if (back.length > 0) await this.takeBack(tx, viewer, edit, back);
        await this.edits.markUndone(tx, id);
        const after = await this.items.byIds(tx, ids);
        return {
          items: after.filter((row) => why.get(row.id) === undefined).map(itemOf),
          skipped: after.flatMap((row) => {
            const reason = why.get(row.id);
            return reason === undefined ? [] : [{ item: itemOf(row), why: reason }];
          }),
          undo: null,
        };
      }),
    );
  }

  private async takeBack(
    tx: Tx,
    viewer: Viewer,
    edit: BulkEditRow,
    back: readonly { row: ItemRow; item: ItemBefore }[],
  ): Promise<void> {
    const written = await this.writes.updateAll(
      tx,
      back.map(({ row, item }) => ({ row, changes: item.columns })),
      viewer.now.toISOString(),
    );
    await this.writes.setHandEdited(
      tx,
      back.map(({ item }) => item),
    );
    await this.order.follow(
      tx,
      edit.product_id,
      back.map(({ row, item }) => ({ before: row, after: { ...row, ...item.columns }, position: item.position })),
    );
    await this.record.append(tx, 'item.bulk-undone', written, [], edit.label);
  }
}

function whyNot(viewer: Viewer, row: ItemRow | undefined, item: ItemBefore): string | undefined {
  if (row?.version !== item.versionAfter) return 'Somebody changed it since.';
  const verdict = canOnItem(viewer.actor, 'item:edit', factsOf(row));
  return verdict.allowed ? undefined : verdict.reason;
}
