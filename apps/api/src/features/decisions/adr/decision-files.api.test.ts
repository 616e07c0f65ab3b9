import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { decisionFacts, decisionPeople } from '../../../../test/decision-facts.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../../test/world.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { ImportRunner } from '../../imports/public.js';

let app: TestApp;
let house: TestOrganization;
let team: TestTeam;
let owner: TestPerson;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  team = await house.team('Cranes');
  owner = await team.productOwner('Ana Roth');
  const area = await house.insert('decision_areas', { name: 'How we build' });
  const first = await propose('Use PostgreSQL', {
    outcome: 'PostgreSQL',
    revisitOn: '2031-01-01',
    gains: ['rest'],
    decisionAreaId: `DecisionArea_${area}`,
    people: [{ part: 'INFORMED', name: 'Everybody' }],
  });
  const accept = `mutation($id: ID!) { acceptDecision(id: $id, version: 1, rationale: "Why not") { state } }`;
  await ask(accept, { id: first.id });
  const second = await propose('Use <b>SQLite</b> & "rest"', { supersedesIds: [first.id], outcome: 'SQLite' });
  await ask(accept, { id: second.id });
  const vetoed = await propose('Vetoed', {});
  await house.query(
    `update decisions set state = 'ACCEPTED', decided_by = proposed_by, decided_at = '2026-01-02', veto_ends_at = '2026-01-04' where id = $1`,
    [vetoed.id.replace('Decision_', '')],
  );
  await house.query(
    `update decisions set state = 'VETOED', vetoed_by = $2, vetoed_at = '2026-01-03T10:00:00Z', veto_reason = 'No.' where id = $1`,
    [vetoed.id.replace('Decision_', ''), owner.id],
  );
  await propose('Words', { context: '## Decision Outcome\n\n* trap' });
  await ask(`mutation($id: ID!) { amendDecision(id: $id, text: "Later words") { id } }`, { id: second.id });
  await ask(
    `mutation($id: ID!) { linkDecision(id: $id, link: { kind: URL, url: "https://example.org/a", title: "A page" }) { id } }`,
    { id: second.id },
  );
  await ask(`mutation($id: ID!, $team: ID!) { linkDecision(id: $id, link: { kind: TEAM, thingId: $team }) { id } }`, {
    id: second.id,
    team: `Team_${team.id}`,
  });
});
afterAll(() => app.stop());

async function ask<T>(query: string, variables: object, cookie = owner.cookie): Promise<T> {
  const reply = await app.graphql<T & object>(cookie, query, { ...variables });
  if (!reply.data) throw new Error(reply.text);
  return reply.data;
}

async function propose(title: string, words: object): Promise<{ id: string }> {
  const input = { title, kind: 'ARCHITECTURE', scopeKind: 'TEAM', scopeId: `Team_${team.id}`, ...words };
  const reply = await ask<{ proposeDecision: { id: string } }>(
    `mutation($input: ProposeDecisionInput!) { proposeDecision(input: $input) { id } }`,
    { input },
  );
  return reply.proposeDecision;
}

function get(url: string, cookie: string | null = owner.cookie, headers: Record<string, string> = {}) {
  return app.app.inject({
    method: 'GET',
    url,
    headers: { ...headers, ...(cookie !== null && { cookie: `chapterhouse=${cookie}` }) },
  });
}

describe('Decisions as files', () => {
  it('are MADR 4, one by one', async () => {
    const reply = await get('/files/decisions/D-1.md');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="D-0001-use-postgresql.md"',
      'x-content-type-options': 'nosniff',
    });
    expect(reply.body).toContain('status: "superseded by D-2"');
    expect(reply.body).toContain('# Use PostgreSQL');
    expect(reply.body).toContain('decision-makers:\n  - "Ana Roth"');
  });

  it('are there for members of the organization only', async () => {
    const other = await app.world.organization('Elsewhere');
    const stranger = await other.administrator('Stranger');
    for (const cookie of [null, 'none', stranger.cookie])
      expect((await get('/files/decisions/D-1.md', cookie)).statusCode).toBe(cookie === stranger.cookie ? 404 : 401);
    expect((await get('/files/decisions.zip', null)).statusCode).toBe(401);
    expect((await get('/files/decisions/D-99.md')).statusCode).toBe(404);
    expect((await get('/files/decisions/1%3B.md')).statusCode).toBe(404);
    const empty = await get('/files/decisions.zip', stranger.cookie);
    expect(Object.keys(unzipSync(empty.rawPayload))).toEqual([]);
  });

  it('are a zip of all, of those that a filter leaves, or of some keys', async () => {
    const namesOf = async (query: string): Promise<string[]> =>
      Object.keys(
        unzipSync((await get(`/files/decisions.zip${query}`, (await house.person('Reader')).cookie)).rawPayload),
      );
    const all = ['0001-use-postgresql.md', '0002-use-b-sqlite-b-rest.md', '0003-vetoed.md', '0004-words.md'];
    expect(await namesOf('')).toEqual(all);
    expect(await namesOf('?states=PROPOSED')).toEqual([all[3]]);
    expect(await namesOf('?states=ACCEPTED,SUPERSEDED&kinds=ARCHITECTURE')).toEqual(all.slice(0, 2));
    expect(await namesOf('?text=postgresql')).toEqual([all[0]]);
    expect(await namesOf('?keys=D-3,D-1')).toEqual([all[0], all[2]]);
    expect(await namesOf(`?scopeId=Team_${team.id}&text=D-2`)).toEqual([all[1]]);
    for (const query of ['?states=X', '?keys=1;', '?from=tomorrow'])
      expect((await get(`/files/decisions.zip${query}`, (await house.person('Wrong')).cookie)).statusCode).toBe(400);
  });

  it('never leaves out without a word: unknown keys are named, and what is of nobody here is not found', async () => {
    const unknown = await get('/files/decisions.zip?keys=D-1,D-99999', (await house.person('Keys')).cookie);
    expect([unknown.statusCode, unknown.body]).toEqual([400, expect.stringContaining('D-99999 is not here')]);
    const abroad = await (await app.world.organization('Elsewhere')).person('Abroad');
    const never = '0190f6a0-0000-7000-8000-000000000009';
    for (const query of [
      `scopeId=Team_${never}`,
      `personId=Person_${abroad.id}`,
      `decisionAreaId=DecisionArea_${never}`,
    ])
      expect((await get(`/files/decisions.zip?${query}`, (await house.person('Foreign')).cookie)).statusCode).toBe(404);
  });

  it('come back as they were: into an empty organization the same bytes, at home nothing new', async () => {
    const zip = (await get('/files/decisions.zip')).rawPayload;
    expect(strFromU8(unzipSync(zip)['0001-use-postgresql.md'] ?? new Uint8Array())).toContain(
      'superseded by [D-2](0002-use-b-sqlite-b-rest.md)',
    );
    const other = await app.world.organization('Copy');
    const order = {
      organizationId: other.id,
      kind: 'ADR' as const,
      files: [{ name: 'd.zip', content: zip }],
      mapping: {},
    };
    const runner = app.app.get(ImportRunner);
    const report = await runner.apply(order);
    expect(report.problems).toEqual([]);
    expect(report.created).toMatchObject({ decision: 4, team: 1 });
    const [facts, people] = [await decisionFacts(house), await decisionPeople(house)];
    expect(await decisionFacts(other)).toEqual(facts);
    expect(facts).toMatchObject([
      { state: 'SUPERSEDED', superseded_by: 2, decision_area: 'How we build', revisit_on: '2031-01-01' },
      {
        amendments: [[1, 'Later words', expect.anything()]],
        links: [
          ['TEAM', 'Cranes', ''],
          ['URL', 'https://example.org/a', 'A page'],
        ],
      },
      { state: 'VETOED', veto_reason: 'No.', vetoed_at: '2026-01-03T10:00:00.000Z' },
      { state: 'PROPOSED' },
    ]);
    const there = await decisionPeople(other);
    for (const { number, people: named } of people)
      expect(there.find((one) => one.number === number)?.people).toEqual(expect.arrayContaining(named));
    const reader = await other.person('Reader');
    const back = unzipSync((await get('/files/decisions.zip', reader.cookie)).rawPayload);
    const texts = (files: Record<string, Uint8Array>): Record<string, string> =>
      Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
    expect(texts(back)).toEqual(texts(unzipSync(zip)));
    expect(await runner.apply({ ...order, organizationId: house.id })).toMatchObject({
      created: {},
      updated: {},
      unchanged: { decision: 4 },
    });
    expect(await runner.apply(order)).toMatchObject({ created: {}, updated: {}, unchanged: { decision: 4 } });
    const found = await app.database.transaction({ organizationId: other.id }, (tx) =>
      app.app.get(Verifications).run(tx),
    );
    // The story's product and people came without events.
    const wrong = Object.values(found).flat();
    expect(wrong.filter((line) => !/^(?:Product|Person) /u.test(line))).toEqual([]);
  });
});

describe('A feed of a team', () => {
  interface Made {
    createDecisionFeed: { address: string; feed: { id: string; team: { name: string } } };
  }
  const make = `mutation($team: ID!) { createDecisionFeed(teamId: $team) { address feed { id team { name } } } }`;

  it('is read by whoever has its address, as Atom in which no text is markup', async () => {
    const { createDecisionFeed: made } = await ask<Made>(make, { team: `Team_${team.id}` });
    expect(made.feed.team.name).toBe('Cranes');
    const reply = await get(made.address, null);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(reply.body.match(/<entry>/gu)).toHaveLength(4);
    expect(reply.body).toContain('D-2 Use &lt;b&gt;SQLite&lt;/b&gt; &amp; &quot;rest&quot; (Accepted)');
    expect(reply.body).not.toContain('<b>');
    const tag = String(reply.headers['etag']);
    expect((await get(made.address, null, { 'if-none-match': tag })).statusCode).toBe(304);
    const stored = await house.query<{ secret_hash: Buffer }>('select secret_hash from decision_feeds');
    expect(made.address).not.toContain(stored[0]?.secret_hash.toString('base64url'));
  });

  it('is dead once it is revoked, and with the account of whoever made it', async () => {
    const reader = await house.person('Reader');
    const feeds = await Promise.all([1, 2].map(() => ask<Made>(make, { team: `Team_${team.id}` }, reader.cookie)));
    const [one, two] = feeds.map(({ createDecisionFeed: made }) => made);
    if (one === undefined || two === undefined) throw new Error('Not made.');
    const revoke = `mutation($id: ID!) { revokeDecisionFeed(id: $id) { done } }`;
    // Somebody else's is not there.
    expect((await app.graphql(owner.cookie, revoke, { id: one.feed.id })).text).toContain('NOT_FOUND');
    await ask(revoke, { id: one.feed.id }, reader.cookie);
    const gone = await get(one.address, null);
    const never = await get(one.address.replace(/\.[^/]+/u, `.${'A'.repeat(43)}`), null);
    expect([gone.statusCode, never.statusCode]).toEqual([404, 404]);
    expect(gone.body).toBe(never.body);
    expect((await get(two.address, null)).statusCode).toBe(200);
    await house.query('update people set deactivated_at = now() where id = $1', [reader.id]);
    expect((await get(two.address, null)).statusCode).toBe(404);
    for (const path of ['/feeds/decisions/x/y.atom', `/feeds/decisions/${'a'.repeat(32)}.${'A'.repeat(43)}/y.atom`])
      expect((await get(path, null)).statusCode).toBe(404);
  });

  it('shows the viewer their own, and nobody makes more than ten', async () => {
    const many = await house.person('Many');
    const list = `query($team: ID!) { decisionFeeds(teamId: $team) { id } }`;
    for (let made = 0; made < 10; made += 1) await ask(make, { team: `Team_${team.id}` }, many.cookie);
    expect((await app.graphql(many.cookie, make, { team: `Team_${team.id}` })).text).toContain('revoke one first');
    expect(
      (await ask<{ decisionFeeds: unknown[] }>(list, { team: `Team_${team.id}` }, many.cookie)).decisionFeeds,
    ).toHaveLength(10);
    expect((await ask<{ decisionFeeds: unknown[] }>(list, { team: `Team_${team.id}` })).decisionFeeds).toHaveLength(1);
    const other = await (await app.world.organization('Foreign')).team('Foreign');
    for (const query of [make, list])
      expect((await app.graphql(many.cookie, query, { team: `Team_${other.id}` })).text).toContain('NOT_FOUND');
  });
});
