import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type WorkingCalendar, workingTimeBetween } from '../organization/working-calendar.js';
import { escalationDue } from './automatic-escalation.js';
import { type ClockTerms, TOP_LEVEL, levelAbove } from './impediment-ladder.js';
import { type LevelClock, runsOutAt, workedAt } from './level-clock.js';
import { type ClockEvent, clocksOf } from './level-clock-history.js';
import { reminderDue } from './level-reminders.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Zones with clock changes at different hours, of half an hour, over midnight, and none.
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];
const calendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    startHour: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 24 }),
    holidays: fc.subarray(['2026-03-08', '2026-03-27', '2026-03-30', '2026-04-06', '2026-04-07']),
  })
  .map(({ length, ...rest }) => ({ ...rest, endHour: Math.min(24, rest.startHour + length) }));
const terms: fc.Arbitrary<ClockTerms> = fc.record({
  clockWorkingHours: fc.integer({ min: 1, max: 60 }),
  escalatesByItself: fc.boolean(),
  remindBeforeHours: fc.option(fc.constant(1), { nil: null }),
});
const level = fc.integer({ min: 1, max: TOP_LEVEL });

// Raise, escalate, de-escalate and reopen come to a level; a step may say a moment before the last one (a slow clock).
const step = fc.tuple(
  fc.integer({ min: -10 * 60_000, max: 3 * DAY }),
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('CAME_TO_LEVEL' as const), level, terms }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('PAUSED' as const), reason: fc.constant('Vendor') }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('RESUMED' as const) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('ENDED' as const) }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('CALENDAR_CHANGED' as const), calendar }) },
  ),
);
// From before the clocks change in North America until after they change back in the South.
const raised = fc.integer({ min: Date.UTC(2026, 2, 5), max: Date.UTC(2026, 3, 2) });
const history: fc.Arbitrary<{ events: ClockEvent[]; calendar: WorkingCalendar }> = fc
  .record({ raised, level, terms, steps: fc.array(step, { maxLength: 12 }), calendar })
  .map(({ raised, level, terms, steps, calendar }) => {
    const events: ClockEvent[] = [{ what: 'CAME_TO_LEVEL', at: raised, level, terms }];
    let now = raised;
    for (const [later, event] of steps) events.push({ ...event, at: (now += later) });
    return { events, calendar };
  });

/** What is known at a moment: events that nobody has made yet are not in the log. */
const knownAt = (events: readonly ClockEvent[], moment: number): ClockEvent[] => {
  const made = events.findIndex((_, index) => Math.max(...events.slice(0, index + 1).map(({ at }) => at)) > moment);
  return made === -1 ? [...events] : events.slice(0, made);
};

describe('over any history', () => {
  it('no clock ever runs backwards, nor takes back that it ran out', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 40 * DAY }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(history, looks, ({ events, calendar }, after) => {
        const [first] = events;
        let before: { worked: number; overdueSince: number | null }[] = [];
        for (const moment of after.sort((one, other) => one - other).map((late) => (first?.at ?? 0) + late)) {
          const now = clocksOf(knownAt(events, moment), calendar);
          const seen = now.clocks.map((clock) => {
            const end = runsOutAt(clock, now.calendar);
            return {
              worked: workedAt(clock, moment, now.calendar),
              overdueSince: end !== null && end <= moment ? end : null,
            };
          });
          expect(seen.length).toBeGreaterThanOrEqual(before.length);
          for (const [index, { worked, overdueSince }] of before.entries()) {
            expect(seen[index]?.worked).toBeGreaterThanOrEqual(worked);
            if (overdueSince !== null) expect(seen[index]?.overdueSince).toBe(overdueSince);
          }
          before = seen;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a clock has counted its hours exactly when it runs out', () => {
    fc.assert(
      fc.property(history, ({ events, calendar }) => {
        const { clocks, calendar: present } = clocksOf(events, calendar);
        for (const clock of clocks) {
          const allowance = clock.terms.clockWorkingHours * HOUR;
          const end = runsOutAt(clock, present);
          if (end === null || clock.ranOutAt !== null) {
            expect(clock.worked >= allowance).toBe(clock.ranOutAt !== null);
            continue;
          }
          expect(workedAt(clock, end, present)).toBe(allowance);
          expect(workedAt(clock, end - 1, present)).toBe(allowance - 1);
          // The whole history up to its end says the same as looking ahead did.
          const ended = clocksOf([...events, { what: 'ENDED', at: end }], calendar).clocks.at(-1);
          expect(ended?.ranOutAt).toBe(end);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stays follow one another, and each counts the working time in which it ran', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 5 * DAY }), ({ events, calendar }, later) => {
        const last: ClockEvent = { what: 'ENDED', at: Math.max(...events.map(({ at }) => at)) + later };
        const whole = [...events, last];
        const { clocks } = clocksOf(whole, calendar);
        for (const [index, clock] of clocks.entries()) {
          const next = clocks[index + 1];
          if (next) expect(clock.endedAt).toBeLessThanOrEqual(next.beganAt);
          expect(clock.worked).toBe(naivelyWorked(whole, calendar, index));
          expect(clock.worked).toBeLessThanOrEqual(clock.countedTo - clock.beganAt);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('time takes an impediment up exactly once in each stay in which its clock ran out', () => {
    const wakes = fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 12 });
    fc.assert(
      fc.property(history, wakes, terms, ({ events, calendar }, after, above) => {
        const start = events[0]?.at ?? 0;
        const log: ClockEvent[] = [];
        const fired: { stay: number; fromLevel: number; at: number }[] = [];
        const people = [...events];
        const work = (now: number): void => {
          const { clocks, calendar: present } = clocksOf(log, calendar);
          const clock = clocks.at(-1);
          if (!clock) return;
          const due = escalationDue(clock, now, present);
          if (!due) return;
          expect(due.toLevel).toBe(levelAbove(clock.level));
          expect(due.dueAt).toBe(runsOutAt(clock, present));
          fired.push({ stay: clocks.length - 1, fromLevel: clock.level, at: now });
          log.push({ what: 'CAME_TO_LEVEL', at: now, level: due.toLevel, terms: above });
        };
        const nights = [...after.map((late) => start + late), start + 60 * DAY].sort((one, other) => one - other);
        for (const now of nights) {
          const made = knownAt(people, now).length;
          log.push(...people.splice(0, made));
          // Two workers, or one that died after its work and begins again.
          work(now);
          work(now);
        }
        const { clocks, calendar: present } = clocksOf(log, calendar);
        for (const [stay, clock] of clocks.entries()) {
          const times = fired.filter((one) => one.stay === stay);
          expect(times.length).toBeLessThanOrEqual(1);
          const [once] = times;
          if (once) {
            expect(clock.terms.escalatesByItself && levelAbove(clock.level) !== null).toBe(true);
            expect(clock.endedAt).not.toBeNull();
            expect(clock.ranOutAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(once.at);
          }
        }
        // Whatever is left at the end and could go up still runs, or stands still.
        const last = clocks.at(-1);
        if (last) expect(escalationDue(last, nights.at(-1) ?? 0, present)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('each reminder is told once at most, in order, and never in a stay that is over', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 20 });
    fc.assert(
      fc.property(history, looks, ({ events, calendar }, after) => {
        const told = new Map<number, number>();
        for (const moment of after.sort((one, other) => one - other).map((late) => (events[0]?.at ?? 0) + late)) {
          const now = clocksOf(knownAt(events, moment), calendar);
          const clock = now.clocks.at(-1);
          if (!clock) continue;
          const stay = now.clocks.length;
          const reminder = reminderDue(clock, told.get(stay) ?? 0, moment, now.calendar);
          if (!reminder) continue;
          expect(clock.endedAt).toBeNull();
          expect(reminder.number).toBeGreaterThan(told.get(stay) ?? 0);
          expect(workedAt(clock, moment, now.calendar)).toBeGreaterThanOrEqual(reminder.atHours * HOUR);
          told.set(stay, reminder.number);
          expect(reminderDue(clock, reminder.number, moment, now.calendar)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Written anew: walks the history span by span and adds up those in which this stay's clock ran. */
function naivelyWorked(events: readonly ClockEvent[], first: WorkingCalendar, stay: number): number {
  let [calendar, current, running, allowance, worked, now] = [first, -1, false, 0, 0, 0];
  let total = 0;
  for (const event of events) {
    const at = Math.max(now, event.at);
    if (running) worked += workingTimeBetween(now, at, calendar);
    if (running && current === stay) total = worked;
    now = at;
    if (event.what === 'CAME_TO_LEVEL') {
      [current, running, allowance, worked] = [current + 1, true, event.terms.clockWorkingHours * HOUR, 0];
    }
    if (event.what === 'PAUSED' && running && worked < allowance) running = false;
    if (event.what === 'RESUMED' && current >= 0 && !ended()) running = true;
    if (event.what === 'ENDED') running = false;
    if (event.what === 'CALENDAR_CHANGED') calendar = event.calendar;

    function ended(): boolean {
      const since = events.slice(0, events.indexOf(event)).findLastIndex(({ what }) => what === 'CAME_TO_LEVEL');
      return events.slice(since, events.indexOf(event)).some(({ what }) => what === 'ENDED');
    }
  }
  return total;
}

describe('one history', () => {
  const berlin: WorkingCalendar = {
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    startHour: 9,
    endHour: 17,
    holidays: [],
  };
  const at = (text: string): number => Date.parse(`2026-03-${text}`);
  const day: ClockTerms = { clockWorkingHours: 8, escalatesByItself: false, remindBeforeHours: null };
  const summary = (clocks: readonly LevelClock[]) =>
    clocks.map(({ level, worked, ranOutAt, endedAt }) => [level, worked / HOUR, ranOutAt !== null, endedAt !== null]);

  it('escalated, paused over the change to summer time, resolved, reopened', () => {
    const { clocks } = clocksOf(
      [
        { what: 'CAME_TO_LEVEL', at: at('26T09:00+01:00'), level: 1, terms: day },
        { what: 'CAME_TO_LEVEL', at: at('27T11:00+01:00'), level: 2, terms: day },
        { what: 'PAUSED', at: at('27T12:00+01:00'), reason: 'Vendor' },
        { what: 'PAUSED', at: at('27T13:00+01:00'), reason: 'Again' },
        { what: 'RESUMED', at: at('30T10:00+02:00') },
        { what: 'ENDED', at: at('30T12:30+02:00') },
        { what: 'RESUMED', at: at('30T13:00+02:00') },
        { what: 'CAME_TO_LEVEL', at: at('31T09:00+02:00'), level: 2, terms: day },
      ],
      berlin,
    );
    expect(summary(clocks)).toEqual([
      [1, 10, true, true],
      [2, 3.5, false, true],
      [2, 0, false, false],
    ]);
  });

  it('nothing happened: no clock', () => {
    expect(clocksOf([{ what: 'PAUSED', at: 0, reason: 'Why' }], berlin).clocks).toEqual([]);
  });
});
