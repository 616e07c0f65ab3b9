import type { OccurrenceState } from './cadence-kinds.js';
import { type Recurrence, isStart, startsBetween } from './recurrence.js';
import { type LocalDateTime, localOf, momentOf } from './wall-clock.js';

/** What the dates of a series are made of. */
export interface Series extends Recurrence {
  /** IANA name. */
  timeZone: string;
  minutes: number;
  name: string;
  place: string;
  agenda: string;
}

/** What differs on one date; null: as the series. */
export interface OwnOfOccurrence {
  originalStart: LocalDateTime;
  /** SKIPPED: taken out, as if the rule did not give it. */
  state: OccurrenceState | 'SKIPPED';
  movedTo: LocalDateTime | null;
  minutes: number | null;
  name: string | null;
  place: string | null;
  agenda: string | null;
}

/** One date of a series, as it is to take place. */
export interface PlannedOccurrence {
  originalStart: LocalDateTime;
  localStart: LocalDateTime;
  /** Milliseconds. */
  startsAt: number;
  endsAt: number;
  minutes: number;
  name: string;
  place: string;
  agenda: string;
  state: OccurrenceState;
  moved: boolean;
}

/**
 * The date as its series and what is its own say; null for one that was taken out. Its length is of time that passes: two
 * hours stay two hours where clocks are set in between.
 */
export function plannedOccurrence(
  series: Series,
  originalStart: LocalDateTime,
  own: OwnOfOccurrence | undefined,
): PlannedOccurrence | null {
  if (own?.state === 'SKIPPED') return null;
  const startsAt = momentOf(own?.movedTo ?? originalStart, series.timeZone);
  const minutes = own?.minutes ?? series.minutes;
  return {
    originalStart,
    localStart: localOf(startsAt, series.timeZone),
    startsAt,
    endsAt: startsAt + minutes * 60_000,
    minutes,
    name: own?.name ?? series.name,
    place: own?.place ?? series.place,
    agenda: own?.agenda ?? series.agenda,
    state: own?.state ?? 'PLANNED',
    moved: own?.movedTo !== null && own?.movedTo !== undefined && own.movedTo !== originalStart,
  };
}

/**
 * The dates that begin in a time as they are to take place, by start: moved ones where they are moved to.
 * @param own what differs on dates of the series, whenever they are
 */
export function occurrencesBetween(
  series: Series,
  own: readonly OwnOfOccurrence[],
  from: LocalDateTime,
  before: LocalDateTime,
): PlannedOccurrence[] {
  const byStart = new Map(own.map((one) => [one.originalStart, one]));
  const movedIn = own.filter(
    ({ movedTo, originalStart }) => movedTo !== null && isIn(movedTo, from, before) && isStart(series, originalStart),
  );
  const starts = new Set([
    ...startsBetween(series, from, before).filter((start) => isIn(byStart.get(start)?.movedTo ?? start, from, before)),
    ...movedIn.map(({ originalStart }) => originalStart),
  ]);
  return [...starts]
    .map((start) => plannedOccurrence(series, start, byStart.get(start)))
    .filter((planned) => planned !== null)
    .sort((a, b) => a.startsAt - b.startsAt || (a.originalStart < b.originalStart ? -1 : 1));
}

const isIn = (at: LocalDateTime, from: LocalDateTime, before: LocalDateTime): boolean => at >= from && at < before;
