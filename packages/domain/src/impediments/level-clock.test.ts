import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import { Refusal } from '../refusal.js';
import { escalatesAt, escalationDue, wakesAt } from './automatic-escalation.js';
import type { ClockTerms } from './impediment-ladder.js';
import {
  type LevelClock,
  countedUpTo,
  endClock,
  pauseClock,
  resumeClock,
  runsOutAt,
  startClock,
  workedAt,
} from './level-clock.js';
import { nextReminderAt, reminderDue } from './level-reminders.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-03-05'],
};
const HOUR = 3_600_000;
/** 2026-03-02 is a Monday. */
const at = (text: string): number => Date.parse(`2026-03-${text}Z`);
const shown = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString().slice(8, 16);

const TERMS: ClockTerms = { clockWorkingHours: 16, escalatesByItself: false, remindBeforeHours: 4 };
const begun = (terms: Partial<ClockTerms> = {}, level = 1): LevelClock =>
  startClock(level, { ...TERMS, ...terms }, at('02T09:00'));
const still = (clock: LevelClock | Refusal): LevelClock => {
  if (clock instanceof Refusal) throw clock;
  return clock;
};

describe('the clock of a level', () => {
  it.each([
    ['16 hours from Monday morning', '02T09:00', 16, '03T17:00'],
    ['16 hours from Tuesday morning', '03T09:00', 16, '04T17:00'],
    ['the same with a holiday between', '04T09:00', 16, '06T17:00'],
    ['8 hours from Saturday', '07T13:00', 8, '09T17:00'],
  ])('%s', (_what, since, hours, ends) => {
    const clock = startClock(1, { ...TERMS, clockWorkingHours: hours }, at(since));
    expect(shown(runsOutAt(clock, CALENDAR))).toBe(ends);
  });

  it('runs from when the impediment came to the level', () => {
    expect(shown(runsOutAt(begun(), CALENDAR))).toBe('03T17:00');
    expect(workedAt(begun(), at('03T10:00'), CALENDAR)).toBe(9 * HOUR);
  });

  it('stands still while it is paused, and runs on from there', () => {
    const paused = still(pauseClock(begun(), 'They answer on Wednesday', at('02T12:00'), CALENDAR));
    expect(paused.pausedBecause).toBe('They answer on Wednesday');
    expect(runsOutAt(paused, CALENDAR)).toBeNull();
    expect(workedAt(paused, at('31T12:00'), CALENDAR)).toBe(3 * HOUR);
    const resumed = still(resumeClock(paused, at('04T12:00'), CALENDAR));
    // 13 hours are left: five on Wednesday, none on the holiday, eight on Friday.
    expect(shown(runsOutAt(resumed, CALENDAR))).toBe('06T17:00');
  });

  it('is not paused twice, not resumed while it runs, and not paused once it has run out', () => {
    const paused = still(pauseClock(begun(), 'Vendor', at('02T12:00'), CALENDAR));
    expect(pauseClock(paused, 'Again', at('02T13:00'), CALENDAR)).toMatchObject({
      code: 'CLOCK_PAUSED_ALREADY',
      details: { reason: 'Vendor' },
    });
    expect(resumeClock(begun(), at('02T13:00'), CALENDAR)).toMatchObject({ code: 'CLOCK_RUNS_ALREADY' });
    expect(pauseClock(begun(), 'Too late', at('03T17:00'), CALENDAR)).toMatchObject({
      code: 'CLOCK_RAN_OUT',
      details: { at: '2026-03-03T17:00:00.000Z' },
    });
    expect(pauseClock(begun(), 'Just in time', at('03T16:59'), CALENDAR)).not.toBeInstanceOf(Refusal);
  });

  it('is over when it has ended', () => {
    const ended = endClock(begun(), at('03T11:00'), CALENDAR);
    expect(ended).toMatchObject({ worked: 10 * HOUR, endedAt: at('03T11:00'), ranOutAt: null });
    expect(runsOutAt(ended, CALENDAR)).toBeNull();
    expect(endClock(ended, at('04T11:00'), CALENDAR)).toBe(ended);
    expect(countedUpTo(ended, at('04T11:00'), CALENDAR)).toBe(ended);
    expect(() => pauseClock(ended, 'Why', at('04T11:00'), CALENDAR)).toThrow(RangeError);
    expect(() => resumeClock(ended, at('04T11:00'), CALENDAR)).toThrow(RangeError);
  });

  it('remembers when it ran out, and counts on', () => {
    const ended = endClock(begun(), at('04T11:00'), CALENDAR);
    expect([shown(ended.ranOutAt), ended.worked]).toEqual(['03T17:00', 18 * HOUR]);
  });

  it.each([
    ['a holiday added ahead moves the end', '02T17:00', '03', '04T17:00'],
    ['one added afterwards changes nothing', '03T09:00', '02', '03T17:00'],
    ['none makes undone what ran out', '03T17:00', '03', '03T17:00'],
  ])('%s', (_what, when, holiday, end) => {
    const counted = countedUpTo(begun(), at(when), CALENDAR);
    const calendar = { ...CALENDAR, holidays: [`2026-03-${holiday}`] };
    expect(shown(runsOutAt(counted, calendar))).toBe(end);
  });

  // Begun on Tuesday at 16:00 in Zurich; on Wednesday at 10:00 two hours are worked, and the calendar becomes another one.
  it.each<[string, number, Partial<WorkingCalendar>, string]>([
    ['a holiday ahead gives a day more', 17, { holidays: ['2026-03-05'] }, '09T11:00+01:00'],
    ['one after the end gives nothing', 17, { holidays: ['2026-03-09'] }, '06T11:00+01:00'],
    ['one of the past changes nothing', 17, { holidays: ['2026-03-03'] }, '06T11:00+01:00'],
    ['today off: what is left of today, too', 9, { holidays: ['2026-03-04'] }, '06T10:00+01:00'],
    ['a working Saturday takes one away', 25, { workingDays: [1, 2, 3, 4, 5, 6] }, '07T11:00+01:00'],
    ['longer days, sooner', 9, { endHour: 24 }, '04T19:00+01:00'],
    ['another time zone', 9, { timeZone: 'America/New_York' }, '05T10:00-05:00'],
  ])('by another calendar: %s', (_what, left, change, end) => {
    const before: WorkingCalendar = { ...CALENDAR, timeZone: 'Europe/Zurich', holidays: [] };
    const terms = { ...TERMS, clockWorkingHours: left + 2 };
    const clock = startClock(1, terms, Date.parse('2026-03-03T16:00+01:00'));
    const counted = countedUpTo(clock, Date.parse('2026-03-04T10:00+01:00'), before);
    expect(counted.worked).toBe(2 * HOUR);
    expect(runsOutAt(counted, { ...before, ...change })).toBe(Date.parse(`2026-03-${end}`));
  });

  it('a step that says an earlier moment than the one before is taken for that moment', () => {
    const paused = still(pauseClock(begun(), 'Vendor', at('02T12:00'), CALENDAR));
    expect(still(resumeClock(paused, at('02T11:50'), CALENDAR)).countedTo).toBe(at('02T12:00'));
  });
});

describe('reminders', () => {
  it.each([
    ['nothing is due at first', '03T12:59', 0, null],
    ['soon', '03T13:00', 0, { number: 1, kind: 'BEFORE', atHours: 12 }],
    ['once', '03T14:00', 1, null],
    ['over', '03T17:00', 1, { number: 2, kind: 'AFTER', atHours: 16 }],
    ['what was missed is passed over', '03T17:00', 0, { number: 2, kind: 'AFTER', atHours: 16 }],
    ['told', '04T12:00', 2, null],
    // The 5th is a holiday, the 7th a Saturday.
    ['and again after as many hours', '06T17:00', 2, { number: 3, kind: 'AFTER', atHours: 32 }],
    ['and again', '10T17:00', 3, { number: 4, kind: 'AFTER', atHours: 48 }],
  ])('%s', (_what, now, told, due) => {
    expect(reminderDue(begun(), told, at(now), CALENDAR)).toEqual(due);
  });

  it.each([
    [0, '03T13:00'],
    [1, '03T17:00'],
    [2, '06T17:00'],
  ])('after %d told the next is due', (told, next) => {
    expect(shown(nextReminderAt(begun(), told, CALENDAR))).toBe(next);
  });

  it('without a reminder before, the first is that it is over', () => {
    const clock = begun({ remindBeforeHours: null });
    expect(reminderDue(clock, 0, at('03T17:00'), CALENDAR)).toEqual({ number: 1, kind: 'AFTER', atHours: 16 });
  });

  it('a short clock reminds once a day, not every hour', () => {
    const clock = begun({ clockWorkingHours: 1, remindBeforeHours: null });
    expect([0, 1, 2].map((told) => shown(nextReminderAt(clock, told, CALENDAR)))).toEqual([
      '02T10:00',
      '03T10:00',
      '04T10:00',
    ]);
  });

  it('nobody is reminded of what stands still, has ended or goes up by itself', () => {
    const paused = still(pauseClock(begun(), 'Vendor', at('03T12:00'), CALENDAR));
    const ended = endClock(begun(), at('04T12:00'), CALENDAR);
    const goesUp = begun({ escalatesByItself: true });
    expect([paused, ended, goesUp].map((clock) => reminderDue(clock, 1, at('31T12:00'), CALENDAR))).toEqual([
      null,
      null,
      null,
    ]);
    expect([paused, ended, goesUp].map((clock) => nextReminderAt(clock, 1, CALENDAR))).toEqual([null, null, null]);
    expect(reminderDue(goesUp, 0, at('03T14:00'), CALENDAR)?.kind).toBe('BEFORE');
  });

  it('nothing is above the top, so there is always a reminder there', () => {
    const top = begun({ escalatesByItself: true }, 3);
    expect(reminderDue(top, 1, at('03T17:00'), CALENDAR)?.kind).toBe('AFTER');
  });
});

describe('automatic escalation', () => {
  const goesUp = begun({ escalatesByItself: true });

  it('is due when the clock has run out, and not before', () => {
    expect(escalationDue(goesUp, at('03T17:00') - 1, CALENDAR)).toBeNull();
    expect(escalationDue(goesUp, at('03T17:00'), CALENDAR)).toEqual({ toLevel: 2, dueAt: at('03T17:00') });
    expect(escalationDue(goesUp, at('31T17:00'), CALENDAR)).toEqual({ toLevel: 2, dueAt: at('03T17:00') });
  });

  it.each<[string, LevelClock]>([
    ['a ladder that waits for somebody', begun()],
    ['the top', begun({ escalatesByItself: true }, 3)],
    ['a clock that stands still', still(pauseClock(goesUp, 'Vendor', at('03T16:00'), CALENDAR))],
    ['somebody who was quicker', endClock(goesUp, at('03T18:00'), CALENDAR)],
  ])('never: %s', (_what, clock) => {
    expect(escalationDue(clock, at('31T12:00'), CALENDAR)).toBeNull();
    expect(escalatesAt(clock, CALENDAR)).toBeNull();
  });

  it.each<[string, LevelClock, number, string | null]>([
    ['a reminder before', goesUp, 0, '03T13:00'],
    ['the escalation', goesUp, 1, '03T17:00'],
    ['a reminder after', begun(), 1, '03T17:00'],
    ['nothing', endClock(goesUp, at('03T18:00'), CALENDAR), 0, null],
  ])('a worker wakes for %s', (_what, clock, told, wakes) => {
    expect(shown(wakesAt(clock, told, CALENDAR))).toBe(wakes);
  });
});
