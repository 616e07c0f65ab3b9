import { describe, expect, it } from '@jest/globals';
import { dateOfDay, hasOtherTimes } from './series-split.js';

const WEEKLY = { rule: 'FREQ=WEEKLY;BYDAY=TU', startsAt: '2026-01-06T09:30', endsBefore: null };

describe('the date of a day', () => {
  it.each([
    ['2026-01-13T09:30', '2026-01-13T09:30'],
    ['2026-01-13T15:00', '2026-01-13T09:30'],
    ['2026-01-13T00:00', '2026-01-13T09:30'],
    ['2026-01-14T09:30', null],
    ['2025-12-30T09:30', null],
  ])('of %s is %s', (start, expected) => {
    expect(dateOfDay(WEEKLY, start)).toBe(expected);
  });
});

describe('other times', () => {
  const from = '2026-02-01T00:00';
  const before = { ...WEEKLY, timeZone: 'Europe/Berlin' };
  it.each([
    ['another time of day', { startsAt: '2026-01-06T10:00' }, true],
    ['another day', { rule: 'FREQ=WEEKLY;BYDAY=WE' }, true],
    ['another zone', { timeZone: 'Europe/Lisbon' }, true],
    ['an end', { endsBefore: '2027-01-01' }, true],
    ['another beginning', { startsAt: '2026-01-27T09:30' }, false],
    ['nothing', {}, false],
  ])('by %s', (_, change, expected) => {
    expect(hasOtherTimes(before, { ...before, ...change }, from)).toBe(expected);
  });

  it('not by a later end', () => {
    const ended = { ...before, endsBefore: '2027-01-01' };
    expect(hasOtherTimes(ended, { ...ended, endsBefore: '2028-01-01' }, from)).toBe(false);
    expect(hasOtherTimes(ended, before, from)).toBe(false);
  });
});
