import { describe, expect, it } from '@jest/globals';
import { zoneLines } from './zone-observances.js';

const starts = (zone: string, from: string): string[] =>
  zoneLines(zone, Date.parse(from), Date.parse('2030-01-01T00:00Z'))
    .filter(([property]) => property === 'DTSTART')
    .map(([, value]) => value);

describe('a zone written out', () => {
  it('from before 1970 on begins with what is asked for, and sets no clock in 1970', () => {
    const found = starts('Europe/Lisbon', '1900-01-02T09:30Z');
    expect(found[0]?.slice(0, 4)).toBe('1900');
    expect(found).not.toContain('19700101T000000');
  });

  it('that never set a clock begins in 1970, as calendars have it', () => {
    expect(starts('Etc/GMT-5', '2026-01-01T00:00Z')).toEqual(['19700101T000000']);
  });
});
