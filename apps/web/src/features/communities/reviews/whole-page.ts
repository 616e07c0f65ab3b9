import { linesOf } from '@chapterhouse/domain/communities/page-merge';
import type { ShownDiff } from '../versions/page-diff';

type Line = ShownDiff['hunks'][number]['lines'][number];

/**
 * The page from its first line on, with what changed where it changed.
 * @param body of the page as it stands now
 * @param most lines that are shown
 */
export function wholePage(diff: ShownDiff, body: string, most: number): { diff: ShownDiff; more: number } {
  const words = linesOf(body);
  if (words.at(-1) === '') words.pop();
  const lines: Line[] = [];
  let [oldNumber, newNumber] = [0, 0];
  const sameUntil = (last: number) => {
    while (newNumber < last) lines.push(sameLine((oldNumber += 1), (newNumber += 1), words[newNumber - 1] ?? ''));
  };
  for (const hunk of diff.hunks) {
    sameUntil(hunk.newStart - 1);
    for (const line of hunk.lines) {
      lines.push(line);
      oldNumber = line.oldNumber ?? oldNumber;
      newNumber = line.newNumber ?? newNumber;
    }
  }
  sameUntil(words.length);
  const shown: ShownDiff['hunks'] =
    lines.length === 0 ? [] : [{ __typename: 'DiffHunk', oldStart: 1, newStart: 1, lines: lines.slice(0, most) }];
  return { diff: { ...diff, hunks: shown }, more: Math.max(0, lines.length - most) };
}

const sameLine = (oldNumber: number, newNumber: number, text: string): Line => ({
  __typename: 'DiffLine',
  kind: 'SAME',
  oldNumber,
  newNumber,
  runs: [{ __typename: 'DiffRun', text, changed: false }],
});
