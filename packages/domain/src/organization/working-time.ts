import { type WorkingCalendar, type WorkingWindow, workingWindows } from './working-calendar.js';

const YEAR = 365 * 24 * 3_600_000;
/** Calendars that are remembered. */
const MOST_CALENDARS = 50;

/** The working windows of a span as columns, the earliest first, for whoever measures elsewhere: the database. */
export interface WindowColumns {
  starts: number[];
  ends: number[];
  /** Working time from the beginning of the first window until each begins. */
  workedBefore: number[];
}

const remembered = new Map<string, WorkingTime>();
/** Whoever asks for many things asks with one and the same calendar. */
const known = new WeakMap<WorkingCalendar, WorkingTime>();

/**
 * Measures working time between many moments: the same answers as `workingTimeBetween`, for thousands of spans of years
 * in the time of a few, because the working days of a calendar are looked at once.
 */
export class WorkingTime {
  private windows: Iterator<WorkingWindow>;
  /** Where the windows begin. */
  private base = Number.POSITIVE_INFINITY;
  private readonly known: (WorkingWindow & { workedBefore: number })[] = [];

  private constructor(private readonly calendar: WorkingCalendar) {
    this.windows = workingWindows(0, calendar);
  }

  static of(calendar: WorkingCalendar): WorkingTime {
    const found = known.get(calendar) ?? WorkingTime.alike(calendar);
    known.set(calendar, found);
    return found;
  }

  private static alike(calendar: WorkingCalendar): WorkingTime {
    const key = JSON.stringify(calendar);
    const found = remembered.get(key);
    if (found) return found;
    if (remembered.size >= MOST_CALENDARS) remembered.clear();
    const measured = new WorkingTime(calendar);
    remembered.set(key, measured);
    return measured;
  }

  /** Milliseconds; 0 when `to` is not later. @throws RangeError for what is no moment */
  between(from: number, to: number): number {
    if (!Number.isFinite(from) || !Number.isFinite(to)) throw new RangeError('Working time lies between two moments.');
    if (to <= from) return 0;
    if (from < this.base) this.beginAt(from - YEAR);
    this.lookUpTo(to);
    return this.workedBy(to) - this.workedBy(from);
  }

  /** The moment at which so much, in milliseconds, was worked since; the same answers as `addWorkingTime`. */
  plus(from: number, milliseconds: number): number {
    if (!Number.isFinite(from) || !(milliseconds >= 0)) throw new RangeError('Working time is added to a moment.');
    if (milliseconds === 0) return from;
    if (from < this.base) this.beginAt(from - YEAR);
    this.lookUpTo(from);
    const target = this.workedBy(from) + milliseconds;
    while (this.worked() < target) this.lookUpTo((this.known.at(-1)?.end ?? from) + 1);
    const window = this.known[this.firstWhere(({ start, end, workedBefore }) => workedBefore + end - start >= target)];
    return window === undefined ? from : window.start + target - window.workedBefore;
  }

  /**
   * What `between` is measured by, for any two moments in the span: the working time before a moment is `workedBefore`
   * of the last window that began by then, and what of this window had passed; none before the first one.
   */
  columns(from: number, to: number): WindowColumns {
    if (!Number.isFinite(from) || !Number.isFinite(to)) throw new RangeError('Working time lies between two moments.');
    if (from < this.base) this.beginAt(from - YEAR);
    this.lookUpTo(to);
    const shown = this.known.filter(({ start, end }) => end > from && start < to);
    const first = shown[0]?.workedBefore ?? 0;
    return {
      starts: shown.map(({ start }) => start),
      ends: shown.map(({ end }) => end),
      workedBefore: shown.map(({ workedBefore }) => workedBefore - first),
    };
  }

  private beginAt(base: number): void {
    this.base = base;
    this.windows = workingWindows(base, this.calendar);
    this.known.length = 0;
  }

  private lookUpTo(moment: number): void {
    for (let last = this.known.at(-1); last === undefined || last.end < moment; last = this.known.at(-1)) {
      const next = this.windows.next();
      if (next.done) return;
      const workedBefore = last === undefined ? 0 : last.workedBefore + last.end - last.start;
      this.known.push({ ...next.value, workedBefore });
    }
  }

  /** In all windows that were looked at. */
  private worked(): number {
    const last = this.known.at(-1);
    return last === undefined ? 0 : last.workedBefore + last.end - last.start;
  }

  /** Since the base, by the last window that began before the moment. */
  private workedBy(moment: number): number {
    const window = this.known[this.firstWhere(({ start }) => start >= moment) - 1];
    return window === undefined ? 0 : window.workedBefore + Math.min(moment, window.end) - window.start;
  }

  /** Of the windows in order, the first that is so, as all after it are; their number where none is. */
  private firstWhere(isSo: (window: WorkingWindow & { workedBefore: number }) => boolean): number {
    let [low, high] = [0, this.known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const window = this.known[middle];
      if (window && !isSo(window)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
