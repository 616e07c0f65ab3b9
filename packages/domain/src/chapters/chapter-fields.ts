import { atMost, filled, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { DOTS_PER_PERSON, RESULTS_OF, type TriageResultKind, type TriageSubject } from './triage-state.js';

/** Characters. */
export const CHAPTER_NAME_LIMIT = 200;
export const CHAPTER_PURPOSE_LIMIT = 20_000;
export const PRACTICE_TITLE_LIMIT = 200;
export const PRACTICE_WORDS_LIMIT = 20_000;
const URL_LIMIT = 2_000;
export const RESULT_NOTE_LIMIT = 5_000;
/** Seconds: a breath, and a long afternoon. */
export const [SHORTEST_TIMEBOX, LONGEST_TIMEBOX] = [10, 4 * 3_600];

/** What somebody gave of a chapter; what is missing or null is not checked. */
export interface ChapterInput {
  name?: string | null | undefined;
  purpose?: string | null | undefined;
}

/** What is wrong with the fields, each with its remedy; empty when nothing is. */
export function chapterProblems({ name, purpose }: ChapterInput): FieldProblem[] {
  return [
    ...problemsOf('name', name, filledLine('Name the chapter', CHAPTER_NAME_LIMIT)),
    ...problemsOf('purpose', purpose, atMost(CHAPTER_PURPOSE_LIMIT)),
  ];
}

export interface PracticeInput {
  title?: string | null | undefined;
  words?: string | null | undefined;
  /** Empty takes it off. */
  url?: string | null | undefined;
}

export function practiceProblems({ title, words, url }: PracticeInput): FieldProblem[] {
  return [
    ...problemsOf('title', title, filledLine('Say in one line what it is', PRACTICE_TITLE_LIMIT)),
    ...problemsOf('words', words, filled('Say what you do and what it brought', PRACTICE_WORDS_LIMIT)),
    ...problemsOf('url', url, (value) => (value === '' ? null : (atMost(URL_LIMIT)(value) ?? address(value)))),
  ];
}

function address(value: string): string | null {
  const fits = /^https?:\/\/[^\s/?#]+[^\s]*$/iu.test(value);
  return fits ? null : 'Give an address that begins with https:// or http://.';
}

export function dotsProblems(dots: number): FieldProblem[] {
  return problemsOf('dots', dots, wholeNumber(0, DOTS_PER_PERSON));
}

export function timeboxProblems(seconds: number | null | undefined): FieldProblem[] {
  return problemsOf('seconds', seconds, wholeNumber(SHORTEST_TIMEBOX, LONGEST_TIMEBOX));
}

/** How somebody says that an item ends; ids and keys are checked where they are looked up. */
export interface TriageResultWords {
  kind: TriageResultKind;
  reason?: string | null | undefined;
  ownerId?: string | null | undefined;
  severity?: string | null | undefined;
  level?: number | null | undefined;
  nextStep?: string | null | undefined;
  intoKey?: string | null | undefined;
  /** Of the impediment as it was seen. */
  impedimentVersion?: number | null | undefined;
}

/** What the kind of result needs beyond what the impediment's own rules say of their fields. */
export function resultProblems(given: TriageResultWords, subject: TriageSubject): FieldProblem[] {
  const { kind } = given;
  const kinds = problemsOf('result.kind', kind, oneOf(RESULTS_OF[subject]));
  if (kinds.length > 0) return kinds;
  const missing = NEEDED[kind].filter((field) => isMissing(given[field]));
  return [
    ...missing.map((field) => ({ field: `result.${field}`, problem: REMEDIES[field] })),
    ...problemsOf('result.reason', given.reason, atMost(RESULT_NOTE_LIMIT)),
  ];
}

type Needed = 'reason' | 'ownerId' | 'severity' | 'level' | 'nextStep' | 'intoKey' | 'impedimentVersion';

/** What changes an impediment names the version that was seen. */
const NEEDED: Record<TriageResultKind, readonly Needed[]> = {
  TRIAGED: ['ownerId', 'severity', 'level', 'nextStep', 'impedimentVersion'],
  DECLINED: ['reason', 'impedimentVersion'],
  MERGED: ['intoKey', 'impedimentVersion'],
  // To the top level its brief says why; to any other the reason may be given, or is that the chapter could not.
  ESCALATED: ['level', 'impedimentVersion'],
  PARKED: ['reason'],
  DONE: [],
};

const REMEDIES: Record<Needed, string> = {
  reason: 'Say why.',
  ownerId: 'Say who has it from now on.',
  severity: 'Say how severe it is.',
  level: 'Choose a level.',
  nextStep: 'Say what happens next.',
  intoKey: 'Name the impediment that it is the same as.',
  impedimentVersion: 'Send the version of the impediment that you see.',
};

function isMissing(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
