import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type WorkingCalendar, addWorkingTime, workingTimeBetween } from './working-calendar.js';
import { WorkingTime } from './working-time.js';

const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) });
const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    timeZone: fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    startHour: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 24 }),
    holidays: fc.subarray(['2024-12-25', '2026-01-01', '2026-08-01']),
  })
  .map(({ length, ...rest }) => ({ ...rest, endHour: Math.min(24, rest.startHour + length) }));

test('many spans are measured as one is, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(calendar, fc.array(fc.tuple(moment, moment), { maxLength: 6 }), (of, spans) => {
      for (const [from, to] of spans) {
        expect(WorkingTime.of({ ...of }).between(from, to)).toBe(workingTimeBetween(from, to, of));
      }
    }),
    { numRuns: 30 },
  );
});

test('so much working time after a moment is where adding it leads, in whatever order they are asked for', () => {
  const much = fc.oneof(
    fc.integer({ min: 0, max: 400 }).map((hours) => hours * 3_600_000),
    fc.integer({ min: 0, max: 1e9 }),
  );
  fc.assert(
    fc.property(calendar, fc.array(fc.tuple(moment, much), { maxLength: 6 }), (of, spans) => {
      for (const [from, milliseconds] of spans) {
        expect(WorkingTime.of({ ...of }).plus(from, milliseconds)).toBe(addWorkingTime(from, milliseconds, of));
      }
    }),
    { numRuns: 100 },
  );
});

test('windows as columns measure any span between two moments of theirs as `between` does', () => {
  fc.assert(
    fc.property(calendar, fc.array(moment, { minLength: 2, maxLength: 6 }), (of, moments) => {
      const inOrder = moments.toSorted((one, other) => one - other);
      const [from = 0, to = 0] = [inOrder[0], inOrder.at(-1)];
      const { starts, ends, workedBefore } = WorkingTime.of({ ...of }).columns(from, to);
      const worked = (at: number): number => {
        const index = starts.findLastIndex((start) => start <= at);
        return index < 0 ? 0 : (workedBefore[index] ?? 0) + Math.min(at, ends[index] ?? 0) - (starts[index] ?? 0);
      };
      // A window that is under way when the span begins is whole.
      for (const at of inOrder) expect(worked(at) - worked(from)).toBe(workingTimeBetween(from, at, of));
    }),
    { numRuns: 30 },
  );
});

test('the latest first, then ever earlier ones', () => {
  const berlin = { timeZone: 'Europe/Berlin', workingDays: [1, 3, 5], startHour: 9, endHour: 17, holidays: [] };
  for (const year of [2026, 2022, 2020, 2026]) {
    const [from, to] = [Date.UTC(year, 2, 1), Date.UTC(year, 9, 1)];
    expect(WorkingTime.of(berlin).between(from, to)).toBe(workingTimeBetween(from, to, berlin));
  }
});

test('of an hour lived twice over midnight, too', () => {
  const newfoundland: WorkingCalendar = {
    timeZone: 'America/St_Johns',
    workingDays: [1, 2, 3, 4, 5, 6, 7],
    startHour: 0,
    endHour: 24,
    holidays: [],
  };
  const from = Date.parse('2010-11-06T12:00:00Z');
  for (let to = from; to < from + 2 * 24 * 3_600_000; to += 10 * 60_000 + 30_000) {
    expect(WorkingTime.of(newfoundland).between(from, to)).toBe(workingTimeBetween(from, to, newfoundland));
  }
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no moment', (end) => {
  const utc = { timeZone: 'UTC', workingDays: [1], startHour: 0, endHour: 24, holidays: [] };
  expect(() => WorkingTime.of(utc).between(0, end)).toThrow(RangeError);
});
