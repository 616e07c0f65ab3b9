import { describe, expect, it } from '@jest/globals';
import { firstStart, isStart, lastDayOf, nextStarts, startBefore, startsBetween } from './recurrence.js';
import { sentenceOf } from './recurrence-sentence.js';
import { readRule, writeRule } from './rule-text.js';
import { checkedRecurrence } from './series-checks.js';
import { firstToCome, ruleFrom } from './series-split.js';
import { localOf, momentOf } from './wall-clock.js';

const HERE = { startsAt: '2026-03-03T09:30', timeZone: 'Europe/Berlin' };
const series = (rule: string | null, startsAt = '2026-03-03T09:30', endsBefore: string | null = null) => ({
  rule,
  startsAt,
  endsBefore,
});
const written = (rule: string): string => {
  const { rule: read, problem } = readRule(rule, HERE);
  return read ? writeRule(read) : `refused: ${problem}`;
};

describe('when a series takes place', () => {
  it('is by its rule, from its start on, until its end', () => {
    const everySecond = series('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
    expect(nextStarts(everySecond, '2026-03-01T00:00', 3)).toEqual([
      '2026-03-03T09:30',
      '2026-03-17T09:30',
      '2026-03-31T09:30',
    ]);
    expect(startsBetween({ ...everySecond, endsBefore: '2026-03-31' }, '2026-03-04T00:00', '2027-01-01T00:00')).toEqual(
      ['2026-03-17T09:30'],
    );
    expect(startBefore(everySecond, '2026-03-17T09:30')).toBe('2026-03-03T09:30');
    expect(startBefore(everySecond, '2026-03-03T09:30')).toBeNull();
    expect(isStart(everySecond, '2026-03-17T09:30')).toBe(true);
    expect(isStart(everySecond, '2026-03-10T09:30')).toBe(false);
    expect(isStart(everySecond, '2026-03-17T09:31')).toBe(false);
  });

  it('is once without a rule', () => {
    const once = series(null);
    expect(nextStarts(once, '2026-01-01T00:00', 5)).toEqual(['2026-03-03T09:30']);
    expect(startsBetween(once, '2026-03-03T09:31', '2027-01-01T00:00')).toEqual([]);
    expect(lastDayOf(once)).toBe('2026-03-03');
    expect(nextStarts({ ...once, endsBefore: '2026-03-03' }, '2026-01-01T00:00', 5)).toEqual([]);
  });

  it('has a last day where it has one: UNTIL counts, the end does not', () => {
    expect(lastDayOf(series('FREQ=WEEKLY;BYDAY=TU'))).toBeNull();
    expect(lastDayOf(series('FREQ=WEEKLY;BYDAY=TU;COUNT=3'))).toBe('2026-03-17');
    expect(lastDayOf(series('FREQ=WEEKLY;BYDAY=TU;UNTIL=20260324'))).toBe('2026-03-24');
    expect(lastDayOf(series('FREQ=WEEKLY;BYDAY=TU', '2026-03-03T09:30', '2026-03-24'))).toBe('2026-03-17');
    expect(lastDayOf(series('FREQ=WEEKLY;BYDAY=TU', '2026-03-03T09:30', '2026-03-03'))).toBe('2026-03-02');
  });

  it('ends looking for what never comes', () => {
    const started = Date.now();
    expect(firstStart('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01T09:00')).toBeNull();
    expect(firstStart('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-01T09:00')).toBeNull();
    expect(
      startsBetween(series('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), '2026-01-01T00:00', '2030-01-01T00:00'),
    ).toEqual([]);
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('keeps the wall clock: a time that clocks skip is moved by the gap, of one shown twice the first is meant', () => {
    const utc = (local: string): string => new Date(momentOf(local, 'Europe/Berlin')).toISOString();
    expect(utc('2026-03-28T02:30')).toBe('2026-03-28T01:30:00.000Z');
    expect(utc('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(localOf(momentOf('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
    expect(utc('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(utc('2026-10-26T02:30')).toBe('2026-10-26T01:30:00.000Z');
    // By half an hour on Lord Howe Island.
    expect(localOf(momentOf('2026-10-04T02:15', 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe(
      '2026-10-04T02:45',
    );
  });
});

describe('a rule', () => {
  it('is written in one way', () => {
    expect(written('rrule:byday=th,mo;freq=weekly;interval=1;wkst=MO')).toBe('FREQ=WEEKLY;BYDAY=MO,TH');
    expect(written('FREQ=MONTHLY;BYDAY=+2TU,-1FR,2TU')).toBe('FREQ=MONTHLY;BYDAY=-1FR,2TU');
    expect(written('FREQ=WEEKLY;UNTIL=20260331T073000Z')).toBe('FREQ=WEEKLY;UNTIL=20260331');
    // 09:29 there: the one at 09:30 is not in.
    expect(written('FREQ=WEEKLY;UNTIL=20260331T072900Z')).toBe('FREQ=WEEKLY;UNTIL=20260330');
  });

  it.each([
    ['FREQ=HOURLY', 'Choose FREQ of DAILY'],
    ['FREQ=SECONDLY;COUNT=5', 'at most once a day'],
    ['INTERVAL=2', 'Say how often with FREQ'],
    ['FREQ=DAILY;BYHOUR=9,15', 'the time of day is that of the start'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260401', 'not both'],
    ['FREQ=DAILY;COUNT=0', 'from 1 to 1000'],
    ['FREQ=DAILY;INTERVAL=99999999999', 'from 1 to 1000'],
    ['FREQ=DAILY;UNTIL=20260230', 'a day that exists'],
    ['FREQ=WEEKLY;BYDAY=2TU', 'without a number'],
    ['FREQ=YEARLY;BYDAY=TU', 'in which months'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'instead of BYWEEKNO'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'together with BYDAY'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'once'],
    ['FREQ', 'no part of a rule'],
    ['FREQ=WEEKLY;DTSTART=20260101', 'Leave out DTSTART'],
    ['FREQ=WEEKLY;BYDAY=XX', 'weekdays such as'],
  ])('is refused with its remedy: %s', (rule, remedy) => {
    expect(written(rule)).toContain(remedy);
  });

  it.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every second Tuesday at 09:30'],
    ['FREQ=WEEKLY', 'Every Tuesday at 09:30'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every day from Monday to Friday at 09:30'],
    ['FREQ=DAILY', 'Every day at 09:30'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=4', 'Every 10 days at 09:30, 4 times'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH', 'Every third week on Monday and Thursday at 09:30'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday at 09:30'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'Every third month on the last Friday at 09:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'Every month on the 1st and the 15th at 09:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day at 09:30'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'Every month on the last day from Monday to Friday at 09:30'],
    ['FREQ=MONTHLY', 'Every month on the 3rd at 09:30'],
    ['FREQ=YEARLY', 'Every year on the 3rd of March at 09:30'],
    ['FREQ=WEEKLY;BYMONTH=3,6;UNTIL=20261231', 'Every Tuesday at 09:30, in March and June, until 31 December 2026'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'By the rule FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13, at 09:30'],
    ['FREQ=HOURLY', 'By the rule FREQ=HOURLY, at 09:30'],
  ])('is said in a sentence: %s', (rule, sentence) => {
    expect(sentenceOf(rule, '2026-03-03T09:30', 'UTC')).toBe(sentence);
  });

  it('is said for what takes place once', () => {
    expect(sentenceOf(null, '2026-03-03T09:30', 'UTC')).toBe('Once, on Tuesday 3 March 2026 at 09:30');
  });

  it('moves a start that it does not give to the first one that it gives', () => {
    const given = { rule: 'FREQ=WEEKLY;BYDAY=TU', startsAt: '2026-03-01T09:30', timeZone: 'UTC', endsBefore: null };
    expect(checkedRecurrence(given).recurrence).toMatchObject({ startsAt: '2026-03-03T09:30', lastOn: null });
    expect(checkedRecurrence({ ...given, endsBefore: '2026-03-03' }).problems).toMatchObject([{ field: 'endsBefore' }]);
    for (const rule of ['FREQ=WEEKLY;UNTIL=20200101', 'FREQ=DAILY;BYMONTH=1;INTERVAL=9;COUNT=1000'])
      expect(checkedRecurrence({ ...given, rule }).problems).toMatchObject([{ field: 'rule' }]);
    expect(checkedRecurrence({ ...given, rule: 'FREQ=DAILY;INTERVAL=9;COUNT=1000' }).recurrence).toMatchObject({
      lastOn: '2050-10-12',
    });
  });

  it('goes on from a later start with what is left of its COUNT', () => {
    const ten = series('FREQ=WEEKLY;BYDAY=TU;COUNT=10');
    expect(ruleFrom(ten, '2026-03-24T09:30', 'UTC')).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=7');
    expect(ruleFrom(series('FREQ=WEEKLY;BYDAY=TU'), '2026-03-24T09:30', 'UTC')).toBe('FREQ=WEEKLY;BYDAY=TU');
    const now = Date.parse('2026-03-17T09:30:00Z');
    expect(firstToCome({ ...ten, timeZone: 'UTC' }, now)).toBe('2026-03-24T09:30');
    expect(firstToCome({ ...ten, timeZone: 'America/New_York' }, now)).toBe('2026-03-17T09:30');
  });
});
