/** Why somebody is told, as the interface orders them. */
export const INBOX_REASONS = [
  'MENTIONED',
  'ASSIGNED',
  'OWNER',
  'WATCHING',
  'RAISED_BY_YOU',
  'YOUR_TEAM',
  'ASKED',
  'TOLD',
  'VETOED',
  'REVISIT',
  'DEPENDENCY_ASKED',
  'DEPENDENCY_ANSWERED',
  'DEPENDENCY_DUE',
  'FACILITATES',
  'MEETING_CHANGED',
  'ACTION_DUE',
  'ACTION_GIVEN',
  'TRIAGE_SUMMARY',
  'REVIEW_ASKED',
  'ARTIFACT_PUBLISHED',
  'REVIEW_DUE',
  'PROPOSAL_MADE',
  'PROPOSAL_ANSWERED',
  'ADOPTION_BEHIND',
  'TRIAL_DUE',
] as const;
export type InboxReason = (typeof INBOX_REASONS)[number];

/** The strongest first: who is told for several reasons reads the first of them. Owners and raisers watch anyway, so that comes last. */
export const STRONGEST_FIRST: readonly InboxReason[] = [
  'MENTIONED',
  'ASKED',
  'DEPENDENCY_ASKED',
  'DEPENDENCY_DUE',
  'REVIEW_ASKED',
  'VETOED',
  'ASSIGNED',
  'ACTION_GIVEN',
  'ACTION_DUE',
  'FACILITATES',
  'REVIEW_DUE',
  'TRIAL_DUE',
  'OWNER',
  'RAISED_BY_YOU',
  'DEPENDENCY_ANSWERED',
  'PROPOSAL_MADE',
  'PROPOSAL_ANSWERED',
  'ADOPTION_BEHIND',
  'MEETING_CHANGED',
  'TRIAGE_SUMMARY',
  'YOUR_TEAM',
  'REVISIT',
  'TOLD',
  'ARTIFACT_PUBLISHED',
  'WATCHING',
];

/** 0 for the strongest. */
export function weaknessOf(reason: InboxReason): number {
  return STRONGEST_FIRST.indexOf(reason);
}
