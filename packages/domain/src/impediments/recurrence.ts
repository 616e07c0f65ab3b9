import { lastTwoQuarters } from '../organization/quarters.js';
import type { ImpedimentCategory } from './impediment-fields.js';
import type { ImpedimentState } from './impediment-state.js';

/** From the third time on, what comes back is a bottleneck. */
export const RECURRING_TIMES = 3;

/** An impediment as its recurrence sees it. */
export interface RecurrenceFacts {
  id: string;
  /** Of a merged source: of the one that it went up in. */
  sourceId: string | null;
  category: ImpedimentCategory;
  state: ImpedimentState;
  /** Milliseconds. */
  raisedAt: number;
}

/** The same source and category, time and again. */
export interface Recurrence {
  sourceId: string;
  category: ImpedimentCategory;
  /** Those that were raised in the two quarters, the earliest first. */
  impedimentIds: string[];
}

/**
 * What recurs at a moment: the same source and category, raised three times or more in the last two quarters, those most
 * often first. The quarters are those of the calendar where the organization is: the present one until now, and the
 * whole one before. A duplicate is the same impediment once more, so it does not count; one that was declined came up.
 */
export function recurrences(impediments: readonly RecurrenceFacts[], now: number, timeZone: string): Recurrence[] {
  const groups = new Map<string, Recurrence & { lastAt: number }>();
  for (const { id, sourceId, category, raisedAt } of cameUp(impediments, now, timeZone)) {
    if (sourceId === null) continue;
    const key = `${sourceId} ${category}`;
    const group = groups.get(key) ?? { sourceId, category, impedimentIds: [], lastAt: raisedAt };
    group.impedimentIds.push(id);
    group.lastAt = raisedAt;
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ impedimentIds }) => impedimentIds.length >= RECURRING_TIMES)
    .sort((one, other) => other.impedimentIds.length - one.impedimentIds.length || other.lastAt - one.lastAt)
    .map(({ sourceId, category, impedimentIds }) => ({ sourceId, category, impedimentIds }));
}

/**
 * What came up before of the same source and category in the last two quarters, the earliest first: raised before the
 * given one, or, for one that is only about to be raised, before now. None without a source.
 */
export function earlierOfSameKind<F extends RecurrenceFacts>(
  impediments: readonly F[],
  given: { id: string | null; sourceId: string | null; category: ImpedimentCategory; raisedAt: number | null },
  now: number,
  timeZone: string,
): F[] {
  const { id, sourceId, category, raisedAt } = given;
  if (sourceId === null) return [];
  return cameUp(impediments, now, timeZone).filter(
    (other) =>
      other.id !== id &&
      other.sourceId === sourceId &&
      other.category === category &&
      (raisedAt === null || other.raisedAt < raisedAt),
  );
}

/** Whether an impediment that these came before is the third time of its kind, or a later one. */
export function isRecurring(earlier: readonly unknown[]): boolean {
  return earlier.length + 1 >= RECURRING_TIMES;
}

function cameUp<F extends RecurrenceFacts>(impediments: readonly F[], now: number, timeZone: string): F[] {
  const [{ from }] = lastTwoQuarters(now, timeZone);
  return impediments
    .filter(({ state, raisedAt }) => state !== 'DUPLICATE' && from <= raisedAt && raisedAt <= now)
    .toSorted((one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1));
}
