import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pausedTimebox, resumedTimebox, secondsSpent, startedTimebox } from './triage-clock.js';

test('a timebox that stood still goes on with what was left', () => {
  const started = startedTimebox(300, 1_000);
  expect(started).toEqual({ seconds: 300, endsAt: 301_000, secondsLeft: null });
  const paused = pausedTimebox(started, 101_000);
  expect(paused).toEqual({ seconds: 300, endsAt: null, secondsLeft: 200 });
  expect(resumedTimebox(paused, 900_000)).toEqual({ seconds: 300, endsAt: 1_100_000, secondsLeft: null });
});

test('pausing twice is pausing once, so is resuming; nothing is left of one that ran over', () => {
  const started = startedTimebox(10, 0);
  const over = pausedTimebox(started, 60_000);
  expect(over.secondsLeft).toBe(0);
  expect(pausedTimebox(over, 90_000)).toBe(over);
  expect(resumedTimebox(started, 90_000)).toBe(started);
});

test('however often it stands, what is left never grows', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60_000), { maxLength: 20 }), (waits) => {
      let [timebox, now, left] = [startedTimebox(600, 0), 0, 600];
      for (const [index, wait] of waits.entries()) {
        now += wait;
        timebox = index % 2 === 0 ? pausedTimebox(timebox, now) : resumedTimebox(timebox, now);
        const present = timebox.secondsLeft ?? Math.ceil(((timebox.endsAt ?? now) - now) / 1000);
        expect(present).toBeLessThanOrEqual(left);
        left = present;
      }
    }),
    { seed: 7 },
  );
});

test('the seconds of an item add up', () => {
  expect(secondsSpent(30, null, 5_000)).toBe(30);
  expect(secondsSpent(30, 1_000, 21_000)).toBe(50);
  expect(secondsSpent(30, 9_000, 1_000)).toBe(30);
});
