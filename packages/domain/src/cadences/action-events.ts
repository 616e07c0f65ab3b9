import type { EventPayload } from '../event-payload.js';

/** Ids of people, as in the database. */
export interface ActionPayload extends EventPayload {
  /** Whose it is since this event. */
  asked?: string[];
  /** Who is to hear of it. */
  told?: string[];
}

/** Event name -> payload; the subject is the action. */
export interface ActionEvents {
  'action.added': ActionPayload;
  'action.edited': ActionPayload;
  /** The note is what came of it, where somebody said so. */
  'action.completed': ActionPayload;
  /** The note is the reason. */
  'action.dropped': ActionPayload;
  'action.reopened': ActionPayload;
  /** Nobody did it: its day has come. */
  'action.due': ActionPayload;
  /** Nobody did it: its day is over. */
  'action.overdue': ActionPayload;
}
export type ActionEvent = keyof ActionEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const ACTION_EVENT_WORDS: Record<ActionEvent, string> = {
  'action.added': 'wrote down an action',
  'action.edited': 'changed an action',
  'action.completed': 'did what was promised',
  'action.dropped': 'dropped an action',
  'action.reopened': 'took up an action again',
  'action.due': 'reminded of an action that is due',
  'action.overdue': 'reminded of an action that is overdue',
};
