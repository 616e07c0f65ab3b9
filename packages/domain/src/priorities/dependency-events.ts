import type { EventPayload } from '../event-payload.js';

/** Ids of people, as in the database. */
export interface DependencyPayload extends EventPayload {
  /** Whose turn it is since this event. */
  asked?: string[];
  /** Who hears that the other side answered. */
  told?: string[];
}

/** Event name -> payload; the subject is the dependency. */
export interface DependencyEvents {
  /** The note is what is needed. */
  'dependency.requested': DependencyPayload;
  'dependency.edited': DependencyPayload;
  'dependency.committed': DependencyPayload;
  'dependency.countered': DependencyPayload;
  'dependency.counter-accepted': DependencyPayload;
  /** The note is the reason. */
  'dependency.declined': DependencyPayload;
  'dependency.asked-again': DependencyPayload;
  'dependency.delivered': DependencyPayload;
  'dependency.withdrawn': DependencyPayload;
  /** A change `impediment` to its key. */
  'dependency.impediment-raised': DependencyPayload;
  /** Of an item at one of its ends; told to the other one. */
  'dependency.item-dropped': DependencyPayload;
  /** Of what needed it, while it was open still. */
  'dependency.consumer-done': DependencyPayload;
  /** The item that was dropped, or done, goes on: whoever's turn it is has it again, and who heard of the end hears of this. */
  'dependency.item-reopened': DependencyPayload;
  /** Nobody did it: the time to answer is over. */
  'dependency.answer-due': DependencyPayload;
}
export type DependencyEvent = keyof DependencyEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const DEPENDENCY_EVENT_WORDS: Record<DependencyEvent, string> = {
  'dependency.requested': 'asked for it',
  'dependency.edited': 'changed what is needed',
  'dependency.committed': 'committed to it',
  'dependency.countered': 'proposed another day',
  'dependency.counter-accepted': 'took the proposed day',
  'dependency.declined': 'declined it',
  'dependency.asked-again': 'asked again',
  'dependency.delivered': 'delivered it',
  'dependency.withdrawn': 'withdrew it',
  'dependency.impediment-raised': 'raised an impediment of it',
  'dependency.item-dropped': 'dropped an item of it',
  'dependency.consumer-done': 'finished what needed it',
  'dependency.item-reopened': 'opened an item of it again',
  'dependency.answer-due': 'reminded of an answer that is due',
};
