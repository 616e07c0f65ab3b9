import { atMost, day, filled, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { plusDays } from './wall-clock.js';

/** Characters. */
export const ACTION_TITLE_LIMIT = 300;
export const ACTION_RESULT_LIMIT = 2_000;
/** A year: what is further off is a goal and no small promise. */
export const ACTION_DAYS_LIMIT = 366;

/** What somebody gave; fields that are missing or null are not checked. */
export interface ActionItemInput {
  title?: string | null | undefined;
  /** YYYY-MM-DD. */
  dueOn?: string | null | undefined;
  result?: string | null | undefined;
  reason?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy. @param today YYYY-MM-DD where the organization is */
export function actionProblems(input: ActionItemInput, today: string): FieldProblem[] {
  return [
    ...problemsOf('title', input.title, filledLine('Say what is promised', ACTION_TITLE_LIMIT)),
    ...problemsOf('dueOn', input.dueOn, (value) => day(value) ?? inReach(value, today)),
    ...problemsOf('result', input.result, atMost(ACTION_RESULT_LIMIT)),
    ...problemsOf('reason', input.reason, filled('Say why it is dropped', ACTION_RESULT_LIMIT)),
  ];
}

function inReach(dueOn: string, today: string): string | null {
  if (dueOn < today) return 'Give a day from today on: nobody can keep a promise in the past.';
  return dueOn <= plusDays(today, ACTION_DAYS_LIMIT)
    ? null
    : 'Give a day within a year; make a goal of what takes longer.';
}
