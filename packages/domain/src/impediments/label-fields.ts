import { each, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Characters. */
export const LABEL_LIMIT = 50;
const LABELS_AT_ONCE = 20;

/** Names as they are kept: without blanks around them, each once whatever its capitals. */
export function labelNames(given: readonly string[]): string[] {
  const names = given.map((name) => name.trim().replaceAll(/\s+/g, ' '));
  return names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at);
}

/** What is wrong with the labels to put on and to take off; empty when nothing is. */
export function labelProblems({ add, remove }: { add: readonly string[]; remove: readonly string[] }): FieldProblem[] {
  if (add.length + remove.length === 0) return [{ field: 'add', problem: 'Name at least one label.' }];
  const both = add.find((name) => remove.some((other) => other.toLowerCase() === name.toLowerCase()));
  if (both !== undefined) return [{ field: 'remove', problem: `Put ${both} on or take it off, not both.` }];
  return [...problemsOf('add', add, names), ...problemsOf('remove', remove, names)];
}

function names(given: readonly string[]): string | null {
  if (given.length > LABELS_AT_ONCE) return `Name at most ${LABELS_AT_ONCE} labels at once.`;
  return each(filledLine('Leave no label empty', LABEL_LIMIT))(given);
}
