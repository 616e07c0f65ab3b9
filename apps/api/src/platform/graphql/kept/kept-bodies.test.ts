import { expect, test } from '@jest/globals';
import { ReadyBody } from '../../http/ready-bodies.js';
import { KeptBodies } from './kept-bodies.js';

const kept = (text: string, state = 1) => ({ body: new ReadyBody(text), state, until: 1000 });
const textOf = (bodies: KeptBodies, key: string, state = 1): string | undefined =>
  bodies.get(key, state)?.body.as(undefined).toString();

test('only for what it shows; who is late does not push out what is newer', () => {
  const bodies = new KeptBodies();
  bodies.set('a', kept('one'));
  expect(textOf(bodies, 'a')).toBe('one');
  expect(textOf(bodies, 'b')).toBeUndefined();
  expect(textOf(bodies, 'a', 2)).toBeUndefined();
  bodies.set('a', kept('two', 2));
  bodies.set('a', kept('one'));
  expect(textOf(bodies, 'a')).toBeUndefined();
  expect(textOf(bodies, 'a', 2)).toBe('two');
});

test('so many bytes and no more; what was asked for last stays', () => {
  const bodies = new KeptBodies(1000);
  for (const key of ['a', 'b', 'c']) bodies.set(key, kept('x'.repeat(150)));
  expect(textOf(bodies, 'a')).toBeDefined();
  bodies.set('d', kept('x'.repeat(150)));
  expect(['a', 'b', 'c', 'd'].map((key) => textOf(bodies, key) !== undefined)).toEqual([true, false, true, true]);
  // The same key again takes the place of the first.
  for (let round = 0; round < 5; round++) bodies.set('a', kept('x'.repeat(150)));
  expect(textOf(bodies, 'c')).toBeDefined();
  bodies.set('huge', kept('x'.repeat(5000)));
  expect(['a', 'c', 'd', 'huge'].some((key) => textOf(bodies, key))).toBe(false);
});
