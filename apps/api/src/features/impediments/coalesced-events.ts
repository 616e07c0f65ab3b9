import type { StoredEvent } from '../../platform/events/event-reader.js';

/** The latest event of one impediment in a batch, with the fields of all of its events there. */
export interface CoalescedEvent {
  event: StoredEvent;
  changedFields: string[];
}

/** What an event changes beside the fields that its payload names. */
const MORE_FIELDS: Record<string, readonly string[]> = {
  'impediment.raised': ['id'],
  'impediment.commented': ['commentCount', 'comments'],
  'impediment.comment-edited': ['comments'],
  'impediment.comment-removed': ['commentCount', 'comments'],
  'impediment.linked': ['links'],
  'impediment.unlinked': ['links'],
  'impediment.marked-duplicate': ['duplicateOf'],
};

/** One per impediment, in the order of the latest events: whoever resumes from any of their cursors misses nothing. */
export function coalesced(events: readonly StoredEvent[]): CoalescedEvent[] {
  const latest = new Map<string, CoalescedEvent>();
  for (const event of events) {
    if (event.subjectType !== 'Impediment') continue;
    const before = latest.get(event.subjectId)?.changedFields ?? [];
    const fields = [
      ...before,
      ...(MORE_FIELDS[event.name] ?? []),
      ...(event.payload.changes ?? []).map((c) => c.field),
    ];
    latest.delete(event.subjectId);
    latest.set(event.subjectId, { event, changedFields: [...new Set(fields)] });
  }
  return [...latest.values()];
}
