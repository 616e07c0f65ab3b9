import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Doorways } from '../../platform/auth/doorways.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
});

interface People {
  people: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { name: string; email: string | null } }[];
  };
}

async function page(person: TestPerson, args: string): Promise<People['people']> {
  const query = `{ people(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { name email } } } }`;
  const reply = await app.graphql<People>(person.cookie, query);
  if (!reply.data) throw Object.assign(new Error(reply.errors?.[0]?.extensions.code), reply.errors?.[0]?.extensions);
  return reply.data.people;
}

describe('people', () => {
  it('come by name, whatever its case, page by page, none twice and none lost', async () => {
    for (const name of ['zoe', 'Ben', 'ben', 'Ánna', 'Yu', '100% Sure']) await house.person(name);
    const seen: string[] = [];
    let after = '';
    for (let more = true; more;) {
      const found = await page(ada, `first: 2${after && `, after: "${after}"`}`);
      expect(found.totalCount).toBe(7);
      seen.push(...found.edges.map(({ node }) => node.name));
      more = found.pageInfo.hasNextPage;
      after = found.pageInfo.endCursor;
    }
    expect(seen.toSorted()).toEqual(['100% Sure', 'Ada', 'Ben', 'Yu', 'ben', 'zoe', 'Ánna'].toSorted());
    expect(seen.map((name) => name.toLowerCase()).indexOf('ben')).toBeLessThan(seen.indexOf('zoe'));
    expect((await page(ada, 'search: "0% s"')).edges.map(({ node }) => node.name)).toEqual(['100% Sure']);
    expect((await page(ada, 'search: "BEN"')).totalCount).toBe(2);
    expect((await page(ada, 'search: "%"')).totalCount).toBe(1);
  });

  it('refuse a page too large and a cursor of nobody', async () => {
    await expect(page(ada, 'first: 101')).rejects.toThrow('INVALID_INPUT');
    const forged = Buffer.from(JSON.stringify(['ada', 'no id'])).toString('base64url');
    await expect(page(ada, `after: "${forged}"`)).rejects.toThrow('INVALID_INPUT');
  });

  it('show an e-mail to its person and to administrators only, by every path', async () => {
    const team = await house.team('Payments');
    const [dev, master] = [await team.developer('Dev'), await team.scrumMaster('Mia')];
    await house.query(`update people set email = 'canary@example.org' where id = $1 returning id`, [dev.id]);
    const paths = `query ($id: ID!, $team: ID!) {
      person(id: $id) { email } node(id: $id) { ... on Person { email } } people { edges { node { email } } }
      team(id: $team) { assignments { person { email } } } }`;
    const variables = { id: `Person_${dev.id}`, team: `Team_${team.id}` };
    for (const [person, times] of [
      [master, 0],
      [dev, 4],
      [ada, 4],
    ] as const) {
      const reply = await app.graphql(person.cookie, paths, variables);
      expect(reply.errors).toBeUndefined();
      expect(reply.text.split('canary').length - 1).toBe(times);
    }
    expect((await page(master, 'search: "canary"')).totalCount).toBe(0);
  });

  it('keep an e-mail out of the event log', async () => {
    const document = 'mutation ($id: ID!) { editPerson(id: $id, version: 1, email: "canary@example.org") { email } }';
    const reply = await app.graphql(ada.cookie, document, { id: `Person_${ada.id}` });
    expect(reply.data).toEqual({ editPerson: { email: 'canary@example.org' } });
    const events = await house.query<{ payload: unknown }>('select payload from events');
    expect(events.map(({ payload }) => payload)).toEqual([{ changes: [{ field: 'email', from: null, to: null }] }]);
  });

  it('name the field that is wrong', async () => {
    const reply = await app.graphql(ada.cookie, 'mutation { addPerson(name: " ", email: "nobody") { id } }');
    const { code, details } = reply.errors?.[0]?.extensions ?? { code: '' };
    expect(code).toBe('INVALID_INPUT');
    expect(details?.['fields']).toMatchObject([{ field: 'name' }, { field: 'email' }]);
  });
});

describe('a person who leaves', () => {
  const leave = (person: TestPerson): Promise<{ text: string; errors?: unknown; data: unknown }> =>
    app.graphql(
      ada.cookie,
      'mutation ($id: ID!) { deactivatePerson(id: $id, version: 1) { version deactivatedAt hasAccount assignments(all: true) { role endsBefore } } }',
      { id: `Person_${person.id}` },
    );

  it('loses sessions, account, invitation and roles at once', async () => {
    const team = await house.team('Payments');
    const dev = await team.developer('Dev');
    await house.assign(dev, 'SCRUM_MASTER', { team_id: team.id }, { startsOn: '2199-01-01' });
    const ended = { startsOn: '2019-01-01', endsBefore: '2020-01-01' };
    await house.assign(dev, 'PRODUCT_OWNER', { team_id: team.id }, ended);
    const doorways = app.app.get(Doorways);
    await app.database.transaction({ organizationId: house.id }, async (tx) => {
      await tx.run(
        `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, 'dev@example.org', '-')`,
        [house.id, dev.id],
      );
      await tx.run(
        `insert into invitations (organization_id, id, person_id, email, token_hash, invited_by, expires_at)
         values ($1, $2, $3, 'dev@example.org', '', $4, now() + interval '1 day')`,
        [house.id, randomUUID(), dev.id, ada.id],
      );
      await doorways.open(tx, 'email', 'dev@example.org');
    });
    expect((await app.graphql(dev.cookie, '{ organization { id } }')).errors).toBeUndefined();

    const reply = await leave(dev);
    const today = new Date().toISOString().slice(0, 10);
    expect(reply.data).toMatchObject({
      deactivatePerson: {
        version: 2,
        deactivatedAt: expect.any(String),
        hasAccount: false,
        assignments: [
          { role: 'DEVELOPER', endsBefore: today },
          { role: 'PRODUCT_OWNER', endsBefore: '2020-01-01' },
        ],
      },
    });
    expect((await app.graphql(dev.cookie, '{ organization { id } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await doorways.find('email', 'dev@example.org')).toEqual([]);
    const [left] = await house.query(
      `select (select count(*) from sessions where person_id = $1 and revoked_at is null) as sessions,
              (select count(*) from accounts where person_id = $1 and disabled_at is null) as accounts,
              (select count(*) from invitations where person_id = $1 and revoked_at is null) as invitations`,
      [dev.id],
    );
    expect(left).toEqual({ sessions: 0, accounts: 0, invitations: 0 });
    const events = await house.query<{ name: string }>('select name from events order by id');
    expect(events.map(({ name }) => name)).toEqual(['role.ended', 'role.ended', 'person.deactivated']);
  });

  it('gets no role and no absence any more', async () => {
    const dev = await house.person('Dev');
    await leave(dev);
    const role = `assignRole(input: { personId: "Person_${dev.id}", role: AGILE_COACH, kind: PRIMARY, scopeId: "Organization_${house.id}", startsOn: "2026-01-01" }) { id }`;
    const absence = `recordAbsence(personId: "Person_${dev.id}", startsOn: "2026-01-01", endsBefore: "2026-01-02") { id }`;
    for (const call of [role, absence]) {
      const reply = await app.graphql(ada.cookie, `mutation { ${call} }`);
      expect(reply.errors?.[0]?.extensions).toEqual({ code: 'PERSON_DEACTIVATED', details: { name: 'Dev' } });
    }
  });
});
