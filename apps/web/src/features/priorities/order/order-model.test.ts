import { expect, test } from '@jest/globals';
import {
  moveInOrder,
  moveWithinArea,
  type OneOrder,
  type OrderPlace,
  shiftsOf,
} from '@chapterhouse/domain/priorities/one-order';
import fc from 'fast-check';
import { applyChange } from './apply-change';
import {
  type Cut,
  isSure,
  type KnownOrder,
  type OrderWindow,
  positionAt,
  unknownOrder,
  withWindow,
} from './known-order';
import { dropAt, stepOf } from './place-of-drop';
import { type Move, type Place, predictMove } from './predict-move';

const AREAS = ['red', 'green', null] as const;
const order = fc
  .array(fc.constantFrom(...AREAS), { minLength: 2, maxLength: 14 })
  .map((areas): OneOrder => areas.map((areaId, index) => ({ id: `i${index}`, areaId })));
const cut = fc.constantFrom<Cut>(
  { kind: 'WHOLE' },
  { kind: 'AREA', areaId: 'red' },
  { kind: 'PART', areaIds: ['red', 'green'] },
  { kind: 'PART', areaIds: null },
);

/** As the server filters. */
const passes = (one: Cut, item: OneOrder[number]): boolean => {
  if (one.kind === 'WHOLE') return true;
  if (one.kind === 'AREA') return item.areaId === one.areaId;
  if (one.areaIds) return item.areaId !== null && one.areaIds.includes(item.areaId);
  return Number(item.id.slice(1)) % 3 !== 0;
};

function windowOf(truth: OneOrder, of: Cut, number: number, from = 0, count = truth.length): OrderWindow {
  const all = truth.map((item, index) => ({ ...item, position: index + 1 })).filter((item) => passes(of, item));
  return { number, length: truth.length, total: all.length, from, rows: all.slice(from, from + count) };
}

/** What is known for sure is true. */
function holds(known: KnownOrder, truth: OneOrder): void {
  const { rows } = windowOf(truth, known.cut, 0);
  expect(known.rows).toHaveLength(rows.length);
  known.rows.forEach((row, place) => {
    if (!isSure(known, row)) return;
    expect(row?.id).toBe(rows[place]?.id);
    expect(positionAt(known, place)).toBe(rows[place]?.position);
  });
}

const move = fc.record({
  ids: fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('before', 'after', 'position', 'top', 'bottom', 'topOfArea', 'bottomOfArea'),
  at: fc.nat(14),
  withinArea: fc.boolean(),
});

function moveOf(truth: OneOrder, { ids, kind, at, withinArea }: typeof move extends fc.Arbitrary<infer T> ? T : never) {
  const chosen = ids.map((index) => truth[index % truth.length]?.id ?? '');
  const beside = truth[at % truth.length]?.id ?? '';
  const places: Record<string, [Place, OrderPlace]> = {
    before: [{ before: beside }, { kind: 'BEFORE', id: beside }],
    after: [{ after: beside }, { kind: 'AFTER', id: beside }],
    position: [{ position: at }, { kind: 'POSITION', position: at }],
    top: [{ top: true }, { kind: 'TOP' }],
    bottom: [{ bottom: true }, { kind: 'BOTTOM' }],
    topOfArea: [{ topOfArea: true }, { kind: 'TOP_OF_AREA' }],
    bottomOfArea: [{ bottomOfArea: true }, { kind: 'BOTTOM_OF_AREA' }],
  };
  const [to, place] = places[kind] ?? [{ top: true }, { kind: 'TOP' }];
  const within = withinArea || kind.endsWith('OfArea');
  const sent: Move = { ids: [...new Set(chosen)], to, withinArea: within };
  return { sent, after: within ? moveWithinArea(truth, chosen, place) : moveInOrder(truth, chosen, place) };
}

const changeOf = (before: OneOrder, after: OneOrder, { ids, withinArea }: Move) => ({
  scope: withinArea ? ('AREA' as const) : ('ORDER' as const),
  areaId: before.find(({ id }) => id === ids[0])?.areaId ?? null,
  moved: shiftsOf(before, after, ids),
});

test('whatever was loaded and whatever moves: what is shown as sure is what the order is', () => {
  fc.assert(
    fc.property(
      order,
      cut,
      fc.array(fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 3 }),
      fc.array(move, { minLength: 1, maxLength: 5 }),
      (start, of, loaded, moves) => {
        let known = unknownOrder(of);
        for (const [from, count] of loaded) known = withWindow(known, windowOf(start, of, 0, from, count));
        let truth = start;
        for (const one of moves) {
          const { sent, after } = moveOf(truth, one);
          const change = changeOf(truth, after, sent);
          truth = after;
          if (change.moved.length === 0) continue;
          known = applyChange(known, change);
          holds(known, truth);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('of an order that is known as a whole nothing has to be loaded again', () => {
  fc.assert(
    fc.property(order, fc.array(move, { minLength: 1, maxLength: 5 }), (start, moves) => {
      let known = withWindow(unknownOrder({ kind: 'WHOLE' }), windowOf(start, { kind: 'WHOLE' }, 0));
      let truth = start;
      for (const one of moves) {
        const { sent, after } = moveOf(truth, one);
        known = applyChange(known, changeOf(truth, after, sent));
        truth = after;
      }
      expect(known.rows.map((row) => row?.id)).toEqual(truth.map(({ id }) => id));
      expect(known.rows.every((row) => isSure(known, row))).toBe(true);
    }),
  );
});

test('what is foreseen of a move is what the order makes of it', () => {
  let foreseen = 0;
  fc.assert(
    fc.property(order, cut, fc.constantFrom(0, 0, 0, 3), move, (start, of, from, one) => {
      const known = withWindow(unknownOrder(of), windowOf(start, of, 0, from));
      const { sent, after } = moveOf(start, one);
      const change = predictMove(known, sent);
      if (change === null) return;
      foreseen++;
      expect(change.moved.toSorted((a, b) => (a.to ?? 0) - (b.to ?? 0))).toEqual(shiftsOf(start, after, sent.ids));
    }),
    { numRuns: 3_000 },
  );
  expect(foreseen).toBeGreaterThan(500);
});

test("an Area Product Owner's drop or step moves nobody else's items", () => {
  fc.assert(
    fc.property(order, fc.nat(13), fc.nat(14), fc.constantFrom('up', 'down', 'drop'), (start, at, gap, how) => {
      const known = withWindow(unknownOrder({ kind: 'WHOLE' }), windowOf(start, { kind: 'WHOLE' }, 0));
      const item = start[at % start.length];
      if (item?.areaId !== 'red') return;
      const may = { all: false, areaIds: new Set(['red']) };
      const to = how === 'drop' ? Math.min(gap, start.length) : how;
      const drop =
        typeof to === 'number'
          ? dropAt(known, [item.id], to, may)
          : stepOf(known, [item.id], to === 'up' ? to : 'down', may);
      if (drop === null) return;
      const change = predictMove(known, drop.move);
      expect(change?.moved).toHaveLength(1);
      if (change) {
        const after = applyChange(known, change).rows.map((row) => row?.id);
        start.forEach(({ id, areaId }, index) => areaId !== 'red' && expect(after[index]).toBe(id));
      }
    }),
    { numRuns: 1_000 },
  );
});
