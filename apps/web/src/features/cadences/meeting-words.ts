import type {
  CadenceKind,
  FacilitationMode,
  InvitationAnswer,
  OutcomeKind,
  RotaPurpose,
  TurnReason,
} from '../../generated/graphql';

export const CADENCE_KIND_TITLES: Record<CadenceKind, string> = {
  SPRINT_PLANNING: 'Sprint Planning',
  DAILY_SCRUM: 'Daily Scrum',
  SPRINT_REVIEW: 'Sprint Review',
  SPRINT_RETROSPECTIVE: 'Sprint Retrospective',
  REFINEMENT: 'Refinement',
  SCALED_DAILY_SCRUM: 'Scaled Daily Scrum',
  META_SCRUM: 'MetaScrum',
  CHAPTER_TRIAGE: 'Chapter triage',
  COP_MEETING: 'CoP meeting',
  PRODUCT_REVIEW: 'Product review',
  STRATEGY_SESSION: 'Strategy session',
  SYNC: 'Sync',
  OWN: 'Another meeting',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const CADENCE_KINDS = Object.keys(CADENCE_KIND_TITLES) as CadenceKind[];

export const FACILITATION_TITLES: Record<FacilitationMode, string> = {
  NONE: 'Nobody in particular',
  FIXED: 'Always the same person',
  ROTA: 'In turns',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const FACILITATION_MODES = Object.keys(FACILITATION_TITLES) as FacilitationMode[];

export const ANSWER_TITLES: Record<InvitationAnswer, string> = { COMING: 'Coming', NOT_COMING: 'Not coming' };

export const OUTCOME_TITLES: Record<OutcomeKind, string> = {
  DECISION: 'Decision',
  IMPEDIMENT: 'Impediment',
  ACTION: 'Action',
  NOTE: 'Note',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const OUTCOME_KINDS = Object.keys(OUTCOME_TITLES) as OutcomeKind[];

export const ROTA_PURPOSE_TITLES: Record<RotaPurpose, string> = {
  FACILITATION: 'Facilitation',
  CODE_REVIEW: 'Code review',
  PAIRING: 'Pairing',
  MOB: 'Mob',
};

/** Why it is this person's turn, where it is not simply theirs. */
export function turnWords(reason: TurnReason, insteadOf: string | null): string | null {
  const other = insteadOf ?? 'somebody';
  switch (reason) {
    case 'TURN':
      return null;
    case 'SKIPPED_TO':
      return `for ${other}, who skipped`;
    case 'SWAPPED':
      return `swapped with ${other}`;
    case 'CHOSEN':
      return insteadOf === null ? 'chosen for this date' : `chosen for this date instead of ${other}`;
    case 'ABSENT_PASSED':
      return `for ${other}, who is away`;
  }
}
