import { type Check, atMost, each, filled, filledLine, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Strategic, tactical, operational. */
export const ITEM_TIERS = ['EPIC', 'FEATURE', 'TASK'] as const;
export type ItemTier = (typeof ITEM_TIERS)[number];

export const ITEM_TIER_TITLES: Record<ItemTier, string> = { EPIC: 'Epic', FEATURE: 'Feature', TASK: 'Task' };

export const ITEM_KINDS = ['VALUE', 'DEBT', 'DEFECT', 'ENABLER'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_KIND_TITLES: Record<ItemKind, string> = {
  VALUE: 'Value',
  DEBT: 'Debt',
  DEFECT: 'Defect',
  ENABLER: 'Enabler',
};

/** What a part of the cost of delay may be: the steps are relative, finer ones would feign precision. */
export const ITEM_SCORES = [1, 2, 3, 5, 8, 13, 20] as const;

/** Characters. */
export const ITEM_TITLE_LIMIT = 300;
export const ITEM_DESCRIPTION_LIMIT = 20_000;
export const ITEM_CRITERION_LIMIT = 2_000;
export const ITEM_REASON_LIMIT = 5_000;
/** How many. */
export const ITEM_CRITERIA_LIMIT = 50;
export const BULK_ITEM_LIMIT = 500;
/** Why a change of many left an item alone that was as asked for: no problem to show anybody. */
export const ITEM_ALREADY_SO = 'It is so already.';
/** Points: the least and the most. */
export const ITEM_POINTS_FROM = 0.5;
export const ITEM_POINTS_TO = 1000;

/** What somebody gave; fields that are missing or null are not checked. */
export interface ItemInput {
  title?: string | null | undefined;
  description?: string | null | undefined;
  tier?: string | null | undefined;
  kind?: string | null | undefined;
  acceptanceCriteria?: readonly string[] | null | undefined;
  points?: number | null | undefined;
  value?: number | null | undefined;
  timeCriticality?: number | null | undefined;
  riskReduction?: number | null | undefined;
  /** Of dropping it, or of a change of many. */
  reason?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function itemProblems(input: ItemInput): FieldProblem[] {
  return [
    ...problemsOf('title', input.title, filledLine('Say in one line what it is', ITEM_TITLE_LIMIT)),
    ...problemsOf('description', input.description, atMost(ITEM_DESCRIPTION_LIMIT)),
    ...problemsOf('tier', input.tier, oneOf(ITEM_TIERS)),
    ...problemsOf('kind', input.kind, oneOf(ITEM_KINDS)),
    ...problemsOf('acceptanceCriteria', input.acceptanceCriteria, criteria),
    ...problemsOf('points', input.points, points),
    ...problemsOf('value', input.value, score),
    ...problemsOf('timeCriticality', input.timeCriticality, score),
    ...problemsOf('riskReduction', input.riskReduction, score),
    ...problemsOf('reason', input.reason, atMost(ITEM_REASON_LIMIT)),
  ];
}

const criteria: Check<readonly string[]> = (values) =>
  values.length > ITEM_CRITERIA_LIMIT
    ? `Give at most ${ITEM_CRITERIA_LIMIT}.`
    : each(filled('Leave no criterion empty', ITEM_CRITERION_LIMIT))(values);

/** Two decimals, as they are kept. */
const points: Check<number> = (value) =>
  value >= ITEM_POINTS_FROM && value <= ITEM_POINTS_TO && Number.isInteger(Math.round(value * 1e6) / 1e4)
    ? null
    : `Give a size from ${ITEM_POINTS_FROM} to ${ITEM_POINTS_TO} points.`;

const score: Check<number> = (value) =>
  ITEM_SCORES.some((step) => step === value) ? null : `Choose one of ${ITEM_SCORES.join(', ')}.`;
