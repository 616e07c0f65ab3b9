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
  /** Ids of people (as in the database) whom the text mentions since this event, each once; those of before are not repeated. */
  mentions?: string[];
  /** Of events about a comment: which one. When it is gone, its words are not shown any more. */
  commentId?: string;
  /** Of events about an affected team: its id as in the database, for names change. */
  teamId?: string;
}
