import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { DECISION_ACTIONS, canOnDecision } from './decision-policy.js';

/**
 * Role x action -> where, found by asking the policy itself. "Own" is what one proposed, or what the delegation trusts one
 * with: no role decides by itself.
 */
export function decisionPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    DECISION_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_, personId) => {
        const own = [personId];
        return canOnDecision(actor, action, {
          state: 'PROPOSED',
          proposedById: personId,
          decisionMakerIds: own,
          decidedById: personId,
          mayAcceptIds: own,
          mayVetoIds: own,
          askedIds: own,
          vetoEndsAt: null,
        }).allowed;
      }),
    })),
  );
}
