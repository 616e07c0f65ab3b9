import type { EventPayload } from '../event-payload.js';

/** Event name -> payload. */
export interface ImpedimentEvents {
  'impediment.raised': EventPayload;
  'impediment.edited': EventPayload;
  'impediment.triaged': EventPayload;
  'impediment.started': EventPayload;
  'impediment.resolved': EventPayload;
  'impediment.closed': EventPayload;
  'impediment.declined': EventPayload;
  'impediment.marked-duplicate': EventPayload;
  'impediment.reopened': EventPayload;
  'impediment.level-set': EventPayload;
  'impediment.assigned': EventPayload;
  'impediment.labelled': EventPayload;
  'impediment.undone': EventPayload;
  'impediment.team-added': EventPayload;
  'impediment.team-removed': EventPayload;
  'impediment.commented': EventPayload;
  'impediment.comment-edited': EventPayload;
  /** Holds none of the words that were removed. */
  'impediment.comment-removed': EventPayload;
  'impediment.linked': EventPayload;
  'impediment.unlinked': EventPayload;
  'impediment.watched': EventPayload;
  'impediment.voted': EventPayload;
  /** The note is the reason. */
  'impediment.clock-paused': EventPayload;
  'impediment.clock-resumed': EventPayload;
  /** Its owner was told that its clock runs out soon, or has; the note says which. */
  'impediment.reminded': EventPayload;
  /** Mentions whom it asks. */
  'impediment.brief-sent': EventPayload;
  /** A change `answer` to the kind of answer; the note is its words. Mentions who sent the brief. */
  'impediment.brief-answered': EventPayload;
  /** What it waits for and another source became one. */
  'impediment.source-merged': EventPayload;
  /** The working calendar is another one, so its clock runs out at another moment. */
  'impediment.clock-moved': EventPayload;
}
export type ImpedimentEvent = keyof ImpedimentEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const IMPEDIMENT_EVENT_WORDS: Record<ImpedimentEvent, string> = {
  'impediment.raised': 'raised it',
  'impediment.edited': 'edited it',
  'impediment.triaged': 'triaged it',
  'impediment.started': 'started on it',
  'impediment.resolved': 'resolved it',
  'impediment.closed': 'closed it',
  'impediment.declined': 'declined it',
  'impediment.marked-duplicate': 'marked it as a duplicate',
  'impediment.reopened': 'reopened it',
  'impediment.level-set': 'changed its level',
  'impediment.assigned': 'gave it an owner',
  'impediment.labelled': 'changed its labels',
  'impediment.undone': 'took a change back',
  'impediment.team-added': 'added an affected team',
  'impediment.team-removed': 'removed an affected team',
  'impediment.commented': 'commented',
  'impediment.comment-edited': 'edited a comment',
  'impediment.comment-removed': 'removed a comment',
  'impediment.linked': 'linked it',
  'impediment.unlinked': 'took a link away',
  'impediment.watched': 'changed who watches it',
  'impediment.voted': 'changed their vote',
  'impediment.clock-paused': 'paused its clock',
  'impediment.clock-resumed': 'let its clock run on',
  'impediment.reminded': 'reminded its owner of the clock',
  'impediment.brief-sent': 'sent its escalation brief',
  'impediment.brief-answered': 'answered its escalation brief',
  'impediment.source-merged': 'merged its source with another one',
  'impediment.clock-moved': 'changed the working calendar, and its clock with it',
};
