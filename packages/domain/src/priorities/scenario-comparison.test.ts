import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupShifts, shiftsOf, type TwoOrders } from './scenario-comparison.js';

const orders = (before: string, after: string, chosen = ''): TwoOrders => ({
  before: [...before],
  after: [...after],
  chosen: new Set(chosen),
});

const written = ({ id, from, to, chosen }: { id: string; from: number; to: number; chosen: boolean }): string =>
  `${id} ${from}>${to}${chosen ? ' chosen' : ''}`;

describe('what rises and what falls', () => {
  it('names who was moved first, then who shifted farthest', () => {
    const { rises, falls, riseCount, fallCount } = shiftsOf(orders('abcdefg', 'fbacdge', 'f'));
    expect(rises.map(written)).toEqual(['f 6>1 chosen', 'g 7>6']);
    expect(falls.map(written)).toEqual(['a 1>3', 'e 5>7', 'c 3>4', 'd 4>5']);
    expect([riseCount, fallCount]).toEqual([2, 4]);
  });

  it('one that was moved comes before one that was pushed farther', () => {
    const { falls } = shiftsOf(orders('abcd', 'dbac', 'b'));
    expect(falls.map(written)).toEqual(['a 1>3', 'c 3>4']);
    expect(shiftsOf(orders('abcd', 'bacd', 'a')).falls.map(written)).toEqual(['a 1>2 chosen']);
    expect(shiftsOf(orders('abcd', 'cdab', 'b')).falls.map(written)).toEqual(['b 2>4 chosen', 'a 1>3']);
  });

  it('names at most 200 of each, and counts all', () => {
    const ids = Array.from({ length: 500 }, (_, index) => String(index));
    const after = [...ids.slice(250), ...ids.slice(0, 250)];
    const { rises, falls, riseCount, fallCount } = shiftsOf({ before: ids, after, chosen: new Set() });
    expect([rises.length, falls.length, riseCount, fallCount]).toEqual([200, 200, 250, 250]);
  });

  it('of what stays nothing', () => {
    expect(shiftsOf(orders('abc', 'abc', 'b'))).toEqual({ rises: [], falls: [], riseCount: 0, fallCount: 0 });
  });
});

describe('goals and areas', () => {
  it('shows means, and how much of what comes next is theirs', () => {
    const groups = groupShifts(orders('abcd', 'cabd'), (id) => (id === 'd' ? null : id === 'c' ? 'late' : 'early'));
    expect(groups).toEqual([
      { id: 'late', items: 1, rises: 1, falls: 0, before: 3, after: 1, shareBefore: 25, shareAfter: 25 },
      { id: 'early', items: 2, rises: 0, falls: 2, before: 1.5, after: 2.5, shareBefore: 50, shareAfter: 50 },
    ]);
  });

  it('counts only the first fifty as what comes next', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${index}`);
    const after = ['99', ...ids.slice(0, 99)];
    const groups = groupShifts({ before: ids, after, chosen: new Set() }, (id) => (id === '99' ? 'one' : 'others'));
    expect(groups.map(({ id, shareBefore, shareAfter }) => [id, shareBefore, shareAfter])).toEqual([
      ['one', 0, 2],
      ['others', 100, 98],
    ]);
  });

  it('names a goal whose items changed places among themselves, and no other', () => {
    const groups = groupShifts(orders('abcd', 'bacd'), (id) => ('ab'.includes(id) ? 'goal' : 'other'));
    expect(groups.map(({ id, rises, falls, before, after }) => [id, rises, falls, before, after])).toEqual([
      ['goal', 1, 1, 1.5, 1.5],
    ]);
  });
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const permuted = fc.shuffledSubarray(IDS, { minLength: IDS.length });

describe('any two orders', () => {
  it('rise exactly as far as they fall', () => {
    fc.assert(
      fc.property(permuted, permuted, (before, after) => {
        const { rises, falls } = shiftsOf({ before, after, chosen: new Set() });
        const sum = (shifts: { from: number; to: number }[]): number =>
          shifts.reduce((total, { from, to }) => total + Math.abs(from - to), 0);
        expect(sum(rises)).toBe(sum(falls));
        const still = before.filter((id, index) => after[index] === id);
        expect(rises.length + falls.length + still.length).toBe(IDS.length);
      }),
    );
  });

  it('the other way round what rose falls', () => {
    fc.assert(
      fc.property(permuted, permuted, (before, after) => {
        const there = shiftsOf({ before, after, chosen: new Set() });
        const back = shiftsOf({ before: after, after: before, chosen: new Set() });
        const turned = back.falls.map((shift) => ({ ...shift, from: shift.to, to: shift.from }));
        const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);
        expect(turned.toSorted(byId)).toEqual(there.rises.toSorted(byId));
      }),
    );
  });

  it('all groups together keep the sum of all positions, and all of what comes next is somebody’s', () => {
    fc.assert(
      fc.property(permuted, permuted, (before, after) => {
        const groups = groupShifts({ before, after, chosen: new Set() }, (id) => (id < 'd' ? 'early' : null));
        for (const { rises, falls } of groups) expect(rises + falls).toBeGreaterThan(0);
        const sum = (of: 'before' | 'after'): number => groups.reduce((total, one) => total + one[of] * one.items, 0);
        expect(sum('before')).toBeCloseTo(sum('after'));
        if (groups.length === 2)
          expect(groups.reduce((total, { shareAfter }) => total + shareAfter, 0)).toBeCloseTo(100);
      }),
    );
  });
});
