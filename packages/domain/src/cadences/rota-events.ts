import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the rota. */
export interface RotaEvents {
  'rota.created': EventPayload;
  'rota.edited': EventPayload;
  'rota.ended': EventPayload;
  /** Whose turn it was passed it on; a change `turn` from them. */
  'rota.turn-skipped': EventPayload;
  /** A change `turn` for each of the two. */
  'rota.turns-swapped': EventPayload;
  /** What was arranged for a turn is taken back. */
  'rota.turn-restored': EventPayload;
}
export type RotaEvent = keyof RotaEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const ROTA_EVENT_WORDS: Record<RotaEvent, string> = {
  'rota.created': 'started a rota',
  'rota.edited': 'changed a rota',
  'rota.ended': 'ended a rota',
  'rota.turn-skipped': 'passed a turn on',
  'rota.turns-swapped': 'swapped two turns',
  'rota.turn-restored': 'took back what was arranged for a turn',
};
