import type { Refusal } from '../refusal.js';
import { refuseScenario } from './scenario-refusals.js';

export const SCENARIO_STATES = ['DRAFT', 'SHARED', 'PUBLISHED', 'DISCARDED'] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

export const SCENARIO_STATE_TITLES: Record<ScenarioState, string> = {
  DRAFT: 'Private',
  SHARED: 'Shared',
  PUBLISHED: 'Published',
  DISCARDED: 'Discarded',
};

/** While it can still be changed. */
const OPEN: readonly ScenarioState[] = ['DRAFT', 'SHARED'];

const LEGAL_IN = {
  'scenario:view': SCENARIO_STATES,
  'scenario:edit': OPEN,
  'scenario:share': OPEN,
  'scenario:comment': ['DRAFT', 'SHARED', 'PUBLISHED'],
  'scenario:catch-up': OPEN,
  'scenario:publish': OPEN,
  'scenario:discard': OPEN,
} as const satisfies Record<`scenario:${string}`, readonly ScenarioState[]>;
export type StandingScenarioAction = keyof typeof LEGAL_IN;

/** Everything that makes sense in the state, whoever asks. */
export function legalScenarioActions(state: ScenarioState): StandingScenarioAction[] {
  const actions: readonly StandingScenarioAction[] = [
    'scenario:view',
    'scenario:edit',
    'scenario:share',
    'scenario:comment',
    'scenario:catch-up',
    'scenario:publish',
    'scenario:discard',
  ];
  return actions.filter((action) => isLegal(state, action));
}

/** What an action is refused with where it is of no use; null where it is legal. */
export function refuseUnlessLegalForScenario(state: ScenarioState, action: StandingScenarioAction): Refusal | null {
  if (isLegal(state, action)) return null;
  return refuseScenario('SCENARIO_IN_OTHER_STATE', { state, action, legal: legalScenarioActions(state) });
}

function isLegal(state: ScenarioState, action: StandingScenarioAction): boolean {
  const states: readonly ScenarioState[] = LEGAL_IN[action];
  return states.includes(state);
}
