import {
  accountableFor,
  type AbsenceFact,
  type AssignmentFact,
} from '@chapterhouse/domain/organization/accountability';
import {
  organizationWarnings,
  type OrganizationWarningFact,
} from '@chapterhouse/domain/organization/organization-warnings';
import { EXCLUSIVE_ROLES, SCOPES_OF_ROLE, type Role, type ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import type { Accountability, OrganizationWarning } from './accountability.graphql.js';
import { grouped } from './grouped.js';
import { viewerOf } from './people.read.js';
import { PeopleRepository } from './people.repository.js';
import { personObject, type Person } from './person.graphql.js';
import type { Structure } from './structure.js';
import { StructureRead } from './structure.read.js';
import { teamObject } from './team.graphql.js';

/** Shown also while nobody has them; other roles of one holder only where somebody has. */
const EXPECTED: readonly Role[] = ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER', 'SCRUM_MASTER'];

/** Who held what in the whole organization on a day, and who was away. */
interface Day {
  on: string;
  byScope: Map<string, AssignmentFact[]>;
  absences: AbsenceFact[];
  people: Map<string, Person>;
}

/**
 * Who answers for what, and what to look at, for all scopes of an organization on a day: three statements per request
 * and day, however many scopes are asked about.
 */
@Injectable()
export class OrganizationOverviewRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(StructureRead) private readonly structures: StructureRead,
  ) {}

  /** @param on YYYY-MM-DD; today when not given */
  async accountabilities(
    context: GraphqlContext,
    kind: ScopeKind,
    scopeId: string,
    on?: string | null,
  ): Promise<Accountability[]> {
    const structure = await this.structures.of(context);
    const day = await this.day(context, on);
    const assignments = day.byScope.get(scopeId) ?? [];
    const roles = EXCLUSIVE_ROLES.filter(
      (role) =>
        SCOPES_OF_ROLE[role].includes(kind) &&
        (EXPECTED.includes(role) || assignments.some((held) => held.role === role)),
    );
    return roles.map((role) => {
      const answer = accountableFor({ assignments, absences: day.absences }, scopeId, role, day.on);
      return {
        role,
        scope: structure.scope(kind, scopeId),
        holder: personOf(day, answer.personId),
        because: answer.because,
        primary: personOf(day, answer.primaryPersonId),
        primaryAbsentUntil: answer.primaryAbsentUntil,
      };
    });
  }

  async warnings(context: GraphqlContext, on?: string | null): Promise<OrganizationWarning[]> {
    const structure = await this.structures.of(context);
    const day = await this.day(context, on);
    const facts = {
      assignments: [...day.byScope.values()].flat(),
      absences: day.absences,
      products: [...structure.products.values()],
      areas: [...structure.areas.values()].map(closing),
      teams: [...structure.teams.values()].map(closing),
    };
    return organizationWarnings(facts, day.on).map((warning) => warningObject(warning, structure, day));
  }

  private async day(context: GraphqlContext, on: string | null | undefined): Promise<Day> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, OrganizationOverviewRead, (days) =>
      this.database.transaction(scopeOf(viewer), async (tx) => {
        const found = new Map<string, Day>();
        for (const day of days) found.set(day, await this.load(tx, viewer, day));
        return found;
      }),
    );
    const day = await loader.load(on ?? viewer.today);
    if (!day) throw new Error('The day was loaded and is not there.');
    return day;
  }

  private async load(tx: Tx, viewer: Viewer, on: string): Promise<Day> {
    const assignments = await tx.query<AssignmentFact & Row>(ASSIGNMENTS, [tx.organizationId, on]);
    const absences = await tx.query<AbsenceFact & Row>(ABSENCES, [tx.organizationId, on]);
    const ids = [...new Set(assignments.map((held) => held.personId))];
    const people = await this.people.byIds(tx, ids, viewer.today);
    return {
      on,
      byScope: grouped(assignments, (held) => held.scopeId),
      absences,
      people: new Map(people.map((row) => [row.id, personObject(row)])),
    };
  }
}

function warningObject(warning: OrganizationWarningFact, structure: Structure, day: Day): OrganizationWarning {
  const kind = warning.scopeId === null ? undefined : structure.kindOf(warning.scopeId);
  return {
    code: warning.code,
    role: warning.role,
    scope: warning.scopeId !== null && kind ? structure.scope(kind, warning.scopeId) : null,
    people: warning.personIds.flatMap((id) => day.people.get(id) ?? []),
    teams: warning.teamIds.flatMap((id) => {
      const team = structure.teams.get(id);
      return team ? [teamObject(team)] : [];
    }),
  };
}

function personOf(day: Day, id: string | null): Person | null {
  return (id !== null && day.people.get(id)) || null;
}

function closing(row: { id: string; archived_on: string | null }): { id: string; archivedOn: string | null } {
  return { id: row.id, archivedOn: row.archived_on };
}

type Row = Record<string, unknown>;

export const ASSIGNMENT_FACT = `id, person_id as "personId", role, kind, scope_id as "scopeId", share_percent as "sharePercent",
  starts_on as "startsOn", ends_before as "endsBefore"`;

const ASSIGNMENTS = `select ${ASSIGNMENT_FACT} from role_assignments where organization_id = $1 and during @> $2::date`;

/** Also those to come: absences that touch are one. */
const ABSENCES = `select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore"
  from absences where organization_id = $1 and ends_before > $2`;
