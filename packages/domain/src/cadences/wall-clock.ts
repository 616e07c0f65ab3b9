import { Temporal } from 'temporal-polyfill';

/** What a clock on the wall shows, to the minute: `2026-03-01T09:30`. Texts of this form sort by time. Its zone stands beside it. */
export type LocalDateTime = string;

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const MINUTE = 60_000;

/** Says what to do about a text that is none; null when nothing is wrong. */
export function localDateTimeProblem(value: string): string | null {
  return isLocalDateTime(value) ? null : 'Give a day and time that exist, such as 2026-03-01T09:30.';
}

export function isLocalDateTime(value: string): boolean {
  if (!FORM.test(value)) return false;
  const at = new Date(`${value}:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/**
 * When it is what the clocks there show. A time that they skip is as far behind the gap as it would be without one (02:30 is
 * 03:30 where 02:00 becomes 03:00); of a time that they show twice the first is meant. RFC 5545, 3.3.5, says the same.
 * @param timeZone IANA name
 * @returns milliseconds
 */
export function momentOf(local: LocalDateTime, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** What clocks there show then, to the minute below. @param moment milliseconds */
export function localOf(moment: number, timeZone: string): LocalDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** What clocks show so many minutes later, where none is set forward or back. */
export function plusMinutes(local: LocalDateTime, minutes: number): LocalDateTime {
  return new Date(Date.parse(`${local}:00Z`) + minutes * MINUTE).toISOString().slice(0, 16);
}

/** The name of a zone as its list writes it (`Europe/Berlin` for `europe/berlin`): programs that read calendars compare letters. What is none stays. */
export function zoneName(timeZone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  } catch {
    return timeZone;
  }
}

export const dayOf = (local: LocalDateTime): string => local.slice(0, 10);
export const timeOf = (local: LocalDateTime): string => local.slice(11);
export const startOfDay = (day: string): LocalDateTime => `${day}T00:00`;

/** YYYY-MM-DD, so many days on. */
export function plusDays(day: string, days: number): string {
  return plusMinutes(startOfDay(day), days * 24 * 60).slice(0, 10);
}
