import type { EventPayload } from '../event-payload.js';

/** Of what a chapter does. Ids are the database's. */
export interface ChapterPayload extends EventPayload {
  /** The chapter that a practice or a session is of. */
  chapterId?: string;
  /** The item of a session that it is about. */
  itemId?: string;
  /** Who is told by an entry when a session ends, each once. */
  told?: string[];
}

/** Event name -> payload. Subjects: Chapter, Practice, TriageSession. */
export interface ChapterEvents {
  'chapter.created': ChapterPayload;
  'chapter.edited': ChapterPayload;
  'practice.shared': ChapterPayload;
  'practice.edited': ChapterPayload;
  'practice.removed': ChapterPayload;
  'practice.thanked': ChapterPayload;
  'triage-session.started': ChapterPayload;
  'triage-session.joined': ChapterPayload;
  'triage-session.item-taken-up': ChapterPayload;
  'triage-session.item-added': ChapterPayload;
  'triage-session.item-moved': ChapterPayload;
  'triage-session.voted': ChapterPayload;
  /** The note is the result's. */
  'triage-session.item-ended': ChapterPayload;
  'triage-session.item-reopened': ChapterPayload;
  'triage-session.action-promised': ChapterPayload;
  'triage-session.timebox-started': ChapterPayload;
  'triage-session.timebox-paused': ChapterPayload;
  'triage-session.timebox-resumed': ChapterPayload;
  'triage-session.handed-over': ChapterPayload;
  'triage-session.ended': ChapterPayload;
}
export type ChapterEvent = keyof ChapterEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const CHAPTER_EVENT_WORDS: Record<ChapterEvent, string> = {
  'chapter.created': 'founded the chapter',
  'chapter.edited': 'edited the chapter',
  'practice.shared': 'shared a practice',
  'practice.edited': 'edited a practice',
  'practice.removed': 'removed a practice',
  'practice.thanked': 'said thank you for a practice',
  'triage-session.started': 'started the triage',
  'triage-session.joined': 'joined the triage',
  'triage-session.item-taken-up': 'took up an item',
  'triage-session.item-added': 'added an item',
  'triage-session.item-moved': 'moved an item',
  'triage-session.voted': 'placed dots',
  'triage-session.item-ended': 'ended an item',
  'triage-session.item-reopened': 'opened an item again',
  'triage-session.action-promised': 'noted an action',
  'triage-session.timebox-started': 'started the timebox',
  'triage-session.timebox-paused': 'paused the timebox',
  'triage-session.timebox-resumed': 'let the timebox go on',
  'triage-session.handed-over': 'handed over the facilitation',
  'triage-session.ended': 'ended the triage',
};
