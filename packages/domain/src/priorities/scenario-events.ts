import type { EventPayload } from '../event-payload.js';

/** Ids of people, as in the database. */
export interface ScenarioPayload extends EventPayload {
  /** While it is private only its owner hears of it. */
  ownerId: string;
  isPrivate: boolean;
}

/** Event name -> payload; the subject is the scenario. */
export interface ScenarioEvents {
  'scenario.created': ScenarioPayload;
  'scenario.renamed': ScenarioPayload;
  'scenario.moved': ScenarioPayload;
  'scenario.move-undone': ScenarioPayload;
  'scenario.shared': ScenarioPayload;
  'scenario.unshared': ScenarioPayload;
  /** The note is the comment. */
  'scenario.commented': ScenarioPayload;
  'scenario.caught-up': ScenarioPayload;
  /** A change `decision` to its key. */
  'scenario.published': ScenarioPayload;
  'scenario.discarded': ScenarioPayload;
}
export type ScenarioEvent = keyof ScenarioEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const SCENARIO_EVENT_WORDS: Record<ScenarioEvent, string> = {
  'scenario.created': 'began it',
  'scenario.renamed': 'renamed it',
  'scenario.moved': 'moved something in it',
  'scenario.move-undone': 'took a move back',
  'scenario.shared': 'shared it',
  'scenario.unshared': 'made it private',
  'scenario.commented': 'commented on it',
  'scenario.caught-up': 'took over the order as it is now',
  'scenario.published': 'published it',
  'scenario.discarded': 'discarded it',
};
