import { describe, expect, test } from '@jest/globals';
import { clockText, clockWords, timeboxLook } from './timebox-look';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const ending = (seconds: number, of = 180) => ({
  seconds: of,
  endsAt: new Date(NOW + seconds * 1_000).toISOString(),
  secondsLeft: null,
});

describe('a timebox', () => {
  test.each([
    [180, 'calm'],
    [46, 'calm'],
    [45, 'soon'],
    [1, 'soon'],
    [0, 'over'],
    [-12, 'over'],
  ] as const)('of three minutes with %i seconds left is %s', (left, tone) => {
    expect(timeboxLook(ending(left), NOW)).toEqual({ left, running: true, tone });
  });

  test('of ten minutes calls for a result a minute before its end, not earlier', () => {
    expect(timeboxLook(ending(61, 600), NOW).tone).toBe('calm');
    expect(timeboxLook(ending(60, 600), NOW).tone).toBe('soon');
  });

  test('that stands keeps what is left, whatever the time', () => {
    const paused = { seconds: 180, endsAt: null, secondsLeft: 100 };
    expect(timeboxLook(paused, NOW + 999_999)).toEqual({ left: 100, running: false, tone: 'calm' });
  });

  test('is said in digits and in words', () => {
    expect([245, 60, 9, 0, -12].map(clockText)).toEqual(['4:05', '1:00', '0:09', '0:00', '+0:12']);
    expect(clockWords(61)).toBe('1 minute 1 second left');
    expect(clockWords(0)).toBe('no time left');
    expect(clockWords(-120)).toBe('over by 2 minutes');
  });
});
