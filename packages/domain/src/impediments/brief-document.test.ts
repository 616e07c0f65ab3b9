import { expect, it } from '@jest/globals';
import { lostOf, moreDone } from './brief-document.js';

it('says that more was done, where a loss is below zero', () => {
  expect(moreDone(-2)).toBe('more was done');
  expect([0, 2, null].map(moreDone)).toEqual(['', '', '']);
});

it('says what is missing for a loss', () => {
  expect(lostOf({ lost: 2.25, lack: null })).toBe('2.3');
  expect(lostOf({ lost: null, lack: 'DURING' })).toBe('not enough data: no finished sprint that it overlaps');
});
