import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  const made = await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  expect(made.errors).toBeUndefined();
});
afterAll(() => app.stop());

describe('resetting the demo', () => {
  const RESET = 'mutation { resetDemo { viewer { person { name } organization { demo } } } }';
  interface Reset {
    resetDemo: { viewer: { person: { name: string } } };
  }
  const demoId = async (): Promise<string> => {
    const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'demo'`,
    );
    return row?.organization_id ?? '';
  };
  const count = async (id: string, sql: string): Promise<number> => {
    const [row] = await app.database.transaction({ organizationId: id }, (tx) => tx.query<{ count: number }>(sql));
    return row?.count ?? -1;
  };
  const cookieOf = async (query: string, cookie?: string): Promise<string> => {
    const reply = await app.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie: `chapterhouse=${cookie}` }) },
      payload: { query },
    });
    return /chapterhouse=([^;]+)/u.exec(String(reply.headers['set-cookie']))?.[1] ?? '';
  };
  const persona = async (role: string): Promise<{ personId: string; name: string; scopeName: string }> => {
    const { data } = await app.graphql<{
      demoPersonas: { personId: string; name: string; role: string; scopeName: string }[];
    }>(null, '{ demoPersonas { personId name role scopeName } }');
    const found = data?.demoPersonas.find((one) => one.role === role);
    if (!found) throw new Error(`No persona is ${role}.`);
    return found;
  };
  const enterAs = async (role: string): Promise<string> =>
    cookieOf(`mutation { signInAsPersona(personId: "${(await persona(role)).personId}") { viewer { id } } }`);

  it('forgets what was done, signs everybody out and the caller in again in the same role', async () => {
    const before = await demoId();
    const [me, somebody] = [await enterAs('DEVELOPER'), await enterAs('AGILE_COACH')];
    const { name, scopeName } = await persona('DEVELOPER');
    const team = await app.graphql<{ viewer: { teams: { id: string }[] } }>(me, '{ viewer { teams { id } } }');
    const raised = await app.graphql(
      me,
      `mutation { raiseImpediment(input: { title: "Only here for a while", category: TOOLING, raisingTeamId: "${team.data?.viewer.teams[0]?.id}" }) { id } }`,
    );
    expect(raised.errors).toBeUndefined();
    const startedAt = Date.now();
    const mine = await cookieOf(RESET, me);
    // Against hanging: it takes a second or two on a machine that does nothing else.
    expect(Date.now() - startedAt).toBeLessThan(200_000);
    const after = await demoId();
    expect(after).not.toBe(before);
    expect(await count(before, 'select count(*) from events')).toBe(0);
    expect(await count(before, 'select count(*) from organizations')).toBe(0);
    expect(await count(after, `select count(*) from impediments where title like 'Only here%'`)).toBe(0);
    expect(await count(after, 'select count(*) from people')).toBe(250);
    const viewer = await app.graphql(mine, '{ viewer { person { name } teams { name } } }');
    expect(viewer.data).toEqual({ viewer: { person: { name }, teams: [{ name: scopeName }] } });
    for (const gone of [me, somebody])
      expect((await app.graphql(gone, '{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it('clicked twice at once is one; nobody signed in becomes the Scrum of Scrums Master', async () => {
    const { name } = await persona('SCRUM_OF_SCRUMS_MASTER');
    const before = await demoId();
    const replies = await Promise.all([0, 1].map(() => app.graphql<Reset>(null, RESET)));
    for (const reply of replies) expect(reply.data?.resetDemo.viewer.person.name).toBe(name);
    const after = await demoId();
    expect(after).not.toBe(before);
    expect(await count(after, 'select count(*) from sessions')).toBe(2);
    expect(await count(after, `select count(*) from events where name = 'organization.created'`)).toBe(1);
    await app.app.get(DemoService, { strict: false }).remake(DEMO_SLUG, before);
    expect(await demoId()).toBe(after);
  });

  it('is refused to somebody of a real organization, and to strangers', async () => {
    const house = await app.world.organization('Real');
    const real = await app.graphql((await house.administrator('Ana')).cookie, RESET);
    expect(real.errors?.[0]?.extensions.code).toBe('DEMO_CLOSED');
    const outside = await app.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: '203.0.113.7',
      headers: { 'content-type': 'application/json' },
      payload: { query: RESET },
    });
    expect(outside.body).toContain('DEMO_CLOSED');
    await expect(
      app.database.transaction({ organizationId: house.id }, (tx) =>
        tx.run('select chapterhouse_forget_demo($1)', [house.id]),
      ),
    ).rejects.toThrow('Only a demo may be forgotten');
    expect(await house.query('select 1 from people')).toHaveLength(1);
  });

  it('leaves no table with a row of the demo that was', async () => {
    const before = await demoId();
    const tables = await app.database.withoutOrganization<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    await app.graphql(null, RESET);
    const left: string[] = [];
    for (const { name } of tables)
      if ((await count(before, `select count(*) from ${name} where organization_id = '${before}'`)) > 0)
        left.push(name);
    expect(tables.length).toBeGreaterThan(25);
    expect(left).toEqual([]);
  });
});
