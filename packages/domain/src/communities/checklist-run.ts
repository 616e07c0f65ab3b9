import { atMost, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import type { ChecklistStep } from './version-content.js';

export const RUN_TITLE_LIMIT = 200;
export const RUN_NOTE_LIMIT = 2_000;

export function runProblems({ title }: { title: string }): FieldProblem[] {
  return problemsOf('title', title, filledLine('Say in one line what this run is for', RUN_TITLE_LIMIT));
}

export function stepNoteProblems(note: string | null | undefined): FieldProblem[] {
  return problemsOf('note', note, atMost(RUN_NOTE_LIMIT));
}

/** What somebody did about a step. */
export interface TouchedStep {
  stepId: string;
  done: boolean;
}

/** How far a run is: only steps that the version has count, whatever else was touched. */
export function progressOf(
  steps: readonly ChecklistStep[],
  touched: readonly TouchedStep[],
): { done: number; total: number } {
  const done = new Set(touched.filter((step) => step.done).map(({ stepId }) => stepId));
  return { done: steps.filter(({ id }) => done.has(id)).length, total: steps.length };
}
