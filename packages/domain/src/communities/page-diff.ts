import { diffArrays, diffWordsWithSpace } from 'diff';
import { linesOf } from './page-merge.js';

export type DiffLineKind = 'SAME' | 'ADDED' | 'REMOVED';

/** A piece of a line, and whether it is what changed in it. */
export interface DiffRun {
  text: string;
  changed: boolean;
}

export interface DiffLine {
  kind: DiffLineKind;
  /** From 1; null where the line is not in that text. */
  oldNumber: number | null;
  newNumber: number | null;
  runs: DiffRun[];
}

export interface DiffHunk {
  /** The first line of each text that the hunk shows, from 1. */
  oldStart: number;
  newStart: number;
  lines: DiffLine[];
}

/** Lines around a change that are shown with it. */
export const DIFF_CONTEXT = 3;
/** Texts that differ more than this are shown as one taken away and one put in its place. */
const MOST_EDITS = 2_000;
/** As much where little time is left: the same page in a hundredth of it. */
const FEW_EDITS = 200;
/** Characters of a line that words are compared in; longer ones are changed as a whole. */
const WORDED_LINE = 2_000;
/** Words of a line that may differ; lines that differ more are changed as a whole. */
const MOST_WORD_EDITS = 400;
/** Words that differ, squared and added up over the lines of a page: what comparing them costs. Later lines are changed as a whole. */
const MOST_WORD_COST = 1_000_000;

/** What changed between two texts, line by line, with what changed in a line; nothing when they are equal. */
export function diffPage(before: string, after: string, context: number = DIFF_CONTEXT): DiffHunk[] {
  return hunksOf(withWords(diffLines(textLines(before), textLines(after), MOST_EDITS)), context);
}

/** As `diffPage`, at little cost: pages that differ much are shown as one taken away and one put in its place. */
export function diffPageCoarsely(before: string, after: string): DiffHunk[] {
  return hunksOf(diffLines(textLines(before), textLines(after), FEW_EDITS), DIFF_CONTEXT);
}

/** No text has no lines, rather than an empty one; a line end at the end begins no other. */
function textLines(text: string): string[] {
  const lines = linesOf(text);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function diffLines(before: string[], after: string[], maxEditLength: number): DiffLine[] {
  const changes = diffArrays(before, after, { maxEditLength }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  let [oldNumber, newNumber] = [0, 0];
  return changes.flatMap(({ added, removed, value }) =>
    value.map((text): DiffLine => {
      if (!added) oldNumber += 1;
      if (!removed) newNumber += 1;
      return {
        kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
        oldNumber: added ? null : oldNumber,
        newNumber: removed ? null : newNumber,
        runs: [{ text, changed: added || removed }],
      };
    }),
  );
}

/** Lines taken away, and as many put in their place, are the same lines otherwise written: what changed in them is told. */
function withWords(lines: DiffLine[]): DiffLine[] {
  const told = [...lines];
  let cost = 0;
  for (let start = 0; start < told.length;) {
    const removed = runLength(told, start, 'REMOVED');
    const added = runLength(told, start + removed, 'ADDED');
    for (let index = 0; index < Math.min(removed, added); index += 1) {
      const [one, other] = [told[start + index], told[start + removed + index]];
      if (!one || !other || cost > MOST_WORD_COST) continue;
      const { runs, edits } = wordsOf(textOf(one), textOf(other));
      cost += edits ** 2;
      if (runs === null) continue;
      told[start + index] = { ...one, runs: runs.before };
      told[start + removed + index] = { ...other, runs: runs.after };
    }
    start += Math.max(removed + added, 1);
  }
  return told;
}

function runLength(lines: DiffLine[], start: number, kind: DiffLineKind): number {
  let length = 0;
  while (lines[start + length]?.kind === kind) length += 1;
  return length;
}

/** No runs where hardly anything is the same: then the words would be a patchwork. `edits` are words looked for in vain. */
function wordsOf(
  before: string,
  after: string,
): { runs: { before: DiffRun[]; after: DiffRun[] } | null; edits: number } {
  if (before.length > WORDED_LINE || after.length > WORDED_LINE) return { runs: null, edits: 0 };
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (changes === undefined) return { runs: null, edits: MOST_WORD_EDITS };
  const edits = changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  const kept = changes.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length),
    0,
  );
  if (kept * 3 < Math.max(before.trim().length, after.trim().length)) return { runs: null, edits };
  const runs = {
    before: changes.flatMap(({ added, removed, value }) => (added ? [] : [{ text: value, changed: removed }])),
    after: changes.flatMap(({ added, removed, value }) => (removed ? [] : [{ text: value, changed: added }])),
  };
  return { runs, edits };
}

function textOf({ runs }: DiffLine): string {
  return runs.map(({ text }) => text).join('');
}

function hunksOf(lines: DiffLine[], context: number): DiffHunk[] {
  const near = nearChanges(lines, context);
  const hunks: DiffHunk[] = [];
  let [oldNext, newNext] = [1, 1];
  lines.forEach((line, index) => {
    if (near[index]) {
      const isNew = index === 0 || !near[index - 1];
      if (isNew) hunks.push({ oldStart: oldNext, newStart: newNext, lines: [] });
      hunks.at(-1)?.lines.push(line);
    }
    if (line.oldNumber !== null) oldNext = line.oldNumber + 1;
    if (line.newNumber !== null) newNext = line.newNumber + 1;
  });
  return hunks;
}

/** Which lines are changed, or so near to one that they are shown. */
function nearChanges(lines: DiffLine[], context: number): boolean[] {
  const near = lines.map(() => false);
  lines.forEach(({ kind }, index) => {
    if (kind === 'SAME') return;
    near.fill(true, Math.max(0, index - context), Math.min(lines.length, index + context + 1));
  });
  return near;
}
