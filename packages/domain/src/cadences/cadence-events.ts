import type { EventPayload } from '../event-payload.js';

/** Of what happened to a series; the subject is the cadence. Ids are as in the database. */
export interface CadencePayload extends EventPayload {
  /** Of other times, or an end: whom the next date concerns, before or since. */
  told?: string[];
  /** That date, of the series that goes on; its last one, where none is to come. */
  cadenceId?: string;
  originalStart?: string;
}

/** Of what happened to one date; the subject is the occurrence's own row. */
export interface OccurrencePayload extends EventPayload {
  /** As in the database. */
  cadenceId: string;
  originalStart: string;
  /** The wall-clock start that people had in their calendars before this. */
  before?: string;
  /** YYYY-MM-DDTHH:MM in the zone of the series, since this event. */
  to?: string;
  /** Ids of people, as in the database: who was to facilitate it before this. */
  told?: string[];
}

/** Event name -> payload. */
export interface CadenceEvents {
  'cadence.created': CadencePayload;
  'cadence.edited': CadencePayload;
  /** A change of this one and all after it: the series ends here, another one goes on. */
  'cadence.split': CadencePayload;
  'cadence.ended': CadencePayload;
}
export interface OccurrenceEvents {
  /** Other words, another place, length or facilitator, of this date only. */
  'occurrence.edited': OccurrencePayload;
  /** The note is the reason, where one was given. */
  'occurrence.moved': OccurrencePayload;
  /** The note is the reason. */
  'occurrence.cancelled': OccurrencePayload;
  'occurrence.skipped': OccurrencePayload;
  'occurrence.restored': OccurrencePayload;
  'occurrence.notes-written': OccurrencePayload;
}
export type CadenceEvent = keyof CadenceEvents;
export type OccurrenceEvent = keyof OccurrenceEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const CADENCE_EVENT_WORDS: Record<CadenceEvent | OccurrenceEvent, string> = {
  'cadence.created': 'planned it',
  'cadence.edited': 'changed it',
  'cadence.split': 'changed it from a date on',
  'cadence.ended': 'ended it',
  'occurrence.edited': 'changed this date',
  'occurrence.moved': 'moved it',
  'occurrence.cancelled': 'cancelled it',
  'occurrence.skipped': 'skipped it',
  'occurrence.restored': 'put it back as planned',
  'occurrence.notes-written': 'wrote notes',
};
