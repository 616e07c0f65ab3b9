import { describe, expect, it } from '@jest/globals';
import { DateDetector, type DateFormat, DateReader } from './jira-dates.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const read = (format: DateFormat, text: string, zone = 'UTC'): string | null => new DateReader(format, zone).read(text);
const detect = (...rows: string[][]): DateDetector => {
  const detector = new DateDetector(NOW);
  for (const row of rows) detector.row(row);
  return detector;
};

describe('dates as sites write them', () => {
  it.each<[DateFormat, string, string]>([
    ['DAY_MONTH', '21/Dec/22 3:31 PM', '2022-12-21T15:31:00.000Z'],
    ['DAY_MONTH', '05/août/25 2:47 PM', '2025-08-05T14:47:00.000Z'],
    ['DAY_MONTH', '15/juil./25 5:50 PM', '2025-07-15T17:50:00.000Z'],
    ['DAY_MONTH', '14/sept./25 3:34 AM', '2025-09-14T03:34:00.000Z'],
    ['DAY_MONTH', '10/nov/25 4:51 PM', '2025-11-10T16:51:00.000Z'],
    ['DAY_MONTH', '1 ene 2024', '2024-01-01T00:00:00.000Z'],
    ['DAY_MONTH', '04/févr./14 12:34 AM', '2014-02-04T00:34:00.000Z'],
    ['MONTH_DAY', 'Dec 21, 2022 12:07 PM', '2022-12-21T12:07:00.000Z'],
    ['DMY', '21.12.2022 15:31', '2022-12-21T15:31:00.000Z'],
    ['MDY', '12/21/22 3:31 PM', '2022-12-21T15:31:00.000Z'],
    ['ISO', '2026-03-26', '2026-03-26T00:00:00.000Z'],
    ['ISO', '2026-03-26T10:20:30.123+0200', '2026-03-26T08:20:30.000Z'],
  ])('%s: %s', (format, text, expected) => expect(read(format, text)).toBe(expected));

  it.each<[DateFormat, string]>([
    ['DAY_MONTH', '31/Feb/22 3:31 PM'],
    ['DAY_MONTH', '21/Foo/22'],
    ['DMY', '12/21/22'],
    ['DMY', '21/12/22 25:00'],
    ['DMY', '21/12/22 13:00 PM'],
    ['ISO', '21/12/22'],
    ['ISO', ''],
  ])('%s does not read %s', (format, text) => expect(read(format, text)).toBeNull());

  it('are of the zone of whoever exported, also around the change of the clock', () => {
    const berlin = (text: string): string | null => read('ISO', text, 'Europe/Berlin');
    expect(berlin('2026-01-15 12:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(berlin('2026-07-15 12:00')).toBe('2026-07-15T10:00:00.000Z');
    expect(berlin('2026-03-29 01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(berlin('2026-03-29 03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(berlin('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(berlin('2026-10-25 03:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(read('ISO', '2026-01-15 00:30', 'America/Los_Angeles')).toBe('2026-01-15T08:30:00.000Z');
  });
});

describe('the format of a file', () => {
  it('is the one that reads all', () => {
    expect(detect(['12/Oct/17 3:10 PM', '', '26/Oct/17 3:12 AM']).found(null, 'UTC')).toMatchObject({
      format: 'DAY_MONTH',
      alsoFits: [],
      total: 2,
      read: 2,
    });
  });

  it('is told by a day above twelve', () => {
    expect(detect(['03/04/22'], ['21/04/22']).found(null, 'UTC')).toMatchObject({ format: 'DMY', alsoFits: [] });
  });

  it('is told by what cannot be: resolved before it was created, or to come', () => {
    expect(detect(['03/04/22', '01/05/22']).found(null, 'UTC').format).toBe('DMY');
    expect(detect(['03/04/22', '04/01/22']).found(null, 'UTC').format).toBe('MDY');
    expect(detect(['11/12/26']).found(null, 'UTC').format).toBe('MDY');
  });

  it('stays open where nothing decides, and says so', () => {
    const found = detect(['03/04/22', '05/06/22']).found(null, 'UTC');
    expect([found.format, ...found.alsoFits].sort()).toEqual(['DMY', 'MDY']);
  });

  it('can be chosen, with samples of what it makes of them', () => {
    expect(detect(['03/04/22']).found('MDY', 'Europe/Berlin')).toMatchObject({
      format: 'MDY',
      samples: [{ text: '03/04/22', at: '2022-03-03T23:00:00.000Z' }],
    });
  });
});
