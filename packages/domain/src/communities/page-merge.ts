import { diff3Merge } from 'node-diff3';

/** Where two people wrote in the same place: the lines of each, and what both began from. */
export interface MergeConflict {
  mine: string[];
  base: string[];
  theirs: string[];
}

export type MergePart = { lines: string[] } | { conflict: MergeConflict };

export interface Merge {
  /** Null: they wrote in the same place, and a person has to choose. */
  text: string | null;
  parts: MergePart[];
}

/** Of comparing: a text of one line ten thousand times over would take minutes, and nobody writes it. */
const MOST_WORK = 5_000_000;

/**
 * What two people made of one text, in one: by lines, so that nothing either of them wrote is lost. Line ends of any kind
 * are read as `\n`.
 * @param base what both began from, as far as the writer knew it
 */
export function mergePage(base: string, mine: string, theirs: string): Merge {
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const parts = mergeLines(o, a, b);
  const isClean = parts.every((part) => 'lines' in part);
  return {
    text: isClean ? parts.flatMap((part) => ('lines' in part ? part.lines : [])).join('\n') : null,
    parts,
  };
}

/** For whoever chooses: both, with marks around what is in the same place. */
export function markedMerge({ parts }: Merge, names: { mine: string; theirs: string }): string {
  return parts
    .flatMap((part) =>
      'lines' in part
        ? part.lines
        : [
            `<<<<<<< ${names.mine}`,
            ...part.conflict.mine,
            '=======',
            ...part.conflict.theirs,
            `>>>>>>> ${names.theirs}`,
          ],
    )
    .join('\n');
}

/** Whether marks of a merge are left in a text, as lines of their own; whole ones in a block of code are what it tells of. */
export function hasMergeMarks(text: string): boolean {
  let fence: string | null = null;
  const found: string[] = [];
  for (const line of linesOf(text)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    else if (/^[<>]{7} /u.test(line)) found.push(`${fence === null ? '' : 'code '}${line.charAt(0)}`);
  }
  // Its beginning and end in code alone: somebody explains how to merge.
  return (
    found.some((one) => one.endsWith('<')) &&
    found.some((one) => one.endsWith('>')) &&
    !found.every((one) => one.startsWith('code '))
  );
}

export function linesOf(text: string): string[] {
  return text.replaceAll(/\r\n?/gu, '\n').split('\n');
}

function mergeLines(base: string[], mine: string[], theirs: string[]): MergePart[] {
  if (same(mine, theirs) || same(theirs, base)) return [{ lines: mine }];
  if (same(mine, base)) return [{ lines: theirs }];
  const before = commonStart(base, mine, theirs);
  const after = commonEnd(base, mine, theirs, before);
  const [o, a, b] = [base, mine, theirs].map((lines) => lines.slice(before, lines.length - after));
  if (!o || !a || !b) throw new Error('Three texts are merged.');
  return joined([{ lines: base.slice(0, before) }, ...middle(o, a, b), { lines: base.slice(base.length - after) }]);
}

function middle(base: string[], mine: string[], theirs: string[]): MergePart[] {
  if (workOf(base, mine) + workOf(base, theirs) > MOST_WORK) return [{ conflict: { mine, base, theirs } }];
  const read: { ok?: string[]; conflict?: { a: string[]; o: string[]; b: string[] } }[] = diff3Merge(
    mine,
    base,
    theirs,
    { excludeFalseConflicts: true },
  );
  return read.map(({ ok, conflict }) =>
    conflict === undefined
      ? { lines: ok ?? [] }
      : { conflict: { mine: conflict.a, base: conflict.o, theirs: conflict.b } },
  );
}

/** How often lines of the two are compared: every line with every equal one. */
function workOf(one: string[], other: string[]): number {
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  return other.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

/** Lines that follow one another are one part. */
function joined(parts: MergePart[]): MergePart[] {
  return parts.reduce<MergePart[]>((all, part) => {
    const last = all.at(-1);
    if ('lines' in part && part.lines.length === 0) return all;
    if (last && 'lines' in last && 'lines' in part)
      return [...all.slice(0, -1), { lines: [...last.lines, ...part.lines] }];
    return [...all, part];
  }, []);
}

function commonStart(...texts: string[][]): number {
  const [first = [], ...others] = texts;
  const different = first.findIndex((line, index) => others.some((other) => other[index] !== line));
  const shortest = Math.min(...texts.map(({ length }) => length));
  return different < 0 ? shortest : Math.min(different, shortest);
}

function commonEnd(base: string[], mine: string[], theirs: string[], before: number): number {
  const most = Math.min(base.length, mine.length, theirs.length) - before;
  let count = 0;
  while (count < most && ends(base, count) === ends(mine, count) && ends(base, count) === ends(theirs, count))
    count += 1;
  return count;
}

function ends(lines: string[], fromEnd: number): string | undefined {
  return lines[lines.length - 1 - fromEnd];
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
