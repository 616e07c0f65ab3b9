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

/** The session of a persona. */
async function enteredAs(personId: string): Promise<string> {
  const entered = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: `mutation { signInAsPersona(personId: "${personId}") { viewer { id } } }` },
  });
  return /chapterhouse=([^;]+)/u.exec(String(entered.headers['set-cookie']))?.[1] ?? '';
}

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

  it('has thirteen sprints for every team, and those with more in their way got less done', () => {
    for (const today of ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09']) {
      const { sprints, items, impediments, teams } = tellDemo(today);
      expect(sprints).toHaveLength(13 * teams.length);
      for (const { state, startsOn, endsBefore } of sprints)
        expect(state === 'ACTIVE' ? startsOn <= today && today < endsBefore : endsBefore <= today).toBe(true);
      expect(sprints.some(({ donePoints, state }) => state === 'CLOSED' && donePoints === null)).toBe(true);
      const keys = items.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const named = new Set(impediments.flatMap(({ blockedItemKeys }) => blockedItemKeys));
      expect(keys.every((key) => named.has(key))).toBe(true);

      const shares = sprints
        .filter(({ state }) => state === 'CLOSED')
        .map(({ team, startsOn, endsBefore, plannedItems, doneItems }) => {
          const blocked = impediments.filter(
            (one) =>
              one.affected.includes(team) &&
              one.state !== 'DECLINED' &&
              one.raisedAt.slice(0, 10) <= startsOn &&
              (one.resolvedAt ?? '9') >= endsBefore,
          );
          return { blocked: blocked.length > 0, share: (doneItems ?? 0) / plannedItems };
        });
      const mean = (of: boolean): number => {
        const chosen = shares.filter(({ blocked }) => blocked === of);
        return chosen.reduce((sum, { share }) => sum + share, 0) / chosen.length;
      };
      expect(mean(true)).toBeLessThan(mean(false) - 0.15);
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
        'EXECUTIVE_ACTION_TEAM',
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
  });

  it('has told everybody whom a visitor may be something, and left some of it unread', async () => {
    const { data } = await app.graphql<{ demoPersonas: { personId: string; role: string }[] }>(
      null,
      '{ demoPersonas { personId role } }',
    );
    const empty: string[] = [];
    const waits: Record<string, [number, number, number]> = {};
    const reasons = new Set<string>();
    let unread = 0;
    for (const { personId, role } of data?.demoPersonas ?? []) {
      const cookie = await enteredAs(personId);
      const reply = await app.graphql<{
        inbox: { totalCount: number; unreadCount: number; edges: { node: { reason: string; excerpt: string } }[] };
        myImpediments: Record<'owned' | 'toConfirm' | 'toTriage', object[]>;
      }>(
        cookie,
        '{ inbox { totalCount unreadCount edges { node { reason excerpt } } } myImpediments { owned { id } toConfirm { id } toTriage { id } } }',
      );
      const mine = reply.data?.myImpediments;
      if (mine) waits[role] ??= [mine.owned.length, mine.toConfirm.length, mine.toTriage.length];
      const inbox = reply.data?.inbox;
      if (!inbox?.totalCount) empty.push(role);
      if (inbox?.unreadCount) unread += 1;
      for (const { node } of inbox?.edges ?? []) {
        reasons.add(node.reason);
        expect(node.excerpt).not.toMatch(/person:|\{name\}/u);
      }
    }
    expect(empty).toEqual([]);
    expect(unread).toBeGreaterThan(8);
    const some: unknown = expect.any(Number);
    for (const role of ['SCRUM_MASTER', 'SCRUM_OF_SCRUMS_MASTER']) expect(waits[role]?.[2]).toBeGreaterThan(0);
    for (const role of ['SCRUM_MASTER', 'DEVELOPER', 'PRODUCT_OWNER']) expect(waits[role]?.[1]).toBeGreaterThan(0);
    expect(waits['SCRUM_MASTER']).not.toContain(0);
    expect(waits['DEVELOPER']).toEqual([0, some, 0]);
    expect([...reasons].sort()).toEqual(expect.arrayContaining(['MENTIONED', 'OWNER', 'RAISED_BY_YOU', 'WATCHING']));
  });

  it('says of its sources whom to talk to, what they cost and what comes back; two are the same, for somebody to notice', async () => {
    const personas = await app.graphql<{ demoPersonas: { personId: string; role: string }[] }>(
      null,
      '{ demoPersonas { personId role } }',
    );
    const master = personas.data?.demoPersonas.find(({ role }) => role === 'SCRUM_OF_SCRUMS_MASTER');
    const cookie = await enteredAs(master?.personId ?? '');
    interface Seen {
      name: string;
      contact: string;
      team: { name: string } | null;
      contactPerson: object | null;
      openCount: number;
      pastCount: number;
      recurring: object[];
      viewerCan: string[];
    }
    const reply = await app.graphql<{
      sources: Seen[];
      organization: { workingCalendar: { holidays: { name: string }[] } };
    }>(
      cookie,
      `{ sources(first: 100) { name contact team { name } contactPerson { name } openCount pastCount recurring { times } viewerCan }
         organization { workingCalendar { holidays { date name } } } }`,
    );
    const sources = reply.data?.sources ?? [];
    expect(sources.filter(({ contact }) => contact !== '').length).toBeGreaterThan(8);
    expect(sources.filter(({ team, contactPerson }) => team && contactPerson).map(({ team }) => team?.name)).toEqual([
      'Data Lake',
      'Identity',
    ]);
    expect(sources.filter(({ openCount, pastCount }) => openCount + pastCount > 0).length).toBe(sources.length);
    expect(sources.some(({ recurring }) => recurring.length > 0)).toBe(true);
    expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['Blue test env', 'Test environment Blue']));
    expect(sources[0]?.viewerCan).toEqual(['source:edit', 'source:merge']);
    const holidays = reply.data?.organization.workingCalendar.holidays.map(({ name }) => name);
    expect(holidays).toEqual(['Fog Festival', 'Day of the First Crossing', 'Lighthouse Day']);
  });

  it('has numbers as of a house that does well, not of one without cares', async () => {
    const { data } = await app.graphql<{ demoPersonas: { personId: string; role: string }[] }>(
      null,
      '{ demoPersonas { personId role } }',
    );
    const cookie = await enteredAs(data?.demoPersonas.find(({ role }) => role === 'AGILE_COACH')?.personId ?? '');
    const year = new Date().getUTCFullYear();
    const reply = await app.graphql<{
      impedimentNumbers: { total: Record<'overdue' | 'reopened' | 'resolvedWithoutEscalation', { share: number }> };
    }>(
      cookie,
      `{ impedimentNumbers(from: "${year - 4}-01-01", endsBefore: "${year + 2}-01-01", by: MONTH) {
         total { overdue { share } reopened { share } resolvedWithoutEscalation { share } } } }`,
    );
    const total = reply.data?.impedimentNumbers.total;
    expect(total?.overdue.share).toBeGreaterThan(0.2);
    expect(total?.overdue.share).toBeLessThan(0.55);
    expect(total?.reopened.share).toBeGreaterThan(0.02);
    expect(total?.reopened.share).toBeLessThan(0.15);
    expect(total?.resolvedWithoutEscalation.share).toBeGreaterThan(0.4);
  });

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
        (select count(*) from sprints) as sprints, (select count(*) from impediment_items where item_id is not null) > 50 as items,
        (select count(*) from labels) as labels, (select count(*) from impediment_labels) > 20 as labelled,
        (select count(distinct kind) from impediment_links) as linked,
        (select count(distinct subject_id) from events where subject_type = 'Impediment') as told`),
    );
    expect(counts).toEqual({
      areas: 6,
      teams: 30,
      people: 250,
      open: 62,
      ended: 540,
      told: 602,
      sprints: 390,
      items: true,
      labels: 6,
      labelled: true,
      linked: 2,
    });
  });
});
