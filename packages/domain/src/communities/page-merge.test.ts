import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasMergeMarks, linesOf, markedMerge, mergePage } from './page-merge.js';

const line = fc.constantFrom('', '# Title', 'one', 'two', 'three', '- [ ] step', '```');
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('two people in one page', () => {
  it('keeps what both wrote in different places', () => {
    const base = 'a\nb\nc\nd\ne';
    expect(mergePage(base, 'A\nb\nc\nd\ne', 'a\nb\nc\nd\nE').text).toBe('A\nb\nc\nd\nE');
  });

  it('leaves it to people where both wrote in the same place, with both texts', () => {
    const merge = mergePage('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc');
    expect(merge.text).toBeNull();
    expect(merge.parts).toContainEqual({ conflict: { mine: ['mine'], base: ['b'], theirs: ['theirs'] } });
    const marked = markedMerge(merge, { mine: 'yours', theirs: 'Ana' });
    expect(marked).toBe('a\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> Ana\nc');
    expect(hasMergeMarks(marked)).toBe(true);
  });

  it('knows marks that are left from marks that a block of code explains', () => {
    const marks = '<<<<<<< mine\na\n=======\nb\n>>>>>>> theirs\n';
    expect(hasMergeMarks(`# Merging\n\n\`\`\`text\n${marks}\`\`\`\n`)).toBe(false);
    expect(hasMergeMarks(`\`\`\`\n${marks}\`\`\`\n\n${marks}`)).toBe(true);
    expect(hasMergeMarks(marks)).toBe(true);
    expect(hasMergeMarks('a\n<<<<<<< alone')).toBe(false);
  });

  it('takes two additions at one place for a conflict: nobody knows their order', () => {
    expect(mergePage('a\nb', 'a\nmine\nb', 'a\ntheirs\nb').text).toBeNull();
  });

  it('is no conflict when both wrote the same', () => {
    expect(mergePage('a', 'b', 'b').text).toBe('b');
    expect(mergePage('a\nx\nc', 'a\ny\nc\nd', 'b\ny\nc').text).toBeNull();
    expect(mergePage('a\nm\nx', 'a\nm\ny', 'b\nm\ny').text).toBe('b\nm\ny');
  });

  it('reads line ends of any kind as one', () => {
    expect(mergePage('a\r\nb\r\nc', 'a\nb\nc\nd', 'A\r\nb\r\nc').text).toBe('A\nb\nc\nd');
  });

  it('answers soon, also for texts made to be slow', () => {
    const long = (count: number, last: string): string => `${'x\n'.repeat(count)}${last}`;
    const merge = mergePage(long(40_000, 'a'), `y\n${long(30_000, 'b')}`, `z\n${long(20_000, 'c')}`);
    expect(merge.text).toBeNull();
  });

  it('is what one wrote when the other wrote nothing', () => {
    fc.assert(
      fc.property(text, text, (base, written) => {
        expect(mergePage(base, written, base).text).toBe(written);
        expect(mergePage(base, base, written).text).toBe(written);
        expect(mergePage(base, written, written).text).toBe(written);
      }),
    );
  });

  it('is the same whoever comes first', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergePage(base, mine, theirs).text).toBe(mergePage(base, theirs, mine).text);
      }),
    );
  });

  it('loses no line that one of them added, merged or in conflict', () => {
    const own = (name: string): fc.Arbitrary<string[]> =>
      fc.array(
        fc.tuple(fc.nat(12), fc.nat(99)).map(([at, number]) => `${at}|${name} ${number}`),
        { maxLength: 4 },
      );
    fc.assert(
      fc.property(text, own('mine'), own('theirs'), (base, mine, theirs) => {
        const withAdded = (added: string[]): string =>
          added
            .reduce((lines, one) => {
              const [at = '0', words = ''] = one.split('|');
              return lines.toSpliced(Math.min(Number(at), lines.length), 0, words);
            }, linesOf(base))
            .join('\n');
        const marked = linesOf(
          markedMerge(mergePage(base, withAdded(mine), withAdded(theirs)), { mine: 'a', theirs: 'b' }),
        );
        for (const one of [...mine, ...theirs]) expect(marked).toContain(one.split('|')[1]);
      }),
    );
  });
});
