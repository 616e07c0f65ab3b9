import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changeArea,
  enterOrder,
  enterOrderAt,
  leaveOrder,
  moveInOrder,
  moveWithinArea,
  oneAreaOf,
  type OneOrder,
  type OrderPlace,
} from './one-order.js';
import { RankedOrder } from './ranked-order.js';
import { hasLongRank, orderOf, rankedAnew, type RankChanges, type RankedRow } from './ranked-rows.js';

type Step =
  | { do: 'move' | 'within'; ids: string[]; place: OrderPlace }
  | { do: 'enter'; items: OneOrder }
  | { do: 'back'; items: (OneOrder[number] & { position: number })[] }
  | { do: 'leave'; ids: string[] }
  | { do: 'area'; ids: string[]; areaId: string | null };

describe('whatever the order and the move', () => {
  const anyMove = anyOrder().chain((order) =>
    fc.record({ order: fc.constant(order), ids: fc.subarray(idsOf(order)), place: anyPlaceIn(order) }),
  );

  test("a Chief's move loses nobody, and all others keep their order among themselves, as do the moved", () => {
    fc.assert(
      fc.property(anyMove, ({ order, ids, place }) => {
        const after = moveInOrder(order, ids, place);
        expect([...after].sort(byId)).toEqual([...order].sort(byId));
        const isMoved = (id: string): boolean => ids.includes(id);
        expect(idsOf(after).filter((id) => !isMoved(id))).toEqual(idsOf(order).filter((id) => !isMoved(id)));
        expect(idsOf(after).filter(isMoved)).toEqual(idsOf(order).filter(isMoved));
      }),
    );
  });

  test("a Chief's move to a position ends at that position", () => {
    fc.assert(
      fc.property(anyMove, fc.integer({ min: 1, max: 30 }), ({ order, ids }, position) => {
        fc.pre(ids.length > 0 && position + ids.length - 1 <= order.length);
        const after = moveInOrder(order, ids, { kind: 'POSITION', position });
        expect(
          idsOf(after)
            .slice(position - 1, position - 1 + ids.length)
            .sort(),
        ).toEqual([...ids].sort());
      }),
    );
  });

  test("an Area Product Owner's move permutes the area's slots and nothing else", () => {
    fc.assert(
      fc.property(anyMove, ({ order, ids, place }) => {
        const after = moveWithinArea(order, ids, place);
        const area = oneAreaOf(order.filter(({ id }) => ids.includes(id)));
        if (area === undefined) return expect(after).toEqual(order);
        expect(after.map(({ areaId }) => areaId)).toEqual(order.map(({ areaId }) => areaId));
        expect([...after].sort(byId)).toEqual([...order].sort(byId));
        for (const [at, item] of order.entries()) if (item.areaId !== area) expect(after[at]).toEqual(item);
        const others = (from: OneOrder): string[] =>
          idsOf(from.filter((item) => item.areaId === area && !ids.includes(item.id)));
        expect(others(after)).toEqual(others(order));
      }),
    );
  });
});

test('every sequence of steps stores the order that the model says, whatever is loaded', () => {
  fc.assert(
    fc.property(anyOrder(), fc.array(anyStep(), { maxLength: 25, size: 'max' }), (start, steps) => {
      let order = start;
      let rows = rankedAnew(start);
      for (const step of steps) {
        order = asModelled(order, step);
        rows = written(rows, asStored(rows, step));
        expect(orderOf(rows)).toEqual(order);
        expect(areUnique(rows)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('positions are those of the model', () => {
  fc.assert(
    fc.property(anyOrder(), fc.array(anyStep(), { maxLength: 5 }), (start, steps) => {
      const stored = new RankedOrder(ranksOf(rankedAnew(start)), rankedAnew(start));
      let order = start;
      for (const step of steps) {
        order = asModelled(order, step);
        take(stored, step);
      }
      expect(order.map(({ id }) => stored.positionOf(id))).toEqual(order.map((_, at) => at + 1));
      expect(stored.ordered(idsOf(order).reverse())).toEqual(order);
      expect(stored.positionOf('nobody')).toBeNull();
    }),
  );
});

describe('rows written', () => {
  const anyMoves = anyOrder().chain((order) =>
    fc.record({
      start: fc.constant(order),
      moves: fc.array(
        fc.record({ id: fc.constantFrom('nobody', ...idsOf(order)), place: anyPlaceIn(order), within: fc.boolean() }),
        { maxLength: 30 },
      ),
    }),
  );

  test("are at most two for a Chief's move of an item, one for an Area Product Owner's, none for no move", () => {
    fc.assert(
      fc.property(anyMoves, ({ start, moves }) => {
        let rows = rankedAnew(start);
        for (const { id, place, within } of moves) {
          const before = orderOf(rows);
          const changes = asStored(rows, { do: within ? 'within' : 'move', ids: [id], place });
          rows = written(rows, changes);
          const isSame = JSON.stringify(orderOf(rows)) === JSON.stringify(before);
          expect(changes.written.length).toBeLessThanOrEqual(isSame ? 0 : within ? 1 : 2);
        }
      }),
    );
  });

  test('are at most two for an item that leaves, and for one that changes its area', () => {
    fc.assert(
      fc.property(anyMoves, fc.boolean(), ({ start, moves }, leaves) => {
        let rows = rankedAnew(start);
        for (const { id, place } of moves) rows = written(rows, asStored(rows, { do: 'move', ids: [id], place }));
        const [id = 'nobody'] = idsOf(start);
        const changes = asStored(rows, leaves ? { do: 'leave', ids: [id] } : { do: 'area', ids: [id], areaId: 'c' });
        expect(changes.left.length + changes.written.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test('ranks that grow are seen, and written anew they are short and say the same', () => {
  let rows = rankedAnew(Array.from({ length: 4 }, (_, at) => ({ id: `i${at}`, areaId: 'a' })));
  let steps = 0;
  for (; steps < 5_000; steps++) {
    const id = orderOf(rows)[2]?.id ?? '';
    const changes = asStored(rows, { do: 'move', ids: [id], place: { kind: 'POSITION', position: 2 } });
    rows = written(rows, changes);
    if (hasLongRank(changes)) break;
  }
  expect(steps).toBeGreaterThan(100);
  expect(steps).toBeLessThan(5_000);
  const anew = rankedAnew(orderOf(rows));
  expect(orderOf(anew)).toEqual(orderOf(rows));
  expect(Math.max(...anew.map(({ slotRank }) => slotRank.length))).toBe(2);
});

test('keys of 20,000 items in a row stay short', () => {
  const rows = rankedAnew(Array.from({ length: 20_000 }, (_, at) => ({ id: `i${at}`, areaId: null })));
  expect(rows.every(({ slotRank }) => slotRank.length <= 4)).toBe(true);
  expect(areUnique(rows)).toBe(true);
});

function anyStep(): fc.Arbitrary<Step> {
  const order = Array.from({ length: 34 }, (_, at) => ({ id: `i${at}`, areaId: null }));
  const ids = fc.uniqueArray(fc.constantFrom(...idsOf(order)), { minLength: 1, maxLength: 4 });
  const areaId = fc.constantFrom('a', 'b', 'c', 'd', null);
  return fc.oneof(
    fc.record({ do: fc.constantFrom('move' as const, 'within' as const), ids, place: anyPlaceIn(order) }),
    fc.record({
      do: fc.constant('enter' as const),
      items: fc.uniqueArray(fc.record({ id: fc.constantFrom('i30', 'i31', 'i32', 'i33'), areaId }), {
        maxLength: 3,
        selector: ({ id }) => id,
      }),
    }),
    fc.record({
      do: fc.constant('back' as const),
      items: fc
        .uniqueArray(
          fc.record({
            id: fc.constantFrom('i30', 'i31', 'i32', 'i33'),
            areaId,
            position: fc.integer({ min: 1, max: 40 }),
          }),
          {
            maxLength: 4,
            selector: ({ id }) => id,
          },
        )
        .filter((items) => new Set(items.map(({ position }) => position)).size === items.length),
    }),
    fc.record({ do: fc.constant('leave' as const), ids }),
    fc.record({ do: fc.constant('area' as const), ids, areaId }),
  );
}

function asModelled(order: OneOrder, step: Step): OneOrder {
  switch (step.do) {
    case 'move':
      return moveInOrder(order, step.ids, step.place);
    case 'within':
      return moveWithinArea(order, step.ids, step.place);
    case 'enter':
      return enterOrder(order, step.items);
    case 'back':
      return enterOrderAt(order, step.items);
    case 'leave':
      return leaveOrder(order, step.ids);
    case 'area':
      return changeArea(order, step.ids, step.areaId);
  }
}

/** With only those areas loaded that the step is about. */
function asStored(rows: readonly RankedRow[], step: Step): RankChanges {
  const named = 'ids' in step ? [...step.ids] : step.items.map(({ id }) => id);
  if ('place' in step && 'id' in step.place) named.push(step.place.id);
  const areas = new Set(rows.filter(({ id }) => named.includes(id)).map(({ areaId }) => areaId));
  if (step.do === 'area') areas.add(step.areaId);
  if (step.do === 'enter' || step.do === 'back') for (const { areaId } of step.items) areas.add(areaId);
  const stored = new RankedOrder(
    ranksOf(rows),
    rows.filter(({ areaId }) => areas.has(areaId)),
  );
  take(stored, step);
  return stored.changes();
}

function take(stored: RankedOrder, step: Step): void {
  switch (step.do) {
    case 'move':
      return stored.move(step.ids, step.place);
    case 'within':
      return stored.moveWithinArea(step.ids, step.place);
    case 'enter':
      return stored.enter(step.items);
    case 'back':
      return stored.enterAt(step.items);
    case 'leave':
      return stored.leave(step.ids);
    case 'area':
      return stored.changeArea(step.ids, step.areaId);
  }
}

function written(rows: readonly RankedRow[], { left, written: changed, entered }: RankChanges): RankedRow[] {
  const fresh = new Map(changed.map((row) => [row.id, row]));
  return [...rows.filter(({ id }) => !left.includes(id)).map((row) => fresh.get(row.id) ?? row), ...entered];
}

function ranksOf(rows: readonly RankedRow[]): string[] {
  return rows.map(({ slotRank }) => slotRank).sort((one, other) => (one < other ? -1 : 1));
}

function areUnique(rows: readonly RankedRow[]): boolean {
  const places = rows.map(({ areaId, areaRank }) => `${areaId} ${areaRank}`);
  return new Set(ranksOf(rows)).size === rows.length && new Set(places).size === rows.length;
}

/** An order of up to 30 items over up to four areas, one of them none. */
function anyOrder(): fc.Arbitrary<OneOrder> {
  return fc
    .array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 30, size: 'max' })
    .map((areas) => areas.map((areaId, at) => ({ id: `i${at}`, areaId })));
}

/** Any place, also beside items that are not there. */
function anyPlaceIn(order: OneOrder): fc.Arbitrary<OrderPlace> {
  const anyId = fc.constantFrom('nobody', ...idsOf(order));
  return fc.oneof(
    fc.integer({ min: -2, max: 35 }).map((position): OrderPlace => ({ kind: 'POSITION', position })),
    fc.record({ kind: fc.constantFrom('BEFORE' as const, 'AFTER' as const), id: anyId }),
    fc
      .constantFrom('TOP' as const, 'BOTTOM' as const, 'TOP_OF_AREA' as const, 'BOTTOM_OF_AREA' as const)
      .map((kind): OrderPlace => ({ kind })),
  );
}

function idsOf(order: OneOrder): string[] {
  return order.map(({ id }) => id);
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
