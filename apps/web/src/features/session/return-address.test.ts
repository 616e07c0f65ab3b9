import { expect, test } from '@jest/globals';
import { safeReturnAddress, signInAddress } from './return-address';

test.each(['/', '/impediments/IMP-4?team=1#activity', '/people'])('%s is a way back', (path) => {
  const address = new URL(signInAddress(path), 'http://here.example');
  expect(safeReturnAddress(address.searchParams.get('return'))).toBe(path);
});

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/sign-in?return=/',
])('%p is not: it leads to the board', (wanted) => {
  expect(safeReturnAddress(wanted)).toBe('/');
});
