import type { EventPayload } from '../event-payload.js';

/** Ids of people, as in the database. */
export interface DecisionPayload extends EventPayload {
  /** Whose consent or advice is asked for since this event. */
  asked?: string[];
  /** Who is to hear of it, because the delegation says so. */
  told?: string[];
}

/** Event name -> payload; the subject is the decision. */
export interface DecisionEvents {
  'decision.proposed': DecisionPayload;
  'decision.edited': DecisionPayload;
  /** A change `answer` from whom it was asked of; the note is the words. */
  'decision.answered': DecisionPayload;
  'decision.accepted': DecisionPayload;
  /** The note is the reason. */
  'decision.rejected': DecisionPayload;
  /** The note is the reason, where one was given. */
  'decision.withdrawn': DecisionPayload;
  /** The note is the reason. */
  'decision.vetoed': DecisionPayload;
  /** A change `supersededBy` to the key of the one that replaced it. */
  'decision.superseded': DecisionPayload;
  /** What had replaced it was vetoed, or reverted while it could be: it is in force again. A change `supersededBy` from the key of that one. */
  'decision.reinstated': DecisionPayload;
  /** The note is the reason. */
  'decision.reverted': DecisionPayload;
  /** The note is what was added. */
  'decision.amended': DecisionPayload;
  'decision.revisit-set': DecisionPayload;
  /** Nobody did it: a consent or advice that is asked for is due. The note says of whom. */
  'decision.answer-overdue': DecisionPayload;
  /** Nobody did it: it can be vetoed no more, and stands. */
  'decision.veto-ended': DecisionPayload;
  /** Nobody did it: its day to look at it again has come. */
  'decision.revisit-due': DecisionPayload;
  'decision.linked': DecisionPayload;
  'decision.unlinked': DecisionPayload;
}
export type DecisionEvent = keyof DecisionEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const DECISION_EVENT_WORDS: Record<DecisionEvent, string> = {
  'decision.proposed': 'proposed it',
  'decision.edited': 'edited it',
  'decision.answered': 'answered what was asked',
  'decision.accepted': 'accepted it',
  'decision.rejected': 'rejected it',
  'decision.withdrawn': 'withdrew it',
  'decision.vetoed': 'vetoed it',
  'decision.superseded': 'superseded it',
  'decision.reinstated': 'put it back in force, by taking back what had replaced it',
  'decision.reverted': 'reverted it',
  'decision.amended': 'added an amendment',
  'decision.revisit-set': 'changed when to look at it again',
  'decision.answer-overdue': 'reminded of an answer that is due',
  'decision.veto-ended': 'closed the time for a veto',
  'decision.revisit-due': 'reminded to look at it again',
  'decision.linked': 'linked it',
  'decision.unlinked': 'took a link away',
};
