/** One field before and after, in words for people: names and titles, never ids. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** What every event's payload has in common; `note` is the reason or text that somebody gave. */
export interface EventPayload {
  changes: FieldChange[];
  note?: string;
}
