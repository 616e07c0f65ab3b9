import { wakesAt } from '@chapterhouse/domain/impediments/automatic-escalation';
import type { ClockTerms } from '@chapterhouse/domain/impediments/impediment-ladder';
import { type LevelClock, runsOutAt, startClock } from '@chapterhouse/domain/impediments/level-clock';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';

/** A stay of an impediment at a level: its clock, and what is remembered beside it. */
export interface Stay {
  /** 1, 2, 3, ... in the order of the stays of one impediment. */
  number: number;
  clock: LevelClock;
  /** Since when it stands still, in milliseconds; null while it runs. */
  pausedAt: number | null;
  /** The number of the last reminder; 0: none. */
  told: number;
}

/** Moments are ISO text. */
export interface ClockRow {
  impediment_id: string;
  number: number;
  level: number;
  clock_working_hours: number;
  escalates_by_itself: boolean;
  remind_before_hours: number | null;
  began_at: string;
  worked_ms: number;
  counted_to: string;
  paused_at: string | null;
  paused_because: string | null;
  runs_out_at: string | null;
  ended_at: string | null;
  told: number;
}

export const CLOCK_COLUMNS = `c.impediment_id, c.number, c.level, c.clock_working_hours, c.escalates_by_itself,
  c.remind_before_hours, c.began_at, c.worked_ms, c.counted_to, c.paused_at, c.paused_because, c.runs_out_at, c.ended_at, c.told`;

/** An impediment comes to a level: after the stay before, if there is one. */
export function stayFrom(at: number, level: number, terms: ClockTerms, former?: Stay): Stay {
  return { number: (former?.number ?? 0) + 1, clock: startClock(level, terms, at), pausedAt: null, told: 0 };
}

export function stayOf(row: ClockRow): Stay {
  const countedTo = Date.parse(row.counted_to);
  const runsOut = millisecondsOf(row.runs_out_at);
  return {
    number: row.number,
    clock: {
      level: row.level,
      terms: {
        clockWorkingHours: row.clock_working_hours,
        escalatesByItself: row.escalates_by_itself,
        remindBeforeHours: row.remind_before_hours,
      },
      beganAt: Date.parse(row.began_at),
      worked: row.worked_ms,
      countedTo,
      pausedBecause: row.paused_because,
      // Until it was counted beyond that moment, it is only to be expected.
      ranOutAt: runsOut !== null && runsOut <= countedTo ? runsOut : null,
      endedAt: millisecondsOf(row.ended_at),
    },
    pausedAt: millisecondsOf(row.paused_at),
    told: row.told,
  };
}

/** As it is stored. @param calendar as it is from now on */
export function clockRowOf(impedimentId: string, stay: Stay, calendar: WorkingCalendar): object {
  const { number, clock, pausedAt, told } = stay;
  return {
    impediment_id: impedimentId,
    number,
    level: clock.level,
    clock_working_hours: clock.terms.clockWorkingHours,
    escalates_by_itself: clock.terms.escalatesByItself,
    remind_before_hours: clock.terms.remindBeforeHours,
    began_at: isoOf(clock.beganAt),
    worked_ms: clock.worked,
    counted_to: isoOf(clock.countedTo),
    paused_at: isoOf(pausedAt),
    paused_because: clock.pausedBecause,
    runs_out_at: isoOf(runsOutAt(clock, calendar)),
    ended_at: isoOf(clock.endedAt),
    told,
    wakes_at: isoOf(wakesAt(clock, told, calendar)),
  };
}

/** When an impediment at this stay is overdue, as its own row says it: null once it has left, and while it stands still. */
export function clockEndsAt({ clock }: Stay, calendar: WorkingCalendar): string | null {
  return clock.endedAt === null ? isoOf(runsOutAt(clock, calendar)) : null;
}

export function isoOf(moment: number): string;
export function isoOf(moment: number | null): string | null;
export function isoOf(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}

function millisecondsOf(moment: string | null): number | null {
  return moment === null ? null : Date.parse(moment);
}
