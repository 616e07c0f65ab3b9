/** The seven levels of Management 3.0, from the accountable one alone to the delegate alone. */
export const DELEGATION_LEVELS = ['TELL', 'SELL', 'CONSULT', 'AGREE', 'ADVISE', 'INQUIRE', 'DELEGATE'] as const;
export type DelegationLevel = (typeof DELEGATION_LEVELS)[number];

/** The two who share a decision: who is accountable for the scope, and whom the cell trusts. */
export const DECISION_SIDES = ['ACCOUNTABLE', 'DELEGATE'] as const;
export type DecisionSide = (typeof DECISION_SIDES)[number];

export const ASK_KINDS = ['CONSENT', 'ADVICE'] as const;
export type AskKind = (typeof ASK_KINDS)[number];

/** What a level says, without words and without people. */
export interface LevelRule {
  /** 1 to 7, as people call it. */
  number: number;
  title: string;
  mayAccept: readonly DecisionSide[];
  asks: readonly { kind: AskKind; side: DecisionSide }[];
  /** Whether it needs a rationale first: it is sold, not told. */
  needsRationale: boolean;
  /** Who hears of it once it is accepted. */
  tells: readonly DecisionSide[];
  /** Whether the accountable one may veto it afterwards. */
  veto: boolean;
}

export const LEVEL_RULES: Record<DelegationLevel, LevelRule> = {
  TELL: {
    number: 1,
    title: 'Tell',
    mayAccept: ['ACCOUNTABLE'],
    asks: [],
    needsRationale: false,
    tells: ['DELEGATE'],
    veto: false,
  },
  SELL: {
    number: 2,
    title: 'Sell',
    mayAccept: ['ACCOUNTABLE'],
    asks: [],
    needsRationale: true,
    tells: ['DELEGATE'],
    veto: false,
  },
  CONSULT: {
    number: 3,
    title: 'Consult',
    mayAccept: ['ACCOUNTABLE'],
    asks: [{ kind: 'ADVICE', side: 'DELEGATE' }],
    needsRationale: false,
    tells: ['DELEGATE'],
    veto: false,
  },
  AGREE: {
    number: 4,
    title: 'Agree',
    mayAccept: ['ACCOUNTABLE', 'DELEGATE'],
    asks: [
      { kind: 'CONSENT', side: 'ACCOUNTABLE' },
      { kind: 'CONSENT', side: 'DELEGATE' },
    ],
    needsRationale: false,
    tells: ['ACCOUNTABLE', 'DELEGATE'],
    veto: false,
  },
  ADVISE: {
    number: 5,
    title: 'Advise',
    mayAccept: ['DELEGATE'],
    asks: [{ kind: 'ADVICE', side: 'ACCOUNTABLE' }],
    needsRationale: false,
    tells: ['ACCOUNTABLE'],
    veto: true,
  },
  INQUIRE: {
    number: 6,
    title: 'Inquire',
    mayAccept: ['DELEGATE'],
    asks: [],
    needsRationale: false,
    tells: ['ACCOUNTABLE'],
    veto: true,
  },
  DELEGATE: {
    number: 7,
    title: 'Delegate',
    mayAccept: ['DELEGATE'],
    asks: [],
    needsRationale: false,
    tells: [],
    veto: false,
  },
};
