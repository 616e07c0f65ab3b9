import { DateTime, IANAZone } from 'luxon';

/** When the organization works. Hours are wall-clock hours in its time zone, the same on every working day. */
export interface WorkingCalendar {
  /** IANA name. */
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  workingDays: number[];
  /** 0 to 23. */
  startHour: number;
  /** 1 to 24, after `startHour`; exclusive. */
  endHour: number;
  /** YYYY-MM-DD. */
  holidays: string[];
}

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_HOUR = 60 * MILLISECONDS_PER_MINUTE;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;

/**
 * The moment at which so many working hours have passed since `from`.
 * Hours are elapsed time inside the working windows: a 24-hour day of a clock change has 23 or 25.
 * Zero hours is `from` itself, also outside working time, so that adding in parts equals adding at once.
 */
export function addWorkingHours(from: Date, hours: number, calendar: WorkingCalendar): Date {
  if (!(hours >= 0)) throw new RangeError('Working hours to add must be zero or more.');
  const milliseconds = Math.round(hours * MILLISECONDS_PER_HOUR);
  return new Date(addWorkingTime(from.getTime(), milliseconds, calendar));
}

/** As `addWorkingHours`, to the millisecond. */
export function addWorkingTime(from: number, milliseconds: number, calendar: WorkingCalendar): number {
  refuseEmpty(calendar);
  let left = milliseconds;
  if (left === 0) return from;
  for (const { start, end } of workingWindows(from, calendar)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  throw new RangeError('Working windows ended, though time does not.');
}

/**
 * Elapsed working time between two moments, in milliseconds; 0 when `to` is not later. The inverse of adding: the time
 * between a moment and that moment plus so much is so much, and never less up to a later moment.
 */
export function workingTimeBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (!Number.isFinite(to)) throw new RangeError('Working time ends at a moment.');
  if (to <= from) return 0;
  let worked = 0;
  for (const { start, end } of workingWindows(from, calendar)) {
    if (start >= to) break;
    worked += Math.min(end, to) - start;
  }
  return worked;
}

/** The same wall-clock time on the n-th working day after the date of `from`; zero is `from` itself. */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  refuseEmpty(calendar);
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError('Working days to add must be a whole number, 0 or more.');
  const isWorkingDay = workingDayTest(calendar);
  const first = localDay(from, calendar);
  let day = first;
  for (let left = days; left > 0;) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return zoned(from, calendar)
    .plus({ days: day - first })
    .toJSDate();
}

/** Working dates after the date of `from`, up to and with the date of `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  const first = localDay(from, calendar) + 1;
  const last = localDay(to, calendar);
  if (last < first) return 0;
  const weekdays = new Set(calendar.workingDays);
  const fullWeeks = Math.floor((last - first + 1) / 7);
  let count = fullWeeks * weekdays.size;
  for (let day = first + fullWeeks * 7; day <= last; day += 1) if (weekdays.has(isoWeekday(day))) count += 1;
  for (const day of holidayNumbers(calendar)) {
    if (day >= first && day <= last && weekdays.has(isoWeekday(day))) count -= 1;
  }
  return count;
}

/** The calendar date of a moment where the organization is, YYYY-MM-DD. */
export function localDate(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The first moment of the next date, in milliseconds. */
export function nextDayAt(at: Date, timeZone: string): number {
  return DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: 1 }).startOf('day').toMillis();
}

/** Milliseconds; `end` is not part of it. */
export interface WorkingWindow {
  start: number;
  end: number;
}

/** The working time from a moment on, without end: each window later than the one before, none of them empty. */
export function* workingWindows(from: number, calendar: WorkingCalendar): Generator<WorkingWindow> {
  refuseEmpty(calendar);
  if (!Number.isFinite(from)) throw new RangeError('Working time begins at a moment.');
  const isWorkingDay = workingDayTest(calendar);
  let now = from;
  // The day before counts too: where a clock goes back over midnight, its window may reach into this date.
  for (let day = localDay(new Date(from), calendar) - 1; ; day += 1) {
    if (!isWorkingDay(day)) continue;
    const start = Math.max(now, wallClock(day, calendar.startHour, calendar));
    const end = wallClock(day, calendar.endHour, calendar);
    if (end <= start) continue;
    yield { start, end };
    now = end;
  }
}

// Days are counted from 1970-01-01 as whole numbers: no time zone can make them uneven.

function workingDayTest(calendar: WorkingCalendar): (day: number) => boolean {
  const weekdays = new Set(calendar.workingDays);
  const holidays = holidayNumbers(calendar);
  return (day) => weekdays.has(isoWeekday(day)) && !holidays.has(day);
}

function holidayNumbers(calendar: WorkingCalendar): Set<number> {
  return new Set(calendar.holidays.map((date) => Date.parse(date) / MILLISECONDS_PER_DAY));
}

function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function localDay(at: Date, calendar: WorkingCalendar): number {
  const { year, month, day } = zoned(at, calendar);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

/**
 * The moment a wall clock shows a full hour of a day: where it goes back and shows it twice, the first time; where it
 * leaves it out, when it does so. luxon's own choice between the two depends on the date of today.
 */
function wallClock(day: number, hour: number, calendar: WorkingCalendar): number {
  const zone = IANAZone.create(calendar.timeZone);
  const shown = day * MILLISECONDS_PER_DAY + hour * MILLISECONDS_PER_HOUR;
  const offset = (at: number): number => zone.offset(at) * MILLISECONDS_PER_MINUTE;
  const before = shown - offset(shown - MILLISECONDS_PER_DAY);
  const after = shown - offset(shown + MILLISECONDS_PER_DAY);
  if (before === after) return before;
  const shows = [Math.min(before, after), Math.max(before, after)].find((at) => at + offset(at) === shown);
  return shows ?? Math.max(before, after);
}

function zoned(at: Date, calendar: WorkingCalendar): DateTime {
  return DateTime.fromJSDate(at, { zone: calendar.timeZone });
}

function refuseEmpty(calendar: WorkingCalendar): void {
  if (calendar.workingDays.length === 0 || calendar.endHour <= calendar.startHour) {
    throw new RangeError('A working calendar needs at least one working day and an end after its start.');
  }
}
