import type { Deadline } from '@chapterhouse/domain/impediments/impediment-deadline';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relativeWords = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** Largest first; a difference is told in the first unit that it fills. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "3 days ago", "in 2 hours", "now". @param now milliseconds */
export function relativeTime(moment: string, now: number): string {
  const difference = Date.parse(moment) - now;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1_000];
  return unit === 'second' ? 'just now' : relativeWords.format(Math.trunc(difference / length), unit);
}

/** "Tuesday 14:05" within the last week, else "3 Dec 2026, 14:05", in the organization's time zone. */
export function sinceWords(moment: string, timeZone: string, now = Date.now()): string {
  if (now - Date.parse(moment) > 6 * DAY) return absoluteTime(moment, timeZone);
  const words = { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('en', words).format(new Date(moment));
}

/** "3 Dec 2026, 14:05" in the organization's time zone. */
export function absoluteTime(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(moment),
  );
}

/** "3 Dec 2026" of a moment, in the organization's time zone. */
export function dayOf(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(new Date(moment));
}

/** "3 Dec 2026" of a date without a time. @param date YYYY-MM-DD */
export function dayWords(date: string): string {
  return dayOf(`${date}T12:00:00Z`, 'UTC');
}

/** Today's date there, YYYY-MM-DD. @param now milliseconds */
export function todayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(now));
  return parts.slice(0, 10);
}

/** Whole days since it was raised. @param now milliseconds */
export function ageInDays(raisedAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(raisedAt)) / DAY));
}

/** For a card, and which of the two it is: "due in 3 d", "due 4 d ago"; "clock 3 d", "clock 4 d over". */
export function deadlineWords({ overdue, days, because }: Deadline): string {
  if (because === 'clock') {
    if (overdue) return days === 0 ? 'clock over' : `clock ${-days} d over`;
    return days === 0 ? 'clock < 1 d' : `clock ${days} d`;
  }
  if (overdue) return `due ${-days} d ago`;
  return days === 0 ? 'due today' : `due in ${days} d`;
}
