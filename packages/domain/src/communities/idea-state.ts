import type { Refusal } from '../refusal.js';
import { refuseCommunity } from './community-refusals.js';

export const IDEA_STATES = ['IDEA', 'DISCUSSED', 'ON_TRIAL', 'ADOPTED', 'DROPPED'] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

export const IDEA_STATE_TITLES: Record<IdeaState, string> = {
  IDEA: 'Idea',
  DISCUSSED: 'Discussed',
  ON_TRIAL: 'On trial',
  ADOPTED: 'Adopted',
  DROPPED: 'Dropped',
};

/** What leads to another state. Somebody else's first comment makes an idea one that is discussed. */
export const IDEA_TRANSITIONS = {
  'idea:try': { from: ['IDEA', 'DISCUSSED'], to: 'ON_TRIAL' },
  'idea:end-trial': { from: ['ON_TRIAL'], to: 'DISCUSSED' },
  // Also in the middle of a trial: what is clear need not wait for its last day.
  'idea:adopt': { from: ['DISCUSSED', 'ON_TRIAL'], to: 'ADOPTED' },
  'idea:drop': { from: ['IDEA', 'DISCUSSED', 'ON_TRIAL'], to: 'DROPPED' },
  'idea:reopen': { from: ['ADOPTED', 'DROPPED'], to: 'DISCUSSED' },
} as const satisfies Record<string, { from: readonly IdeaState[]; to: IdeaState }>;
export type IdeaTransition = keyof typeof IDEA_TRANSITIONS;

/** Actions that keep the state; a comment may be the one that makes it a discussed one. */
const STANDING = {
  'idea:edit': ['IDEA', 'DISCUSSED'],
  'idea:vote': ['IDEA', 'DISCUSSED', 'ON_TRIAL'],
  'idea:comment': IDEA_STATES,
} as const satisfies Record<string, readonly IdeaState[]>;
export type StandingIdeaAction = keyof typeof STANDING;

/** The state that the action leads to, or the refusal that says what the present state allows. Never throws. */
export function nextIdeaState(state: IdeaState, action: IdeaTransition): IdeaState | Refusal {
  const from: readonly IdeaState[] = IDEA_TRANSITIONS[action].from;
  return from.includes(state) ? IDEA_TRANSITIONS[action].to : illegal(state, action);
}

/** What an action that keeps the state is refused with where it is of no use; null where it is legal. */
export function refuseUnlessLegalForIdea(state: IdeaState, action: StandingIdeaAction): Refusal | null {
  const legal: readonly IdeaState[] = STANDING[action];
  return legal.includes(state) ? null : illegal(state, action);
}

/** Everything that makes sense in the state, whoever asks. */
export function legalIdeaActions(state: IdeaState): string[] {
  const steps = Object.entries(IDEA_TRANSITIONS).map(([action, { from }]) => [action, from] as const);
  const all: (readonly [string, readonly IdeaState[]])[] = [...Object.entries(STANDING), ...steps];
  return all.filter(([, from]) => from.includes(state)).map(([action]) => action);
}

/** Overdue from the day after the last one on. @param today YYYY-MM-DD */
export function isTrialOverdue(
  { state, trialUntil }: { state: IdeaState; trialUntil: string | null },
  today: string,
): boolean {
  return state === 'ON_TRIAL' && trialUntil !== null && trialUntil < today;
}

function illegal(state: IdeaState, action: string): Refusal {
  return refuseCommunity('IDEA_IN_OTHER_STATE', { state, action, legal: legalIdeaActions(state) });
}
