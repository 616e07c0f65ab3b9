import type { ChecklistStep } from './version-content.js';

/** A step without its id, as it is read from a text. */
export type WrittenStep = Omit<ChecklistStep, 'id'>;

/** A checklist as lines, to be read, compared, commented on and edited: a task per step, its hint deeper below it. */
export function checklistText(steps: readonly WrittenStep[]): string {
  return steps
    .flatMap(({ text, hint, depth }) => [
      `${INDENT.repeat(depth)}- [ ] ${text}`,
      ...(hint === '' ? [] : hint.split('\n').map((line) => hintLine(line, depth + 1))),
    ])
    .join('\n');
}

/** What `checklistText` wrote, or somebody by hand; lines before the first task belong to nothing. */
export function readChecklistText(text: string): { steps: WrittenStep[]; strayLines: number[] } {
  const read: { text: string; depth: number; hint: string[] }[] = [];
  const strayLines: number[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const task = TASK.exec(line);
    const last = read.at(-1);
    if (task) read.push({ text: task[2]?.trim() ?? '', depth: depthOf(task[1] ?? ''), hint: [] });
    else if (last) last.hint.push(readHintLine(line, last.depth + 1));
    else if (line.trim() !== '') strayLines.push(index + 1);
  }
  const steps = read.map(({ hint, ...step }) => ({ ...step, hint: hint.join('\n').replace(/^\n+/u, '').trimEnd() }));
  return { steps, strayLines };
}

/** Each step that was there already keeps its id, however it was reworded. */
export function withKnownIds(
  steps: readonly WrittenStep[],
  known: readonly ChecklistStep[],
  newId: () => string,
): ChecklistStep[] {
  const left = new Map(known.map((step) => [step.id, step]));
  const ids = steps.map((step) => take(left, (one) => one.text === step.text));
  // Of those that nobody finds again by its words, the next one after the step before it was reworded.
  let before = -1;
  return steps.map((step, index) => {
    const next = known[before + 1];
    const id = ids[index] ?? (next && take(left, (one) => one.id === next.id)) ?? newId();
    const place = known.findIndex((one) => one.id === id);
    if (place !== -1) before = place;
    return { id, text: step.text, hint: step.hint, depth: step.depth };
  });
}

const INDENT = '  ';
const TASK = /^([ \t]*)- \[[ xX]\](?: (.*))?$/u;
/** A line of a hint that would be read as a step; each backslash before it is one more. */
const LIKE_A_TASK = /^([ \t]*)(\\*)(- \[[ xX]\](?: .*)?)$/u;

function hintLine(line: string, depth: number): string {
  return line.trim() === '' ? '' : `${INDENT.repeat(depth)}${line.replace(LIKE_A_TASK, '$1\\$2$3')}`;
}

function readHintLine(line: string, depth: number): string {
  const indent = /^ */u.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(indent, INDENT.length * depth)).replace(/^([ \t]*)\\(\\*- \[[ xX]\](?: .*)?)$/u, '$1$2');
}

function depthOf(space: string): number {
  return Math.floor(space.replaceAll('\t', INDENT).length / INDENT.length);
}

function take(left: Map<string, ChecklistStep>, fits: (step: ChecklistStep) => boolean): string | undefined {
  for (const [id, step] of left)
    if (fits(step)) {
      left.delete(id);
      return id;
    }
  return undefined;
}
