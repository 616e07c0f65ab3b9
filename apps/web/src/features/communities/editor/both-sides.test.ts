import { expect, test } from '@jest/globals';
import { bothSides } from './both-sides';

test('the two differ only where both wrote', () => {
  const base = 'one\ntwo\nthree\nfour\nfive';
  const mine = 'one, mine\ntwo\nthree, mine\nfour\nfive';
  const theirs = 'one\ntwo\nthree, theirs\nfour\nfive, theirs';
  expect(bothSides(base, mine, theirs)).toEqual({
    mine: 'one, mine\ntwo\nthree, mine\nfour\nfive, theirs',
    theirs: 'one, mine\ntwo\nthree, theirs\nfour\nfive, theirs',
    places: 1,
  });
});
