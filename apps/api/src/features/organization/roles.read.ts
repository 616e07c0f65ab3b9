import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { lastsOn } from '@chapterhouse/domain/organization/date-range';
import { grouped } from './grouped.js';
import { PeopleRepository } from './people.repository.js';
import { viewerOf } from './people.read.js';
import { roleAssignmentObject, type RoleAssignment } from './role-assignment.graphql.js';
import { RolesRepository, type RoleFacts } from './roles.repository.js';

/** Which assignments of a scope or person: those of a day, or all, past and future too. */
export interface Which {
  on?: string | null | undefined;
  all?: boolean | null | undefined;
}

/** What a policy asks of a person. */
export interface Standing {
  /** Of today and later. */
  roles: RoleFacts[];
  invited: boolean;
}

/** Assignments by scope and by person, one statement for all that a request asks about. Ids are the database's. */
@Injectable()
export class RolesRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RolesRepository) private readonly repository: RolesRepository,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
  ) {}

  async ofScope(context: GraphqlContext, scopeId: string, which: Which): Promise<RoleAssignment[]> {
    const viewer = viewerOf(context);
    const rows = await loaderOf(context, 'organization: roles by scope', (ids) =>
      this.database.transaction(scopeOf(viewer), async (tx) =>
        grouped(await this.repository.ofScopes(tx, ids), (row) => row.scope_id),
      ),
    ).load(scopeId);
    return chosen(rows, which, viewer.today);
  }

  async ofPerson(context: GraphqlContext, personId: string, which: Which): Promise<RoleAssignment[]> {
    const viewer = viewerOf(context);
    const rows = await loaderOf(context, 'organization: roles by person', (ids) =>
      this.database.transaction(scopeOf(viewer), async (tx) =>
        grouped(await this.repository.ofPeople(tx, ids), (row) => row.person_id),
      ),
    ).load(personId);
    return chosen(rows, which, viewer.today);
  }

  async standing(context: GraphqlContext, personId: string): Promise<Standing> {
    const viewer = viewerOf(context);
    const standing = await loaderOf(context, 'organization: standing', (ids) =>
      this.database.transaction(scopeOf(viewer), async (tx) => {
        const held = await this.repository.ofPeople(tx, ids);
        const invited = await this.people.invited(tx, ids);
        const lasting = held.filter((row) => row.ends_before === null || row.ends_before > viewer.today);
        const roles = grouped(lasting, (row) => row.person_id);
        return new Map(ids.map((id) => [id, { roles: roles.get(id) ?? [], invited: invited.has(id) }]));
      }),
    ).load(personId);
    return standing ?? { roles: [], invited: false };
  }
}

function chosen(rows: RoleFacts[] | undefined, { on, all }: Which, today: string): RoleAssignment[] {
  const day = on ?? (all === true ? null : today);
  return (rows ?? [])
    .filter((row) => day === null || lastsOn({ startsOn: row.starts_on, endsBefore: row.ends_before }, day))
    .map(roleAssignmentObject);
}
