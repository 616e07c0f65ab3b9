import { type Recurrence, nextStarts, startsBetween } from './recurrence.js';
import { readRule, writeRule } from './rule-text.js';
import { type LocalDateTime, dayOf, momentOf, plusDays, startOfDay } from './wall-clock.js';

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

/**
 * Which date of a series one of another series is, by its day: that at the same time, or the one at another time of that
 * day. Null: none is. Days are those of clocks on the wall, of whatever zone.
 */
export function dateOfDay(of: Recurrence, start: LocalDateTime): LocalDateTime | null {
  const day = dayOf(start);
  return startsBetween(of, startOfDay(day), startOfDay(plusDays(day, 1)))[0] ?? null;
}

/** So many dates are looked at to tell whether a series takes place at other times. */
const DATES_COMPARED = 10;

/** Whether people must change their calendars: the next dates are at other times, or it ends earlier. */
export function hasOtherTimes(before: ZonedRecurrence, after: ZonedRecurrence, from: LocalDateTime): boolean {
  const next = (of: ZonedRecurrence): string => nextStarts(of, from, DATES_COMPARED).join();
  const endsEarlier = after.endsBefore !== null && (before.endsBefore === null || after.endsBefore < before.endsBefore);
  return before.timeZone !== after.timeZone || endsEarlier || next(before) !== next(after);
}
