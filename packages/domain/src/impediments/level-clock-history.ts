import type { WorkingCalendar } from '../organization/working-calendar.js';
import { Refusal } from '../refusal.js';
import type { ClockTerms } from './impediment-ladder.js';
import { type LevelClock, countedUpTo, endClock, pauseClock, resumeClock, startClock } from './level-clock.js';

/** What happened to an impediment, as far as its clocks hear of it. Moments in milliseconds. */
export type ClockEvent = { at: number } & (
  | { what: 'CAME_TO_LEVEL'; level: number; terms: ClockTerms }
  | { what: 'PAUSED'; reason: string }
  | { what: 'RESUMED' }
  /** Resolved, declined, found to be a duplicate. */
  | { what: 'ENDED' }
  /** The organization's working time or holidays changed; `calendar` is as it is from here on. */
  | { what: 'CALENDAR_CHANGED'; calendar: WorkingCalendar }
);

/** The clocks of all stays at levels, the oldest first, and the calendar by which the last one goes on. */
export interface ClockHistory {
  clocks: readonly LevelClock[];
  calendar: WorkingCalendar;
}

/**
 * The clocks that a history makes: at most the last one has not ended. Events are in the order of the log; one that
 * says a moment before the event that it follows counts as of that moment. What the rules would have refused (pausing
 * twice, pausing what has ended) changes nothing.
 * @param calendar as it was when the impediment was raised
 */
export function clocksOf(events: readonly ClockEvent[], calendar: WorkingCalendar): ClockHistory {
  let history: ClockHistory = { clocks: [], calendar };
  let now = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    now = Math.max(now, event.at);
    history = after(history, { ...event, at: now });
  }
  return history;
}

function after({ clocks, calendar }: ClockHistory, event: ClockEvent): ClockHistory {
  const { at } = event;
  const former = clocks.slice(0, -1);
  const last = clocks.at(-1);
  const goesOn = last?.endedAt === null;
  switch (event.what) {
    case 'CAME_TO_LEVEL': {
      const ended = last ? [...former, endClock(last, at, calendar)] : [];
      return { clocks: [...ended, startClock(event.level, event.terms, at)], calendar };
    }
    case 'PAUSED':
      return goesOn ? keeping(pauseClock(last, event.reason, at, calendar)) : { clocks, calendar };
    case 'RESUMED':
      return goesOn ? keeping(resumeClock(last, at, calendar)) : { clocks, calendar };
    case 'ENDED':
      return last ? keeping(endClock(last, at, calendar)) : { clocks, calendar };
    case 'CALENDAR_CHANGED':
      return { clocks: last ? [...former, countedUpTo(last, at, calendar)] : [], calendar: event.calendar };
  }

  function keeping(next: LevelClock | Refusal): ClockHistory {
    return next instanceof Refusal ? { clocks, calendar } : { clocks: [...former, next], calendar };
  }
}
