import type { Place } from '@chapterhouse/domain/actor';
import {
  accountableFor,
  type AbsenceFact,
  type AccountabilityAnswer,
  type AssignmentFact,
} from '@chapterhouse/domain/organization/accountability';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { areaObject, type Area } from './area.graphql.js';
import { ASSIGNMENT_FACT } from './organization-overview.read.js';
import { PeopleRead } from './people.read.js';
import { PeopleRepository } from './people.repository.js';
import { personObject, type Person } from './person.graphql.js';
import { type Product, productObject } from './product.graphql.js';
import { StructureRead } from './structure.read.js';
import { StructureRepository } from './structure.repository.js';
import { teamObject, type Team } from './team.graphql.js';

/** How other features turn ids of this one into things, and ask who answers. Ids are the database's. */
@Injectable()
export class OrganizationReferences {
  constructor(
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(PeopleRead) private readonly people: PeopleRead,
    @Inject(PeopleRepository) private readonly peopleRows: PeopleRepository,
    @Inject(StructureRepository) private readonly structureRows: StructureRepository,
  ) {}

  /** Undefined when the viewer's organization has none of this id. All teams and areas are one load per request. */
  async team(context: GraphqlContext, id: string): Promise<Team | undefined> {
    const row = (await this.structures.of(context)).teams.get(id);
    return row && teamObject(row);
  }

  async area(context: GraphqlContext, id: string): Promise<Area | undefined> {
    const row = (await this.structures.of(context)).areas.get(id);
    return row && areaObject(row);
  }

  async product(context: GraphqlContext, id: string): Promise<Product | undefined> {
    const row = (await this.structures.of(context)).products.get(id);
    return row && productObject(row);
  }

  /** Areas and teams of a product, each with what contains it, archived ones too. */
  async placesIn(context: GraphqlContext, productId: string): Promise<Place[]> {
    const structure = await this.structures.of(context);
    return structure
      .areasOf(productId)
      .flatMap(({ id }) => [
        structure.placeOf('AREA', id),
        ...structure.teamsOf(id).map((team) => structure.placeOf('TEAM', team.id)),
      ]);
  }

  /** The area and product that contain the team. */
  async placeOfTeam(context: GraphqlContext, id: string): Promise<Place> {
    return (await this.structures.of(context)).placeOf('TEAM', id);
  }

  /** As `placeOfTeam`, in a transaction that is open already; undefined for a team of nobody here. */
  placeOfTeamIn(tx: Tx, id: string): Promise<Required<Place> | undefined> {
    return tx.one<Required<Place> & Record<string, unknown>>(
      `select t.id as "teamId", a.id as "areaId", a.product_id as "productId"
         from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
        where t.organization_id = $1 and t.id = $2`,
      [tx.organizationId, id],
    );
  }

  /** Batched: the people of a whole answer are one statement. */
  person(context: GraphqlContext, id: string): Promise<Person | undefined> {
    return this.people.byId(context, id);
  }

  /** In a transaction that is open already: people by the database's ids, for services. @param today YYYY-MM-DD where the organization is */
  async peopleIn(tx: Tx, ids: string[], today: string): Promise<Map<string, Person>> {
    const rows = await this.peopleRows.byIds(tx, ids, today);
    return new Map(rows.map((row) => [row.id, personObject(row)]));
  }

  /** As `peopleIn`, archived teams too. */
  async teamsIn(tx: Tx, ids: string[]): Promise<Map<string, Team>> {
    const rows = await this.structureRows.teamsById(tx, ids);
    return new Map(rows.map((row) => [row.id, teamObject(row)]));
  }

  /** @param at YYYY-MM-DD where the organization is */
  async accountableFor(tx: Tx, scopeId: string, role: Role, at: string): Promise<AccountabilityAnswer> {
    const assignments = await tx.query<AssignmentFact & Record<string, unknown>>(
      `select ${ASSIGNMENT_FACT} from role_assignments
        where organization_id = $1 and scope_id = $2 and role = $3 and during @> $4::date`,
      [tx.organizationId, scopeId, role, at],
    );
    const absences = await tx.query<AbsenceFact & Record<string, unknown>>(
      `select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
        where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3`,
      [tx.organizationId, assignments.map((held) => held.personId), at],
    );
    return accountableFor({ assignments, absences }, scopeId, role, at);
  }
}
