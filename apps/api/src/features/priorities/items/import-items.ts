import { isOpenItem } from '@chapterhouse/domain/priorities/item-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../../platform/events/event-log.js';
import { OrderSlots } from '../order/order-slots.js';
import { idsIn, itemChanges } from './item-changes-told.js';
import { ItemNamesRead } from './item-names.read.js';
import {
  afterImport,
  type ImportedItem,
  ImportedItemsRepository,
  isSameItem,
  type PresentItem,
  type WrittenItem,
} from './imported-items.repository.js';

/** Of an item of a file, what stays as it is here, as a sentence for people. */
export interface KeptItem {
  key: string;
  what: string;
}

/** Names of columns in words. */
const FIELD_WORDS: Record<string, string> = {
  title: 'title',
  description: 'description',
  tier: 'tier',
  kind: 'kind',
  state: 'state',
  team_id: 'team',
  assignee_id: 'assignee',
  parent_id: 'parent',
  points: 'size',
};

/**
 * Items as files tell them. A file's word counts until somebody changes a field here: from then on that field is theirs, and
 * the import leaves it alone. What is open comes into the order of its product at the bottom; what ended leaves it.
 */
@Injectable()
export class ImportItems {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportedItemsRepository) private readonly imported: ImportedItemsRepository,
    @Inject(ItemNamesRead) private readonly names: ItemNamesRead,
    @Inject(OrderSlots) private readonly slots: OrderSlots,
  ) {}

  /** Which of these will not become what their file says. */
  async kept(tx: Tx, items: readonly ImportedItem[]): Promise<KeptItem[]> {
    const present = await this.imported.present(tx, items, false);
    return items.flatMap((item) => {
      const row = present.get(item.key);
      const what = row && keptOf(row, item);
      return what ? [{ key: item.key, what }] : [];
    });
  }

  /**
   * A few statements: give it some hundred at a time, parents before what is part of them. What was told before and is the
   * same stays untouched.
   * @returns the id of each by its key
   */
  async apply(tx: Tx, items: readonly ImportedItem[]): Promise<Map<string, string>> {
    const present = await this.imported.present(tx, items, true);
    const fresh = items.filter(({ key }) => !present.has(key));
    const changed = items.flatMap((item) => {
      const row = present.get(item.key);
      if (!row || row.number !== null) return [];
      const after = afterImport(item, row);
      return isSameItem(after, row) ? [] : [after];
    });
    const written = [...(await this.imported.insert(tx, fresh)), ...(await this.imported.update(tx, changed))];
    await this.order(tx, present, written);
    await this.tell(tx, present, written);
    const ids = new Map(written.map(({ key, id }) => [key, id]));
    return new Map(items.map(({ key, id }) => [key, ids.get(key) ?? present.get(key)?.id ?? id]));
  }

  /** Ties what came to what it points to, by keys: parents that came later than their parts, and the other ends of links. */
  async tie(tx: Tx, keys: readonly string[]): Promise<void> {
    const tied = await this.imported.tie(tx, keys);
    await this.events.append(
      tx,
      ...tied.map(({ id, version, key, parentKey, was }) => ({
        name: 'item.edited',
        subjectType: 'BacklogItem',
        subjectId: id,
        subjectVersion: version,
        payload: { changes: [{ field: 'parent', from: was, to: parentKey }], key },
      })),
    );
  }

  private async order(
    tx: Tx,
    present: ReadonlyMap<string, PresentItem>,
    written: readonly WrittenItem[],
  ): Promise<void> {
    const belongs = ({ tier, state }: Pick<WrittenItem, 'tier' | 'state'>): boolean =>
      tier !== 'TASK' && isOpenItem(state);
    for (const productId of new Set([...present.values(), ...written].map((row) => row.product_id))) {
      const own = written.filter((row) => row.product_id === productId);
      const gone = written.flatMap((row) => {
        const before = present.get(row.key);
        const leaves = before?.product_id === productId && (!belongs(row) || row.product_id !== productId);
        return leaves ? [row.id] : [];
      });
      await this.slots.leave(tx, productId, gone);
      const moved = own.filter((row) => {
        const before = present.get(row.key);
        return belongs(row) && isThere(before, productId) && before?.area_id !== row.area_id;
      });
      for (const areaId of new Set(moved.map((row) => row.area_id)))
        await this.slots.changeArea(
          tx,
          productId,
          moved.filter((row) => row.area_id === areaId).map(({ id }) => id),
          areaId,
        );
      const entering = own.filter((row) => belongs(row) && !isThere(present.get(row.key), productId));
      await this.slots.enter(
        tx,
        productId,
        entering.map(({ id, area_id: areaId }) => ({ id, areaId })),
      );
    }
  }

  private async tell(
    tx: Tx,
    present: ReadonlyMap<string, PresentItem>,
    written: readonly WrittenItem[],
  ): Promise<void> {
    const changed = written.filter(({ key }) => present.has(key));
    const names = await this.names.of(
      tx,
      changed.flatMap((row) => [...idsIn(row), ...idsIn(present.get(row.key) ?? {})]),
    );
    const events = written.map((row): NewEvent => {
      const before = present.get(row.key);
      return {
        name: before ? 'item.edited' : 'item.imported',
        subjectType: 'BacklogItem',
        subjectId: row.id,
        subjectVersion: row.version,
        payload: { changes: before ? itemChanges(before, row, names) : [] },
      };
    });
    await this.events.append(tx, ...events);
  }
}

function isThere(before: PresentItem | undefined, productId: string): boolean {
  return before !== undefined && before.product_id === productId && before.tier !== 'TASK' && isOpenItem(before.state);
}

function keptOf(row: PresentItem, item: ImportedItem): string | undefined {
  if (row.number !== null) return 'An item was written here under this key: it stays as it is.';
  const theirs = { ...row, ...afterImport(item, { ...row, hand_edited: [] }) };
  const ours = afterImport(item, row);
  const fields = row.hand_edited.filter((field) => {
    const column = Object.keys(FIELD_WORDS).find((one) => one === field);
    return column !== undefined && Reflect.get(theirs, column) !== Reflect.get(ours, column);
  });
  if (fields.length === 0) return undefined;
  return `Changed here by hand, and so left as it is here: ${fields.map((field) => FIELD_WORDS[field]).join(', ')}.`;
}
