import { expect, test } from '@jest/globals';
import { Coalesced } from './coalesced.js';

/** Runs that end when told to. */
function runs() {
  const ends: ((fails?: boolean) => void)[] = [];
  const coalesced = new Coalesced(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = ends.length + 1;
        ends.push((fails = false) => (fails ? reject(new Error(`Run ${number}`)) : resolve(number)));
      }),
  );
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { coalesced, ends, settled };
}

test('whoever asks while one runs shares the next one, which begins when that one has ended', async () => {
  const { coalesced, ends, settled } = runs();
  const first = coalesced.ask();
  await settled();
  const [second, third] = [coalesced.ask(), coalesced.ask()];
  await settled();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await settled();
  expect(ends).toHaveLength(2);
  const fourth = coalesced.ask();
  ends[1]?.();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await settled();
  ends[2]?.();
  expect(await fourth).toBe(3);
});

test('a run that fails fails for those who share it, and the next one runs', async () => {
  const { coalesced, ends, settled } = runs();
  const first = coalesced.ask();
  await settled();
  const second = coalesced.ask();
  ends[0]?.(true);
  await expect(first).rejects.toThrow('Run 1');
  await settled();
  ends[1]?.();
  expect(await second).toBe(2);
});
