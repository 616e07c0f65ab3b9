import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import { ImpedimentHistory } from '../impediments/public.js';
import { OrganizationStructure } from '../organization/public.js';
import { ImportItems } from '../priorities/public.js';
import { ImportSprints, SprintsRepository } from '../sprints/public.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import type { ImportOrder } from './import-kind.js';
import { ImportRunner } from './import-runner.js';

const TABLES =
  `areas teams people role_assignments sprints backlog_items item_links order_slots order_moves sprint_items sources impediments impediment_teams
  impediment_items impediment_comments external_identities events`.split(/\s+/);

const person = (key: string): object => ({ key, displayName: `Person ${key}` });
const issue = (key: string, more: object = {}): object => ({
  key,
  fields: {
    summary: `About ${key}`,
    created: '2015-01-02T03:04:05.000+0000',
    updated: '2015-02-02T03:04:05.000+0000',
    resolutiondate: '2015-02-01T03:04:05.000+0000',
    resolution: { name: 'Fixed' },
    project: { key: key.split('-')[0], name: `Project ${key.split('-')[0]}` },
    issuetype: { name: 'Bug' },
    priority: { name: 'High' },
    status: { name: 'Closed', statusCategory: { key: 'done' } },
    reporter: person('ana'),
    assignee: person('ben'),
    closedSprints: [{ id: 7, name: 'Sprint 7', state: 'closed', startDate: '2015-01-01T00:00:00Z' }],
    comment: {
      total: 1,
      comments: [{ id: `c-${key}`, author: person('cai'), created: '2015-01-05T00:00:00Z', body: 'Me too' }],
    },
    ...more,
  },
});
const blocks = (key: string): object => ({
  issuelinks: [
    {
      type: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
      outwardIssue: { key, fields: { summary: key } },
    },
  ],
});
const open = {
  resolutiondate: null,
  resolution: null,
  status: { name: 'Doing', statusCategory: { key: 'indeterminate' } },
};
const content = JSON.stringify({
  issues: [issue('A-1', blocks('B-1')), issue('A-2', { ...open, ...blocks('EXT-9') }), issue('B-1')],
});

describe('applying an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const orderFor = (house: TestOrganization): ImportOrder => ({
    organizationId: house.id,
    kind: 'JIRA_JSON',
    files: [{ name: 'f.json', content }],
    mapping: {},
  });
  const countsOf = async (house: TestOrganization): Promise<Record<string, unknown>> => {
    const counts = await Promise.all(
      TABLES.map((table) =>
        house.query<{ count: number }>(
          // That one was applied is not told of a run that found all done.
          `select count(*) as count from ${table} t where organization_id = $1 and to_jsonb(t)->>'name' is distinct from 'import.applied'`,
          [house.id],
        ),
      ),
    );
    return Object.fromEntries(TABLES.map((table, place) => [table, counts[place]?.[0]?.count]));
  };

  it('tells each impediment as the file does: teams, people, source, items, comments, dates', async () => {
    const house = await app.world.organization('Tells');
    await app.app.get(ImportRunner).apply(orderFor(house));
    const rows = await house.query(
      `select i.number, i.title, i.state, i.severity, r.name as raised_by, o.name as owner, t.name as team, s.name as source, s.kind,
              i.resolution, i.resolved_at, i.clock_ends_at is not null as clock,
              array(select external_key from impediment_items x where x.impediment_id = i.id) as items,
              (select count(*) from impediment_comments c where c.impediment_id = i.id and c.at = '2015-01-05') as comments
         from impediments i join people r on r.id = i.raised_by join people o on o.id = i.owner_id join teams t on t.id = i.raising_team_id
         join sources s on s.id = i.source_id order by i.number`,
    );
    const both = {
      severity: 'HIGH',
      raised_by: 'Person ana',
      owner: 'Person ben',
      source: 'Project A',
      kind: 'TEAM',
      comments: 1,
    };
    expect(rows).toEqual([
      {
        ...both,
        number: 1,
        title: 'About A-1',
        state: 'CLOSED',
        team: 'Project B',
        resolution: 'Fixed',
        resolved_at: '2015-02-01T03:04:05.000Z',
        clock: false,
        items: ['B-1'],
      },
      {
        ...both,
        number: 2,
        title: 'About A-2',
        state: 'IN_PROGRESS',
        team: 'Project A',
        resolution: '',
        resolved_at: null,
        clock: true,
        items: ['EXT-9'],
      },
    ]);
  });

  it('leaves only what is whole when it breaks, wherever; run again it is as if it never had', async () => {
    const clean = await app.world.organization('Clean');
    const runner = app.app.get(ImportRunner);
    await runner.apply(orderFor(clean));
    const whole = await countsOf(clean);
    const places = [
      () => jest.spyOn(app.app.get(OrganizationStructure), 'createTeams'),
      () => jest.spyOn(app.app.get(OrganizationStructure), 'addPeople'),
      () => jest.spyOn(app.app.get(ImportSprints, { strict: false }), 'apply'),
      () => jest.spyOn(app.app.get(ImportItems, { strict: false }), 'take'),
      () => jest.spyOn(app.app.get(ImportItems, { strict: false }), 'join'),
      () => jest.spyOn(app.app.get(ImportItems, { strict: false }), 'enterOrder'),
      () => jest.spyOn(app.app.get(SprintsRepository, { strict: false }), 'placeItems'),
      () => jest.spyOn(app.app.get(ImpedimentHistory, { strict: false }), 'insert'),
      () => jest.spyOn(app.app.get(ExternalIdentitiesRepository, { strict: false }), 'save'),
    ];
    for (const [place, broken] of places.entries()) {
      const house = await app.world.organization(`Broken ${place}`);
      const spy = broken().mockRejectedValueOnce(new Error('The power is gone.') as never);
      await expect(runner.apply(orderFor(house))).rejects.toThrow(/ of 5 records are in and stay.*The power is gone/);
      spy.mockRestore();
      await runner.apply(orderFor(house));
      expect([place, await countsOf(house)]).toEqual([place, whole]);
      const again = await runner.apply(orderFor(house));
      expect({ ...again.created, ...again.updated, ...again.ended }).toEqual({});
      expect(await countsOf(house)).toEqual(whole);
    }
    const house = await app.world.organization('At the end');
    const finish = () => Promise.reject(new Error('At the very end.'));
    await expect(runner.apply(orderFor(house), { finish })).rejects.toThrow('At the very end.');
    await runner.apply(orderFor(house));
    expect(await countsOf(house)).toEqual(whole);
  });

  it('runs one at a time in an organization', async () => {
    const house = await app.world.organization('Busy');
    const runner = app.app.get(ImportRunner);
    const results = await Promise.allSettled([1, 2, 3].map(() => runner.apply(orderFor(house))));
    const codes = results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(codes.every((code) => code === 'IMPORT_RUNNING')).toBe(true);
    expect(await house.query('select 1 from backlog_items')).toHaveLength(3);
  });

  it('makes our organization file so, with its dates, and ends what it no longer lists', async () => {
    const house = await app.world.organization('Own file');
    const runner = app.app.get(ImportRunner);
    const text = (asOf: string, roles: string): string => `
as_of: ${asOf}
people:
  - {key: ana, name: Ana Roth, absences: [{from: 2026-03-01, ends_before: 2026-03-15}]}
  - {key: ben, name: Ben Ito}
products:
  - name: Harbour
    areas:
      - name: Quay
        teams:
          - {name: Cranes, roles: [${roles}]}
`;
    const take = (asOf: string, roles: string) =>
      runner.apply({
        organizationId: house.id,
        kind: 'ORG',
        files: [{ name: 'org.yaml', content: text(asOf, roles) }],
        mapping: {},
      });
    const master = '{role: Scrum Master, person: ana, from: 2025-01-01}';
    expect(
      await take('2026-01-01', `${master}, {role: Scrum Master, person: ben, kind: backup, from: 2025-06-01}`),
    ).toMatchObject({
      created: { product: 1, area: 1, team: 1, person: 2, role: 2, absence: 1 },
      problems: [],
    });
    expect(await take('2026-01-01', `${master}, {role: Scrum Master, person: ben, from: 2025-06-01}`)).toMatchObject({
      updated: {},
      problems: [
        { where: 'org.yaml:11', what: expect.stringContaining('Ana Roth is the primary Scrum Master of Cranes') },
      ],
    });
    expect(await take('2026-02-01', master)).toMatchObject({
      created: {},
      ended: { role: 1 },
      unchanged: { role: 1, absence: 1 },
    });
    const rows = await house.query(
      `select p.name, r.kind, r.starts_on, r.ends_before from role_assignments r join people p on p.id = r.person_id order by p.name`,
    );
    expect(rows).toEqual([
      { name: 'Ana Roth', kind: 'PRIMARY', starts_on: '2025-01-01', ends_before: null },
      { name: 'Ben Ito', kind: 'BACKUP', starts_on: '2025-06-01', ends_before: '2026-02-01' },
    ]);
  });
});
