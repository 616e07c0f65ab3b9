import { mayBePartOf } from '@chapterhouse/domain/priorities/item-tiers';
import { isOpenItem } from '@chapterhouse/domain/priorities/item-state';
import type { ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../../platform/events/event-log.js';
import { passOverKeys } from '../items/item-numbers.js';
import { OrderSlots } from '../order/order-slots.js';
import {
  afterImport,
  changesOf,
  type HeldItem,
  type ImportedItem,
  isSame,
  newItem,
  type PlacedItem,
} from './imported-item.js';
import { ImportedItemsRepository } from './imported-items.repository.js';

/** What the order has to hear of an item once all are written. */
interface Ordered {
  id: string;
  productId: string;
  areaId: string | null;
  rank: string | null;
  createdAt: string | null;
}

/** Items of one import, as they are written. */
export interface ItemsImport {
  /** In file order of appearance: ids of all that this import wrote. */
  touched: string[];
  fresh: Ordered[];
  leaving: Map<string, string[]>;
  moving: Map<string, Ordered[]>;
}

/**
 * Backlog items as files tell them. A file's word counts until somebody changes a field here: from then on the field is
 * theirs. Parents and links are joined whenever both ends are here; open epics and features come into the order, at its
 * end, as their board sorted them.
 */
@Injectable()
export class ImportItems {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportedItemsRepository) private readonly items: ImportedItemsRepository,
    @Inject(OrderSlots) private readonly order: OrderSlots,
  ) {}

  /**
   * Before an import that brings items with these keys begins, in a transaction of its own: items that are written by hand
   * meanwhile get other keys.
   */
  async makeWay(tx: Tx, keys: Iterable<string>): Promise<void> {
    await passOverKeys(tx, keys);
  }

  /** Holds what items with these keys are here, and what hangs on them, until the transaction ends. */
  async begin(tx: Tx, keys: readonly string[]): Promise<ItemsImport> {
    await this.items.hold(tx, keys);
    return { touched: [], fresh: [], leaving: new Map(), moving: new Map() };
  }

  /** A few statements: give it some hundred at a time. Answers the id of each by its key. */
  async take(tx: Tx, run: ItemsImport, given: readonly ImportedItem[]): Promise<Map<string, string>> {
    const held = await this.items.held(
      tx,
      given.map(({ key }) => key),
    );
    const homes = await this.items.homes(tx, [...new Set(given.map(({ teamId }) => teamId))]);
    const inserted: PlacedItem[] = [];
    const updated: PlacedItem[] = [];
    const events: NewEvent[] = [];
    for (const item of given) {
      const home = homes.get(item.teamId);
      if (home === undefined) throw new Error(`The team of ${item.key} stands nowhere.`);
      const here = held.get(item.key);
      const after = here === undefined ? newItem(item, home) : afterImport(item, here, home);
      run.touched.push(after.id);
      if (here !== undefined && isSame(after, here)) continue;
      (here === undefined ? inserted : updated).push(after);
      events.push(eventOf(here ?? null, after));
      tellOrder(run, here, after, item.rank);
    }
    await this.placeBelow(tx, [...inserted, ...updated]);
    await this.items.insert(tx, inserted);
    await this.items.update(tx, updated);
    const ids = new Map(given.map(({ id, key }) => [key, held.get(key)?.id ?? id]));
    await this.items.replaceLinks(
      tx,
      [...ids.values()],
      given.flatMap(({ key, links }) => links.map((link) => ({ ...link, id: newId(), itemId: ids.get(key) ?? '' }))),
    );
    await this.events.append(tx, ...events);
    return ids;
  }

  /** After all were taken: joins what belongs together and tells the order. */
  async end(tx: Tx, run: ItemsImport): Promise<void> {
    const rejoined = [
      ...(await this.items.leaveParents(tx, run.touched)),
      ...(await this.items.joinParents(tx, run.touched)),
    ];
    const touched = new Set(run.touched);
    // Of earlier imports: what they are part of has come only now, or is gone.
    const others = new Map(rejoined.filter(({ id }) => !touched.has(id)).map((one) => [one.id, one]));
    await this.events.append(
      tx,
      ...[...others.values()].map(({ id, version, parentKey }): NewEvent => {
        const name: ItemEvent = 'item.edited';
        const changes = [{ field: 'part of', from: null, to: parentKey }];
        return { name, subjectType: 'BacklogItem', subjectId: id, subjectVersion: version, payload: { changes } };
      }),
    );
    await this.items.joinLinks(tx);
    await this.tellOrder(tx, run);
  }

  /** Whom they are part of, as far as that is here already. */
  private async placeBelow(tx: Tx, items: readonly PlacedItem[]): Promise<void> {
    const keys = new Set(items.flatMap(({ parentKey }) => parentKey ?? []));
    const known = keys.size === 0 ? [] : await this.items.known(tx, [...keys]);
    const parents = new Map(known.map((parent) => [parent.key, parent]));
    for (const item of items) {
      const parent = parents.get(item.parentKey ?? '');
      const fits = parent !== undefined && parent.productId === item.productId && mayBePartOf(item.tier, parent.tier);
      item.parentId = fits ? parent.id : null;
    }
  }

  private async tellOrder(tx: Tx, { fresh, leaving, moving }: ItemsImport): Promise<void> {
    for (const [productId, ids] of leaving) await this.order.leave(tx, productId, ids);
    for (const [productId, items] of moving)
      for (const [areaId, those] of grouped(items, (item) => item.areaId))
        await this.order.changeArea(
          tx,
          productId,
          those.map(({ id }) => id),
          areaId,
        );
    for (const [productId, items] of grouped(fresh.toSorted(earlierFirst), (item) => item.productId))
      await this.order.enter(
        tx,
        productId,
        items.map(({ id, areaId }) => ({ id, areaId })),
      );
  }
}

function tellOrder(run: ItemsImport, here: HeldItem | undefined, after: PlacedItem, rank: string | null): void {
  const { id, productId, areaId, createdAt } = after;
  const was = here !== undefined && isOrdered(here);
  const is = isOrdered(after);
  const moved = here !== undefined && here.productId !== productId;
  if (was && (!is || moved)) push(run.leaving, here.productId, id);
  const ordered = { id, productId, areaId, rank, createdAt };
  if (is && (!was || moved)) run.fresh.push(ordered);
  else if (is && here?.areaId !== areaId) push(run.moving, productId, ordered);
}

function isOrdered({ tier, state }: Pick<PlacedItem, 'tier' | 'state'>): boolean {
  return tier !== 'TASK' && isOpenItem(state);
}

function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) push(groups, keyOf(value), value);
  return groups;
}

function push<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** As their board sorts them, then by age; without a rank last. */
function earlierFirst(one: Ordered, other: Ordered): number {
  const [rank, otherRank] = [one.rank ?? '~', other.rank ?? '~'];
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return (one.createdAt ?? '9').localeCompare(other.createdAt ?? '9');
}

function eventOf(before: HeldItem | null, after: PlacedItem): NewEvent {
  const name: ItemEvent = before === null ? 'item.imported' : 'item.edited';
  const subjectVersion = before === null ? 1 : before.version + 1;
  const payload = { changes: before === null ? [] : changesOf(before, after) };
  return { name, subjectType: 'BacklogItem', subjectId: after.id, subjectVersion, payload };
}
