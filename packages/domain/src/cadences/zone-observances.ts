import { Temporal } from 'temporal-polyfill';
import type { CalendarLine } from './calendar-text.js';
import { type LocalDateTime, localOf } from './wall-clock.js';

/** What clocks do at one moment: set from one offset to another. Offsets are minutes east of UTC. */
interface Transition {
  /** Milliseconds. */
  moment: number;
  /** What they show when it happens. */
  local: LocalDateTime;
  from: number;
  to: number;
}

/** So many years in a row by one rule are taken for a rule that goes on. */
const YEARS_OF_RULE = 4;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MINUTE = 60_000;
/** Where clocks were never set before, and nothing asks for earlier. */
const EPOCH = '1970-01-01T00:00';
const YEAR = 366 * 24 * 60 * MINUTE;

/**
 * The VTIMEZONE of a zone for what lies between two moments, from the time zone data that everything here is reckoned by:
 * readers who know the zone by another edition of it then still see the same times. Published collections of VTIMEZONEs
 * give the rules of today only, and move meetings of the past and of zones without a yearly rule (Casablanca).
 * @param from milliseconds
 * @param before milliseconds; rules that still hold go on beyond
 */
export function zoneLines(timeZone: string, from: number, before: number): CalendarLine[] {
  const { base, transitions } = transitionsOf(timeZone, from, before);
  const begin = localOf(from, timeZone);
  const standard = (offset: number, index: number): boolean => {
    const next = transitions[index + 1];
    return next === undefined || next.to >= offset;
  };
  const lines: CalendarLine[] = [
    ['BEGIN', 'VTIMEZONE'],
    ['TZID', timeZone],
  ];
  if (base !== null) lines.push(...observance('STANDARD', base, base, begin < EPOCH ? begin : EPOCH));
  const groups = new Map<string, { kind: 'STANDARD' | 'DAYLIGHT'; all: Transition[] }>();
  for (const [index, transition] of transitions.entries()) {
    const kind = standard(transition.to, index) ? 'STANDARD' : 'DAYLIGHT';
    const key = `${kind} ${transition.from} ${transition.to}`;
    const group = groups.get(key) ?? { kind, all: [] };
    group.all.push(transition);
    groups.set(key, group);
  }
  for (const { kind, all } of groups.values()) {
    const ruled = ruledFrom(all, before);
    // One each: readers differ in what an RDATE here means.
    for (const { from, to, local } of all.slice(0, ruled.index)) lines.push(...observance(kind, from, to, local));
    const begin = all[ruled.index];
    if (begin) lines.push(...observance(kind, begin.from, begin.to, begin.local, ruled.rule));
  }
  lines.push(['END', 'VTIMEZONE']);
  return lines;
}

/** `base`: the offset at the beginning, where clocks were never set before. */
function transitionsOf(
  timeZone: string,
  begin: number,
  before: number,
): { base: number | null; transitions: Transition[] } {
  const start = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(timeZone);
  const transitions: Transition[] = [];
  let next = start.getTimeZoneTransition('previous');
  next ??= start.getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < before + YEAR) {
    const moment = next.epochMilliseconds;
    const earlier = minutesOf(next.subtract({ milliseconds: 1 }));
    const local = localOf(moment + earlier * MINUTE, 'UTC');
    // A change of the name alone, or of seconds, sets no clock.
    if (earlier !== minutesOf(next)) transitions.push({ moment, local, from: earlier, to: minutesOf(next) });
    next = next.getTimeZoneTransition('next');
  }
  const [first] = transitions;
  const base = first === undefined ? minutesOf(start) : first.moment > begin ? first.from : null;
  return { base, transitions };
}

/** From which of them on the rest goes by a yearly rule; the number of them where there is none. */
function ruledFrom(all: readonly Transition[], before: number): { index: number; rule: string } {
  const last = all.at(-1);
  const none = { index: all.length, rule: '' };
  if (last === undefined || yearOf(last.local) < new Date(before).getUTCFullYear()) return none;
  for (const week of ['-1', String(Math.ceil(dayOfMonth(last.local) / 7))]) {
    let index = all.length - 1;
    while (index > 0 && follows(all[index - 1], all[index], week)) index -= 1;
    if (all.length - index < YEARS_OF_RULE || !isIn(last.local, week)) continue;
    const day = DAYS[weekdayOf(last.local)] ?? '';
    return { index, rule: `FREQ=YEARLY;BYMONTH=${Number(last.local.slice(5, 7))};BYDAY=${week}${day}` };
  }
  return none;
}

function follows(one: Transition | undefined, next: Transition | undefined, week: string): boolean {
  if (!one || !next) return false;
  return (
    yearOf(one.local) + 1 === yearOf(next.local) &&
    one.local.slice(5, 7) === next.local.slice(5, 7) &&
    one.local.slice(11) === next.local.slice(11) &&
    weekdayOf(one.local) === weekdayOf(next.local) &&
    isIn(one.local, week) &&
    isIn(next.local, week)
  );
}

/** Whether its weekday is the so-manieth of its month; -1: the last. */
function isIn(local: LocalDateTime, week: string): boolean {
  const day = dayOfMonth(local);
  if (week !== '-1') return Math.ceil(day / 7) === Number(week);
  return day + 7 > new Date(Date.UTC(yearOf(local), Number(local.slice(5, 7)), 0)).getUTCDate();
}

function observance(
  kind: 'STANDARD' | 'DAYLIGHT',
  from: number,
  to: number,
  begin: LocalDateTime,
  rule = '',
): CalendarLine[] {
  return [
    ['BEGIN', kind],
    ['DTSTART', stamp(begin)],
    ['TZOFFSETFROM', offsetText(from)],
    ['TZOFFSETTO', offsetText(to)],
    ...(rule === '' ? [] : [['RRULE', rule] as const]),
    ['END', kind],
  ];
}

const stamp = (local: LocalDateTime): string => `${local.replaceAll(/[-:]/gu, '')}00`;
const yearOf = (local: LocalDateTime): number => Number(local.slice(0, 4));
const dayOfMonth = (local: LocalDateTime): number => Number(local.slice(8, 10));
const weekdayOf = (local: LocalDateTime): number => new Date(`${local}:00Z`).getUTCDay();

function minutesOf({ offsetNanoseconds }: Temporal.ZonedDateTime): number {
  return Math.round(offsetNanoseconds / 60e9);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
