import { type Check, day, filled, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** Characters. */
export const BRIEF_PROPOSAL_LIMIT = 5_000;
export const BRIEF_ASK_LIMIT = 2_000;
export const BRIEF_ANSWER_LIMIT = 5_000;
/** Whom one brief asks: who is asked with twenty others answers nothing. */
export const BRIEF_RECIPIENT_LIMIT = 20;

/** How a brief is answered. */
export const BRIEF_ANSWERS = ['AGREED', 'AGREED_WITH_CHANGE', 'DECLINED', 'NEED_MORE'] as const;
export type BriefAnswerKind = (typeof BRIEF_ANSWERS)[number];

export const BRIEF_ANSWER_TITLES: Record<BriefAnswerKind, string> = {
  AGREED: 'Agreed',
  AGREED_WITH_CHANGE: 'Agreed with a change',
  DECLINED: 'Declined',
  NEED_MORE: 'More is needed',
};

/** What each answer's words must say. */
export const BRIEF_ANSWER_NEEDS: Record<BriefAnswerKind, string> = {
  AGREED: 'Say what you agree to, and who does it',
  AGREED_WITH_CHANGE: 'Say what is to be different from the proposal',
  DECLINED: 'Say why not, so that the teams can go on',
  NEED_MORE: 'Say what you need to know before you can decide',
};

/** What people add to the data; fields that are missing or null are not checked. `answerBy` is YYYY-MM-DD. */
export interface BriefInput {
  /** The structural change that would keep it from coming back. */
  proposal?: string | null | undefined;
  /** The decision asked for. */
  ask?: string | null | undefined;
  answerBy?: string | null | undefined;
  recipientIds?: readonly string[] | null | undefined;
}

/**
 * What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT.
 * @param today YYYY-MM-DD in the organization's time zone
 */
export function briefProblems(input: BriefInput, today: string): FieldProblem[] {
  return [
    ...problemsOf('proposal', input.proposal, filled('Propose what should change', BRIEF_PROPOSAL_LIMIT)),
    ...problemsOf('ask', input.ask, filled('Say which decision you ask for', BRIEF_ASK_LIMIT)),
    ...problemsOf('answerBy', input.answerBy, (date) => day(date) ?? notBefore(today)(date)),
    ...problemsOf('recipientIds', input.recipientIds, recipients),
  ];
}

/** The words are needed with every kind of answer: a yes without them is a yes to nothing in particular. */
export function briefAnswerProblems(input: { kind: string; words: string }): FieldProblem[] {
  const kind = BRIEF_ANSWERS.find((known) => known === input.kind);
  return [
    ...problemsOf('kind', input.kind, oneOf(BRIEF_ANSWERS)),
    ...problemsOf('words', input.words, filled(BRIEF_ANSWER_NEEDS[kind ?? 'AGREED'], BRIEF_ANSWER_LIMIT)),
  ];
}

function notBefore(today: string): Check<string> {
  return (date) => {
    if (date < today) return 'Give a day from today on.';
    return date < '2200' ? null : 'Give a day before the year 2200.';
  };
}

const recipients: Check<readonly string[]> = (ids) => {
  if (ids.length === 0) return 'Choose who is asked.';
  if (ids.length > BRIEF_RECIPIENT_LIMIT) return `Ask at most ${BRIEF_RECIPIENT_LIMIT} people.`;
  return new Set(ids).size < ids.length ? 'Choose each person once.' : null;
};
