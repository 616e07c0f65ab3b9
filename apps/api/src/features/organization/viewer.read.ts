import { mayFoundSomewhere } from '@chapterhouse/domain/chapters/chapter-policy';
import { can as canWithImpediments } from '@chapterhouse/domain/impediments/impediment-policy';
import { viewerCanOnOrganization } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '../../platform/auth/action.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { ORGANIZATION_COLUMNS, organizationObject, type OrganizationRow } from './organization.graphql.js';
import { personObject, type Person, type PersonRow } from './person.graphql.js';
import { teamObject, type TeamRow } from './team.graphql.js';
import type { Viewer as ViewerObject } from './accounts.graphql.js';

/** The signed-in person with their organization and the teams in which they have a role today. */
@Injectable()
export class ViewerRead {
  constructor(@Inject(Database) private readonly database: Database) {}

  async load(viewer: Viewer): Promise<ViewerObject> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const organization = await tx.one<OrganizationRow & Record<string, unknown>>(
        `select ${ORGANIZATION_COLUMNS} from organizations where organization_id = $1`,
        [tx.organizationId],
      );
      const person = await tx.one<PersonRow & Record<string, unknown>>(PERSON, [
        tx.organizationId,
        viewer.personId,
        viewer.today,
      ]);
      if (!organization || !person) throw new Error('The session outlived its person.');
      const teams = await tx.query<TeamRow & Record<string, unknown>>(TEAMS, [
        tx.organizationId,
        viewer.personId,
        viewer.today,
      ]);
      return {
        id: globalId('Viewer', viewer.personId),
        person: personObject(person),
        organization: organizationObject(organization),
        teams: teams.map(teamObject),
        can: actionsOf(viewer),
      };
    });
  }

  /** People of the viewer's organization by the database's ids, in one statement. */
  async people(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Person>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) =>
      tx.query<PersonRow & Record<string, unknown>>(PEOPLE, [tx.organizationId, ids, viewer.today]),
    );
    return new Map(rows.map((row) => [row.id, personObject(row)]));
  }
}

function actionsOf(viewer: Viewer): Action[] {
  const raises = canWithImpediments(viewer.actor, 'impediment:raise').allowed;
  return [
    ...viewerCanOnOrganization(viewer.actor),
    ...(raises ? (['impediment:raise'] as const) : []),
    ...(mayFoundSomewhere(viewer.actor) ? (['chapter:create'] as const) : []),
  ];
}

const EVERYBODY = `
  select p.id, p.name, p.email, p.deactivated_at, p.version, a.person_id is not null as has_account,
         exists (select from absences b where b.organization_id = p.organization_id and b.person_id = p.id
                  and b.starts_on <= $3 and b.ends_before > $3) as absent_today
    from people p left join accounts a on a.organization_id = p.organization_id and a.person_id = p.id and a.disabled_at is null
   where p.organization_id = $1`;
const PERSON = `${EVERYBODY} and p.id = $2`;
const PEOPLE = `${EVERYBODY} and p.id = any($2::uuid[])`;

const TEAMS = `
  select t.id, t.area_id, t.name, t.purpose, t.archived_on, t.version
    from teams t
   where t.organization_id = $1 and t.archived_on is null
     and exists (select from role_assignments r where r.organization_id = t.organization_id and r.team_id = t.id
                  and r.person_id = $2 and r.during @> $3::date)
   order by lower(t.name), t.id`;
