export const TRIAGE_SESSION_STATES = ['RUNNING', 'ENDED'] as const;
export type TriageSessionState = (typeof TRIAGE_SESSION_STATES)[number];

/** Why something is on the agenda; the order of these is the order of the agenda. */
export const TRIAGE_REASONS = [
  'CLOCK_OUT',
  'ANSWERED',
  'NEW_SHARED',
  'RECURRING_SOURCE',
  'OPEN_ACTION',
  'ADDED',
] as const;
export type TriageReason = (typeof TRIAGE_REASONS)[number];

export const TRIAGE_REASON_TITLES: Record<TriageReason, string> = {
  CLOCK_OUT: 'Clock has run out',
  ANSWERED: 'Escalation answered',
  NEW_SHARED: 'New and shared',
  RECURRING_SOURCE: 'Recurring source',
  OPEN_ACTION: 'Open action of last time',
  ADDED: 'Added',
};

export const TRIAGE_RESULT_KINDS = ['TRIAGED', 'DECLINED', 'MERGED', 'ESCALATED', 'PARKED', 'DONE'] as const;
export type TriageResultKind = (typeof TRIAGE_RESULT_KINDS)[number];

export const TRIAGE_RESULT_TITLES: Record<TriageResultKind, string> = {
  TRIAGED: 'Triaged',
  DECLINED: 'Declined',
  MERGED: 'Merged',
  ESCALATED: 'Escalated',
  PARKED: 'Parked',
  DONE: 'Done',
};

/** What an item is about. */
export type TriageSubject = 'IMPEDIMENT' | 'SOURCE' | 'ACTION';

/** How an item can end, by what it is about. */
export const RESULTS_OF: Record<TriageSubject, readonly TriageResultKind[]> = {
  IMPEDIMENT: ['TRIAGED', 'DECLINED', 'MERGED', 'ESCALATED', 'PARKED'],
  SOURCE: ['DONE', 'PARKED'],
  ACTION: ['DONE', 'PARKED'],
};

/** A session is held at a date that begins, or began, at most this far from now. */
export const HOURS_AROUND_A_DATE = 12;

/** Of each person, over all items of a session. */
export const DOTS_PER_PERSON = 3;
