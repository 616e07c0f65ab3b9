import { type PermissionRow, SPECIMEN, type Side, reach, specimenActors } from '../permission-row.js';
import { IMPEDIMENT_ACTIONS, type ImpedimentFacts, can } from './impediment-policy.js';

/**
 * Role x action -> where, found by asking the policy itself. "Own" is what one raised or owns; "own scope" is
 * what one's team raised, and for adding and removing teams the team itself.
 */
export function impedimentPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    IMPEDIMENT_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, personId) => can(actor, action, specimenFacts(side, personId)).allowed),
    })),
  );
}

function specimenFacts(side: Side, personId: string): ImpedimentFacts {
  const { teamId, areaId } = SPECIMEN[side];
  return {
    state: 'RAISED',
    raisedById: personId,
    ownerId: personId,
    raisingTeamId: teamId,
    raisingAreaId: areaId,
    affectedTeamIds: [teamId],
    teamId,
  };
}
