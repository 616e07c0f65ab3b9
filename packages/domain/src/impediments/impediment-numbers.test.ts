import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type WorkingCalendar, workingTimeBetween } from '../organization/working-calendar.js';
import { NUMBER_GROUPS, groupedNumbers } from './grouped-numbers.js';
import { NUMBER_WORDS, type NumberFacts, impedimentNumbers } from './impediment-numbers.js';
import { IMPEDIMENT_STATES } from './impediment-state.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: [],
};
const ALWAYS = { from: null, to: null };
const HOUR = 3_600_000;
/** 2026-03-02 is a Monday; in Berlin. */
const at = (text: string): number => Date.parse(`2026-${text}:00+01:00`);

const fact = (id: string, more: Partial<NumberFacts> = {}): NumberFacts => ({
  id,
  state: 'RAISED',
  level: 1,
  raisingTeamId: 'payments',
  areaId: 'checkout',
  sourceId: null,
  raisedAt: at('03-02T09:00'),
  triagedAt: null,
  resolvedAt: null,
  endedAt: null,
  reopenedCount: 0,
  escalated: false,
  hadClock: true,
  overdueAt: null,
  ...more,
});
const resolved = (id: string, when: string, more: Partial<NumberFacts> = {}): NumberFacts =>
  fact(id, { state: 'CLOSED', resolvedAt: at(when), endedAt: at(when), ...more });

describe('the numbers', () => {
  it('times are working hours: median and 85th percentile', () => {
    const facts = [
      fact('one', { triagedAt: at('03-02T11:00') }),
      fact('two', { triagedAt: at('03-03T10:00') }),
      fact('three', { triagedAt: at('03-09T09:00') }),
      fact('not yet'),
    ];
    expect(impedimentNumbers(facts, CALENDAR, ALWAYS).timeToTriage).toEqual({
      median: 9,
      // Of 2, 9 and 40 hours: rank 1 + 0.85 × 2 = 2.7.
      percentile85: expect.closeTo(9 + 0.7 * 31, 9),
      ids: ['one', 'two', 'three'],
    });
  });

  it('times to resolve are by the level at which it was resolved', () => {
    const { timeToResolve, timeToResolveByLevel } = impedimentNumbers(
      [
        resolved('top', '03-04T09:00', { level: 3 }),
        resolved('low', '03-02T10:00'),
        resolved('low too', '03-02T12:00'),
        fact('declined', { state: 'DECLINED', endedAt: at('03-02T10:00') }),
        fact('reopened', { reopenedCount: 1, endedAt: at('03-02T10:00') }),
      ],
      CALENDAR,
      ALWAYS,
    );
    expect(timeToResolve).toMatchObject({ median: 3, ids: ['top', 'low', 'low too'] });
    expect(timeToResolveByLevel.map(({ level, median, ids }) => [level, median, ids])).toEqual([
      [1, 2, ['low', 'low too']],
      [3, 16, ['top']],
    ]);
  });

  it('shares say how many of how many', () => {
    const { overdue, reopened, resolvedWithoutEscalation } = impedimentNumbers(
      [
        resolved('good', '03-04T09:00'),
        resolved('late', '03-04T09:00', { overdueAt: at('03-03T09:00') }),
        resolved('up', '03-04T09:00', { escalated: true, reopenedCount: 2 }),
        fact('open again', { reopenedCount: 1, endedAt: at('03-04T09:00') }),
        fact('open'),
        fact('imported', { hadClock: false }),
      ],
      CALENDAR,
      ALWAYS,
    );
    expect(overdue).toEqual({ share: 0.2, ids: ['late'], ofIds: ['good', 'late', 'up', 'open again', 'open'] });
    expect(reopened).toEqual({
      share: 0.5,
      ids: ['up', 'open again'],
      ofIds: ['good', 'late', 'up', 'open again'],
    });
    expect(resolvedWithoutEscalation).toMatchObject({ share: 2 / 3, ids: ['good', 'late'] });
  });

  it('of nothing there is no number, rather than a zero', () => {
    const nothing = { median: null, percentile85: null, ids: [] };
    const none = { share: null, ids: [], ofIds: [] };
    for (const facts of [[], [fact('twin', { state: 'DUPLICATE', triagedAt: at('03-03T09:00') })]]) {
      expect(impedimentNumbers(facts, CALENDAR, ALWAYS)).toEqual({
        timeToTriage: nothing,
        timeToResolve: nothing,
        timeToResolveByLevel: [],
        overdue: none,
        reopened: none,
        resolvedWithoutEscalation: none,
      });
    }
    expect(impedimentNumbers([fact('open')], CALENDAR, ALWAYS).overdue.share).toBe(0);
  });

  it('count by a moment of their own: the first of the period does, the one at its end does not', () => {
    const facts = [
      resolved('it', '03-31T12:00', {
        raisedAt: at('02-27T12:00'),
        triagedAt: at('03-02T12:00'),
        endedAt: at('03-31T12:00'),
      }),
    ];
    const of = (from: string, to: string) => {
      const numbers = impedimentNumbers(facts, CALENDAR, { from: at(from), to: at(to) });
      const { timeToTriage, timeToResolve, overdue, reopened, resolvedWithoutEscalation } = numbers;
      return [timeToTriage.ids, timeToResolve.ids, overdue.ofIds, reopened.ofIds, resolvedWithoutEscalation.ofIds].map(
        ({ length }) => length,
      );
    };
    expect(of('02-27T12:00', '03-02T12:00')).toEqual([0, 0, 1, 0, 0]);
    expect(of('03-02T12:00', '03-31T12:00')).toEqual([1, 0, 0, 0, 0]);
    expect(of('03-31T12:00', '04-01T00:00')).toEqual([0, 1, 0, 1, 1]);
  });

  it('each has words for people', () => {
    for (const { title, counts } of Object.values(NUMBER_WORDS)) {
      expect([title, counts]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  });
});

const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 6, 1) });
const later = (from: number, hours: number | null): number | null => (hours === null ? null : from + hours * HOUR);
const anyFacts: fc.Arbitrary<NumberFacts[]> = fc
  .array(
    fc
      .record({
        state: fc.constantFrom(...IMPEDIMENT_STATES),
        level: fc.integer({ min: 1, max: 3 }),
        raisingTeamId: fc.constantFrom('payments', 'yard', 'quay'),
        sourceId: fc.constantFrom('gateway', 'legal', null),
        raisedAt: moment,
        triage: fc.option(fc.nat(500)),
        resolve: fc.option(fc.nat(1_000)),
        reopenedCount: fc.nat(2),
        escalated: fc.boolean(),
        hadClock: fc.boolean(),
        overdue: fc.option(fc.nat(500)),
      })
      .map(({ triage, resolve, overdue, ...rest }) => ({
        ...rest,
        areaId: rest.raisingTeamId === 'payments' ? 'checkout' : 'harbour',
        triagedAt: later(rest.raisedAt, triage),
        resolvedAt: later(rest.raisedAt, resolve),
        endedAt: later(rest.raisedAt, resolve),
        overdueAt: later(rest.raisedAt, overdue),
      })),
    { maxLength: 15 },
  )
  .map((facts) => facts.map((one, index) => ({ ...one, id: `i${index}` })));

describe('groups', () => {
  it('add up: each id counts in one group, and no other', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...NUMBER_GROUPS), (facts, by) => {
        const whole = impedimentNumbers(facts, CALENDAR, ALWAYS);
        const groups = groupedNumbers(facts, by, CALENDAR, ALWAYS).map(({ numbers }) => numbers);
        const together = (ids: (numbers: typeof whole) => string[]) => groups.flatMap(ids).toSorted();
        expect(together((one) => one.timeToTriage.ids)).toEqual(whole.timeToTriage.ids.toSorted());
        expect(together((one) => one.timeToResolve.ids)).toEqual(whole.timeToResolve.ids.toSorted());
        expect(together((one) => one.overdue.ids)).toEqual(whole.overdue.ids.toSorted());
        expect(together((one) => one.overdue.ofIds)).toEqual(whole.overdue.ofIds.toSorted());
        expect(together((one) => one.reopened.ofIds)).toEqual(whole.reopened.ofIds.toSorted());
        const byLevel = whole.timeToResolveByLevel.flatMap(({ ids }) => ids).toSorted();
        expect(byLevel).toEqual(whole.timeToResolve.ids.toSorted());
      }),
    );
  });

  it('a median has as many at or below it as at or above it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { median, ids } = impedimentNumbers(facts, CALENDAR, ALWAYS).timeToTriage;
        if (median === null) return expect(ids).toEqual([]);
        const hours = facts
          .filter(({ id }) => ids.includes(id))
          .map(({ raisedAt, triagedAt }) => workingTimeBetween(raisedAt, triagedAt ?? raisedAt, CALENDAR) / HOUR);
        const half = Math.ceil(hours.length / 2);
        expect(hours.filter((one) => one <= median + 1e-9).length).toBeGreaterThanOrEqual(half);
        expect(hours.filter((one) => one >= median - 1e-9).length).toBeGreaterThanOrEqual(half);
      }),
    );
  });

  it('months are in order, those of the organization, and inside the period', () => {
    // In Berlin it is April already.
    const facts = [fact('april', { raisedAt: Date.parse('2026-03-31T22:30:00Z') }), fact('march')];
    const keys = (period: { from: number | null; to: number | null }) =>
      groupedNumbers(facts, 'MONTH', CALENDAR, period).map(({ key, numbers }) => [key, numbers.overdue.ofIds]);
    expect(keys(ALWAYS)).toEqual([
      ['2026-03', ['march']],
      ['2026-04', ['april']],
    ]);
    expect(keys({ from: at('03-03T00:00'), to: null })).toEqual([['2026-04', ['april']]]);
  });

  it('those without a source are a group of their own; a group without data is none', () => {
    const facts = [
      fact('twin', { state: 'DUPLICATE', sourceId: 'legal' }),
      fact('one', { sourceId: 'gateway' }),
      fact('two'),
    ];
    expect(groupedNumbers(facts, 'SOURCE', CALENDAR, ALWAYS).map(({ key }) => key)).toEqual(['gateway', null]);
  });
});
