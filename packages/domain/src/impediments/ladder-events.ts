import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the organization, for the ladder has no row of its own. */
export interface LadderEvents {
  'ladder.edited': EventPayload;
}
export type LadderEvent = keyof LadderEvents;

/** "Ana Roth ...", for activity. */
export const LADDER_EVENT_WORDS: Record<LadderEvent, string> = {
  'ladder.edited': 'edited the escalation ladder',
};
