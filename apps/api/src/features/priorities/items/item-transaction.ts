import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { canOnItem, type ItemAction, type ItemFacts } from '@chapterhouse/domain/priorities/priorities-policy';
import type { ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { isOpenItem } from '@chapterhouse/domain/priorities/item-state';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { OrderSlots } from '../order/order-slots.js';
import { idsIn, itemChanges, type ItemColumns } from './item-changes-told.js';
import type { ChangeItemArguments } from './item-inputs.graphql.js';
import { ItemNamesRead } from './item-names.read.js';
import { factsOf, type ItemRow } from './item-row.js';
import { ItemWrites } from './item-writes.js';
import { type BacklogItem, itemOf } from './items.graphql.js';
import { ItemsRepository } from './items.repository.js';

/** What every mutation of one item that is there is asked with. */
export interface ItemCall {
  viewer: Viewer;
  id: string;
  version: number;
  /** All else that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What a use case did to it. Without columns nothing changed: no event then. */
export interface ItemOutcome {
  event: ItemEvent;
  columns: Partial<ItemColumns>;
  /** Instead of what the columns tell. */
  changes?: FieldChange[];
  note?: string | undefined;
}

/** The item as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedItem {
  tx: Tx;
  row: ItemRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
}

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, in the order, on the record. */
@Injectable()
export class ItemTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(ItemWrites) private readonly writes: ItemWrites,
    @Inject(ItemNamesRead) private readonly names: ItemNamesRead,
    @Inject(OrderSlots) private readonly slots: OrderSlots,
  ) {}

  /**
   * @param beside ids of further items that the step locks or counts on. They are locked with the item, by id: a step that
   *   locked one later would wait for a change of many that waits for this item.
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what the step refuses
   */
  change(
    call: ItemCall,
    action: ItemAction,
    step: (opened: OpenedItem) => Promise<ItemOutcome>,
    beside: (tx: Tx) => Promise<readonly string[]> = () => Promise.resolve([]),
  ): Promise<BacklogItem> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...call.input }, async () => {
        const row = await this.items.forUpdate(tx, id, await beside(tx));
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permit(viewer, action, factsOf(row));
        if (version !== row.version) throw conflict(row);
        const at = viewer.now.toISOString();
        await this.apply(tx, row, await step({ tx, row, viewer, at }), at);
        const changed = await this.items.byId(tx, id);
        if (!changed) throw refusePlatform('NOT_FOUND', {});
        return itemOf(changed);
      }),
    );
  }

  private async apply(tx: Tx, row: ItemRow, { event, columns, changes, note }: ItemOutcome, at: string): Promise<void> {
    if (Object.keys(columns).length === 0) return;
    const version = await this.writes.update(tx, row, columns, at);
    if (version === undefined) throw conflict(row);
    await this.order(tx, row, { ...row, ...columns });
    const names = await this.names.of(tx, [...idsIn(row), ...idsIn(columns)]);
    await this.events.append(tx, {
      name: event,
      subjectType: 'BacklogItem',
      subjectId: row.id,
      subjectVersion: version,
      payload: {
        changes: changes ?? itemChanges(row, columns, names),
        ...(note !== undefined && note !== '' && { note }),
      },
    });
  }

  /** Open epics and features are in the order of their product, nothing else is. */
  private async order(tx: Tx, before: ItemRow, after: ItemRow): Promise<void> {
    const belongs = after.tier !== 'TASK' && isOpenItem(after.state);
    const { id, product_id: productId } = before;
    if (before.in_order && !belongs) await this.slots.leave(tx, productId, [id]);
    if (before.in_order && belongs && before.area_id !== after.area_id)
      await this.slots.changeArea(tx, productId, [id], after.area_id);
    if (!before.in_order && belongs) await this.slots.enter(tx, productId, [{ id, areaId: after.area_id }]);
  }
}

/** @throws FORBIDDEN with the reason */
export function permit(viewer: Viewer, action: ItemAction, facts: ItemFacts): void {
  const verdict = canOnItem(viewer.actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** What somebody is told who acts on a version that is no more. */
function conflict(row: ItemRow): Refusal {
  const { productId: _product, areaId: _area, teamId: _team, assigneeId: _assignee, ...others } = itemOf(row);
  const { parentId: _parent, goalId: _goal, servesGoalId: _serves, inOrder: _inOrder, ...current } = others;
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

/** @throws NOT_FOUND for what is no id of an item */
export function itemCallOf(viewer: Viewer, given: ChangeItemArguments, input: object = {}): ItemCall {
  return {
    viewer,
    id: readId('BacklogItem', given.id),
    version: given.version,
    input,
    idempotencyKey: given.idempotencyKey,
  };
}
