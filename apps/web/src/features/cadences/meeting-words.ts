import type { FacilitationMode, InvitationAnswer, OutcomeKind, RotaPurpose, TurnReason } from '../../generated/graphql';

export const FACILITATION_TITLES: Record<FacilitationMode, string> = {
  NONE: 'Nobody in particular',
  FIXED: 'Always the same person',
  ROTA: 'In turns',
};
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
