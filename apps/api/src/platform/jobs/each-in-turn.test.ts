import { expect, it } from '@jest/globals';
import { eachInTurn, type Turn } from './each-in-turn.js';

const over =
  (things: Record<string, Turn | Error>) =>
  async (seen: string[]): Promise<Turn> => {
    const next = Object.keys(things).find((one) => !seen.includes(one));
    if (next === undefined) return 'nobody';
    seen.push(next);
    const became = things[next];
    if (became instanceof Error) throw became;
    return became ?? 'nothing';
  };

it('gives each its turn, and counts what was done', async () => {
  expect(await eachInTurn(over({ a: 'done', b: 'nothing', c: 'done' }))).toBe(2);
  expect(await eachInTurn(over({}))).toBe(0);
});

it('goes on behind one that fails, and tells of it in the end', async () => {
  const turns: string[][] = [];
  const turn = over({ a: new Error('Broken.'), b: 'done' });
  await expect(
    eachInTurn(async (seen) => {
      turns.push([...seen]);
      return turn(seen);
    }),
  ).rejects.toThrow('Broken.');
  expect(turns).toEqual([[], ['a'], ['a', 'b']]);
});

it('ends where nobody is found, and where it is to stop', async () => {
  await expect(eachInTurn(async () => Promise.reject(new Error('No connection.')))).rejects.toThrow('No connection.');
  let asked = 0;
  expect(await eachInTurn(over({ a: 'done', b: 'done' }), () => (asked += 1) > 1)).toBe(1);
});
