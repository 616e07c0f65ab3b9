import { describe, expect, it } from '@jest/globals';
import { type MeetingWords, readMeetingWords } from './meeting-words.js';

const AS_OF = '2026-01-01';

function read(words: Partial<MeetingWords>): string {
  const all = { day: 'Tuesday', time: '09:00', timeZone: 'PT (Pacific Time)', frequency: 'weekly', ...words };
  const found = readMeetingWords(all, AS_OF);
  return (
    found.problem ?? `${found.rule} ${found.startsAt} ${found.timeZone}${found.assumed === null ? '' : ' assumed'}`
  );
}

describe('Meetings in words', () => {
  it.each([
    ['weekly', 'FREQ=WEEKLY;BYDAY=TU 2026-01-06T09:00'],
    ['Biweekly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-01-06T09:00 assumed'],
    ['every four weeks', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TU 2026-01-06T09:00 assumed'],
    ['every third week', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU 2026-01-06T09:00 assumed'],
    ['biweekly starting Tuesday March 12, 2024', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2024-03-12T09:00'],
    ['bi-weekly starting Tuesday Feb. 11th, 2025', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2025-02-11T09:00'],
    ['bi-weekly ([upcoming dates](#dates))', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-01-06T09:00 assumed'],
    ['weekly, you must be signed into an account to join', 'FREQ=WEEKLY;BYDAY=TU 2026-01-06T09:00'],
    ['first Tuesday of the month', 'FREQ=MONTHLY;BYDAY=1TU 2026-01-06T09:00'],
    ['monthly, second Tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU 2026-01-13T09:00'],
    ['monthly on 3rd Tuesday', 'FREQ=MONTHLY;BYDAY=3TU 2026-01-20T09:00'],
    ['monthly - last Tuesday every month', 'FREQ=MONTHLY;BYDAY=-1TU 2026-01-27T09:00'],
    ['every third Tuesday of the month', 'FREQ=MONTHLY;BYDAY=3TU 2026-01-20T09:00'],
    ['weekly - except fourth Tuesday every month', 'FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,5TU 2026-01-06T09:00'],
    ['monthly 2020 start date: Jan. 7th', 'FREQ=MONTHLY;BYDAY=1TU 2026-01-06T09:00'],
  ])('%s', (frequency, expected) => {
    const [rule, start, ...assumed] = expected.split(' ');
    expect(read({ frequency })).toBe([rule, start, 'America/Los_Angeles', ...assumed].join(' '));
  });

  it.each([
    'biweekly/triweekly',
    'semimonthly',
    'monthly',
    'biweekly (On demand)',
    'biweekly - alternating with regular meeting',
    'monthly - Wednesday, after the fourth Tuesday, every month',
    'weekly - excluding 2nd week of the month',
    'first Monday of the month',
    'biweekly starting Monday March 11, 2024',
    '',
  ])('cannot be read: %s', (frequency) => {
    expect(read({ frequency })).toMatch(
      frequency === '' ? /^It has no frequency: / : /cannot be read: .*\. Not taken\.$/u,
    );
  });

  it('reads times as people write them, and none that no clock shows', () => {
    const times = { '2PM': '14:00', '12AM': '00:00', '12:30 pm': '12:30', '9:05': '09:05' };
    for (const [time, expected] of Object.entries(times)) expect(read({ time })).toContain(`T${expected} `);
    for (const time of ['24:00', '13PM', '9', '9:75', 'noon']) expect(read({ time })).toContain('Its time');
  });

  it('knows zones by their labels, and says where a label is of several', () => {
    const zones = {
      PT: 'America/Los_Angeles',
      'EST (Eastern Time)': 'America/New_York',
      'IST (Indian Standard Time)': 'Asia/Kolkata',
      'Asia/Tokyo': 'Asia/Tokyo',
    };
    for (const [timeZone, expected] of Object.entries(zones)) expect(read({ timeZone })).toContain(expected);
    for (const timeZone of ['IST', 'PT (Eastern Time)', 'Mars/Base', '']) expect(read({ timeZone })).toContain('tz');
  });

  it('takes one weekday, with its place in the month', () => {
    expect(read({ day: 'third Wednesday', frequency: 'monthly' })).toContain('BYDAY=3WE');
    expect(read({ day: 'Thursdays (starting February 15th 2024)', frequency: 'biweekly' })).toContain('2024-02-15T');
    expect(read({ day: 'Monday and Wednesday' })).toContain('one weekday is needed');
    expect(read({ day: 'third Wednesday' })).toContain('cannot be read');
  });
});
