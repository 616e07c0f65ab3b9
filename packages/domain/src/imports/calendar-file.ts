import type { LocalDateTime } from '../cadences/wall-clock.js';

/** A time as a calendar gives it. */
export type CalendarTime =
  | { of: 'ZONE'; local: LocalDateTime; timeZone: string }
  /** ISO text. */
  | { of: 'MOMENT'; at: string }
  /** On whatever clock is looked at. */
  | { of: 'ANYWHERE'; local: LocalDateTime }
  /** YYYY-MM-DD: the whole day. */
  | { of: 'DAY'; day: string };

/** How long: until when, or how many minutes; null: it does not say. */
export type CalendarLength = { until: CalendarTime } | { minutes: number } | null;

/** A meeting as a calendar of any format gives it; `where` is `file:line`. */
export interface CalendarMeeting {
  /** Its identity for whoever wrote the calendar. */
  uid: string;
  where: string;
  /** Whose place it is decided by: the calendar that it stands in. */
  calendar: string;
  name: string;
  place: string;
  agenda: string;
  start: CalendarTime;
  length: CalendarLength;
  /** RFC 5545, without `RRULE:`. */
  rules: string[];
  /** Dates beside the rules. */
  extra: CalendarTime[];
  exceptions: { at: CalendarTime; where: string }[];
  isCancelled: boolean;
  dates: CalendarDate[];
}

/** One date of a meeting that differs. */
export interface CalendarDate {
  where: string;
  original: CalendarTime;
  name: string;
  place: string;
  agenda: string;
  start: CalendarTime;
  length: CalendarLength;
  isCancelled: boolean;
}

export interface CalendarFile {
  meetings: CalendarMeeting[];
  calendars: CalendarTitle[];
}

/** A calendar of the import: its file, what it calls itself, how many meetings stand in it. */
export interface CalendarTitle {
  path: string;
  name: string;
  count: number;
}

/** A series, or a single meeting, that can be one here. */
export interface MeetingFact {
  key: string;
  where: string;
  calendar: string;
  name: string;
  place: string;
  agenda: string;
  rule: string | null;
  startsAt: LocalDateTime;
  timeZone: string;
  minutes: number;
  /** By their original start. */
  dates: MeetingDate[];
  /** The whole of it was called off. */
  isCancelled: boolean;
}

/** What differs on one date; null: as the series. */
export interface MeetingDate {
  originalStart: LocalDateTime;
  state: 'PLANNED' | 'CANCELLED' | 'SKIPPED';
  movedTo: LocalDateTime | null;
  minutes: number | null;
  name: string | null;
  place: string | null;
  agenda: string | null;
}
