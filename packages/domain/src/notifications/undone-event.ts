import type { EventPayload, FieldChange } from '../event-payload.js';

/** What can be undone for a few seconds, and was perhaps told meanwhile. */
export const UNDOABLE_EVENTS: readonly string[] = [
  'impediment.triaged',
  'impediment.assigned',
  'impediment.started',
  'impediment.resolved',
  'impediment.closed',
  'impediment.declined',
  'impediment.marked-duplicate',
  'impediment.reopened',
  'impediment.level-set',
];

/**
 * Which of somebody's own changes of an impediment, the latest first, their undoing takes back: the one that says the
 * same the other way round, for an earlier one may be undone after a later one. Undefined for what nobody was told of.
 */
export function undoneEvent<E extends { payload: Partial<EventPayload> }>(
  undoing: Partial<EventPayload>,
  latestFirst: readonly E[],
): E | undefined {
  const reversed = textOf((undoing.changes ?? []).map(({ field, from, to }) => ({ field, from: to, to: from })));
  return latestFirst.find(({ payload }) => textOf(payload.changes ?? []) === reversed);
}

function textOf(changes: readonly FieldChange[]): string {
  return JSON.stringify(changes.map(({ field, from, to }) => [field, from, to]).sort());
}
