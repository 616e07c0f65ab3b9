import { type PermissionRow, SPECIMEN, reach, specimenActors } from '../permission-row.js';
import { CADENCE_ACTIONS, OCCURRENCE_ACTIONS, canOnCadence, canOnOccurrence } from './cadence-policy.js';

/** Role x action -> where, found by asking the policy itself about meetings of the scope in which the role is held. */
export function cadencePermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) => [
    ...CADENCE_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(
        (side) =>
          canOnCadence(actor, action, { scopeKind: scope, place: SPECIMEN[side], isOfOwnChapter: false }).allowed,
      ),
    })),
    ...OCCURRENCE_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, personId) => {
        const isOwn = personId === SPECIMEN.actorId;
        return canOnOccurrence(actor, action, {
          scopeKind: scope,
          place: SPECIMEN[side],
          isOfOwnChapter: false,
          fixedFacilitatorId: personId,
          facilitatorId: personId,
          isInvited: isOwn,
          outcomeById: personId,
        }).allowed;
      }),
    })),
  ]);
}
