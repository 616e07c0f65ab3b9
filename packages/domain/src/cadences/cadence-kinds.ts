export const CADENCE_KINDS = [
  'SPRINT_PLANNING',
  'DAILY_SCRUM',
  'SPRINT_REVIEW',
  'SPRINT_RETROSPECTIVE',
  'REFINEMENT',
  'SCALED_DAILY_SCRUM',
  'META_SCRUM',
  'CHAPTER_TRIAGE',
  'COP_MEETING',
  'PRODUCT_REVIEW',
  'STRATEGY_SESSION',
  'SYNC',
  'OWN',
] as const;
export type CadenceKind = (typeof CADENCE_KINDS)[number];

export const CADENCE_KIND_TITLES: Record<CadenceKind, string> = {
  SPRINT_PLANNING: 'Sprint Planning',
  DAILY_SCRUM: 'Daily Scrum',
  SPRINT_REVIEW: 'Sprint Review',
  SPRINT_RETROSPECTIVE: 'Sprint Retrospective',
  REFINEMENT: 'Refinement',
  SCALED_DAILY_SCRUM: 'Scaled Daily Scrum',
  META_SCRUM: 'MetaScrum',
  CHAPTER_TRIAGE: 'Chapter triage',
  COP_MEETING: 'Community of practice',
  PRODUCT_REVIEW: 'Product review',
  STRATEGY_SESSION: 'Strategy session',
  SYNC: 'Weekly sync',
  OWN: 'Meeting',
};

export const FACILITATION_MODES = ['NONE', 'FIXED', 'ROTA'] as const;
export type FacilitationMode = (typeof FACILITATION_MODES)[number];

/** Which dates a change is of: this one, this one and all after it, all that are still to come. */
export const CADENCE_SPANS = ['THIS', 'THIS_AND_FOLLOWING', 'ALL'] as const;
export type CadenceSpan = (typeof CADENCE_SPANS)[number];

export const OCCURRENCE_STATES = ['PLANNED', 'CANCELLED'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];
