import type { DelegationLevel } from '../../generated/graphql';

/** From who is accountable alone to whom it is delegated to alone. */
export const DELEGATION_LEVELS = [
  'TELL',
  'SELL',
  'CONSULT',
  'AGREE',
  'ADVISE',
  'INQUIRE',
  'DELEGATE',
] as const satisfies readonly DelegationLevel[];

/** The level as people call it, with its number: "4 Agree". */
export const LEVEL_TITLES: Record<DelegationLevel, string> = {
  TELL: 'Tell',
  SELL: 'Sell',
  CONSULT: 'Consult',
  AGREE: 'Agree',
  ADVISE: 'Advise',
  INQUIRE: 'Inquire',
  DELEGATE: 'Delegate',
};

/** 1 to 7. */
export function levelNumber(level: DelegationLevel): number {
  return DELEGATION_LEVELS.indexOf(level) + 1;
}

/** "4 Agree" */
export function levelWords(level: DelegationLevel): string {
  return `${levelNumber(level)} ${LEVEL_TITLES[level]}`;
}
