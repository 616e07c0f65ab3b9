import { type Check, atMost, day, filled, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Working hours of the organization in which the side whose turn it is answers. */
export const DEPENDENCY_ANSWER_HOURS = 16;

export const MOST_DEPENDENCY_WORDS = 5_000;

/** What was given; what is absent is not checked. */
export interface DependencyInput {
  neededBy?: string | null | undefined;
  promisedFor?: string | null | undefined;
  proposedFor?: string | null | undefined;
  /** What is needed, or what a step says that has to say something. */
  words?: string | null | undefined;
  /** Of a step that may say nothing. */
  remark?: string | null | undefined;
  reason?: string | null | undefined;
}

/** Every field that is wrong; empty when all is well. */
export function dependencyProblems(input: DependencyInput): FieldProblem[] {
  return [
    ...problemsOf('neededBy', input.neededBy, day),
    ...problemsOf('promisedFor', input.promisedFor, day),
    ...problemsOf('proposedFor', input.proposedFor, day),
    ...problemsOf('words', input.words, said('Say what is needed, in a sentence or two')),
    ...problemsOf('words', input.remark, atMost(MOST_DEPENDENCY_WORDS)),
    ...problemsOf('reason', input.reason, said('Say why; the other side plans with it')),
  ];
}

/** Further ahead nobody plans with a day. */
const MOST_YEARS_AHEAD = 10;

/** Nobody keeps a promise for a day that is over, nor plans with one that nobody will see. Days YYYY-MM-DD. */
export function plannedDayProblems(field: string, given: string | null | undefined, today: string): FieldProblem[] {
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}${today.slice(4)}`;
  return problemsOf(field, given, (value) => {
    if (value < today) return 'Choose today or a later day.';
    return value > last ? `Choose a day within the next ${MOST_YEARS_AHEAD} years.` : null;
  });
}

function said(remedy: string): Check<string> {
  return filled(remedy, MOST_DEPENDENCY_WORDS);
}
