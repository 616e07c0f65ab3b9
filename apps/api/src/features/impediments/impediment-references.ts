import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import type { Person, Team } from '../organization/public.js';
import type { ImpedimentRow } from './impediment-row.js';
import { refuseField } from './refuse-problems.js';

/** People and teams by the database's ids; asking for one that was not loaded is a fault. */
export interface PeopleAndTeams {
  person(this: void, id: string): Person;
  team(this: void, id: string): Team;
}

/** The people and teams around impediments, joined in memory: one statement for any number of impediments. */
@Injectable()
export class ImpedimentReferences {
  /** @param today YYYY-MM-DD where the organization is: who is away depends on it */
  around(tx: Tx, today: string, rows: readonly ImpedimentRow[]): Promise<PeopleAndTeams> {
    const personIds = rows.flatMap((row) => (row.owner_id === null ? [row.raised_by] : [row.raised_by, row.owner_id]));
    const teamIds = rows.flatMap((row) => [row.raising_team_id, ...row.team_ids]);
    return this.load(tx, today, personIds, teamIds);
  }

  people(tx: Tx, today: string, ids: readonly string[]): Promise<PeopleAndTeams> {
    return this.load(tx, today, ids, []);
  }

  async teams(tx: Tx, today: string, ids: readonly string[]): Promise<Map<string, Team>> {
    if (ids.length === 0) return new Map();
    const { team } = await this.load(tx, today, [], ids);
    return new Map(ids.map((id) => [id, team(id)]));
  }

  /** @throws NOT_FOUND */
  async person(tx: Tx, today: string, id: string): Promise<Person> {
    return (await this.load(tx, today, [id], [])).person(id);
  }

  /** @throws NOT_FOUND */
  async team(tx: Tx, today: string, id: string): Promise<Team> {
    return (await this.load(tx, today, [], [id])).team(id);
  }

  /** Somebody who gets a duty. @throws NOT_FOUND; INVALID_INPUT for somebody who has left */
  async personToCount(tx: Tx, today: string, id: string, field: string): Promise<Person> {
    const person = await this.person(tx, today, id);
    if (person.deactivatedAt !== null) refuseField(field, 'This person has left; choose somebody else.');
    return person;
  }

  /** Teams that something concerns from now on, in the order of the ids. @throws NOT_FOUND; INVALID_INPUT for an archived team */
  async teamsToCount(tx: Tx, today: string, ids: readonly string[], field: string): Promise<Team[]> {
    const teams = [...(await this.teams(tx, today, ids)).values()];
    const archived = teams.find((team) => team.archivedOn !== null && team.archivedOn <= today);
    if (archived) refuseField(field, `The team ${archived.name} is archived; choose another one.`);
    return teams;
  }

  private async load(
    tx: Tx,
    today: string,
    personIds: readonly string[],
    teamIds: readonly string[],
  ): Promise<PeopleAndTeams> {
    const rows = await tx.query<ReferenceRow>(REFERENCES, [
      tx.organizationId,
      [...new Set(personIds)],
      [...new Set(teamIds)],
      today,
    ]);
    const people = new Map<string, Person>();
    const teams = new Map<string, Team>();
    for (const row of rows) {
      if (row.is_person) people.set(row.id, personOf(row));
      else teams.set(row.id, teamOf(row));
    }
    return { person: (id) => people.get(id) ?? notFound(), team: (id) => teams.get(id) ?? notFound() };
  }
}

function notFound(): never {
  throw refusePlatform('NOT_FOUND', {});
}

interface ReferenceRow {
  is_person: boolean;
  id: string;
  name: string;
  version: number;
  purpose: string;
  archived_on: string | null;
  email: string | null;
  deactivated_at: string | null;
  has_account: boolean;
  absent_today: boolean;
}

function personOf(row: ReferenceRow): Person {
  return {
    id: globalId('Person', row.id),
    name: row.name,
    email: row.email,
    hasAccount: row.has_account,
    deactivatedAt: row.deactivated_at,
    absentToday: row.absent_today,
    version: row.version,
  };
}

function teamOf(row: ReferenceRow): Team {
  return {
    id: globalId('Team', row.id),
    name: row.name,
    purpose: row.purpose,
    archivedOn: row.archived_on,
    version: row.version,
  };
}

const REFERENCES = `
  select true as is_person, p.id, p.name, p.version, '' as purpose, null::date as archived_on, p.email, p.deactivated_at,
         exists (select from accounts c where c.organization_id = p.organization_id and c.person_id = p.id
                    and c.disabled_at is null) as has_account,
         exists (select from absences s where s.organization_id = p.organization_id and s.person_id = p.id
                    and s.starts_on <= $4::date and s.ends_before > $4::date) as absent_today
    from people p where p.organization_id = $1 and p.id = any($2::uuid[])
  union all
  select false, t.id, t.name, t.version, t.purpose, t.archived_on, null, null, false, false
    from teams t where t.organization_id = $1 and t.id = any($3::uuid[])`;
