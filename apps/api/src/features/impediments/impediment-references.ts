import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences, type Person, type Team } from '../organization/public.js';
import type { ImpedimentRow } from './impediment-row.js';
import { refuseField } from './refuse-problems.js';

/** People and teams by the database's ids; asking for one that was not loaded is a fault. */
export interface PeopleAndTeams {
  person(this: void, id: string): Person;
  team(this: void, id: string): Team;
}

/** The people and teams around impediments, joined in memory: two statements for any number of impediments. */
@Injectable()
export class ImpedimentReferences {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  /** @param today YYYY-MM-DD where the organization is: who is away depends on it */
  around(tx: Tx, today: string, rows: readonly ImpedimentRow[]): Promise<PeopleAndTeams> {
    const personIds = rows.flatMap((row) => (row.owner_id === null ? [row.raised_by] : [row.raised_by, row.owner_id]));
    const teamIds = rows.flatMap((row) => [row.raising_team_id, ...row.team_ids]);
    return this.load(tx, today, personIds, teamIds);
  }

  /** Those of the ids that are people of this organization; the others are passed over, whoever has them. */
  async knownPeople(tx: Tx, today: string, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    return ids.length === 0 ? new Map() : this.organization.peopleIn(tx, distinct(ids), today);
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
    const people =
      personIds.length === 0
        ? new Map<string, Person>()
        : await this.organization.peopleIn(tx, distinct(personIds), today);
    const teams =
      teamIds.length === 0 ? new Map<string, Team>() : await this.organization.teamsIn(tx, distinct(teamIds));
    return { person: (id) => people.get(id) ?? notFound(), team: (id) => teams.get(id) ?? notFound() };
  }
}

function notFound(): never {
  throw refusePlatform('NOT_FOUND', {});
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
