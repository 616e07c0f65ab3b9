import type { EventPayload } from '../event-payload.js';

/**
 * Event name -> payload. Only what others see is told: the log is everybody's audit trail, and a personal view is
 * nobody else's business.
 */
export interface SavedViewEvents {
  'view.shared': EventPayload;
  'view.edited': EventPayload;
  'view.unshared': EventPayload;
  'view.deleted': EventPayload;
}
export type SavedViewEvent = keyof SavedViewEvents;

/** "Ana Roth ...", for activity. */
export const SAVED_VIEW_EVENT_WORDS: Record<SavedViewEvent, string> = {
  'view.shared': 'shared a view',
  'view.edited': 'edited a shared view',
  'view.unshared': 'took back a shared view',
  'view.deleted': 'deleted a shared view',
};
