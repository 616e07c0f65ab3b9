import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moveInOrder, moveWithinArea, type OneOrder, type OrderPlace } from './one-order.js';
import { isSame, madeAnew, orderAfter, type ScenarioMove, tried } from './scenario-order.js';

/** `a1 b2` reads: a of area 1, then b of area 2. */
const order = (written: string): OneOrder =>
  written.split(' ').map((text) => ({ id: text.slice(0, 1), areaId: text.slice(1) || null }));
const ids = (items: OneOrder): string => items.map(({ id }) => id).join('');
const move = (of: string, position: number, withinArea = false): ScenarioMove => ({
  ids: [...of],
  position,
  withinArea,
});

describe('a move that is tried', () => {
  const base = order('a1 b2 c1 d2 e1');

  it.each<[string, string, OrderPlace, ScenarioMove | null | undefined]>([
    ['to the top', 'd', { kind: 'TOP' }, move('d', 1)],
    ['behind another', 'a', { kind: 'AFTER', id: 'd' }, move('a', 4)],
    ['several keep their order', 'da', { kind: 'BOTTOM' }, move('ad', 4)],
    ['to where it stands', 'b', { kind: 'BEFORE', id: 'c' }, null],
    ['beside one that is not there', 'b', { kind: 'BEFORE', id: 'x' }, null],
    ['of something that is not there', 'x', { kind: 'TOP' }, null],
    ['to the top of its area', 'd', { kind: 'TOP_OF_AREA' }, move('d', 2, true)],
    ['to the top of their areas', 'ad', { kind: 'TOP_OF_AREA' }, undefined],
  ])('%s', (_, of, place, expected) => {
    expect(tried(base, [...of], place)).toEqual(expected);
  });
});

describe('moves that are made anew', () => {
  it('leave out what ended, and what changes nothing any more', () => {
    const moves = [move('d', 1), move('bc', 3), move('x', 1)];
    expect(madeAnew(order('c1 a1 d2'), moves)).toEqual([move('d', 1), move('c', 3)]);
    expect(ids(orderAfter(order('c1 a1 d2'), madeAnew(order('c1 a1 d2'), moves)))).toBe('dac');
  });

  it('stay within an order that became shorter', () => {
    expect(madeAnew(order('a1 b1'), [move('a', 5)])).toEqual([move('a', 2)]);
  });
});

const AREAS = ['1', '2', null];
const anyOrder = fc
  .array(fc.constantFrom(...AREAS), { minLength: 1, maxLength: 9 })
  .map((areas): OneOrder => areas.map((areaId, index) => ({ id: 'abcdefghi'.charAt(index), areaId })));
const anyIds = fc.subarray([...'abcdefghi'], { minLength: 1, maxLength: 4 });
const anyPlace: fc.Arbitrary<OrderPlace> = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((position): OrderPlace => ({ kind: 'POSITION', position })),
  fc
    .record({ kind: fc.constantFrom('BEFORE' as const, 'AFTER' as const), id: fc.constantFrom(...'abcdefghi') })
    .map((place): OrderPlace => place),
  fc.constantFrom('TOP', 'BOTTOM', 'TOP_OF_AREA', 'BOTTOM_OF_AREA').map((kind): OrderPlace => ({ kind })),
);

describe('any scenario', () => {
  it('made again by its position, a move leads to what was seen when it was tried', () => {
    fc.assert(
      fc.property(anyOrder, anyIds, anyPlace, (base, of, place) => {
        const move_ = tried(base, of, place);
        if (!move_) return;
        const seen = move_.withinArea ? moveWithinArea(base, of, place) : moveInOrder(base, of, place);
        expect(ids(orderAfter(base, [move_]))).toBe(ids(seen));
      }),
    );
  });

  it('loses nothing and adds nothing; made anew on its own base it is what it was', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(fc.tuple(anyIds, anyPlace), { maxLength: 6 }), (base, wishes) => {
        const moves: ScenarioMove[] = [];
        for (const [of, place] of wishes) {
          const one = tried(orderAfter(base, moves), of, place);
          if (one) moves.push(one);
        }
        const after = orderAfter(base, moves);
        expect([...ids(after)].toSorted()).toEqual([...ids(base)].toSorted());
        expect(madeAnew(base, moves)).toEqual(moves);
      }),
    );
  });

  it('made anew elsewhere, names only what is there and changes something with every move', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(fc.tuple(anyIds, fc.integer({ min: 1, max: 12 }), fc.boolean())), (other, raw) => {
        const moves = raw.map(([of, position, withinArea]): ScenarioMove => ({ ids: of, position, withinArea }));
        const kept = madeAnew(other, moves);
        let now = other;
        for (const one of kept) {
          for (const id of one.ids) expect(ids(other)).toContain(id);
          const after = orderAfter(now, [one]);
          expect(isSame(now, after)).toBe(false);
          now = after;
        }
      }),
    );
  });
});
