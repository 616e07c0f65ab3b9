import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the sprint. */
export interface SprintEvents {
  'sprint.recorded': EventPayload;
  'sprint.edited': EventPayload;
  'sprint.finished': EventPayload;
  'sprint.removed': EventPayload;
}
export type SprintEvent = keyof SprintEvents;

/** "Ana Roth ...", for activity. */
export const SPRINT_EVENT_WORDS: Record<SprintEvent, string> = {
  'sprint.recorded': 'recorded a sprint',
  'sprint.edited': 'edited a sprint',
  'sprint.finished': 'finished a sprint',
  'sprint.removed': 'removed a sprint',
};
