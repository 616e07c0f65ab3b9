import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the decision area. */
export interface DecisionAreaEvents {
  'decision-area.created': EventPayload;
  'decision-area.edited': EventPayload;
}

/** The subject is the scope whose board it is. The changes say each cell before and after, in words. */
export interface DelegationBoardEvents {
  'delegation-board.saved': EventPayload;
}
export type DelegationEvent = keyof DecisionAreaEvents | keyof DelegationBoardEvents;

/** "Ana Roth ...", for activity. */
export const DELEGATION_EVENT_WORDS: Record<DelegationEvent, string> = {
  'decision-area.created': 'named something to decide about',
  'decision-area.edited': 'edited a decision area',
  'delegation-board.saved': 'saved a delegation board',
};
