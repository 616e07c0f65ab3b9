import { refuserOf } from '../refusal.js';

/** Codes of chapters and their sessions. */
export interface ChapterRefusals {
  /** There is one already; `sessionId` is its opaque id, to join it. */
  TRIAGE_RUNS: { sessionId: string };
  /** The session is over: nothing of it changes any more. */
  TRIAGE_ENDED: Record<never, never>;
  /** The item has a result; it can be opened again. */
  TRIAGE_ITEM_ENDED: { result: string };
  /** The item has no result yet. */
  TRIAGE_ITEM_OPEN: Record<never, never>;
  /** The person has `left` dots to place on this item, including those that lie there already. */
  TOO_FEW_DOTS: { left: number; perPerson: number };
  /** What is to be added is on the agenda of this session. */
  ON_THE_AGENDA: { position: number };
  /** There is no timebox that could be paused or go on. */
  NO_TIMEBOX: Record<never, never>;
}

export const refuseChapter = refuserOf<ChapterRefusals>();
