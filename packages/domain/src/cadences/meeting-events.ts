import type { OccurrencePayload } from './cadence-events.js';

export const OUTCOME_KINDS = ['DECISION', 'IMPEDIMENT', 'ACTION', 'NOTE'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const INVITATION_ANSWERS = ['COMING', 'NOT_COMING'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** Characters. */
export const OUTCOME_TEXT_LIMIT = 5_000;
export const OUTCOMES_PER_OCCURRENCE = 100;

/** `told`: ids of people, as in the database. */
export type MeetingPayload = OccurrencePayload;

/** Event name -> payload; the subject is the occurrence's own row, whose version these leave alone. */
export interface MeetingEvents {
  'occurrence.answered': MeetingPayload;
  'occurrence.attendance-recorded': MeetingPayload;
  'occurrence.outcome-added': MeetingPayload;
  'occurrence.outcome-removed': MeetingPayload;
  /** Nobody did it: whose turn it is facilitates within a day. */
  'occurrence.facilitation-near': MeetingPayload;
}
export type MeetingEvent = keyof MeetingEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const MEETING_EVENT_WORDS: Record<MeetingEvent, string> = {
  'occurrence.answered': 'said whether they come',
  'occurrence.attendance-recorded': 'recorded who came',
  'occurrence.outcome-added': 'added what came of it',
  'occurrence.outcome-removed': 'took away what came of it',
  'occurrence.facilitation-near': 'reminded of a turn to facilitate',
};
