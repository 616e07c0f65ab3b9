import { expect, test } from '@jest/globals';
import { diffPage } from '@chapterhouse/domain/communities/page-diff';
import type { ShownDiff } from '../versions/page-diff';
import { wholePage } from './whole-page';

const NUMBERED = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);

/** As the server answers it. */
function diffOf(before: string, after: string): ShownDiff {
  const hunks = diffPage(before, after).map((hunk) => ({
    ...hunk,
    __typename: 'DiffHunk' as const,
    lines: hunk.lines.map((line) => ({
      ...line,
      __typename: 'DiffLine' as const,
      runs: line.runs.map((run) => ({ ...run, __typename: 'DiffRun' as const })),
    })),
  }));
  return { __typename: 'PageDiff', path: 'index', title: 'Start', kind: 'CHANGED', hunks };
}

const textOf = ({ hunks }: ShownDiff, side: 'oldNumber' | 'newNumber') =>
  hunks.flatMap(({ lines }) =>
    lines.filter((line) => line[side] !== null).map(({ runs }) => runs.map(({ text }) => text).join('')),
  );

test.each([
  ['nothing is changed', NUMBERED, NUMBERED],
  ['changed in the middle', NUMBERED, NUMBERED.with(14, 'other words here')],
  ['begun and ended otherwise', NUMBERED, ['first', ...NUMBERED.slice(2), 'last']],
  ['taken away in two places', NUMBERED, NUMBERED.filter((_, index) => ![3, 4, 20].includes(index))],
  ['new as a whole', [], NUMBERED],
])('both texts are whole, with the right numbers: %s', (_, before, after) => {
  const { diff, more } = wholePage(diffOf(before.join('\n'), after.join('\n')), `${after.join('\n')}\n`, 100);
  expect(textOf(diff, 'oldNumber')).toEqual(before);
  expect(textOf(diff, 'newNumber')).toEqual(after);
  const lines = diff.hunks.flatMap((hunk) => hunk.lines);
  for (const side of ['oldNumber', 'newNumber'] as const) {
    const numbers = lines.map((line) => line[side]).filter((number) => number !== null);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  }
  expect(more).toBe(0);
});

test('a long page is shown up to a line', () => {
  const { diff, more } = wholePage(diffOf('', ''), NUMBERED.join('\n'), 20);
  expect(textOf(diff, 'newNumber')).toHaveLength(20);
  expect(more).toBe(10);
});

test('a page without words has no lines', () => {
  expect(wholePage(diffOf('', ''), '', 20)).toMatchObject({ diff: { hunks: [] }, more: 0 });
});
