import { UNDO_GRACE_SECONDS, UNDO_SECONDS } from '@chapterhouse/domain/impediments/impediment-undo';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import type { BulkUndo } from '../bulk-undo.graphql.js';
import type { ItemColumns } from '../items/item-changes-told.js';

/** What takes one item back to where it was. */
export interface ItemBefore {
  id: string;
  /** Another version means that somebody changed it since. */
  versionAfter: number;
  /** Those that were changed, as they were. */
  columns: Partial<ItemColumns>;
  handEdited: string[];
  /** In the order; null: it was not in it. */
  position: number | null;
}

export interface BulkEditRow {
  id: string;
  person_id: string;
  product_id: string;
  label: string;
  before: ItemBefore[];
  expired: boolean;
  undone: boolean;
}

/** Changes of many that can be taken back for some seconds. Time is the database's. */
@Injectable()
export class BulkEditsRepository {
  async offer(
    tx: Tx,
    edit: { personId: string; productId: string; label: string; before: readonly ItemBefore[] },
  ): Promise<BulkUndo> {
    await tx.run(
      `delete from bulk_item_edits where organization_id = $1 and person_id = $2 and made_at < clock_timestamp() - interval '1 hour'`,
      [tx.organizationId, edit.personId],
    );
    const row = await tx.one<{ id: string; until: string }>(
      `insert into bulk_item_edits (organization_id, id, person_id, product_id, label, before) values ($1, $2, $3, $4, $5, $6)
       returning id, made_at + interval '${UNDO_SECONDS} seconds' as until`,
      [tx.organizationId, newId(), edit.personId, edit.productId, edit.label, JSON.stringify(edit.before)],
    );
    if (!row) throw new Error('An inserted row comes back.');
    return { id: globalId('BulkUndo', row.id), label: edit.label, until: row.until };
  }

  async forUpdate(tx: Tx, id: string): Promise<BulkEditRow | undefined> {
    return tx.one<BulkEditRow & Record<string, unknown>>(
      `select id, person_id, product_id, label, before, undone_at is not null as undone,
              clock_timestamp() > made_at + interval '${UNDO_SECONDS + UNDO_GRACE_SECONDS} seconds' as expired
         from bulk_item_edits where organization_id = $1 and id = $2 for update`,
      [tx.organizationId, id],
    );
  }

  async markUndone(tx: Tx, id: string): Promise<void> {
    await tx.run('update bulk_item_edits set undone_at = clock_timestamp() where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
  }
}
