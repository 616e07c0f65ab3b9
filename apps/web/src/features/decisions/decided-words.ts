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

type Decided = Pick<
  DecisionLineFragment,
  'state' | 'proposedBy' | 'proposedAt' | 'decidedBy' | 'decidedAt' | 'veto' | 'supersededBy'
>;

/**
 * "accepted by Ana Lindqvist on 9 March"; what came later stands first: "vetoed by Wren Gale on 10 March, accepted by …".
 * @param dayOf a moment as a day in words
 */
export function decidedWords(decision: Decided, dayOf: (at: string) => string): string {
  const { state, proposedBy, proposedAt, decidedBy, decidedAt } = decision;
  const open = state === 'PROPOSED';
  const decided = act(VERBS[state], open ? proposedBy : decidedBy, open ? proposedAt : decidedAt, dayOf);
  const later = laterWords(decision, dayOf);
  return later === null ? decided : `${later}, ${decided}`;
}

function laterWords({ state, veto, supersededBy }: Decided, dayOf: (at: string) => string): string | null {
  if (state === 'VETOED' && veto !== null) return act('vetoed', veto.by, veto.at, dayOf);
  return state === 'SUPERSEDED' && supersededBy !== null ? `replaced by ${supersededBy.key}` : null;
}

function act(verb: string, who: { name: string } | null, at: string | null, dayOf: (at: string) => string): string {
  return [verb, who && `by ${who.name}`, at !== null && `on ${dayOf(at)}`].filter(Boolean).join(' ');
}
