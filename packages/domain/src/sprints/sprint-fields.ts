import { type Check, atMost, day, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

export const SPRINT_STATES = ['FUTURE', 'ACTIVE', 'CLOSED'] as const;
export type SprintState = (typeof SPRINT_STATES)[number];

export const SPRINT_STATE_TITLES: Record<SprintState, string> = {
  FUTURE: 'Planned',
  ACTIVE: 'Running',
  CLOSED: 'Finished',
};

/** Characters. */
export const SPRINT_NAME_LIMIT = 200;
export const SPRINT_GOAL_LIMIT = 2_000;
/** A quarter: a Sprint has a month at most, and what is longer is a slip of the finger. */
export const SPRINT_DAYS_LIMIT = 92;
const ITEM_LIMIT = 10_000;
const POINT_LIMIT = 100_000;
const DAY = 24 * 3_600_000;
/** Years that databases, calendars and people agree upon. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31'];

/**
 * What somebody gave of a sprint; fields that are missing or null are not checked. `state`, `startsOn`, `endsBefore`
 * and what was done are given as they will be, so that they can be compared. Dates are YYYY-MM-DD.
 */
export interface SprintInput {
  name?: string | null | undefined;
  goal?: string | null | undefined;
  state?: string | null | undefined;
  startsOn?: string | null | undefined;
  /** The day after its last. */
  endsBefore?: string | null | undefined;
  plannedItems?: number | null | undefined;
  plannedPoints?: number | null | undefined;
  doneItems?: number | null | undefined;
  donePoints?: number | null | undefined;
}

/**
 * What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT.
 * @param today YYYY-MM-DD, where the organization is: a sprint that has not begun is not over
 */
export function sprintProblems(input: SprintInput, today: string): FieldProblem[] {
  const { state, startsOn, endsBefore } = input;
  const finished = state === 'CLOSED';
  const notBegun = state === 'FUTURE';
  return [
    ...problemsOf('name', input.name, filledLine('Name the sprint', SPRINT_NAME_LIMIT)),
    ...problemsOf('goal', input.goal, atMost(SPRINT_GOAL_LIMIT)),
    ...problemsOf('state', state, oneOf(SPRINT_STATES)),
    ...problemsOf(
      'startsOn',
      startsOn ?? (finished ? '' : null),
      (value) => dated(value, 'Say when it started') ?? (finished ? begun(value, today) : null),
    ),
    ...problemsOf(
      'endsBefore',
      endsBefore ?? (finished ? '' : null),
      (value) => dated(value, 'Say when it ended') ?? after(value, startsOn),
    ),
    ...problemsOf('plannedItems', input.plannedItems, wholeNumber(0, ITEM_LIMIT)),
    ...problemsOf('plannedPoints', input.plannedPoints, points),
    ...problemsOf('doneItems', input.doneItems, (value) => wholeNumber(0, ITEM_LIMIT)(value) ?? done(value, notBegun)),
    ...problemsOf('donePoints', input.donePoints, (value) => points(value) ?? done(value, notBegun)),
  ];
}

function dated(value: string, remedy: string): string | null {
  if (value === '') return `${remedy}.`;
  return day(value) ?? (value >= FIRST_DAY && value <= LAST_DAY ? null : 'Give a day between 1900 and 2199.');
}

function begun(start: string, today: string): string | null {
  return start > today ? 'It begins after today: give the day on which it began, or leave it planned.' : null;
}

function after(end: string, start: string | null | undefined): string | null {
  if (start === null || start === undefined || day(start) !== null) return null;
  const days = (Date.parse(end) - Date.parse(start)) / DAY;
  if (days <= 0) return 'Let it end after it starts.';
  return days > SPRINT_DAYS_LIMIT ? `Let it last at most ${SPRINT_DAYS_LIMIT} days.` : null;
}

/** Some teams give halves and quarters. */
const points: Check<number> = (value) =>
  value >= 0 && value <= POINT_LIMIT && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
    ? null
    : `Give a number from 0 to ${POINT_LIMIT}, with at most two decimals.`;

function done(value: number, notBegun: boolean): string | null {
  return notBegun && value > 0 ? 'Leave this empty until the sprint runs.' : null;
}
