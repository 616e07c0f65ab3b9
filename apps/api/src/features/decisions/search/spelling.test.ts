import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meantBy, mistakesBetween } from './spelling.js';

describe('mistakes between two words', () => {
  it.each([
    ['crane', 'crane', 0],
    ['crnae', 'crane', 1],
    ['cran', 'crane', 1],
    ['craane', 'crane', 1],
    ['brane', 'crane', 1],
    ['kubernets', 'kubernetes', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['straße', 'strasse', 2],
  ])('%s for %s: %i', (typed, meant, mistakes) => {
    expect(mistakesBetween(typed, meant)).toBe(mistakes);
  });

  it('of a word that may go on are those up to where it stands', () => {
    expect(mistakesBetween('kubrne', 'kubernetes', true)).toBe(1);
    expect(mistakesBetween('kuberne', 'kubernetes', true)).toBe(0);
  });

  it('are a distance: none to itself, the same both ways, at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ü'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const mistakes = mistakesBetween(one, other);
        expect(mistakes === 0).toBe(one === other);
        expect(mistakesBetween(other, one)).toBe(mistakes);
        expect(mistakes).toBeLessThanOrEqual(Math.max(Array.from(one).length, Array.from(other).length));
        expect(mistakesBetween(one, other, true)).toBeLessThanOrEqual(mistakes);
      }),
    );
  });
});

describe('what somebody may have meant', () => {
  const known = ['payment', 'payments', 'apartment', 'gateway', 'crane', 'crate', 'cat'];
  it('is the nearest, all that are as near', () => {
    expect(meantBy('Paymnet', known, false)).toEqual(['payment']);
    expect(meantBy('cratne', known, false)).toEqual(['crane', 'crate']);
    expect(meantBy('gatewya', known, false)).toEqual(['gateway']);
  });

  it('is nothing where too much is wrong, or the word is short', () => {
    expect(meantBy('pyamnet', known, false)).toEqual([]);
    expect(meantBy('cst', known, false)).toEqual([]);
    expect(meantBy('anything', [], false)).toEqual([]);
  });

  it('may go on where the last word is being typed', () => {
    expect(meantBy('gatwe', known, true)).toEqual(['gateway']);
    expect(meantBy('gatwe', known, false)).toEqual([]);
  });
});
