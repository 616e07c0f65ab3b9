import type { Refusal } from '../refusal.js';
import type { BriefAnswerKind } from './brief-fields.js';
import { TOP_LEVEL } from './impediment-ladder.js';
import { refuseImpediment } from './impediment-refusals.js';

/**
 * Where a brief is. Its words never change: whoever needs more gets a new one, and a new one replaces one that waits,
 * so that an impediment asks one thing at a time.
 */
export const BRIEF_STATES = ['WAITING', 'ANSWERED', 'RETURNED', 'REPLACED'] as const;
export type BriefState = (typeof BRIEF_STATES)[number];

export const BRIEF_STATE_TITLES: Record<BriefState, string> = {
  WAITING: 'Waits for an answer',
  ANSWERED: 'Answered',
  RETURNED: 'More is needed',
  REPLACED: 'Replaced by a newer one',
};

export interface SentBrief {
  /** Its last answer; null while there is none. `at` is ISO text. */
  answer: { kind: BriefAnswerKind; by: string; at: string } | null;
  /** Whether a newer one was sent for the same impediment. */
  replaced: boolean;
}

export function briefState({ answer, replaced }: SentBrief): BriefState {
  if (answer !== null) return answer.kind === 'NEED_MORE' ? 'RETURNED' : 'ANSWERED';
  return replaced ? 'REPLACED' : 'WAITING';
}

/** Why a brief cannot be answered, or null when it can: one answer for each, so that the record is plain. */
export function refuseAnswer(brief: SentBrief): Refusal | null {
  const { answer } = brief;
  if (answer !== null) return refuseImpediment('BRIEF_ANSWERED_ALREADY', { by: answer.by, at: answer.at });
  return brief.replaced ? refuseImpediment('BRIEF_REPLACED', {}) : null;
}

/** Whether it waits longer than it asked to. @param today YYYY-MM-DD in the organization's time zone */
export function isBriefOverdue(brief: SentBrief, answerBy: string, today: string): boolean {
  return briefState(brief) === 'WAITING' && answerBy < today;
}

/** Why people cannot take an impediment to a level without more, or null when they can: the top wants a brief with it. */
export function refuseWithoutBrief(level: number, levelName: string): Refusal | null {
  return level === TOP_LEVEL ? refuseImpediment('BRIEF_NEEDED', { level: levelName }) : null;
}
