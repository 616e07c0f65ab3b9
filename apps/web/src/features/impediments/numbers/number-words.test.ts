import { expect, test } from '@jest/globals';
import {
  comparedShares,
  comparedTimes,
  hoursWords,
  monthName,
  monthWords,
  shareWords,
  windowWords,
} from './number-words';

/** With the spaces that are none for a line's end as any other. */
const plain = (words: string | null) => words?.replaceAll(/\s/gu, ' ') ?? null;

test.each([
  [0, '0 h'],
  [0.44, '0.4 h'],
  [7.55, '7.6 h'],
  [23.4, '23 h'],
  [1240, '1,240 h'],
])('%d working hours are %s', (hours, words) => expect(plain(hoursWords(hours))).toBe(words));

test.each([
  [0, '0 %'],
  [0.004, 'under 1 %'],
  [0.126, '13 %'],
  [0.996, 'over 99 %'],
  [1, '100 %'],
])('%d is %s', (share, words) => expect(plain(shareWords(share))).toBe(words));

const time = (medianHours: number | null, count: number) => ({ count, medianHours, percentile85Hours: medianHours });
const share = (count: number, of: number) => ({ count, of, share: of === 0 ? null : count / of });

test('times compared with those before: less, more, the same, nothing before, nothing now', () => {
  const compared = (now: number | null, before: number | null) =>
    plain(comparedTimes(time(now, 3), time(before, 98), 6));
  expect(compared(5.2, 7.1)).toBe('1.9 h less than in the 6 months before: 7.1 h, of 98 impediments.');
  expect(compared(27, 7)).toBe('20 h more than in the 6 months before: 7 h, of 98 impediments.');
  expect(compared(7.01, 7.02)).toBe('As in the 6 months before (98 impediments).');
  expect(plain(comparedTimes(time(7, 3), time(null, 0), 6))).toBe('No data of the 6 months before.');
  expect(comparedTimes(time(7, 3), time(9, 4), 6)).toBe(
    'Not enough data of the 6 months before to compare with: 4 impediments.',
  );
  expect(compared(null, 7)).toBeNull();
});

test('shares compared in percentage points', () => {
  expect(plain(comparedShares(share(12, 100), share(12, 60), 3))).toBe(
    '8 percentage points less than in the 3 months before: 20 %, 12 of 60.',
  );
  expect(comparedShares(share(13, 100), share(12, 100), 3)).toMatch(/^1 percentage point more than/);
  expect(comparedShares(share(1, 10), share(2, 20), 3)).toBe('As in the 3 months before: 2 of 20.');
  expect(comparedShares(share(1, 10), share(0, 0), 3)).toBe('No data of the 3 months before.');
  expect(comparedShares(share(1, 10), share(0, 1), 3)).toMatch(/to compare with: 1 impediment\.$/u);
  expect(comparedShares(share(0, 0), share(1, 2), 3)).toBeNull();
});

test('months', () => {
  expect(monthWords('2026-03')).toBe('Mar 2026');
  expect([monthName('2026-03', 12), monthName('2026-03', 24)]).toEqual(['Mar', 'M']);
  // The spaces around a dash are thin ones.
  const words = (from: string, endsBefore: string) => plain(windowWords({ from, endsBefore }));
  expect(words('2026-06-01', '2026-12-01')).toBe('Jun – Nov 2026');
  expect(words('2025-12-01', '2026-02-01')).toBe('Dec 2025 – Jan 2026');
  expect(words('2026-02-01', '2026-03-01')).toBe('Feb 2026');
});
