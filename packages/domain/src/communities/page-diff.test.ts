import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DiffLine, diffPage } from './page-diff.js';

const textOf = (lines: DiffLine[]): string[] => lines.map(({ runs }) => runs.map(({ text }) => text).join(''));

describe('what changed in a page', () => {
  it('is nothing for equal texts, and all of a new one', () => {
    expect(diffPage('a\nb\n', 'a\nb\n')).toEqual([]);
    expect(diffPage('', 'a\nb\n')).toMatchObject([
      {
        oldStart: 1,
        newStart: 1,
        lines: [
          { kind: 'ADDED', oldNumber: null, newNumber: 1 },
          { kind: 'ADDED', oldNumber: null, newNumber: 2 },
        ],
      },
    ]);
  });

  it('tells the words that changed in a line', () => {
    const [hunk] = diffPage('Call the on-call engineer first.', 'Call the on-call lead first.');
    expect(
      hunk?.lines.map(({ kind, runs }) => [kind, runs.filter((run) => run.changed).map((run) => run.text)]),
    ).toEqual([
      ['REMOVED', ['engineer']],
      ['ADDED', ['lead']],
    ]);
  });

  it('shows a line as changed as a whole where hardly anything is the same', () => {
    const [hunk] = diffPage('Something else altogether.', 'Nobody knows why, but here we are.');
    expect(hunk?.lines.every(({ runs }) => runs.length === 1 && runs[0]?.changed === true)).toBe(true);
  });

  it('shows what is around a change, and parts what is far away', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
    const after = lines.with(4, 'five').with(24, 'twenty-five');
    const hunks = diffPage(lines.join('\n'), after.join('\n'));
    expect(hunks.map(({ oldStart, newStart, lines: shown }) => [oldStart, newStart, shown.length])).toEqual([
      [2, 2, 8],
      [22, 22, 8],
    ]);
  });

  it('answers soon, also for long texts that have nothing in common', () => {
    const text = (name: string): string => Array.from({ length: 20_000 }, (_, index) => `${name} ${index}`).join('\n');
    const [hunk, ...others] = diffPage(text('old'), text('new'));
    expect(others).toEqual([]);
    expect(hunk?.lines).toHaveLength(40_000);
  });

  it('holds both texts, with their numbers', () => {
    const text = fc.array(fc.constantFrom('a b c', 'a b', 'x', '', 'y z'), { maxLength: 15 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        // A line end at the end is no line of its own.
        const [one, other] = [before, after].map((lines) => (lines.length > 0 ? `${lines.join('\n')}\n` : ''));
        const lines = diffPage(one ?? '', other ?? '', 1000).flatMap((hunk) => hunk.lines);
        if (lines.length === 0) return expect(before).toEqual(after);
        expect(textOf(lines.filter(({ kind }) => kind !== 'ADDED'))).toEqual(before);
        expect(textOf(lines.filter(({ kind }) => kind !== 'REMOVED'))).toEqual(after);
        expect(lines.flatMap(({ oldNumber }) => oldNumber ?? [])).toEqual(before.map((_, index) => index + 1));
        expect(lines.flatMap(({ newNumber }) => newNumber ?? [])).toEqual(after.map((_, index) => index + 1));
      }),
    );
  });
});

describe('a page whose words are all others', () => {
  const words = (from: number): string =>
    Array.from({ length: 990 }, (_, index) => String.fromCodePoint(from + index)).join(' ');
  const page = (from: number, lines: number): string =>
    Array.from({ length: lines }, (_, line) => words(from + line)).join('\n');

  /** It took minutes. */
  it('is compared in a moment, line by line', () => {
    const began = performance.now();
    const lines = diffPage(page(0x4e00, 100), page(0x6e00, 100)).flatMap((hunk) => hunk.lines);
    expect(lines).toHaveLength(200);
    expect(lines.every(({ runs }) => runs.length === 1 && runs[0]?.changed)).toBe(true);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('tells no words of what comes behind them', () => {
    const before = `${page(0x4e00, 50)}\nCall the engineer first.`;
    const after = `${page(0x6e00, 50)}\nCall the lead first.`;
    const lines = diffPage(before, after).flatMap((hunk) => hunk.lines);
    expect(textOf(lines.slice(-1))).toEqual(['Call the lead first.']);
    expect(lines.at(-1)?.runs).toHaveLength(1);
  });
});
