import { describe, expect, it } from '@jest/globals';
import { linkPhrases } from './link-phrases.js';

describe('how a type of link reads', () => {
  it.each([
    ['Blocks', 'blocks', 'is blocked by'],
    ['RELATES', 'relates to', 'relates to'],
    ['Issue split', 'split to', 'split from'],
  ])('%s: %s, %s', (type, outward, inward) => {
    expect(linkPhrases(type)).toEqual({ outward, inward });
  });

  it('of a type that nobody knows says its name both ways, and tells them apart', () => {
    const { outward, inward } = linkPhrases('Polaris work item link');
    expect(outward).toContain('Polaris work item link');
    expect(inward).toContain('Polaris work item link');
    expect(outward).not.toBe(inward);
  });
});
