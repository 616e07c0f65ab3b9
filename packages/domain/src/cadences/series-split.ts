import { type Recurrence, isStart, nextStarts, startsBetween } from './recurrence.js';
import { readRule, writeRule } from './rule-text.js';
import { type LocalDateTime, momentOf } from './wall-clock.js';

/** A series with its zone. */
export interface ZonedRecurrence extends Recurrence {
  timeZone: string;
}

/** The first of its starts, as the rule gives them, that is still to come; null: none is. @param now milliseconds */
export function firstToCome(of: ZonedRecurrence, now: number): LocalDateTime | null {
  // A day of a zone that is behind, and one of an hour that is shown twice.
  const around = new Date(now - 48 * 3_600_000).toISOString().slice(0, 16);
  return nextStarts(of, around, 10).find((start) => momentOf(start, of.timeZone) > now) ?? null;
}

/** Whether anything of it took place or is taking place. @param now milliseconds */
export function hasBegun({ startsAt, timeZone }: ZonedRecurrence, now: number): boolean {
  return momentOf(startsAt, timeZone) <= now;
}

/**
 * The rule from one of its own starts on: what is left of a COUNT, for that counts from the first start of all.
 * @param at one of its starts
 */
export function ruleFrom({ rule, startsAt }: Recurrence, at: LocalDateTime, timeZone: string): string | null {
  const read = rule === null ? null : readRule(rule, { startsAt, timeZone }).rule;
  if (!read || read.count === null) return rule;
  const before = startsBetween({ rule, startsAt, endsBefore: null }, startsAt, at).length;
  return writeRule({ ...read, count: Math.max(1, read.count - before) });
}

/** Whether a date of one series is a date of the other, too: at the same time on clocks of the same zone. */
export function keepsStart(of: ZonedRecurrence, start: LocalDateTime, timeZone: string): boolean {
  return of.timeZone === timeZone && isStart(of, start);
}
