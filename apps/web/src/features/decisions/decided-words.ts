import type { DecisionLineFragment, DecisionState } from '../../generated/graphql';

const VERBS: Record<DecisionState, string> = {
  PROPOSED: 'proposed',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  // They were accepted first; what came later is said by the state.
  VETOED: 'accepted',
  SUPERSEDED: 'accepted',
  REVERTED: 'accepted',
};

/** "accepted by Ana Lindqvist on 9 March". @param dayOf a moment as a day in words */
export function decidedWords(
  decision: Pick<DecisionLineFragment, 'state' | 'proposedBy' | 'proposedAt' | 'decidedBy' | 'decidedAt'>,
  dayOf: (at: string) => string,
): string {
  const { state, proposedBy, proposedAt, decidedBy, decidedAt } = decision;
  const open = state === 'PROPOSED';
  const who = open ? proposedBy : decidedBy;
  const at = open ? proposedAt : decidedAt;
  return [VERBS[state], who && `by ${who.name}`, at !== null && `on ${dayOf(at)}`].filter(Boolean).join(' ');
}
