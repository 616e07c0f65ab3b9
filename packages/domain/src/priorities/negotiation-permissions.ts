import { type PermissionRow, reach, type Side, SPECIMEN, specimenActors } from '../permission-row.js';
import { canOnDependency, DEPENDENCY_ACTIONS } from './dependency-policy.js';
import { mayEditItem } from './priorities-policy.js';
import { canCreateScenario, canOnScenario, SCENARIO_ACTIONS } from './scenario-policy.js';

/** Of a dependency between features: the side of the item that needs it, or of the one that provides it, is the scope. */
export function dependencyPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    DEPENDENCY_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side) => {
        const mayEdit = mayEditItem(actor, { ...SPECIMEN[side], tier: 'FEATURE' });
        const facts = { mayEditConsumer: mayEdit, mayEditProvider: mayEdit, providerPlace: SPECIMEN[side] };
        return canOnDependency(actor, action, facts).allowed;
      }),
    })),
  );
}

/** Of a scenario that its owner shared. */
export function scenarioPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    SCENARIO_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, ownerId) =>
        action === 'scenario:create'
          ? canCreateScenario(actor, placesOf(side)).allowed
          : canOnScenario(actor, action, { state: 'SHARED', ownerId, productId: SPECIMEN[side].productId }).allowed,
      ),
    })),
  );
}

function placesOf(side: Side): { productId: string; areaIds: string[]; teamIds: string[] } {
  const { productId, areaId, teamId } = SPECIMEN[side];
  return { productId, areaIds: [areaId], teamIds: [teamId] };
}
