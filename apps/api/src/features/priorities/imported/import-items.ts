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
import { ImportedItemsRepository, type OutsideItem } from './imported-items.repository.js';
import { ImportedJointsRepository } from './imported-joints.repository.js';

/** What the order hears of items that were in it. */
interface OrderNews {
  leaving: Map<string, string[]>;
  moving: Map<string, { id: string; areaId: string | null }[]>;
}

/**
 * Backlog items as files tell them. A file's word counts until somebody changes a field here: from then on the field is
 * theirs. Parents and links are joined whenever both ends are here; open epics and features come into the order, at its
 * end, as their board sorted them. Each call leaves something whole, and finds by itself what an import that ended early has
 * not done yet.
 */
@Injectable()
export class ImportItems {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportedItemsRepository) private readonly items: ImportedItemsRepository,
    @Inject(ImportedJointsRepository) private readonly joints: ImportedJointsRepository,
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
  async hold(tx: Tx, keys: readonly string[]): Promise<void> {
    await this.items.hold(tx, keys);
  }

  /** Of items that are held. A few statements: give it some hundred at a time. Answers the id of each by its key. */
  async take(tx: Tx, given: readonly ImportedItem[]): Promise<Map<string, string>> {
    const held = await this.items.held(
      tx,
      given.map(({ key }) => key),
    );
    const homes = await this.items.homes(tx, [...new Set(given.map(({ teamId }) => teamId))]);
    const inserted: PlacedItem[] = [];
    const updated: PlacedItem[] = [];
    const events: NewEvent[] = [];
    const news: OrderNews = { leaving: new Map(), moving: new Map() };
    for (const item of given) {
      const home = homes.get(item.teamId);
      if (home === undefined) throw new Error(`The team of ${item.key} stands nowhere.`);
      const here = held.get(item.key);
      const after = here === undefined ? newItem(item, home) : afterImport(item, here, home);
      if (here !== undefined && isSame(after, here)) continue;
      (here === undefined ? inserted : updated).push(after);
      events.push(eventOf(here ?? null, after));
      if (here !== undefined) tellOrder(news, here, after);
    }
    await this.placeBelow(tx, [...inserted, ...updated]);
    await this.items.insert(tx, inserted);
    await this.items.update(tx, updated);
    const ids = new Map(given.map(({ id, key }) => [key, held.get(key)?.id ?? id]));
    await this.items.replaceLinks(
      tx,
      [...held.values()].map(({ id }) => id),
      given.flatMap(({ key, links }) => links.map((link) => ({ ...link, id: newId(), itemId: ids.get(key) ?? '' }))),
    );
    await this.events.append(tx, ...events);
    await this.tellOrder(tx, news);
    return ids;
  }

  /** After all were taken, some hundred keys at a time: joins what belongs together, from whatever import it came. */
  async join(tx: Tx, keys: readonly string[]): Promise<void> {
    const rejoined = [...(await this.joints.leave(tx, keys)), ...(await this.joints.join(tx, keys))];
    await this.events.append(
      tx,
      ...rejoined.map(({ id, version, from, to }): NewEvent => {
        const name: ItemEvent = 'item.edited';
        const changes = [{ field: 'part of', from, to }];
        return { name, subjectType: 'BacklogItem', subjectId: id, subjectVersion: version, payload: { changes } };
      }),
    );
    await this.items.joinLinks(tx, keys);
  }

  /** Items of these keys that belong in the order and are not in it: some hundred keys at a time. */
  outsideOrder(tx: Tx, keys: readonly string[]): Promise<OutsideItem[]> {
    return this.items.missingInOrder(tx, keys);
  }

  /** One move of the order of each product, the items as they are given. */
  async enterOrder(tx: Tx, items: readonly OutsideItem[]): Promise<void> {
    const there = new Map(
      (
        await this.items.stillMissing(
          tx,
          items.map(({ id }) => id),
        )
      ).map((item) => [item.id, item]),
    );
    const entering = items.flatMap(({ id }) => there.get(id) ?? []);
    for (const [productId, those] of grouped(entering, (item) => item.productId))
      await this.order.enter(
        tx,
        productId,
        those.map(({ id, areaId }) => ({ id, areaId })),
      );
  }

  /** Whom they are part of, as far as that is here already. */
  private async placeBelow(tx: Tx, items: readonly PlacedItem[]): Promise<void> {
    const keys = new Set(items.flatMap(({ parentKey }) => parentKey ?? []));
    const known = keys.size === 0 ? [] : await this.items.known(tx, [...keys]);
    // Those that come with it in one statement stand as it will make them.
    const parents = new Map([...known, ...items].map((parent) => [parent.key, parent]));
    for (const item of items) {
      const parent = parents.get(item.parentKey ?? '');
      const fits = parent !== undefined && parent.productId === item.productId && mayBePartOf(item.tier, parent.tier);
      item.parentId = fits ? parent.id : null;
    }
  }

  private async tellOrder(tx: Tx, { leaving, moving }: OrderNews): Promise<void> {
    for (const [productId, ids] of leaving) await this.order.leave(tx, productId, ids);
    for (const [productId, items] of moving)
      for (const [areaId, those] of grouped(items, (item) => item.areaId))
        await this.order.changeArea(
          tx,
          productId,
          those.map(({ id }) => id),
          areaId,
        );
  }
}

/** What comes into it waits until all are here: they come in sorted. */
function tellOrder({ leaving, moving }: OrderNews, here: HeldItem, after: PlacedItem): void {
  const { id, productId, areaId } = after;
  const moved = here.productId !== productId;
  if (!isOrdered(here)) return;
  if (!isOrdered(after) || moved) push(leaving, here.productId, id);
  else if (here.areaId !== areaId) push(moving, productId, { id, areaId });
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

function eventOf(before: HeldItem | null, after: PlacedItem): NewEvent {
  const name: ItemEvent = before === null ? 'item.imported' : 'item.edited';
  const subjectVersion = before === null ? 1 : before.version + 1;
  const isDropped = before !== null && before.state !== 'DROPPED' && after.state === 'DROPPED';
  const payload = {
    changes: before === null ? [] : changesOf(before, after),
    ...(isDropped && after.droppedReason !== '' && { note: after.droppedReason }),
  };
  return { name, subjectType: 'BacklogItem', subjectId: after.id, subjectVersion, payload };
}
