import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { BULK_ITEM_LIMIT, ITEM_ALREADY_SO, itemProblems } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { reasonProblems } from '../items/change-item-state.js';
import { idsIn, itemChanges, type ItemColumns } from '../items/item-changes-told.js';
import type { GivenItem } from '../items/item-given.js';
import { ItemNamesRead } from '../items/item-names.read.js';
import type { ItemRow } from '../items/item-row.js';
import { type ItemTargets, ItemTargetsRead } from '../items/item-targets.read.js';
import { ItemWrites } from '../items/item-writes.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { refuseField, refuseProblems } from '../items/refuse-item.js';
import { ProductOrderRead } from '../order/product-order.read.js';
import { BulkEditsRepository, type ItemBefore } from './bulk-edits.repository.js';
import { BulkOrder } from './bulk-order.js';
import { BulkRecord } from './bulk-record.js';
import type { BulkItemResult } from './bulk.graphql.js';
import { type BulkVerdict, oneOfMany } from './one-of-many.js';

/** What is to become of each of them; undefined stays. */
export interface GivenBulk extends Omit<GivenItem, 'title' | 'description' | 'tier' | 'acceptanceCriteria'> {
  state?: ItemState | undefined;
}

export interface BulkCall {
  viewer: Viewer;
  ids: readonly string[];
  given: GivenBulk;
  reason: string;
  idempotencyKey: string | null | undefined;
}

/** The same change of many items of one product: one transaction, one event, one way back. */
@Injectable()
export class BulkEditItems {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(ItemTargetsRead) private readonly targets: ItemTargetsRead,
    @Inject(ItemNamesRead) private readonly names: ItemNamesRead,
    @Inject(ItemWrites) private readonly writes: ItemWrites,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
    @Inject(BulkOrder) private readonly order: BulkOrder,
    @Inject(BulkRecord) private readonly record: BulkRecord,
    @Inject(BulkEditsRepository) private readonly edits: BulkEditsRepository,
  ) {}

  /**
   * Those that may not be changed stay as they are and are named with the reason.
   * @throws NOT_FOUND for the whole call when one of them is of nobody here; INVALID_INPUT; FORBIDDEN when it may do it to none
   */
  edit({ viewer, ids, given, reason, idempotencyKey }: BulkCall): Promise<BulkItemResult> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'item:bulk-edit', { ids, given, reason }, async () => {
        const { productId, rows } = await this.open(tx, ids, given, reason);
        const targets = await this.targets.load(tx, given, viewer.today);
        const at = viewer.now.toISOString();
        const verdicts = rows.map((row) => ({ row, ...oneOfMany(viewer, row, given, targets, { reason, at }) }));
        refuseIfNobodys(verdicts);
        const changed = verdicts.flatMap(({ row, columns }) => (columns ? [{ row, columns }] : []));
        const undo =
          changed.length === 0
            ? null
            : await this.write(tx, viewer, productId, changed, { given, targets, reason, at });
        const after = await this.items.byIds(tx, ids);
        const isChanged = new Set(changed.map(({ row }) => row.id));
        const why = new Map(verdicts.map((verdict) => [verdict.row.id, verdict.why]));
        return {
          items: after.filter(({ id }) => isChanged.has(id)).map(itemOf),
          skipped: after
            .filter(({ id }) => !isChanged.has(id))
            .map((row) => ({ item: itemOf(row), why: why.get(row.id) ?? ITEM_ALREADY_SO })),
          undo,
        };
      }),
    );
  }

  private async open(
    tx: Tx,
    ids: readonly string[],
    given: GivenBulk,
    reason: string,
  ): Promise<{ productId: string; rows: ItemRow[] }> {
    if (ids.length === 0) refuseField('ids', 'Select at least one item.');
    if (ids.length > BULK_ITEM_LIMIT) refuseField('ids', `Select at most ${BULK_ITEM_LIMIT} items at once.`);
    if (new Set(ids).size < ids.length) refuseField('ids', 'Name each item once.');
    if (Object.values(given).every((value) => value === undefined)) refuseField('changes', 'Choose what is to change.');
    refuseProblems([
      ...itemProblems({ ...given, reason }),
      ...(given.state === undefined ? [] : reasonProblems(given.state, reason)),
    ]);
    const rows = await this.lock(tx, ids, given.parentId);
    if (rows.length < ids.length) throw refusePlatform('NOT_FOUND', {});
    const [productId = '', ...others] = new Set(rows.map((row) => row.product_id));
    if (others.length > 0) refuseField('ids', 'Choose items of one product.');
    return { productId, rows };
  }

  /** With what they are to be part of, in one order: two changes that name each other's items wait, and none for ever. */
  private async lock(tx: Tx, ids: readonly string[], parentId: string | null | undefined): Promise<ItemRow[]> {
    const rows = await this.items.allForUpdate(tx, [...new Set([...ids, ...(parentId ? [parentId] : [])])]);
    const asked = new Set(ids);
    return rows.filter(({ id }) => asked.has(id));
  }

  private async write(
    tx: Tx,
    viewer: Viewer,
    productId: string,
    changed: readonly { row: ItemRow; columns: Partial<ItemColumns> }[],
    { given, targets, reason, at }: { given: GivenBulk; targets: ItemTargets; reason: string; at: string },
  ): Promise<BulkItemResult['undo']> {
    const positions = await this.orders.positionsOf(
      tx,
      changed.filter(({ row }) => row.in_order).map(({ row }) => row.id),
    );
    const written = await this.writes.updateAll(
      tx,
      changed.map(({ row, columns }) => ({ row, changes: columns })),
      at,
    );
    const versions = new Map(written.map(({ id, version }) => [id, version]));
    if (versions.size < changed.length) throw new Error('What is locked is not changed by others.');
    await this.order.follow(
      tx,
      productId,
      changed.map(({ row, columns }) => ({ before: row, after: { ...row, ...columns } })),
    );
    const told = changed.map(({ row }) => ({ id: row.id, version: versions.get(row.id) ?? row.version + 1 }));
    await this.record.append(tx, 'item.bulk-edited', told, await this.asked(tx, given, targets), reason);
    const before = changed.map(({ row, columns }): ItemBefore => ({
      id: row.id,
      versionAfter: versions.get(row.id) ?? row.version + 1,
      columns: Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(row, column)])),
      handEdited: row.hand_edited,
      position: positions.get(row.id) ?? null,
    }));
    const [only] = changed;
    const label = changed.length === 1 && only ? `Edited ${only.row.key}.` : `Edited ${changed.length} items.`;
    return this.edits.offer(tx, { personId: viewer.personId, productId, label, before });
  }

  /** What was asked for, in words. */
  private async asked(tx: Tx, given: GivenBulk, { team }: ItemTargets): Promise<FieldChange[]> {
    const columns: Partial<ItemColumns> = {
      ...(given.kind !== undefined && { kind: given.kind }),
      ...(given.state !== undefined && { state: given.state }),
      ...(given.areaId !== undefined && { area_id: given.areaId }),
      ...(team && { area_id: team.areaId }),
      ...(given.teamId !== undefined && { team_id: given.teamId }),
      ...(given.assigneeId !== undefined && { assignee_id: given.assigneeId }),
      ...(given.parentId !== undefined && { parent_id: given.parentId }),
      ...(given.goalId !== undefined && { goal_id: given.goalId }),
      ...(given.points !== undefined && { points: given.points }),
    };
    const names = await this.names.of(tx, idsIn(columns));
    const emptied = Object.entries({
      team: given.teamId,
      area: given.areaId,
      assignee: given.assigneeId,
      parent: given.parentId,
      goal: given.goalId,
      points: given.points,
    }).flatMap(([field, value]) => (value === null ? [{ field, from: null, to: null }] : []));
    return [...itemChanges(null, columns, names), ...emptied];
  }
}

/** Who may do it to none of them is told so, not handed a list of them. @throws FORBIDDEN */
function refuseIfNobodys(verdicts: readonly BulkVerdict[]): void {
  const [first] = verdicts;
  if (first?.forbidden && verdicts.every(({ forbidden }) => forbidden !== undefined))
    throw refusePlatform('FORBIDDEN', first.forbidden);
}
