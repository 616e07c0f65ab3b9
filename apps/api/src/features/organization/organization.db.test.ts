import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { OrganizationReferences, OrganizationStructure } from './public.js';

let app: TestApp;
let house: TestOrganization;
let foreign: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  foreign = await app.world.organization('Elsewhere');
});

describe('the database itself', () => {
  it('refuses two primary holders at once, and lets one follow the other', async () => {
    const team = await house.team('Payments');
    const [mia, nils] = [await house.person('Mia'), await house.person('Nils')];
    const scope = { team_id: team.id };
    await house.assign(mia, 'SCRUM_MASTER', scope, { startsOn: '2025-01-01', endsBefore: '2026-01-01' });
    await expect(house.assign(nils, 'SCRUM_MASTER', scope, { startsOn: '2025-12-31' })).rejects.toMatchObject({
      constraint: 'role_assignments_one_primary',
    });
    await house.assign(nils, 'SCRUM_MASTER', scope, { startsOn: '2026-01-01' });
    await expect(
      house.assign(nils, 'SCRUM_MASTER', scope, { startsOn: '2027-01-01', kind: 'BACKUP' }),
    ).rejects.toMatchObject({ constraint: 'role_assignments_no_double' });
  });

  it('refuses a row that points into another organization', async () => {
    const [theirTeam, stranger] = [await foreign.team('Theirs'), await foreign.person('Eve')];
    const per = await house.person('Per');
    const scope = { team_id: theirTeam.id };
    const attempts: (() => Promise<unknown>)[] = [
      () => house.assign(per, 'DEVELOPER', scope),
      () => house.insert('teams', { area_id: theirTeam.areaId, name: 'Ours' }),
      () => house.insert('areas', { product_id: foreign.productId, name: 'Ours' }),
      () => house.insert('absences', { person_id: stranger.id, starts_on: '2026-01-01', ends_before: '2026-01-02' }),
      () => house.assign(stranger, 'AGILE_COACH'),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: '23503' });
  });

  it('refuses a write into another organization, and shows nothing of it', async () => {
    const eve = await foreign.person('Eve');
    await expect(house.insert('people', { organization_id: foreign.id, name: 'Mole' })).rejects.toMatchObject({
      code: '42501',
    });
    expect(await house.query('select name from people where id = $1', [eve.id])).toEqual([]);
    expect(await house.query(`update people set name = 'x' where id = $1 returning id`, [eve.id])).toEqual([]);
  });

  it('refuses a write without an organization, and shows nothing', async () => {
    const { pool } = app.database;
    await house.person('Per');
    expect((await pool.query('select name from people')).rows).toEqual([]);
    for (const table of ['people', 'products', 'teams', 'areas', 'role_assignments', 'absences', 'organizations'])
      expect((await pool.query(`select 1 from ${table}`)).rows).toEqual([]);
    const insert = `insert into people (organization_id, id, name) values ($1, $2, 'Mole')`;
    await expect(pool.query(insert, [house.id, randomUUID()])).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a role in the wrong kind of place', async () => {
    const per = await house.person('Per');
    await expect(house.assign(per, 'SCRUM_MASTER')).rejects.toMatchObject({
      constraint: 'role_assignments_scope_of_role',
    });
  });
});

describe('OrganizationStructure', () => {
  it('builds much in few statements, each thing with its event, and gives ids in order', async () => {
    const structure = app.app.get(OrganizationStructure);
    const size = 300;
    const range = Array.from({ length: size }, (_, index) => index);
    await app.database.transaction({ organizationId: house.id, cause: 'import:test' }, async (tx) => {
      const [productId = ''] = await structure.createProducts(tx, [{ name: 'Ferries' }]);
      const [areaId = ''] = await structure.createAreas(tx, [{ productId, name: 'Docks', purpose: 'Rest' }]);
      const teams = await structure.createTeams(
        tx,
        range.map((index) => ({ areaId, name: `Team ${index}` })),
      );
      const people = await structure.addPeople(
        tx,
        range.map((index) => ({ name: `Person ${index}` })),
      );
      const roles = await structure.assignRoles(
        tx,
        range.map((index) => ({
          personId: people[index] ?? '',
          role: 'SCRUM_MASTER' as const,
          kind: 'PRIMARY' as const,
          scopeKind: 'TEAM' as const,
          scopeId: teams[index] ?? '',
          startsOn: '2024-01-01',
          endsBefore: null,
        })),
      );
      await structure.endRoles(tx, roles, '2025-01-01');
    });
    const [{ wrong } = { wrong: -1 }] = await house.query<{ wrong: number }>(
      `select count(*) as wrong from role_assignments r join teams t on t.id = r.team_id join people p on p.id = r.person_id
        where split_part(t.name, ' ', 2) <> split_part(p.name, ' ', 2) or r.ends_before <> '2025-01-01' or r.version <> 2`,
    );
    expect(wrong).toBe(0);
    const events = await house.query('select name, count(*) from events group by name order by name');
    expect(events).toEqual([
      { name: 'area.created', count: 1 },
      { name: 'person.added', count: size },
      { name: 'product.created', count: 1 },
      { name: 'role.assigned', count: size },
      { name: 'role.ended', count: size },
      { name: 'team.created', count: size },
    ]);
    const [ended] = await house.query<{ payload: object }>(
      `select payload from events where name = 'role.ended' limit 1`,
    );
    expect(ended?.payload).toMatchObject({ changes: [{ to: null }], note: '2025-01-01' });
  });
});

describe('OrganizationReferences', () => {
  it('finds people and teams of this organization only', async () => {
    const references = app.app.get(OrganizationReferences);
    const [ours, theirs] = [await house.team('Ours'), await foreign.team('Theirs')];
    const [per, eve] = [await house.person('Per'), await foreign.person('Eve')];
    await app.database.transaction({ organizationId: house.id }, async (tx) => {
      const teams = await references.teamsIn(tx, [ours.id, theirs.id]);
      expect([...teams.values()].map(({ name }) => name)).toEqual(['Ours']);
      const people = await references.peopleIn(tx, [per.id, eve.id], '2026-01-01');
      expect([...people.keys()]).toEqual([per.id]);
    });
  });

  it('says who answers for a role in a scope on a day', async () => {
    const team = await house.team('Payments');
    const owner: TestPerson = await team.productOwner('Pia');
    const backup = await house.holder('Bea', 'PRODUCT_OWNER', { team_id: team.id }, { kind: 'BACKUP' });
    await house.insert('absences', { person_id: owner.id, starts_on: '2026-03-02', ends_before: '2026-03-09' });
    const references = app.app.get(OrganizationReferences);
    const on = (day: string): ReturnType<OrganizationReferences['accountableFor']> =>
      app.database.transaction({ organizationId: house.id }, (tx) =>
        references.accountableFor(tx, team.id, 'PRODUCT_OWNER', day),
      );
    expect(await on('2026-03-01')).toMatchObject({ because: 'PRIMARY', personId: owner.id });
    expect(await on('2026-03-02')).toMatchObject({ because: 'BACKUP', personId: backup.id });
    expect(await on('2019-01-01')).toMatchObject({ because: 'VACANT', personId: null });
  });
});
