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
  'triage.started': ChapterPayload;
  'triage.joined': ChapterPayload;
  'triage.item-taken-up': ChapterPayload;
  'triage.item-added': ChapterPayload;
  'triage.item-moved': ChapterPayload;
  'triage.voted': ChapterPayload;
  /** The note is the result's. */
  'triage.item-ended': ChapterPayload;
  'triage.item-reopened': ChapterPayload;
  'triage.action-promised': ChapterPayload;
  'triage.timebox-started': ChapterPayload;
  'triage.timebox-paused': ChapterPayload;
  'triage.timebox-resumed': ChapterPayload;
  'triage.handed-over': ChapterPayload;
  'triage.ended': ChapterPayload;
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
  'triage.started': 'started the triage',
  'triage.joined': 'joined the triage',
  'triage.item-taken-up': 'took up an item',
  'triage.item-added': 'added an item',
  'triage.item-moved': 'moved an item',
  'triage.voted': 'placed dots',
  'triage.item-ended': 'ended an item',
  'triage.item-reopened': 'opened an item again',
  'triage.action-promised': 'noted an action',
  'triage.timebox-started': 'started the timebox',
  'triage.timebox-paused': 'paused the timebox',
  'triage.timebox-resumed': 'let the timebox go on',
  'triage.handed-over': 'handed over the facilitation',
  'triage.ended': 'ended the triage',
};
