import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LocalMoments } from './local-moments.js';

test.each([
  ['2026-03-28T08:00:00.000Z', 'Europe/Zurich', '2026-03-28T09:00:00+01:00'],
  ['2026-03-30T07:00:00.999Z', 'Europe/Zurich', '2026-03-30T09:00:00+02:00'],
  ['2026-03-30T18:15:00.000Z', 'Asia/Kathmandu', '2026-03-31T00:00:00+05:45'],
  ['2026-03-30T18:15:00.000Z', 'America/St_Johns', '2026-03-30T15:45:00-02:30'],
  ['2026-03-30T18:15:00.000Z', 'UTC', '2026-03-30T18:15:00Z'],
])('%s in %s is %s', (at, timeZone, local) => {
  expect(new LocalMoments(timeZone).write(at)).toBe(local);
});

test('the minute in which clocks change, however it is asked for', () => {
  const zurich = new LocalMoments('Europe/Zurich');
  expect(['00:59:59', '01:00:00', '00:59:59'].map((time) => zurich.write(`2026-03-29T${time}Z`))).toEqual([
    '2026-03-29T01:59:59+01:00',
    '2026-03-29T03:00:00+02:00',
    '2026-03-29T01:59:59+01:00',
  ]);
});

test('it is the same moment, to the second', () => {
  const zones = fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2040, 0) }), zones, (moment, timeZone) => {
      const at = new Date(moment).toISOString();
      expect(Date.parse(new LocalMoments(timeZone).write(at))).toBe(Math.floor(moment / 1000) * 1000);
    }),
  );
});

test.each(['', 'yesterday'])('%j is no moment', (at) => {
  expect(() => new LocalMoments('UTC').write(at)).toThrow(RangeError);
});

test('a place that nobody knows is no time zone', () => {
  expect(() => new LocalMoments('Europe/Atlantis')).toThrow(RangeError);
});
