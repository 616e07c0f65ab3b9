import type { Refusal } from '../refusal.js';
import { refuseDependency } from './dependency-refusals.js';

export const DEPENDENCY_STATES = ['REQUESTED', 'COMMITTED', 'COUNTERED', 'DECLINED', 'DELIVERED', 'WITHDRAWN'] as const;
export type DependencyState = (typeof DEPENDENCY_STATES)[number];

export const DEPENDENCY_STATE_TITLES: Record<DependencyState, string> = {
  REQUESTED: 'Requested',
  COMMITTED: 'Committed',
  COUNTERED: 'Countered',
  DECLINED: 'Declined',
  DELIVERED: 'Delivered',
  WITHDRAWN: 'Withdrawn',
};

/** While it is asked, answered or promised: it stands between items. */
export const OPEN_DEPENDENCY_STATES: readonly DependencyState[] = ['REQUESTED', 'COMMITTED', 'COUNTERED'];

/** Actions that lead to another state. */
export const DEPENDENCY_TRANSITIONS = {
  'dependency:commit': { from: ['REQUESTED', 'COUNTERED'], to: 'COMMITTED', by: 'PROVIDER' },
  // Also of what was promised: who cannot keep it says so, with the day that can be kept.
  'dependency:counter': { from: ['REQUESTED', 'COMMITTED'], to: 'COUNTERED', by: 'PROVIDER' },
  'dependency:accept-counter': { from: ['COUNTERED'], to: 'COMMITTED', by: 'CONSUMER' },
  'dependency:decline': { from: ['REQUESTED', 'COMMITTED', 'COUNTERED'], to: 'DECLINED', by: 'PROVIDER' },
  'dependency:deliver': { from: ['COMMITTED'], to: 'DELIVERED', by: 'PROVIDER' },
  'dependency:withdraw': {
    from: ['REQUESTED', 'COMMITTED', 'COUNTERED', 'DECLINED'],
    to: 'WITHDRAWN',
    by: 'CONSUMER',
  },
  'dependency:ask-again': { from: ['COUNTERED', 'DECLINED', 'DELIVERED'], to: 'REQUESTED', by: 'CONSUMER' },
} as const satisfies Record<
  `dependency:${string}`,
  { from: readonly DependencyState[]; to: DependencyState; by: DependencySide }
>;
export type DependencyTransition = keyof typeof DEPENDENCY_TRANSITIONS;

/** Who needs something, and who provides it. */
export type DependencySide = 'CONSUMER' | 'PROVIDER';

/** Actions that keep the state; but a commitment that no longer does is asked anew, see `editedState`. */
export type StandingDependencyAction = 'dependency:edit' | 'dependency:raise-impediment';

const LEGAL_IN: Record<StandingDependencyAction, readonly DependencyState[]> = {
  'dependency:edit': OPEN_DEPENDENCY_STATES,
  // Nobody of the provider answered: what waits for the consumer is no impediment to them.
  'dependency:raise-impediment': ['REQUESTED'],
};

const TRANSITIONS: readonly DependencyTransition[] = [
  'dependency:commit',
  'dependency:counter',
  'dependency:accept-counter',
  'dependency:decline',
  'dependency:deliver',
  'dependency:withdraw',
  'dependency:ask-again',
];
const STANDING: readonly StandingDependencyAction[] = ['dependency:edit', 'dependency:raise-impediment'];

/** The state that the action leads to, or the refusal that says what the present state allows. Never throws. */
export function nextDependencyState(state: DependencyState, action: DependencyTransition): DependencyState | Refusal {
  return leadsOn(state, action) ? DEPENDENCY_TRANSITIONS[action].to : illegal(state, action);
}

/** Everything that makes sense in the state, whoever asks. Whether its clock has run out is the clock's to say. */
export function legalDependencyActions(state: DependencyState): (DependencyTransition | StandingDependencyAction)[] {
  return [
    ...TRANSITIONS.filter((action) => leadsOn(state, action)),
    ...STANDING.filter((action) => LEGAL_IN[action].includes(state)),
  ];
}

/** What an action that keeps the state is refused with where it is of no use; null where it is legal. */
export function refuseUnlessLegalForDependency(
  state: DependencyState,
  action: StandingDependencyAction,
): Refusal | null {
  return LEGAL_IN[action].includes(state) ? null : illegal(state, action);
}

/** Whose turn it is to answer; null: nobody waits for an answer. */
export function sideToAnswer(state: DependencyState): DependencySide | null {
  if (state === 'REQUESTED') return 'PROVIDER';
  return state === 'COUNTERED' ? 'CONSUMER' : null;
}

/** After the needed-by day changed: a promise that was good for the old day and is not for an earlier one is asked anew. */
export function editedState(
  { state, neededBy, promisedFor }: { state: DependencyState; neededBy: string; promisedFor: string | null },
  newNeededBy: string,
): DependencyState {
  const isEarlier = newNeededBy < neededBy;
  return state === 'COMMITTED' && isEarlier && promisedFor !== null && promisedFor > newNeededBy ? 'REQUESTED' : state;
}

function leadsOn(state: DependencyState, action: DependencyTransition): boolean {
  const sources: readonly DependencyState[] = DEPENDENCY_TRANSITIONS[action].from;
  return sources.includes(state);
}

function illegal(state: DependencyState, action: string): Refusal {
  return refuseDependency('DEPENDENCY_IN_OTHER_STATE', { state, action, legal: legalDependencyActions(state) });
}
