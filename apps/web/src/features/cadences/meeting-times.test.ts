import { expect, test } from '@jest/globals';
import { elsewhereWords, lengthWords, longDayWords, mondayOf, placedIn, ruleWords, spanWords } from './meeting-times';

test('a moment by the clocks of here, also where its day is another one', () => {
  const night = { startsAt: '2026-02-12T23:30:00Z', endsAt: '2026-02-13T00:30:00Z' };
  expect(placedIn('Europe/Berlin', night)).toEqual({
    day: '2026-02-13',
    from: '00:30',
    to: '01:30',
    endDay: '2026-02-13',
  });
});

test('another clock is told only where it shows something else', () => {
  const at = { localStart: '2026-07-01T09:00', startsAt: '2026-07-01T13:00:00Z', timeZone: 'America/New_York' };
  expect(elsewhereWords(at, 'Europe/Lisbon')).toBe('09:00 in New York');
  expect(elsewhereWords(at, 'America/Toronto')).toBeNull();
  const evening = { localStart: '2026-11-30T20:30', startsAt: '2026-12-01T01:30:00Z', timeZone: 'America/New_York' };
  expect(elsewhereWords(evening, 'Europe/Lisbon')).toBe('Monday 20:30 in New York');
});

test('a rule says whose clocks it means, where they are not those of here', () => {
  const rule = { sentence: 'Every Monday at 20:30', timeZone: 'America/New_York' };
  expect(ruleWords(rule, 'America/New_York')).toBe('Every Monday at 20:30');
  expect(ruleWords(rule, 'Europe/Lisbon')).toBe('Every Monday at 20:30 (clocks of New York)');
});

test.each([
  ['2026-02-11', '2026-02-09'],
  ['2026-02-09', '2026-02-09'],
  ['2026-02-15', '2026-02-09'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

test('days and lengths in words', () => {
  expect(longDayWords('2026-02-12', '2026-02-11')).toBe('Tomorrow, Thursday, 12 February');
  expect(longDayWords('2027-02-12', '2026-02-11')).toBe('Friday, 12 February 2027');
  expect(spanWords('2026-02-09', '2026-02-15', '2026-02-11')).toBe('9 – 15 February');
  expect(spanWords('2026-12-28', '2027-01-03', '2026-02-11')).toBe('28 December – 3 January 2027');
  expect([15, 60, 95].map(lengthWords)).toEqual(['15 min', '1 h', '1 h 35 min']);
});
