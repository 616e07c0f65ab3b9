import { useQuery } from '@apollo/client/react';
import type { Actor } from '@chapterhouse/domain/actor';
import { assignableRoles } from '@chapterhouse/domain/organization/organization-viewer-can';
import { ROLES, type Role, SCOPES_OF_ROLE } from '@chapterhouse/domain/organization/role';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { useToday } from '../../../platform/dates/use-today';
import type { ScopeRef } from '../dialogs/dialog-request';
import { PLACES } from '../organization.operations';
import { type KnownPlace, knownPlaces } from './places';
import { VIEWER_ROLES } from './roles.operations';

export type AssignableRoles = {
  /** Roles that belong to such a scope and that the viewer may give there; the server decides in the end. */
  rolesIn: (scope: ScopeRef) => Role[];
  /** Where the viewer may give any role. */
  places: KnownPlace[];
};

/** Asks the shared rules, with what the viewer holds today. */
export function useAssignableRoles(): AssignableRoles {
  const { organization } = useViewer();
  const today = useToday();
  const places = useQuery(PLACES);
  const viewer = useQuery(VIEWER_ROLES, { variables: { on: today } });
  const known = places.data ? knownPlaces(places.data) : [];
  const person = viewer.data?.viewer?.person;

  const rolesIn = (scope: ScopeRef): Role[] => {
    const place = known.find(({ id }) => id === scope.id);
    if (!person || !place) return ROLES.filter((role) => SCOPES_OF_ROLE[role].includes(scope.kind));
    const actor: Actor = {
      personId: person.id,
      organizationId: organization.id,
      assignments: person.assignments.map(actorAssignment),
      today,
    };
    return assignableRoles(actor, scope.kind, place.within);
  };
  return { rolesIn, places: known.filter(({ viewerCan }) => viewerCan.includes('role:assign')) };
}

function actorAssignment(held: HeldAssignmentFragment): Actor['assignments'][number] {
  const { role, kind, scope, startsOn, endsBefore } = held;
  const idOf = (wanted: ScopeRef['kind']) => (scope.kind === wanted ? scope.id : null);
  return {
    role,
    kind,
    productId: idOf('PRODUCT'),
    areaId: idOf('AREA'),
    teamId: idOf('TEAM'),
    startsOn: startsOn ?? null,
    endsBefore: endsBefore ?? null,
  };
}
