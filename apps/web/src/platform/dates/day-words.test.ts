import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, dayWords, daysBetween, isDay, rangeWords, todayIn } from './day-words';

const today = '2026-11-21';

test('the year is said only when it is not this one', () => {
  expect(dayWords('2026-03-09', today)).toBe('9 March');
  expect(dayWords('2027-03-09', today)).toBe('9 March 2027');
});

test.each([
  [{ startsOn: '2025-03-01', endsBefore: null }, 'since 1 March 2025'],
  [{ startsOn: '2027-03-01', endsBefore: null }, 'from 1 March 2027'],
  [{ startsOn: null, endsBefore: '2026-03-01' }, 'until 28 February'],
  [{ startsOn: '2026-03-01', endsBefore: '2026-03-11' }, '1 March – 10 March'],
  [{ startsOn: '2026-03-01', endsBefore: '2026-03-02' }, '1 March'],
  [{ startsOn: null, endsBefore: null }, 'no dates known'],
])('%o is %s', (range, words) => {
  expect(rangeWords(range, today)).toBe(words);
});

describe('counting', () => {
  test('a month from the end of a long one is the end of a short one', () => {
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
  });
  test('days pass over clock changes', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });
  test('what is no day is refused', () => {
    expect(['2025-02-29', '2025-1-1', '', 'today', null].map(isDay)).toEqual([false, false, false, false, false]);
    expect(isDay('2024-02-29')).toBe(true);
  });
  test('today depends on where the organization is', () => {
    const at = new Date('2026-11-21T23:30:00Z');
    expect(todayIn('Europe/Lisbon', at)).toBe('2026-11-21');
    expect(todayIn('Asia/Tokyo', at)).toBe('2026-11-22');
  });
});
