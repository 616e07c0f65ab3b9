import { generateNKeysBetween } from 'fractional-indexing';
import { type OneOrder, type OrderedItem, type OrderPlace, oneAreaOf } from './one-order.js';
import {
  byRank,
  compareRanks,
  indexAmongRanked,
  indexOfRank,
  type Place,
  rankedBetween,
  ranksAt,
} from './order-ranks.js';
import { isSameRow, type RankChanges, type RankedRow } from './ranked-rows.js';

interface Slot {
  rank: string;
  /** The id of the row that stores it. */
  storedBy: string;
}

interface Group {
  slots: Slot[];
  places: Place[];
}

/**
 * The stored order while it is being changed. It knows the rank of every slot, and the rows of the areas that the change
 * is about; the others need not be loaded. Does the same as the functions of `one-order`, which the tests compare.
 */
export class RankedOrder {
  private readonly before: Map<string, RankedRow>;
  private readonly groups = new Map<string | null, Group>();
  private readonly areaOf = new Map<string, string | null>();
  /** Where each item stands in its group; forgotten when anything changes. */
  private readonly indexes = new WeakMap<Group, Map<string, number>>();

  /**
   * @param ranks of all slots, ascending
   * @param rows every row of the areas that are changed, and of those of items that a place names
   */
  constructor(
    private ranks: readonly string[],
    rows: readonly RankedRow[],
  ) {
    this.before = new Map(rows.map((row) => [row.id, row]));
    for (const { id, areaId, slotRank, areaRank } of rows) {
      const { slots, places } = this.group(areaId);
      slots.push({ rank: slotRank, storedBy: id });
      places.push({ rank: areaRank, id });
      this.areaOf.set(id, areaId);
    }
    for (const { slots, places } of this.groups.values()) {
      slots.sort(byRank);
      places.sort(byRank);
    }
  }

  get length(): number {
    return this.ranks.length;
  }

  /** Null for what is not in the order. */
  positionOf(id: string): number | null {
    const held = this.slotOf(id);
    return held ? indexOfRank(this.ranks, held.rank) + 1 : null;
  }

  /** Of the ids, those in the order (and loaded), first to last. */
  ordered(ids: readonly string[]): OneOrder {
    return [...new Set(ids)]
      .map((id) => ({ id, areaId: this.areaOf.get(id) ?? null, position: this.positionOf(id) ?? 0 }))
      .filter(({ position }) => position > 0)
      .sort((one, other) => one.position - other.position)
      .map(({ id, areaId }) => ({ id, areaId }));
  }

  /** As `moveInOrder`. */
  move(ids: readonly string[], place: OrderPlace): void {
    const moved = this.ordered(ids);
    const held = moved.map(({ id }) => this.slotOf(id)?.rank ?? '');
    const freed = new Set(held);
    const others = this.ranks.filter((rank) => !freed.has(rank));
    const index = this.indexAmong(others, new Set(moved.map(({ id }) => id)), place);
    const [first] = held;
    if (index === undefined || first === undefined) return;
    if (this.stands(held, indexOfRank(this.ranks, first), index)) return;
    const fresh = generateNKeysBetween(others[index - 1], others[index], moved.length);
    this.ranks = [...others.slice(0, index), ...fresh, ...others.slice(index)];
    const newRanks = new Map(moved.map(({ id }, at) => [id, fresh[at] ?? '']));
    for (const areaId of new Set(moved.map((item) => item.areaId))) {
      const ownMoved = moved.filter((item) => item.areaId === areaId);
      this.moveSlots(this.group(areaId), ownMoved, newRanks);
    }
  }

  /** As `moveWithinArea`: no slot moves. */
  moveWithinArea(ids: readonly string[], place: OrderPlace): void {
    const moved = this.ordered(ids);
    const area = oneAreaOf(moved);
    if (area === undefined) return;
    const group = this.group(area);
    const chosen = new Set(moved.map(({ id }) => id));
    const others = group.places.filter(({ id }) => !chosen.has(id));
    const index = this.ownIndex(area, others, chosen, place);
    if (index === undefined) return;
    const [start, end] = [others.slice(0, index), others.slice(index)];
    this.indexes.delete(group);
    group.places = rankedBetween(
      [...start, ...moved.map(({ id }) => ({ id, rank: this.placeRank(group, id) })), ...end],
      chosen,
    );
  }

  /** As `enterOrder`. */
  enter(items: OneOrder): void {
    this.enterAt(items.map((item) => ({ ...item, position: Number.POSITIVE_INFINITY })));
  }

  /**
   * Each at the position that it is to have, or at the bottom: as entering all of them and moving each there, the first one
   * first, but all at once. Those that are there already are passed over.
   */
  enterAt(items: readonly (OrderedItem & { position: number })[]): void {
    const fresh = items.filter(({ id }) => !this.areaOf.has(id)).sort((one, other) => one.position - other.position);
    const ranks = ranksAt(
      this.ranks,
      fresh.map(({ position }) => position),
    );
    fresh.forEach(({ id, areaId }, at) => this.putIn(id, areaId, ranks[at] ?? ''));
    this.ranks = [...this.ranks, ...ranks].sort(compareRanks);
  }

  /** As `leaveOrder`. */
  leave(ids: readonly string[]): void {
    const gone = new Set<string>();
    for (const { id, areaId } of this.ordered(ids)) {
      const group = this.group(areaId);
      gone.add(this.takeOut(group, id).rank);
      this.areaOf.delete(id);
    }
    this.ranks = this.ranks.filter((rank) => !gone.has(rank));
  }

  /** As `changeArea`. */
  changeArea(ids: readonly string[], areaId: string | null): void {
    for (const item of this.ordered(ids)) {
      if (item.areaId === areaId) continue;
      const { rank } = this.takeOut(this.group(item.areaId), item.id);
      this.putIn(item.id, areaId, rank);
    }
  }

  /** The item holds a slot of that rank in the area; whoever is there keeps their own. */
  private putIn(id: string, areaId: string | null, slotRank: string): void {
    const group = this.group(areaId);
    const { slots, places } = group;
    this.indexes.delete(group);
    const index = indexAmongRanked(slots, slotRank);
    const [rank = ''] = generateNKeysBetween(places[index - 1]?.rank, places[index]?.rank, 1);
    slots.splice(index, 0, { rank: slotRank, storedBy: id });
    places.splice(index, 0, { rank, id });
    this.areaOf.set(id, areaId);
  }

  /** What is to be written; nothing of what is as it was. */
  changes(): RankChanges {
    const rows = this.rows();
    const isNew = ({ id }: RankedRow): boolean => !this.before.has(id);
    return {
      left: [...this.before.keys()].filter((id) => !this.areaOf.has(id)),
      written: rows.filter((row) => !isNew(row) && !isSameRow(row, this.before.get(row.id))),
      entered: rows.filter(isNew),
    };
  }

  private rows(): RankedRow[] {
    return [...this.groups].flatMap(([areaId, { slots, places }]) => {
      const stored = new Map(slots.map(({ rank, storedBy }) => [storedBy, rank]));
      return places.map(({ id, rank }) => ({ id, areaId, slotRank: stored.get(id) ?? '', areaRank: rank }));
    });
  }

  private group(areaId: string | null): Group {
    const known = this.groups.get(areaId);
    if (known) return known;
    const group: Group = { slots: [], places: [] };
    this.groups.set(areaId, group);
    return group;
  }

  /** The slot that the item holds. */
  private slotOf(id: string): Slot | undefined {
    const areaId = this.areaOf.get(id);
    if (areaId === undefined) return undefined;
    const group = this.group(areaId);
    const index = this.indexIn(group).get(id);
    return index === undefined ? undefined : group.slots[index];
  }

  private indexIn(group: Group): Map<string, number> {
    const known = this.indexes.get(group);
    if (known) return known;
    const index = new Map(group.places.map(({ id }, at) => [id, at]));
    this.indexes.set(group, index);
    return index;
  }

  private placeRank({ places }: Group, id: string): string {
    return places.find((place) => place.id === id)?.rank ?? '';
  }

  /** Whether the held slots are neighbours already, at the index. */
  private stands(held: readonly string[], start: number, index: number): boolean {
    return start === index && held.every((rank, at) => this.ranks[start + at] === rank);
  }

  /** The moved items' slots get their new ranks; then the items' own ranks follow. */
  private moveSlots(group: Group, moved: OneOrder, newRanks: ReadonlyMap<string, string>): void {
    const chosen = new Set(moved.map(({ id }) => id));
    const others = group.places.filter(({ id }) => !chosen.has(id)).values();
    const slots = group.slots.map((slot, at) => {
      const holder = group.places[at]?.id ?? '';
      return { ...slot, rank: newRanks.get(chosen.has(holder) ? holder : '') ?? slot.rank };
    });
    group.slots = slots.sort(byRank);
    const holders = new Map(moved.map(({ id }) => [newRanks.get(id), id]));
    const arranged = group.slots.map(({ rank }): Place => {
      const id = holders.get(rank);
      return id === undefined ? (others.next().value ?? NO_PLACE) : { id, rank: this.placeRank(group, id) };
    });
    this.indexes.delete(group);
    group.places = rankedBetween(arranged, chosen);
  }

  /** The item and the slot that it holds leave the group; whose slot the item's row stored keeps it. */
  private takeOut(group: Group, id: string): Slot {
    const index = group.places.findIndex((place) => place.id === id);
    const [slot] = group.slots.splice(index, 1);
    group.places.splice(index, 1);
    this.indexes.delete(group);
    if (!slot) throw new Error('As many slots as items.');
    const stored = group.slots.find(({ storedBy }) => storedBy === id);
    if (stored) stored.storedBy = slot.storedBy;
    return slot;
  }

  /** Before which of the other slots; undefined beside one that moves too, or that is not there. */
  private indexAmong(others: readonly string[], moved: ReadonlySet<string>, place: OrderPlace): number | undefined {
    switch (place.kind) {
      case 'POSITION':
        return Math.min(Math.max(place.position - 1, 0), others.length);
      case 'BEFORE':
      case 'AFTER': {
        const beside = moved.has(place.id) ? undefined : this.slotOf(place.id);
        return beside && indexOfRank(others, beside.rank) + (place.kind === 'AFTER' ? 1 : 0);
      }
      case 'TOP':
      case 'TOP_OF_AREA':
        return 0;
      case 'BOTTOM':
      case 'BOTTOM_OF_AREA':
        return others.length;
    }
  }

  /** Before which of the area's other items. */
  private ownIndex(
    area: string | null,
    others: readonly Place[],
    moved: ReadonlySet<string>,
    place: OrderPlace,
  ): number | undefined {
    const { slots } = this.group(area);
    const within = (index: number): number => Math.min(Math.max(index, 0), others.length);
    switch (place.kind) {
      case 'POSITION': {
        const rank = this.ranks[Math.max(place.position, 1) - 1];
        return within(rank === undefined ? slots.length : slots.filter((slot) => slot.rank < rank).length);
      }
      case 'BEFORE':
      case 'AFTER': {
        if (moved.has(place.id)) return undefined;
        const beside = this.slotOf(place.id);
        if (!beside) return undefined;
        if (this.areaOf.get(place.id) !== area) {
          const before = slots.filter(({ rank }) => rank < beside.rank).length;
          return within(place.kind === 'BEFORE' ? before - moved.size : before);
        }
        return others.findIndex(({ id }) => id === place.id) + (place.kind === 'AFTER' ? 1 : 0);
      }
      case 'TOP':
      case 'TOP_OF_AREA':
        return 0;
      case 'BOTTOM':
      case 'BOTTOM_OF_AREA':
        return others.length;
    }
  }
}

const NO_PLACE: Place = { rank: '', id: '' };
