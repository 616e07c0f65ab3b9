import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { COMMUNITY_ACTIONS, canOnCommunity } from './community-policy.js';

/**
 * Role x action -> where, found by asking the policy itself. "Own" is what one wrote, or a community that one facilitates:
 * membership is nobody's role.
 */
export function communityPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    COMMUNITY_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, personId) => {
        const isOwn = personId === SPECIMEN.actorId;
        return canOnCommunity(actor, action, {
          isMember: isOwn && action !== 'community:join',
          isFacilitator: isOwn,
          isFacilitated: true,
          isOwn,
          trialTeamId: SPECIMEN[side].teamId,
        }).allowed;
      }),
    })),
  );
}
