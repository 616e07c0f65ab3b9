import { localDateTimeProblem } from './wall-clock.js';
import type { FieldProblem } from '../refusal.js';
import { type Recurrence, firstStart, lastDayOf } from './recurrence.js';
import { readRule, writeRule } from './rule-text.js';

/** When a series is to take place, as somebody gave it; the zone is known to be one. */
export interface GivenRecurrence {
  rule: string | null;
  startsAt: string;
  timeZone: string;
  endsBefore: string | null;
}

/** As it is kept: the rule in our own words, the start the first one that it gives, the last day found. */
export interface CheckedRecurrence extends Recurrence {
  lastOn: string | null;
}

export type CheckResult =
  { recurrence: CheckedRecurrence; problems?: never } | { recurrence?: never; problems: FieldProblem[] };

/**
 * What is wrong with it, each with its remedy, or how it is kept. A start that the rule does not give is moved to the first
 * one that it gives.
 */
export function checkedRecurrence({ rule, startsAt, timeZone, endsBefore }: GivenRecurrence): CheckResult {
  const startProblem = localDateTimeProblem(startsAt);
  if (startProblem !== null) return { problems: [{ field: 'startsAt', problem: startProblem }] };
  const read = rule === null ? null : readRule(rule, { startsAt, timeZone });
  if (read?.problem !== undefined) return { problems: [{ field: 'rule', problem: read.problem }] };
  const written = read?.rule ? writeRule(read.rule) : null;
  const first = firstStart(written, startsAt);
  if (first === null)
    return { problems: [{ field: 'rule', problem: 'This rule gives no date; look at its days and its end.' }] };
  if (endsBefore !== null && first.slice(0, 10) >= endsBefore)
    return {
      problems: [{ field: 'endsBefore', problem: `Choose a day after ${first.slice(0, 10)}, its first date.` }],
    };
  const recurrence = { rule: written, startsAt: first, endsBefore };
  const lastOn = lastDayOf(recurrence);
  if (lastOn !== null && lastOn < first.slice(0, 10))
    return {
      problems: [{ field: 'rule', problem: 'This reaches too far; give it fewer dates, or a day on which it ends.' }],
    };
  return { recurrence: { ...recurrence, lastOn } };
}
