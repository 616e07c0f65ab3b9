import { type Check, atMost, filled, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

export const GOAL_STATES = ['PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export const GOAL_STATE_TITLES: Record<GoalState, string> = {
  PLANNED: 'Planned',
  ACTIVE: 'Active',
  ACHIEVED: 'Achieved',
  ABANDONED: 'Abandoned',
};

/** How somebody sees how far a goal has come; what is not known is null. */
export interface GoalMeasureFacts {
  name: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  current: number | null;
}

/** Characters. */
export const GOAL_TITLE_LIMIT = 300;
export const GOAL_DESCRIPTION_LIMIT = 20_000;
export const GOAL_WORDS_LIMIT = 5_000;
export const MEASURE_NAME_LIMIT = 200;
export const MEASURE_UNIT_LIMIT = 50;
/** How many. */
export const GOAL_MEASURES_LIMIT = 20;
/** The farthest from zero. */
const MEASURE_NUMBER_LIMIT = 1e15;

/** What somebody gave; fields that are missing or null are not checked. */
export interface GoalInput {
  title?: string | null | undefined;
  description?: string | null | undefined;
  measures?: readonly GoalMeasureFacts[] | null | undefined;
  /** Of ending it. */
  words?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function goalProblems(input: GoalInput): FieldProblem[] {
  return [
    ...problemsOf('title', input.title, filledLine('Say in one line where the product is to be', GOAL_TITLE_LIMIT)),
    ...problemsOf('description', input.description, atMost(GOAL_DESCRIPTION_LIMIT)),
    ...problemsOf('measures', input.measures, measures),
    ...problemsOf('words', input.words, filled('Say what came of it', GOAL_WORDS_LIMIT)),
  ];
}

const measures: Check<readonly GoalMeasureFacts[]> = (values) => {
  if (values.length > GOAL_MEASURES_LIMIT) return `Give at most ${GOAL_MEASURES_LIMIT} measures.`;
  const names = values.map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return 'Give each measure a name of its own.';
  return values.map(measure).find((problem) => problem !== null) ?? null;
};

const measure: Check<GoalMeasureFacts> = ({ name, unit, baseline, target, current }) =>
  filledLine('Give each measure a name', MEASURE_NAME_LIMIT)(name) ??
  atMost(MEASURE_UNIT_LIMIT)(unit) ??
  ([baseline, target, current].every((number) => number === null || Math.abs(number) <= MEASURE_NUMBER_LIMIT)
    ? null
    : 'Give smaller numbers, in a larger unit.');
