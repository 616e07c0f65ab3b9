import { expect, test } from '@jest/globals';
import { ReadyBody } from '../../http/ready-bodies.js';
import { KeptBodies } from './kept-bodies.js';

const kept = (text: string, state = 1, until = 1000) => ({ body: new ReadyBody(text), state, until });

test('only for what it shows, and only as long as it is true', () => {
  const bodies = new KeptBodies();
  bodies.set('a', kept('one'));
  expect(bodies.get('a', 1, 999)?.as(undefined).toString()).toBe('one');
  expect(bodies.get('b', 1, 999)).toBeUndefined();
  expect(bodies.get('a', 1, 1000)).toBeUndefined();
  bodies.set('a', kept('one'));
  expect(bodies.get('a', 2, 0)).toBeUndefined();
  // Another state has been there since: the old one does not come back.
  expect(bodies.get('a', 1, 0)).toBeUndefined();
});

test('so many bytes and no more; what was asked for last stays', () => {
  const bodies = new KeptBodies(1000);
  for (const key of ['a', 'b', 'c']) bodies.set(key, kept('x'.repeat(150)));
  expect(bodies.get('a', 1, 0)).toBeDefined();
  bodies.set('d', kept('x'.repeat(150)));
  expect(['a', 'b', 'c', 'd'].map((key) => bodies.get(key, 1, 0) !== undefined)).toEqual([true, false, true, true]);
  // The same key again takes the place of the first.
  for (let round = 0; round < 5; round++) bodies.set('a', kept('x'.repeat(150)));
  expect(bodies.get('c', 1, 0)).toBeDefined();
  bodies.set('huge', kept('x'.repeat(5000)));
  expect(['a', 'c', 'd', 'huge'].some((key) => bodies.get(key, 1, 0))).toBe(false);
});
