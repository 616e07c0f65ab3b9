import { DEEPEST_STEP } from '@chapterhouse/domain/communities/artifact-fields';

/** A step under somebody's hands; its id is the server's, or one of this browser until it has one. */
export type Step = { id: string; text: string; hint: string; depth: number };

/** One step a line, so that what two people change in different steps is merged. */
export const linesOfSteps = (steps: readonly Step[]): string =>
  steps.map(({ id, depth, text, hint }) => JSON.stringify([id, depth, text, hint])).join('\n');

/** What is no step is left out: a line that a merge broke. */
export function stepsOfLines(lines: string): Step[] {
  return lines.split('\n').flatMap((line) => {
    try {
      const read: unknown = JSON.parse(line);
      if (!Array.isArray(read)) return [];
      const [id, depth, text, hint]: unknown[] = read;
      return typeof id === 'string' && typeof depth === 'number' && typeof text === 'string' && typeof hint === 'string'
        ? [{ id, depth, text, hint }]
        : [];
    } catch {
      return [];
    }
  });
}

/** For people who choose between two lists. */
export const wordsOfSteps = (steps: readonly Step[]): string =>
  steps.map(({ depth, text, hint }) => `${'  '.repeat(depth)}- ${text}${hint === '' ? '' : ` (${hint})`}`).join('\n');

/** As deep as may be: at most one deeper than the one before. */
export function settled(steps: readonly Step[]): Step[] {
  let above = -1;
  return steps.map((step) => {
    const depth = Math.max(0, Math.min(step.depth, above + 1, DEEPEST_STEP));
    above = depth;
    return depth === step.depth ? step : { ...step, depth };
  });
}

/** How many steps stand with this one: those right behind it that are deeper are parts of it. */
export function partCount(steps: readonly Step[], index: number): number {
  const depth = steps[index]?.depth ?? 0;
  const end = steps.findIndex((step, at) => at > index && step.depth <= depth);
  return (end === -1 ? steps.length : end) - index;
}

/** With its parts, before the one of its depth that stood before it, or behind the one that follows. */
export function moved(steps: readonly Step[], index: number, by: -1 | 1): Step[] {
  const size = partCount(steps, index);
  const own = steps.slice(index, index + size);
  const depth = own[0]?.depth ?? 0;
  if (by === 1) {
    const next = index + size;
    if ((steps[next]?.depth ?? -1) !== depth) return [...steps];
    const nextSize = partCount(steps, next);
    return [...steps.slice(0, index), ...steps.slice(next, next + nextSize), ...own, ...steps.slice(next + nextSize)];
  }
  const before = steps.findLastIndex((step, at) => at < index && step.depth <= depth);
  if (before === -1 || steps[before]?.depth !== depth) return [...steps];
  return [...steps.slice(0, before), ...own, ...steps.slice(before, index), ...steps.slice(index + size)];
}

/** With its parts, one deeper or less deep. */
export function shifted(steps: readonly Step[], index: number, by: -1 | 1): Step[] {
  const size = partCount(steps, index);
  const depth = steps[index]?.depth ?? 0;
  const above = index === 0 ? -1 : (steps[index - 1]?.depth ?? -1);
  if (by === 1 && (depth + 1 > above + 1 || depth === DEEPEST_STEP)) return [...steps];
  if (by === -1 && depth === 0) return [...steps];
  return settled(
    steps.map((step, at) => (at >= index && at < index + size ? { ...step, depth: step.depth + by } : step)),
  );
}

/** A list pasted from elsewhere: a step a line, as deep as it is indented; marks of lists and ticks are no part of it. */
export function stepsOfText(text: string, newId: () => string): Step[] {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const indents: number[] = [];
  const steps = lines.map((line) => {
    const [, space = '', words = ''] = /^(\s*)(?:(?:[-*+•]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?(.*)$/u.exec(line) ?? [];
    const indent = space.replaceAll('\t', '    ').length;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    return { id: newId(), text: words.trim(), hint: '', depth: indents.length - 1 };
  });
  return settled(steps.filter((step) => step.text !== ''));
}
