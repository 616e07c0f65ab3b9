import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorIn, headingAnchors, mkdocsAnchors } from './heading-anchors.js';

const HEADINGS = ['Set up & go', 'Résumé', 'Set up & go', 'Set up  go-1', '3. C# / F#', '日本語'];

describe('Anchors of headings', () => {
  it('are those of GitHub', () => {
    expect(headingAnchors(HEADINGS)).toEqual([
      'set-up--go',
      'résumé',
      'set-up--go-1',
      'set-up--go-1-1',
      '3-c--f',
      '日本語',
    ]);
  });

  it('are found as MkDocs writes them, in any letters, and as a page names them', () => {
    expect(mkdocsAnchors(HEADINGS)).toEqual(['set-up-go', 'resume', 'set-up-go_1', 'set-up-go-1', '3-c-f', '_1']);
    expect(anchorIn('set-up-go_1', HEADINGS)).toBe('set-up--go-1');
    expect(anchorIn('RÉSUMÉ', HEADINGS)).toBe('résumé');
    expect(anchorIn('mine', HEADINGS, ['mine'])).toBe('mine');
    expect(anchorIn('set-up', HEADINGS)).toBeNull();
  });

  it('are never two alike', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'a 1', 'a-1', 'a-1-1', '!', 'b')), (headings) => {
        const anchors = headingAnchors(headings);
        expect(new Set(anchors).size).toBe(headings.length);
        expect(new Set(mkdocsAnchors(headings)).size).toBe(headings.length);
      }),
    );
  });
});

it('names forty thousand headings of one name soon', () => {
  const began = performance.now();
  expect(mkdocsAnchors(Array.from({ length: 40_000 }, () => 'Same')).at(-1)).toBe('same_39999');
  expect(headingAnchors(Array.from({ length: 40_000 }, () => 'Same')).at(-1)).toBe('same-39999');
  expect(performance.now() - began).toBeLessThan(20_000);
});

it('follows as many links to as many headings soon', () => {
  const headings = Array.from({ length: 20_000 }, (_, index) => `Step ${index}`);
  const began = performance.now();
  for (let index = 0; index < 20_000; index += 1) expect(anchorIn(`step-${index}`, headings)).toBe(`step-${index}`);
  expect(anchorIn('step-20000', headings)).toBeNull();
  expect(performance.now() - began).toBeLessThan(50_000);
});
