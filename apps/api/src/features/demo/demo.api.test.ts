import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';
import { tellDemo } from './demo-story.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the demo', () => {
  it('tells the same story for the same day', () => {
    expect(JSON.stringify(tellDemo('2026-03-02'))).toBe(JSON.stringify(tellDemo('2026-03-02')));
  });

  it('has no moment in the future and no name twice, on any day of a month', () => {
    for (let day = 1; day <= 28; day++) {
      const today = `2026-02-${String(day).padStart(2, '0')}`;
      const story = tellDemo(today);
      expect(new Set(story.people).size).toBe(250);
      for (const told of story.impediments) {
        const moments = [told.raisedAt, told.triagedAt, told.startedAt, told.resolvedAt, told.closedAt].filter(
          (at) => at !== null,
        );
        expect([...moments].sort()).toEqual(moments);
        expect(moments.every((at) => at <= `${today}T07:00:00.000Z`)).toBe(true);
      }
    }
  });

  it('is made with one click, large enough to feel real, and signs in as its personas', async () => {
    const made = await app.graphql<{ createDemo: { viewer: { organization: { name: string } } } }>(
      null,
      'mutation { createDemo { viewer { organization { name demo } } } }',
    );
    expect(made.errors).toBeUndefined();
    expect(made.data?.createDemo.viewer.organization).toEqual({ name: 'Harbourlight Ferries (demo)', demo: true });
    const personas = await app.graphql<{ demoPersonas: { personId: string; role: string }[] }>(
      null,
      '{ demoPersonas { personId role name scopeName } instance { firstRun demoExists } }',
    );
    expect(new Set(personas.data?.demoPersonas.map((persona) => persona.role))).toEqual(
      new Set([
        'CHIEF_PRODUCT_OWNER',
        'AREA_PRODUCT_OWNER',
        'PRODUCT_OWNER',
        'SCRUM_OF_SCRUMS_MASTER',
        'SCRUM_MASTER',
        'DEVELOPER',
        'TECHNICAL_LEAD',
        'AGILE_COACH',
        'STAKEHOLDER',
        'ADMINISTRATOR',
      ]),
    );
    expect(personas.data).toMatchObject({ instance: { firstRun: true, demoExists: true } });
    const scrumMaster = personas.data?.demoPersonas.find((persona) => persona.role === 'SCRUM_MASTER');
    const inside = await app.graphql(
      null,
      `mutation { signInAsPersona(personId: "${scrumMaster?.personId}") { viewer { teams { name } } } }`,
    );
    expect(inside.errors).toBeUndefined();
    const stranger = await app.graphql(
      null,
      'mutation { signInAsPersona(personId: "Person_00000000-0000-7000-8000-000000000000") { viewer { id } } }',
    );
    expect(stranger.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }, 60_000);

  it('refuses a second one of the same name', async () => {
    await expect(app.app.get(DemoService, { strict: false }).create(DEMO_SLUG)).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
  });

  it('has 6 areas, 30 teams, 250 people and about 60 open impediments with history', async () => {
    const [{ organization_id: id } = { organization_id: '' }] = await app.database.withoutOrganization<{
      organization_id: string;
    }>(`select organization_id from doorways where kind = 'demo'`);
    const [counts] = await app.database.transaction({ organizationId: id }, (tx) =>
      tx.query(`select (select count(*) from areas) as areas, (select count(*) from teams) as teams, (select count(*) from people) as people,
        (select count(*) from impediments where state in ('RAISED','TRIAGED','IN_PROGRESS','RESOLVED')) as open,
        (select count(*) from impediments where state in ('CLOSED','DECLINED')) as ended,
        (select count(distinct subject_id) from events where subject_type = 'Impediment') as told`),
    );
    expect(counts).toEqual({ areas: 6, teams: 30, people: 250, open: 62, ended: 540, told: 602 });
  });
});
