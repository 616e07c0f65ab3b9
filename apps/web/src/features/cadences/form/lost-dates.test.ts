import { expect, test } from '@jest/globals';
import { cadence, occurrenceLine } from '../testing/meeting-facts';
import { lostDates, type WantedChange } from './lost-dates';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const AT = '2026-03-09T09:30';
/** Every Monday in March: the 9th is elsewhere, the 16th was moved, the 23rd cancelled, the 30th skipped, all by hand. */
const series = cadence({
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  next: [
    occurrenceLine('2026-03-02', { moved: true, localStart: '2026-03-02T15:00' }),
    occurrenceLine('2026-03-09', { minutes: 30, place: 'Mars', name: 'With the master' }),
    occurrenceLine('2026-03-16', { moved: true, localStart: '2026-03-17T09:30' }),
    occurrenceLine('2026-03-23', { state: 'CANCELLED' }),
    occurrenceLine('2026-04-06'),
  ],
});
const lost = (wanted: Partial<WantedChange>) =>
  lostDates(series, { span: 'ALL', at: null, changes: {}, ...wanted }, NOW).map(
    ({ day, parts }) => `${day} ${parts.join(' ')}`,
  );

test('another time of day takes only what was about the time: cancelled and skipped days stay so', () => {
  expect(lost({ changes: { startsAt: '2026-01-05T11:00' } })).toEqual([
    '2026-03-02 moved',
    '2026-03-09 length place',
    '2026-03-16 moved',
  ]);
  const from = { span: 'THIS_AND_FOLLOWING', at: AT } as const;
  expect(lost({ ...from, changes: { startsAt: '2026-03-09T11:00' } })).toEqual(['2026-03-16 moved']);
});

test('the clocks of another zone are another time of the same days', () => {
  expect(lost({ changes: { timeZone: 'Europe/Madrid' } })).toHaveLength(3);
});

test('on other days nothing of them is left', () => {
  const changes = { rule: 'FREQ=WEEKLY;BYDAY=TU', startsAt: '2026-01-06T09:30' };
  expect(lost({ changes })).toEqual([
    '2026-03-02 moved',
    '2026-03-09 length place name',
    '2026-03-16 moved',
    '2026-03-23 cancelled',
    '2026-03-30 skipped',
  ]);
});

test.each<[string, Partial<WantedChange>]>([
  ['another name', { changes: { name: 'Weekly', place: 'Mars', minutes: 20 } }],
  ['one more day', { changes: { rule: 'FREQ=WEEKLY;BYDAY=MO,WE' } }],
  ['one date', { span: 'THIS', at: AT, changes: { startsAt: '2026-03-09T11:00' } }],
  ['what is no rule', { changes: { rule: 'FREQ=HOURLY' } }],
])('%s loses nothing', (_, wanted) => expect(lost(wanted)).toEqual([]));
