import type { Refusal } from '../refusal.js';
import { refuseDecision } from './decision-refusals.js';

export const DECISION_STATES = [
  'PROPOSED',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'VETOED',
  'SUPERSEDED',
  'REVERTED',
] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export const DECISION_STATE_TITLES: Record<DecisionState, string> = {
  PROPOSED: 'Proposed',
  ACCEPTED: 'Accepted',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
  VETOED: 'Vetoed',
  SUPERSEDED: 'Superseded',
  REVERTED: 'Reverted',
};

/**
 * Actions that lead to another state. One is superseded when another that replaces it is accepted, and reinstated when that
 * other one is vetoed, or reverted while it could be.
 */
export type DecisionTransition =
  | 'decision:accept'
  | 'decision:reject'
  | 'decision:withdraw'
  | 'decision:veto'
  | 'decision:supersede'
  | 'decision:reinstate'
  | 'decision:revert';

export const DECISION_TRANSITIONS: Record<DecisionTransition, { from: DecisionState; to: DecisionState }> = {
  'decision:accept': { from: 'PROPOSED', to: 'ACCEPTED' },
  'decision:reject': { from: 'PROPOSED', to: 'REJECTED' },
  'decision:withdraw': { from: 'PROPOSED', to: 'WITHDRAWN' },
  'decision:veto': { from: 'ACCEPTED', to: 'VETOED' },
  'decision:supersede': { from: 'ACCEPTED', to: 'SUPERSEDED' },
  'decision:reinstate': { from: 'SUPERSEDED', to: 'ACCEPTED' },
  'decision:revert': { from: 'ACCEPTED', to: 'REVERTED' },
};

/** Actions that keep the state. */
export type StandingDecisionAction =
  | 'decision:view'
  | 'decision:edit'
  | 'decision:answer'
  | 'decision:amend'
  | 'decision:revisit'
  | 'decision:link'
  | 'decision:unlink';

const LEGAL_IN: Record<StandingDecisionAction, readonly DecisionState[]> = {
  'decision:view': DECISION_STATES,
  'decision:edit': ['PROPOSED'],
  'decision:answer': ['PROPOSED'],
  // Words are added to what was in force once; a proposal is edited, and of what never was there is nothing to correct.
  'decision:amend': ['ACCEPTED', 'VETOED', 'SUPERSEDED', 'REVERTED'],
  'decision:revisit': ['PROPOSED', 'ACCEPTED'],
  'decision:link': DECISION_STATES,
  'decision:unlink': DECISION_STATES,
};

const TRANSITIONS: readonly DecisionTransition[] = [
  'decision:accept',
  'decision:reject',
  'decision:withdraw',
  'decision:veto',
  'decision:supersede',
  'decision:reinstate',
  'decision:revert',
];
const STANDING: readonly StandingDecisionAction[] = [
  'decision:view',
  'decision:edit',
  'decision:answer',
  'decision:amend',
  'decision:revisit',
  'decision:link',
  'decision:unlink',
];

/** The state that the action leads to, or the refusal that says what the present state allows. Never throws. */
export function nextDecisionState(state: DecisionState, action: DecisionTransition): DecisionState | Refusal {
  const { from, to } = DECISION_TRANSITIONS[action];
  return from === state ? to : illegal(state, action);
}

/** Everything that makes sense in the state, whoever asks. Whether a veto is still open is the clock's to say. */
export function legalDecisionActions(state: DecisionState): (DecisionTransition | StandingDecisionAction)[] {
  return [
    ...TRANSITIONS.filter((action) => DECISION_TRANSITIONS[action].from === state),
    ...STANDING.filter((action) => LEGAL_IN[action].includes(state)),
  ];
}

/** What an action that keeps the state is refused with where it is of no use; null where it is legal. */
export function refuseUnlessLegalForDecision(state: DecisionState, action: StandingDecisionAction): Refusal | null {
  return LEGAL_IN[action].includes(state) ? null : illegal(state, action);
}

function illegal(state: DecisionState, action: string): Refusal {
  return refuseDecision('DECISION_IN_OTHER_STATE', { state, action, legal: legalDecisionActions(state) });
}

/** Whether it can still be vetoed. */
export function isVetoOpen(decision: { state: DecisionState; vetoEndsAt: string | null }, now: number): boolean {
  return decision.state === 'ACCEPTED' && decision.vetoEndsAt !== null && now < Date.parse(decision.vetoEndsAt);
}
