import { type Check, atMost, day, filled, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { ARTIFACT_KINDS, TEMPLATE_USES } from './artifact-state.js';
import { hasMergeMarks } from './page-merge.js';
import type { ChecklistStep } from './version-content.js';

/** Characters, and how many. */
export const ARTIFACT_TITLE_LIMIT = 200;
export const ARTIFACT_SUMMARY_LIMIT = 2_000;
export const PAGE_TITLE_LIMIT = 300;
export const PAGE_BODY_LIMIT = 200_000;
export const WHAT_CHANGED_LIMIT = 20_000;
export const STEP_TEXT_LIMIT = 1_000;
export const STEP_HINT_LIMIT = 5_000;
export const MOST_STEPS = 300;
export const DEEPEST_STEP = 5;
export const MOST_REVIEWERS = 20;
export const REVIEW_WORDS_LIMIT = 5_000;
export const COMMENT_LIMIT = 20_000;
export const PROPOSAL_WHY_LIMIT = 5_000;
export const ARCHIVE_REASON_LIMIT = 2_000;
export const MOST_APPROVALS = 9;
export const DEFAULT_APPROVALS = 2;

/** What somebody gave; what is missing or null is not checked. Dates are YYYY-MM-DD. */
export interface ArtifactInput {
  kind?: string | null | undefined;
  title?: string | null | undefined;
  summary?: string | null | undefined;
  templateFor?: string | null | undefined;
  approvalsNeeded?: number | null | undefined;
  reviewDueOn?: string | null | undefined;
  pageTitle?: string | null | undefined;
  body?: string | null | undefined;
  whatChanged?: string | null | undefined;
  /** Of archiving. */
  reason?: string | null | undefined;
  /** Of a comment on a line, or a reply to one. */
  comment?: string | null | undefined;
  /** Of a verdict, or the answer to a proposal. */
  words?: string | null | undefined;
  /** Of a proposal. */
  why?: string | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function artifactProblems(input: ArtifactInput): FieldProblem[] {
  return [
    ...problemsOf('kind', input.kind, oneOf(ARTIFACT_KINDS)),
    ...problemsOf('title', input.title, filledLine('Give it a title', ARTIFACT_TITLE_LIMIT)),
    ...problemsOf('summary', input.summary, atMost(ARTIFACT_SUMMARY_LIMIT)),
    ...problemsOf('templateFor', input.templateFor, oneOf(TEMPLATE_USES)),
    ...problemsOf('approvalsNeeded', input.approvalsNeeded, wholeNumber(0, MOST_APPROVALS)),
    ...problemsOf('reviewDueOn', input.reviewDueOn, reviewDay),
    ...problemsOf('title', input.pageTitle, filledLine('Give the page a title', PAGE_TITLE_LIMIT)),
    ...problemsOf('body', input.body, atMost(PAGE_BODY_LIMIT)),
    ...problemsOf('whatChanged', input.whatChanged, filled('Say what changed', WHAT_CHANGED_LIMIT)),
    ...problemsOf('reason', input.reason, filled('Say why', ARCHIVE_REASON_LIMIT)),
    ...problemsOf('body', input.comment, filled('Write something', COMMENT_LIMIT)),
    ...problemsOf('words', input.words, atMost(REVIEW_WORDS_LIMIT)),
    ...problemsOf('why', input.why, filled('Say why it should change', PROPOSAL_WHY_LIMIT)),
  ];
}

/** A template says what it is for, and nothing else does. */
export function templateUseProblems(kind: string, templateFor: string | null): FieldProblem[] {
  if ((kind === 'TEMPLATE') === (templateFor !== null)) return [];
  const problem = kind === 'TEMPLATE' ? 'Say what the template is used for.' : 'Only a template is used for something.';
  return [{ field: 'templateFor', problem }];
}

/** Marks that a merge left behind are nothing to publish. */
export function leftoverProblems(pages: readonly { path: string; body: string }[]): FieldProblem[] {
  return pages
    .filter(({ body }) => hasMergeMarks(body))
    .map(({ path }) => ({ field: 'pages', problem: `Choose what is to stay between the marks in ${path}.` }));
}

/** @param steps in their order */
export function checklistProblems(steps: readonly Omit<ChecklistStep, 'id'>[]): FieldProblem[] {
  if (steps.length > MOST_STEPS)
    return [{ field: 'steps', problem: `Keep to ${MOST_STEPS} steps; there are ${steps.length}.` }];
  return steps.flatMap(({ text, hint, depth }, index) => {
    const above = steps[index - 1]?.depth ?? -1;
    const problem =
      filledLine('Say what is to be done', STEP_TEXT_LIMIT)(text) ??
      atMost(STEP_HINT_LIMIT)(hint) ??
      wholeNumber(0, DEEPEST_STEP)(depth) ??
      (depth > above + 1 ? 'A step is at most one deeper than the one before.' : null);
    return problem === null ? [] : [{ field: `steps.${index}`, problem }];
  });
}

const reviewDay: Check<string> = (date) =>
  day(date) ?? (date >= '1990' && date < '2200' ? null : 'Give a day between 1990 and 2199.');
