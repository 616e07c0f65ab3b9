import { DateTime } from 'luxon';
import { type WorkingCalendar, workingDaysBetween } from './working-calendar.js';

const MINUTE = 60_000;
/** Clocks differ from UTC by whole quarters of an hour: within one, a place has one date. */
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Calendars that are remembered, and moments of each. */
const MOST_CALENDARS = 50;
const MOST_MOMENTS = 50_000;

const remembered = new Map<string, WorkingDays>();

/**
 * Counts working days between many moments: the same answers as `workingDaysBetween`, for thousands of moments in the
 * time of a few, because most of them lie on the same days.
 */
export class WorkingDays {
  private readonly days = new Map<number, number>();
  private readonly counts = new Map<number, number>();

  private constructor(private readonly calendar: WorkingCalendar) {}

  static of(calendar: WorkingCalendar): WorkingDays {
    const key = JSON.stringify(calendar);
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size >= MOST_CALENDARS) remembered.clear();
    const counted = new WorkingDays(calendar);
    remembered.set(key, counted);
    return counted;
  }

  /** Working dates after the date of `from`, up to and with the date of `to`; 0 when `to` is not later. Milliseconds. */
  between(from: number, to: number): number {
    const first = this.dayOf(from);
    const last = this.dayOf(to);
    return last <= first ? 0 : this.since(last) - this.since(first);
  }

  /** As `between`, by month, `YYYY-MM`: only those months that have any, oldest first. */
  byMonth(from: number, to: number): Map<string, number> {
    const months = new Map<string, number>();
    const last = this.dayOf(to);
    for (let day = this.dayOf(from); day < last;) {
      // The first day that counts is the next one; it says which month this is.
      const at = new Date((day + 1) * DAY);
      const end = Math.min(last, Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0) / DAY);
      const count = this.since(end) - this.since(day);
      if (count > 0) months.set(at.toISOString().slice(0, 7), count);
      day = end;
    }
    return months;
  }

  /** Days since 1970 where the organization is. */
  private dayOf(at: number): number {
    const quarter = Math.floor(at / QUARTER);
    const known = this.days.get(quarter);
    if (known !== undefined) return known;
    if (this.days.size >= MOST_MOMENTS) this.days.clear();
    const { year, month, day } = DateTime.fromMillis(quarter * QUARTER, { zone: this.calendar.timeZone });
    const found = Date.UTC(year, month - 1, day) / DAY;
    this.days.set(quarter, found);
    return found;
  }

  /** Working days from an arbitrary day long ago up to and with this one. */
  private since(day: number): number {
    const known = this.counts.get(day);
    if (known !== undefined) return known;
    const calendar = { ...this.calendar, timeZone: 'UTC' };
    const found = workingDaysBetween(new Date(-3_650 * DAY), new Date(day * DAY), calendar);
    this.counts.set(day, found);
    return found;
  }
}
