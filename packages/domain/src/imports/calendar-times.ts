import { MOST_MINUTES } from '../cadences/cadence-fields.js';
import { type LocalDateTime, localOf, momentOf, plusDays, startOfDay } from '../cadences/wall-clock.js';
import type { CalendarLength, CalendarTime } from './calendar-file.js';

/** For meetings whose calendar does not say how long they are. */
export const USUAL_MINUTES = 60;
const MINUTE = 60_000;

/** The zone that a meeting keeps its wall-clock time in. @param usual of times without one */
export function zoneOf(time: CalendarTime, usual: string): string {
  if (time.of === 'ZONE') return time.timeZone;
  return time.of === 'MOMENT' ? 'UTC' : usual;
}

/** On the clocks of a zone. @param usual of times without one of their own */
export function localIn(time: CalendarTime, timeZone: string, usual: string): LocalDateTime {
  if (time.of === 'DAY') return startOfDay(time.day);
  if (time.of === 'ANYWHERE' && timeZone === usual) return time.local;
  return time.of === 'ZONE' && time.timeZone === timeZone ? time.local : localOf(instantOf(time, usual), timeZone);
}

/** Minutes from start to end, and what to say about it; null: such a meeting cannot be taken. */
export function minutesOf(
  start: CalendarTime,
  length: CalendarLength,
  usual: string,
  problem: (what: string) => void,
): number | null {
  if (start.of === 'DAY') {
    const end = length !== null && 'until' in length && length.until.of === 'DAY' ? length.until.day : null;
    const until = end === null || end <= start.day ? plusDays(start.day, 1) : end;
    const days = Math.round((Date.parse(until) - Date.parse(start.day)) / (24 * 60 * MINUTE));
    problem(`It is of whole days: taken as ${days === 1 ? '24 hours' : `${days} days`} from midnight on (${usual}).`);
    return atMost(days * 24 * 60, problem);
  }
  if (length === null) {
    problem(`It does not say how long it takes: taken as ${USUAL_MINUTES} minutes.`);
    return USUAL_MINUTES;
  }
  const minutes =
    'minutes' in length ? length.minutes : (instantOf(length.until, usual) - instantOf(start, usual)) / MINUTE;
  if (!(minutes > 0)) {
    problem(`It ends when it begins or before: taken as ${USUAL_MINUTES} minutes.`);
    return USUAL_MINUTES;
  }
  return atMost(Math.ceil(minutes), problem);
}

function atMost(minutes: number, problem: (what: string) => void): number | null {
  if (minutes <= MOST_MINUTES) return minutes;
  problem(`It takes longer than ${MOST_MINUTES / 60 / 24} days: not taken.`);
  return null;
}

function instantOf(time: CalendarTime, usual: string): number {
  if (time.of === 'MOMENT') return Date.parse(time.at);
  if (time.of === 'DAY') return momentOf(startOfDay(time.day), usual);
  return momentOf(time.local, time.of === 'ZONE' ? time.timeZone : usual);
}
