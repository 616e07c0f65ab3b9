import type { Refusal } from '../refusal.js';
import type { GoalState } from './goal-fields.js';
import type { GoalAction } from './priorities-policy.js';
import { refuseItem } from './priorities-refusals.js';

const LEGAL_IN: Record<GoalAction, readonly GoalState[]> = {
  'goal:view': ['PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED'],
  'goal:create': [],
  'goal:edit': ['PLANNED', 'ACTIVE'],
  // What ended may be taken up again.
  'goal:activate': ['PLANNED', 'ACHIEVED', 'ABANDONED'],
  'goal:end': ['PLANNED', 'ACTIVE'],
};

export function isLegalForGoal(state: GoalState, action: GoalAction): boolean {
  return LEGAL_IN[action].includes(state);
}

/** The refusal where the state does not allow it; null where it is legal. */
export function refuseUnlessLegalForGoal(state: GoalState, action: GoalAction): Refusal | null {
  return isLegalForGoal(state, action) ? null : refuseItem('GOAL_IN_OTHER_STATE', { state, action });
}
