import { createHash } from 'node:crypto';
import type { Role, RoleKind } from '@chapterhouse/domain/organization/role';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/database/new-id.js';
import type { SessionStore } from '../src/platform/auth/session-store.js';

/** Somebody in the story, with a session. Ids are the database's, without their type. */
export interface TestPerson {
  id: string;
  name: string;
  cookie: string;
  organizationId: string;
}

export interface RoleOptions {
  kind?: RoleKind;
  startsOn?: string | null;
  endsBefore?: string | null;
  sharePercent?: number;
}

/** Tells stories: `const house = await world.organization('Harbour'); const team = await house.team('Payments'); await team.scrumMaster('Ana')`. */
export class World {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
  ) {}

  async organization(name: string, timeZone = 'UTC'): Promise<TestOrganization> {
    const id = newId();
    const productId = newId();
    const slug = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${id.slice(-6)}`;
    await this.database.transaction({ organizationId: id }, async (tx) => {
      await tx.run('insert into organizations (organization_id, slug, name, time_zone) values ($1, $2, $3, $4)', [
        id,
        slug,
        name,
        timeZone,
      ]);
      await tx.run(`insert into doorways (organization_id, kind, key_hash) values ($1, 'slug', $2)`, [
        id,
        createHash('sha256').update(`slug:${slug}`).digest(),
      ]);
      await tx.run('insert into impediment_counters (organization_id) values ($1)', [id]);
      await tx.run(
        `insert into impediment_levels (organization_id, level, name, clock_working_hours)
         values ($1, 1, 'Team', 16), ($1, 2, 'Scrum of Scrums', 40), ($1, 3, 'Executive Action Team', 80)`,
        [id],
      );
      await tx.run('insert into products (organization_id, id, name) values ($1, $2, $3)', [
        id,
        productId,
        `${name} product`,
      ]);
    });
    return new TestOrganization(this.database, this.sessions, id, slug, productId);
  }
}

export class TestOrganization {
  private area: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    readonly id: string,
    readonly slug: string,
    /** The one product of the story. */
    readonly productId: string,
  ) {}

  async areaNamed(name: string): Promise<string> {
    return this.insert('areas', { product_id: this.productId, name });
  }

  /** A team, in the story's first area when none is named. */
  async team(name: string, areaId?: string): Promise<TestTeam> {
    this.area ??= areaId ?? (await this.areaNamed('First area'));
    const inArea = areaId ?? this.area;
    return new TestTeam(this, await this.insert('teams', { area_id: inArea, name }), inArea);
  }

  async person(name: string): Promise<TestPerson> {
    const id = await this.insert('people', { name });
    const cookie = await this.database.transaction({ organizationId: this.id }, (tx) => this.sessions.start(tx, id));
    return { id, name, cookie, organizationId: this.id };
  }

  administrator(name: string): Promise<TestPerson> {
    return this.holder(name, 'ADMINISTRATOR');
  }
  chiefProductOwner(name: string): Promise<TestPerson> {
    return this.holder(name, 'CHIEF_PRODUCT_OWNER', { product_id: this.productId });
  }
  agileCoach(name: string): Promise<TestPerson> {
    return this.holder(name, 'AGILE_COACH');
  }
  stakeholder(name: string): Promise<TestPerson> {
    return this.holder(name, 'STAKEHOLDER', { product_id: this.productId });
  }
  scrumOfScrumsMaster(name: string, areaId?: string): Promise<TestPerson> {
    return this.holder(name, 'SCRUM_OF_SCRUMS_MASTER', areaId ? { area_id: areaId } : {});
  }
  areaProductOwner(name: string, areaId: string): Promise<TestPerson> {
    return this.holder(name, 'AREA_PRODUCT_OWNER', { area_id: areaId });
  }

  /** A new person with one role. */
  async holder(
    name: string,
    role: Role,
    scope: Record<string, string> = {},
    options: RoleOptions = {},
  ): Promise<TestPerson> {
    const person = await this.person(name);
    await this.assign(person, role, scope, options);
    return person;
  }

  /** @param scope one of `product_id`, `area_id`, `team_id`, or nothing for the organization */
  assign(
    person: TestPerson,
    role: Role,
    scope: Record<string, string> = {},
    options: RoleOptions = {},
  ): Promise<string> {
    return this.insert('role_assignments', {
      person_id: person.id,
      role,
      kind: options.kind ?? 'PRIMARY',
      starts_on: options.startsOn === undefined ? '2020-01-01' : options.startsOn,
      ends_before: options.endsBefore ?? null,
      share_percent: options.sharePercent ?? null,
      ...scope,
    });
  }

  /** Inserts one row of any table of the organization and returns its id. */
  async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const row: Record<string, unknown> = { organization_id: this.id, id: newId(), ...values };
    const columns = Object.keys(row);
    await this.database.transaction({ organizationId: this.id }, (tx) =>
      tx.run(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(row),
      ),
    );
    return String(row['id']);
  }

  /** Rows as the organization sees them. */
  query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.transaction({ organizationId: this.id }, (tx) =>
      tx.query<Row & Record<string, unknown>>(sql, values),
    );
  }
}

export class TestTeam {
  constructor(
    private readonly organization: TestOrganization,
    readonly id: string,
    readonly areaId: string,
  ) {}

  scrumMaster(name: string): Promise<TestPerson> {
    return this.organization.holder(name, 'SCRUM_MASTER', { team_id: this.id });
  }
  productOwner(name: string): Promise<TestPerson> {
    return this.organization.holder(name, 'PRODUCT_OWNER', { team_id: this.id });
  }
  developer(name: string): Promise<TestPerson> {
    return this.organization.holder(name, 'DEVELOPER', { team_id: this.id });
  }
}
