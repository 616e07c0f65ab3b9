export const REVIEW_VERDICTS = ['APPROVED', 'CHANGES_ASKED'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** How a round of a review was over; CLOSED: its community is. */
export const REVIEW_ENDS = ['PUBLISHED', 'WITHDRAWN', 'ASKED_ANEW', 'DISCARDED', 'CLOSED'] as const;
export type ReviewEnd = (typeof REVIEW_ENDS)[number];

export interface GivenVerdict {
  personId: string;
  verdict: ReviewVerdict;
  words: string;
  /** ISO text. */
  at: string;
}

/** What publishing waits for. */
export interface ReviewFacts {
  /** What the review was asked for, and the draft as it is. */
  askedRevision: number;
  revision: number;
  approvalsNeeded: number;
  /** Whoever changed the draft: they do not approve it. */
  authorIds: readonly string[];
  /** In the order in which they were given. */
  verdicts: readonly GivenVerdict[];
}

/** What each reviewer said last; the earlier ones are history. */
export function lastVerdicts<V extends GivenVerdict>(verdicts: readonly V[]): V[] {
  const last = new Map<string, V>();
  for (const verdict of verdicts) {
    last.delete(verdict.personId);
    last.set(verdict.personId, verdict);
  }
  return [...last.values()];
}

/** The draft was changed since the review was asked for: no verdict of it counts any more, nor is one given. */
export function isStale({ revision, askedRevision }: Pick<ReviewFacts, 'revision' | 'askedRevision'>): boolean {
  return revision !== askedRevision;
}

/** Whether a verdict still counts: of what is there now, and by somebody who did not write it. */
export function verdictCounts(facts: ReviewFacts, verdict: GivenVerdict): boolean {
  return !isStale(facts) && !facts.authorIds.includes(verdict.personId);
}

/** Who is asked again when it is asked for anew: those who did not write in it meanwhile. */
export function askedAgain(reviewerIds: readonly string[], authorIds: readonly string[]): string[] {
  return reviewerIds.filter((id) => !authorIds.includes(id));
}

export function approversOf(facts: ReviewFacts): string[] {
  return counting(facts, 'APPROVED');
}

/** Who asked for changes of what is there now, and was not answered. */
export function changesAskedBy(facts: ReviewFacts): string[] {
  return counting(facts, 'CHANGES_ASKED');
}

export function approvalsMissing(facts: ReviewFacts): number {
  return Math.max(0, facts.approvalsNeeded - approversOf(facts).length);
}

function counting(facts: ReviewFacts, wanted: ReviewVerdict): string[] {
  return lastVerdicts(facts.verdicts)
    .filter((verdict) => verdict.verdict === wanted && verdictCounts(facts, verdict))
    .map(({ personId }) => personId);
}
