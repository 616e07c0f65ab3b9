import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type LocalDateTime, dayOf, plusDays, startOfDay } from './wall-clock.js';

/**
 * When a series takes place: from its first start on by its rule, at the same wall-clock time whatever the clocks do.
 * The functions here know no zone: a rule is about days, and `momentOf` says when that is.
 */
export interface Recurrence {
  /** As `readRule` writes it. Null: once. */
  rule: string | null;
  /** The first one; `firstStart` finds it. */
  startsAt: LocalDateTime;
  /** YYYY-MM-DD, the first day on which it takes place no more; null: the rule alone says. */
  endsBefore: string | null;
}

/** More are never asked for at once. */
export const MOST_STARTS = 10_000;
/** Rules that give nothing for so many periods give nothing at all: 30 February. */
const MOST_PERIODS = 5_000;
/** Nobody plans later than this. */
const LAST_DAY = '2199-12-31';

/** The starts from a time on and before another one, in order. */
export function startsBetween(of: Recurrence, from: LocalDateTime, before: LocalDateTime): LocalDateTime[] {
  const end = endOf(of, before);
  if (of.rule === null) return of.startsAt >= from && of.startsAt < end ? [of.startsAt] : [];
  const start = from < of.startsAt ? of.startsAt : from;
  if (start >= end) return [];
  return bounded(() => expansion(of).between(utc(start), utc(end), true), [])
    .map(localText)
    .filter((at) => at >= start && at < end)
    .slice(0, MOST_STARTS);
}

/** The first ones from a time on, at most so many. */
export function nextStarts(of: Recurrence, from: LocalDateTime, count: number): LocalDateTime[] {
  const end = endOf(of, startOfDay(LAST_DAY));
  if (of.rule === null) return of.startsAt >= from && of.startsAt < end && count > 0 ? [of.startsAt] : [];
  const rule = expansion(of);
  const found: LocalDateTime[] = [];
  let next = bounded(() => rule.next(utc(from < of.startsAt ? of.startsAt : from), true), null);
  while (next !== null && found.length < Math.min(count, MOST_STARTS)) {
    const at = localText(next);
    if (at >= end) break;
    found.push(at);
    next = bounded(() => rule.next(utc(at), false), null);
  }
  return found;
}

/** The last one before a time; null: there is none. */
export function startBefore(of: Recurrence, before: LocalDateTime): LocalDateTime | null {
  const end = endOf(of, before);
  if (of.rule === null) return of.startsAt < end ? of.startsAt : null;
  if (end <= of.startsAt) return null;
  const found = bounded(() => expansion(of).previous(utc(end), false), null);
  return found === null ? null : localText(found);
}

/** Whether the series takes place then by its rule, moved ones at their original start. */
export function isStart(of: Recurrence, at: LocalDateTime): boolean {
  return nextStarts(of, at, 1)[0] === at;
}

/** When it first takes place, asked for from a time on; null: never. */
export function firstStart(rule: string | null, from: LocalDateTime): LocalDateTime | null {
  return nextStarts({ rule, startsAt: from, endsBefore: null }, from, 1)[0] ?? null;
}

/** YYYY-MM-DD, the last day on which it takes place; the day before its first where it never does; null: it goes on. */
export function lastDayOf(of: Recurrence): string | null {
  const endless = of.rule !== null && of.endsBefore === null && !/;(?:COUNT|UNTIL)=/.test(of.rule);
  if (endless) return null;
  const last = startBefore(of, startOfDay(LAST_DAY));
  return last === null ? plusDays(dayOf(of.startsAt), -1) : dayOf(last);
}

type Expansion = RRuleTemporal<Temporal.ZonedDateTime>;

/** Reading a rule costs ten times more than asking it; lists ask for the same ones over and over. */
const MOST_KEPT = 1_000;
const kept = new Map<string, Expansion>();

/** Days and times as if they were of UTC, where no clock is ever set. */
function expansion({ rule, startsAt }: Recurrence): Expansion {
  const key = `${startsAt} ${rule}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = new RRuleTemporal<Temporal.ZonedDateTime>({
    // To the end of its last day.
    rruleString: `RRULE:${rule?.replace(/UNTIL=(\d{8})/, 'UNTIL=$1T235959Z')}`,
    dtstart: Temporal.PlainDateTime.from(startsAt).toZonedDateTime('UTC'),
    tzid: 'UTC',
    temporal: Temporal,
    maxIterations: MOST_PERIODS,
    cache: false,
  });
  kept.set(key, made);
  return made;
}

function endOf({ endsBefore }: Recurrence, before: LocalDateTime): LocalDateTime {
  return endsBefore !== null && startOfDay(endsBefore) < before ? startOfDay(endsBefore) : before;
}

/** The library throws where it gives up looking: there is nothing to find. */
function bounded<T>(look: () => T, none: T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return none;
    throw error;
  }
}

const utc = (local: LocalDateTime): Date => new Date(`${local}:00Z`);
const localText = (at: { toString(): string }): LocalDateTime => at.toString().slice(0, 16);
