import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SprintPace, finishedWithin, lastFinished, paceBy } from './throughput.js';
import { velocityImpact } from './velocity-impact.js';

const WEEK = 7 * 24 * 3_600_000;
/** A sprint of two weeks that starts in the given week. */
const sprint = (week: number, doneItems: number | null, donePoints: number | null, more: Partial<SprintPace> = {}) => ({
  id: `s${week}`,
  name: `Sprint ${week}`,
  teamId: 'payments',
  state: 'CLOSED' as const,
  startsAt: week * WEEK,
  endsAt: (week + 2) * WEEK,
  doneItems,
  donePoints,
  ...more,
});
const SPRINTS: SprintPace[] = [
  sprint(0, 100, 100),
  sprint(2, 10, 20),
  sprint(4, 12, 25),
  sprint(6, 14, 30),
  sprint(8, 6, 15),
  sprint(10, 5, null),
  sprint(12, 1, 1, { state: 'ACTIVE' }),
  sprint(1, 999, 999, { id: 'other', teamId: 'yard' }),
];
const names = (sprints: readonly { name: string }[]): string[] => sprints.map(({ name }) => name);

describe('the sprints that count', () => {
  it('are the last three that were over, of this team', () => {
    expect(names(lastFinished(SPRINTS, 'payments', 8 * WEEK))).toEqual(['Sprint 6', 'Sprint 4', 'Sprint 2']);
    expect(names(lastFinished(SPRINTS, 'payments', 8 * WEEK - 1))).toEqual(['Sprint 4', 'Sprint 2', 'Sprint 0']);
    expect(lastFinished(SPRINTS, 'payments', WEEK)).toEqual([]);
    expect(names(lastFinished(SPRINTS, 'payments', 99 * WEEK))).not.toContain('Sprint 12');
  });

  it.each([
    ['the one in the midst', 8.5, 9.5, ['Sprint 8']],
    ['both beside a moment', 9.9, 10.1, ['Sprint 8', 'Sprint 10']],
    ['not one that only touches', 8, 10, ['Sprint 8']],
    ['not one that still runs', 11, 99, ['Sprint 10']],
  ])('overlapped: %s', (_what, from, to, expected) => {
    expect(names(finishedWithin(SPRINTS, 'payments', from * WEEK, to * WEEK))).toEqual(expected);
  });
});

describe('the pace of a team', () => {
  it('is the mean of them, with what it is taken of', () => {
    expect(paceBy(SPRINTS, 'payments', 'ITEMS', 8 * WEEK)).toEqual({
      mean: 12,
      inputs: [
        { sprintId: 's6', name: 'Sprint 6', done: 14 },
        { sprintId: 's4', name: 'Sprint 4', done: 12 },
        { sprintId: 's2', name: 'Sprint 2', done: 10 },
      ],
    });
    expect(paceBy(SPRINTS, 'payments', 'POINTS', 8 * WEEK).mean).toBe(25);
  });

  it('needs two; who does not say is left out', () => {
    expect(paceBy(SPRINTS, 'payments', 'ITEMS', 2 * WEEK)).toMatchObject({ mean: null, inputs: [{ done: 100 }] });
    expect(paceBy(SPRINTS, 'payments', 'ITEMS', 4 * WEEK).mean).toBe(55);
    // Of the last three one has no points.
    expect(paceBy(SPRINTS, 'payments', 'POINTS', 12 * WEEK)).toMatchObject({ mean: 22.5, inputs: [{}, {}] });
  });
});

describe('what an impediment cost in pace', () => {
  it('is the mean before minus the mean of the sprints that it overlaps', () => {
    const { items, points } = velocityImpact(SPRINTS, 'payments', 8.5 * WEEK, 11 * WEEK);
    expect(items).toMatchObject({ lost: 12 - 5.5, lack: null, before: { mean: 12 }, during: { mean: 5.5 } });
    expect(points).toMatchObject({ lost: 25 - 15, lack: null, during: { inputs: [{ sprintId: 's8', done: 15 }] } });
  });

  it.each([
    ['two finished sprints before', 3, 9, 'BEFORE'],
    ['one that it overlaps', 12.5, 13, 'DURING'],
    ['anything', 0, 1, 'BEFORE'],
  ])('is not guessed without %s', (_what, from, to, lack) => {
    expect(velocityImpact(SPRINTS, 'payments', from * WEEK, to * WEEK).items).toMatchObject({ lost: null, lack });
  });

  it('a team that got more done lost less than nothing', () => {
    const better = [...SPRINTS.slice(0, 4), sprint(8, 20, 40)];
    expect(velocityImpact(better, 'payments', 8 * WEEK, 9 * WEEK).items.lost).toBe(-8);
  });

  it('does not depend on the order of the sprints, nor on other teams and what still runs', () => {
    const any = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.nat(20)), fc.constantFrom('CLOSED', 'ACTIVE', 'FUTURE'))
        .map(([week, done, state]) => ({ week, done, state })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, fc.nat(30), fc.nat(10), (given, from, length) => {
        const own = given.map(({ week, done, state }, index) =>
          sprint(week, done, done, { id: `x${index}`, state: state as SprintPace['state'] }),
        );
        const span = [from * WEEK, (from + length) * WEEK] as const;
        const impact = velocityImpact(own, 'payments', ...span);
        const noise = own.map((one) => ({ ...one, id: `${one.id}-yard`, teamId: 'yard', doneItems: 50 }));
        expect(velocityImpact([...noise, ...own.toReversed()], 'payments', ...span)).toEqual(impact);
        const finished = own.filter(({ state }) => state === 'CLOSED');
        expect(velocityImpact(finished, 'payments', ...span)).toEqual(impact);
        // A sprint is before it or overlapped by it, never both.
        const before = new Set(impact.items.before.inputs.map(({ sprintId }) => sprintId));
        expect(impact.items.during.inputs.some(({ sprintId }) => before.has(sprintId))).toBe(false);
      }),
    );
  });
});
