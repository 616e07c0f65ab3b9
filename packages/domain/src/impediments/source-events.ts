import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the source. */
export interface SourceEvents {
  'source.named': EventPayload;
  'source.edited': EventPayload;
  /** Of the source that is kept; the note is the name of the one that went up in it, the changes hold what that had. */
  'source.merged': EventPayload;
}
export type SourceEvent = keyof SourceEvents;

/** "Ana Roth ...", for activity. */
export const SOURCE_EVENT_WORDS: Record<SourceEvent, string> = {
  'source.named': 'named a source',
  'source.edited': 'edited a source',
  'source.merged': 'merged two sources',
};
