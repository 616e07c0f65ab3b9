import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastTwoQuarters, quarterAt, quarterNamed } from './quarters.js';

const ZONES = ['Europe/Berlin', 'Pacific/Auckland', 'America/New_York', 'Asia/Kathmandu', 'Asia/Beirut', 'UTC'];

describe('the quarter of a moment', () => {
  it.each([
    ['the first moment', '2026-04-01T00:00:00.000+02:00', '2026-Q2'],
    ['the moment before', '2026-03-31T23:59:59.999+02:00', '2026-Q1'],
    ['the last of a year', '2026-12-31T23:59:59.999+01:00', '2026-Q4'],
    ['the first of the next', '2027-01-01T00:00:00.000+01:00', '2027-Q1'],
  ])('%s', (_what, moment, name) => expect(quarterAt(Date.parse(moment), 'Europe/Berlin').name).toBe(name));

  it('is that of the organization', () => {
    const moment = Date.parse('2026-03-31T12:00:00Z');
    expect([quarterAt(moment, 'Pacific/Auckland').name, quarterAt(moment, 'UTC').name]).toEqual(['2026-Q2', '2026-Q1']);
  });
});

describe('the last two quarters', () => {
  it.each([
    ['on their last day', '2026-06-30T23:00:00Z', ['2026-Q1', '2026-Q2']],
    ['on the first day of a quarter', '2026-07-01T00:00:00Z', ['2026-Q2', '2026-Q3']],
    ['over the turn of the year', '2026-02-15T00:00:00Z', ['2025-Q4', '2026-Q1']],
  ])('%s', (_what, moment, names) => {
    expect(lastTwoQuarters(Date.parse(moment), 'UTC').map(({ name }) => name)).toEqual(names);
  });

  it('follow one another without a gap, end after the moment, and are as the calendar of the place says', () => {
    const moment = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (at, timeZone) => {
        const [before, present] = lastTwoQuarters(at, timeZone);
        expect(before.to).toBe(present.from);
        expect(at >= present.from && at < present.to).toBe(true);
        const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
          .format(at)
          .split('-')
          .map(Number);
        expect(present.name).toBe(`${year}-Q${Math.ceil((month ?? 0) / 3)}`);
        expect(present).toEqual(quarterAt(at, timeZone));
        expect(before).toEqual(quarterAt(present.from - 1, timeZone));
      }),
    );
  });
});

describe('the quarter of a name', () => {
  it('is that quarter, wherever the organization is', () => {
    const moment = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2090, 0) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (at, timeZone) => {
        const quarter = quarterAt(at, timeZone);
        expect(quarterNamed(quarter.name, timeZone)).toEqual(quarter);
      }),
    );
  });
  it.each(['', '2026', '2026-Q0', '2026-Q5', '1999-Q4', '2026-q1', ' 2026-Q1', '20261-Q1', '__proto__'])(
    'none is named %j',
    (name) => expect(quarterNamed(name, 'UTC')).toBeUndefined(),
  );
});
