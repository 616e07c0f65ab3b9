import type { Role } from '@chapterhouse/domain/organization/role';
import type { TestOrganization, TestPerson } from '../world.js';

/** Everybody whom the table of expectations speaks of. */
export const ACTORS = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'otherAreaProductOwner',
  'scrumOfScrumsMaster',
  'productOwner',
  'scrumMaster',
  'otherScrumMaster',
  'technicalLead',
  'developer',
  'otherDeveloper',
  'agileCoach',
  'executive',
  'stakeholder',
  'nobody',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** Where they hold their roles; the database's ids. */
export interface ActorPlaces {
  area: string;
  otherArea: string;
  team: string;
  otherTeam: string;
}

/** Each with a session; the Scrum Master without the role yet, for its assignment is a thing of the stage. */
export async function stagedActors(
  organization: TestOrganization,
  mark: string,
  { area, otherArea, team, otherTeam }: ActorPlaces,
): Promise<Record<ActorName, TestPerson>> {
  const holder = (name: string, role: Role, scope: Record<string, string> = {}) =>
    organization.holder(`${mark} ${name}`, role, scope);
  return {
    administrator: await holder('administrator', 'ADMINISTRATOR'),
    chiefProductOwner: await holder('cpo', 'CHIEF_PRODUCT_OWNER', { product_id: organization.productId }),
    areaProductOwner: await holder('apo', 'AREA_PRODUCT_OWNER', { area_id: area }),
    otherAreaProductOwner: await holder('other apo', 'AREA_PRODUCT_OWNER', { area_id: otherArea }),
    scrumOfScrumsMaster: await holder('sosm', 'SCRUM_OF_SCRUMS_MASTER', { area_id: area }),
    productOwner: await holder('po', 'PRODUCT_OWNER', { team_id: team }),
    scrumMaster: await organization.person(`${mark} sm`),
    otherScrumMaster: await holder('other sm', 'SCRUM_MASTER', { team_id: otherTeam }),
    technicalLead: await holder('tl', 'TECHNICAL_LEAD', { area_id: area }),
    developer: await holder('dev', 'DEVELOPER', { team_id: team }),
    otherDeveloper: await holder('other dev', 'DEVELOPER', { team_id: otherTeam }),
    agileCoach: await holder('coach', 'AGILE_COACH'),
    executive: await holder('executive', 'EXECUTIVE_ACTION_TEAM'),
    stakeholder: await holder('stakeholder', 'STAKEHOLDER', { product_id: organization.productId }),
    nobody: await organization.person(`${mark} nobody`),
  };
}
