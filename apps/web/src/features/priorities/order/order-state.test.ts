import { expect, test } from '@jest/globals';
import { missingWindows, type OrderWindow, placeOf } from './known-order';
import { newOrderState, nextOrderState, type OrderAction, type OrderState, shownOrder } from './order-state';

const WHOLE = { kind: 'WHOLE' } as const;

/** Items named by where they stood at the start. */
const loaded = (number: number, from: number, count: number, total = 300): OrderAction => ({
  type: 'loaded',
  window: {
    number,
    length: total,
    total,
    from,
    rows: Array.from({ length: count }, (_, index) => ({
      id: `i${from + index + 1}`,
      areaId: (from + index) % 2 === 0 ? 'even' : 'odd',
      position: from + index + 1,
    })),
  } satisfies OrderWindow,
});
const moved = (number: number, itemId: string, from: number, to: number): OrderAction => ({
  type: 'changed',
  change: { number, scope: 'ORDER', areaId: null, moved: [{ itemId, from, to }] },
});
const after = (...actions: OrderAction[]): OrderState => actions.reduce(nextOrderState, newOrderState(WHOLE));
const ids = (state: OrderState, count = 4) =>
  shownOrder(state)
    .rows.slice(0, count)
    .map((row) => row?.id);

test('windows that are not known, or in doubt, are asked for once each', () => {
  const state = after(loaded(5, 100, 100));
  expect(missingWindows(state.known, 90, 210)).toEqual([0, 200]);
  expect(missingWindows(state.known, 100, 199)).toEqual([]);
  expect(missingWindows(nextOrderState(state, { type: 'doubted' }).known, 150, 160)).toEqual([100]);
});

test('a change applies once, and one that was missed puts all in doubt', () => {
  const once = after(loaded(5, 0, 100), moved(6, 'i3', 3, 1));
  expect(ids(once)).toEqual(['i3', 'i1', 'i2', 'i4']);
  expect(ids(nextOrderState(once, moved(6, 'i3', 3, 1)))).toEqual(['i3', 'i1', 'i2', 'i4']);
  expect(missingWindows(once.known, 0, 50)).toEqual([]);
  const missed = nextOrderState(once, moved(9, 'i4', 4, 1));
  expect(missingWindows(missed.known, 0, 50)).toEqual([0]);
  expect(ids(nextOrderState(missed, loaded(9, 0, 100)))).toEqual(['i1', 'i2', 'i3', 'i4']);
});

test('a window that was read before a change follows it; one that is newer puts the others in doubt', () => {
  const state = after(loaded(5, 0, 100), moved(6, 'i150', 150, 1), loaded(5, 100, 100));
  expect(state.known.rows[149]?.id).toBe('i149');
  expect(placeOf(state.known, 'i150')).toBe(0);
  expect(missingWindows(state.known, 101, 199)).toEqual([]);
  expect(missingWindows(nextOrderState(state, loaded(8, 100, 100)).known, 0, 199)).toEqual([0]);
});

test('a move shows at once, stays until the order holds it, and goes back when it is refused', () => {
  const start = after(loaded(5, 0, 100));
  const move = { ids: ['i4'], to: { before: 'i1' }, withinArea: false } as const;
  const begun = nextOrderState(start, { type: 'begun', key: 'm', move });
  expect(ids(begun)).toEqual(['i4', 'i1', 'i2', 'i3']);
  const settled = nextOrderState(begun, { type: 'settled', key: 'm', number: 6 });
  expect(ids(settled)).toEqual(['i4', 'i1', 'i2', 'i3']);
  // The change may come before the answer or after it.
  const told = nextOrderState(settled, moved(6, 'i4', 4, 1));
  expect([ids(told), told.pending]).toEqual([['i4', 'i1', 'i2', 'i3'], []]);
  const toldFirst = nextOrderState(begun, moved(6, 'i4', 4, 1));
  expect(ids(toldFirst)).toEqual(['i4', 'i1', 'i2', 'i3']);
  expect(ids(nextOrderState(begun, { type: 'withdrawn', key: 'm' }))).toEqual(['i1', 'i2', 'i3', 'i4']);
});

test('what others move meanwhile does not undo what is on its way', () => {
  const move = { ids: ['i4'], to: { after: 'i1' }, withinArea: false } as const;
  const state = after(loaded(5, 0, 100), { type: 'begun', key: 'm', move }, moved(6, 'i2', 2, 1));
  expect(ids(state)).toEqual(['i2', 'i1', 'i4', 'i3']);
});

test('within an area only its own slots change, and a stretch that is not known stays unknown', () => {
  const change = (itemId: string, from: number, to: number): OrderAction => ({
    type: 'changed',
    change: { number: 6, scope: 'AREA', areaId: 'even', moved: [{ itemId, from, to }] },
  });
  const near = after(loaded(5, 0, 100), change('i7', 7, 1));
  expect(ids(near, 8)).toEqual(['i7', 'i2', 'i1', 'i4', 'i3', 'i6', 'i5', 'i8']);
  const far = after(loaded(5, 0, 100), loaded(5, 200, 100), change('i299', 299, 1));
  expect(ids(far, 3)).toEqual(['i299', 'i2', 'i1']);
  expect(far.known.rows[200]).toBeNull();
  expect(far.known.rows[202]?.id).toBe('i201');
  expect(missingWindows(far.known, 0, 99)).toEqual([]);
});
