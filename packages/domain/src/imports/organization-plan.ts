import { planAbsences } from './absence-plan.js';
import { ImportTally } from './import-outcome.js';
import { NOBODY_MATCHED, type PersonMatcher } from './jira-people.js';
import type { OrganizationFile } from './organization-file.js';
import type { OrganizationWrites, PlanTools } from './organization-writes.js';
import { planPeople } from './people-plan.js';
import { planPlaces } from './place-plan.js';
import type { PresentOrganization } from './present-organization.js';
import { planRoles } from './role-plan.js';

/** What the parts of a plan share. */
export interface PlanDesk {
  organizationId: string;
  file: OrganizationFile;
  present: PresentOrganization;
  tools: PlanTools;
  tally: ImportTally;
  writes: OrganizationWrites;
}

export interface OrganizationPlan {
  writes: OrganizationWrites;
  tally: ImportTally;
  /** The id here of each place of the file, by `kind:key`. */
  placeIds: Map<string, string>;
  /** The id here of each person of the file, by `source:key`. */
  personIds: Map<string, string>;
}

/**
 * Compares a file with the organization and says what to do. What the file said last time and says again is left
 * alone, even when somebody has changed it here since; identities go into `present.identities`.
 */
export function planOrganization(
  organizationId: string,
  file: OrganizationFile,
  present: PresentOrganization,
  tools: PlanTools,
  tally = new ImportTally(),
  matcher: PersonMatcher = NOBODY_MATCHED,
): OrganizationPlan {
  const writes: OrganizationWrites = { places: [], people: [], roles: [], absences: [] };
  const desk: PlanDesk = { organizationId, file, present, tools, tally, writes };
  const places = planPlaces(desk);
  const personIds = planPeople(desk, matcher);
  planRoles(desk, places, personIds);
  planAbsences(desk, personIds);
  return { writes, tally, placeIds: places.ids, personIds };
}
