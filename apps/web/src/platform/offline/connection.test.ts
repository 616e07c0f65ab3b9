import { ServerError } from '@apollo/client';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { isAway, isUnreachable, markReachable, markUnreachable, onReturn } from './connection';

const answer = jest.fn<typeof fetch>();

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  global.fetch = answer;
  answer.mockReset();
});
afterEach(() => {
  markReachable();
  jest.useRealTimers();
});

test('looks for the server again and again, less and less often, until it answers', async () => {
  answer.mockRejectedValue(new TypeError('Failed to fetch'));
  const back = jest.fn();
  const stop = onReturn(back);
  markUnreachable();
  await jest.advanceTimersByTimeAsync(1_000 + 2_000 + 4_000);
  expect(answer).toHaveBeenCalledTimes(3);
  expect(isAway()).toBe(true);
  answer.mockResolvedValue({ ok: true } as Response);
  await jest.advanceTimersByTimeAsync(8_000);
  expect(isAway()).toBe(false);
  expect(back).toHaveBeenCalledTimes(1);
  stop();
});

test('a way that only half works is not tried once a second', async () => {
  jest.setSystemTime(9_000_000);
  answer.mockResolvedValue({ ok: true } as Response);
  for (let lost = 0; lost < 4; lost++) {
    markUnreachable();
    await jest.advanceTimersByTimeAsync(1_000 * 2 ** lost);
    expect(isAway()).toBe(false);
  }
  expect(answer).toHaveBeenCalledTimes(4);
});

test.each([
  ['no connection', new TypeError('Failed to fetch'), true],
  [
    'a proxy with nothing behind it',
    new ServerError('Bad gateway', { response: { status: 502 } as Response, bodyText: '' }),
    true,
  ],
  [
    'an answer that something is wrong',
    new ServerError('Broken', { response: { status: 500 } as Response, bodyText: '' }),
    false,
  ],
  ['anything else', new Error('CONFLICT'), false],
])('%s', (_what, error, unreachable) => {
  expect(isUnreachable(error)).toBe(unreachable);
});
