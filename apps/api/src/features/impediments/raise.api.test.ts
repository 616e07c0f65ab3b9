import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

const input = (more = '', team = story.team.id): string =>
  `input: { title: "  The port is closed ", category: ENVIRONMENT, raisingTeamId: "Team_${team}"${more} }`;

test('a developer raises: key, clock, source, affected teams, items, watching, event', async () => {
  const more = `, description: "Since **Monday**", affectedTeamIds: ["Team_${story.otherTeam.id}"], blockedItemKeys: ["PAY-1", " PAY-1", "X-2"], newSource: { name: "Network", kind: DEPARTMENT }`;
  const selection = `key title description state level clockEndsAt raisedAt levelSince version viewerWatches viewerVotes voteCount commentCount
    viewerCan raisedBy { name email } raisingTeam { name area { name } } affectedTeams { name } blockedItems { externalKey title state }
    source { name kind } owner { name } duplicateOf { key } comments { totalCount } activity { totalCount edges { node { event note changes actor { name } } } }`;
  const reply = await story.mutate(story.dev, 'raiseImpediment', input(more), selection);
  expect(reply.errors).toBeUndefined();
  expect(reply.data?.['raiseImpediment']).toMatchObject({
    title: 'The port is closed',
    description: 'Since **Monday**',
    state: 'RAISED',
    level: 1,
    version: 1,
    clockEndsAt: expect.stringMatching(/Z$/),
    viewerWatches: true,
    viewerVotes: false,
    raisedBy: { name: 'Dora' },
    raisingTeam: { name: 'Payments', area: { name: 'First area' } },
    affectedTeams: [{ name: 'Payments' }, { name: 'Ledger' }],
    blockedItems: [
      { externalKey: 'PAY-1', title: null, state: null },
      { externalKey: 'X-2', title: null, state: null },
    ],
    source: { name: 'Network', kind: 'DEPARTMENT' },
    owner: null,
    duplicateOf: null,
    comments: { totalCount: 0 },
    activity: { totalCount: 1, edges: [{ node: { event: 'impediment.raised', actor: { name: 'Dora' } } }] },
  });
});

test('a source that somebody named before is found again, whatever its capitals', async () => {
  const selection = 'id source { id name }';
  const more = ', newSource: { name: "Security Board", kind: POLICY }';
  const again = ', newSource: { name: "security board", kind: VENDOR }';
  const first = await story.mutate(story.dev, 'raiseImpediment', input(more), selection);
  const second = await story.mutate(story.dev, 'raiseImpediment', input(again), selection);
  expect(first.data?.['raiseImpediment']).toHaveProperty('source.name', 'Security Board');
  expect(second.data?.['raiseImpediment']).toHaveProperty('source.name', 'Security Board');
});

test('a stakeholder and somebody without a role are denied, nobody is asked to sign in', async () => {
  for (const person of [story.stakeholder, story.guest]) {
    const reply = await story.mutate(person, 'raiseImpediment', input());
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'impediment:raise' } });
  }
  const reply = await app.graphql(null, `mutation { raiseImpediment(${input()}) { id } }`);
  expect(reply.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('every wrong field is named with its remedy', async () => {
  const bad = `input: { title: "  \\u0000 ", category: TOOLING, raisingTeamId: "Team_${story.team.id}", blockedItemKeys: [""], newSource: { name: " ", kind: TEAM } }`;
  const reply = await story.mutate(story.dev, 'raiseImpediment', bad);
  const details = reply.errors?.[0]?.extensions.details;
  expect(reply.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  expect(details).toEqual({
    fields: ['title', 'newSource', 'blockedItemKeys'].map((field) => ({ field, problem: expect.any(String) })),
  });
});

test('any text is kept or refused, never a fault: NUL, half characters, script', async () => {
  const title = '<script>alert(1)</script> \uD800 x\u0000y';
  const reply = await app.graphql<{ raiseImpediment: { title: string } }>(
    story.dev.cookie,
    'mutation ($input: RaiseImpedimentInput!) { raiseImpediment(input: $input) { title } }',
    { input: { title, category: 'OTHER', raisingTeamId: `Team_${story.team.id}` } },
  );
  expect(reply.data?.raiseImpediment.title).toBe('<script>alert(1)</script> \uFFFD xy');
});

test('teams and sources of another organization are like ones that nobody has, and nothing is raised', async () => {
  await abroad.mutate(
    abroad.dev,
    'raiseImpediment',
    `input: { title: "Canary", category: OTHER, raisingTeamId: "Team_${abroad.team.id}", newSource: { name: "Canary", kind: TEAM } }`,
  );
  const [source] = await abroad.house.query<{ id: string }>('select id from sources where organization_id = $1', [
    abroad.house.id,
  ]);
  const before = await count();
  const tries = [
    (id: string) => input('', id),
    (id: string) => input(`, affectedTeamIds: ["Team_${story.otherTeam.id}", "Team_${id}"]`),
  ];
  for (const given of tries) await sameAsNobodys(given, abroad.team.id);
  await sameAsNobodys((id) => input(`, sourceId: "Source_${id}"`), source?.id ?? '');
  expect(await count()).toBe(before);
});

test('a double click is one row with the same answer; the key with another input is refused', async () => {
  const before = await count();
  const key = randomUUID();
  const replies = await Promise.all(
    [1, 2, 3].map(() => story.mutate(story.dev, 'raiseImpediment', `${input()}, idempotencyKey: "${key}"`)),
  );
  expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
  expect(await count()).toBe(before + 1);
  const other = await story.mutate(
    story.dev,
    'raiseImpediment',
    `${input(', description: "other"')}, idempotencyKey: "${key}"`,
  );
  expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('50 at once get 50 keys without a gap, also when some are refused', async () => {
  const before = await numbers();
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      story.mutate(
        story.dev,
        'raiseImpediment',
        index % 6 === 5 ? input(`, sourceId: "Source_${randomUUID()}"`) : input(),
      ),
    ),
  );
  expect(replies.filter((reply) => !reply.errors)).toHaveLength(50);
  const after = await numbers();
  expect(after).toHaveLength(before.length + 50);
  expect(after).toEqual(after.map((_, index) => index + 1));
});

async function sameAsNobodys(given: (id: string) => string, foreignId: string): Promise<void> {
  const theirs = await story.mutate(story.dev, 'raiseImpediment', given(foreignId));
  const nobodys = await story.mutate(story.dev, 'raiseImpediment', given(randomUUID()));
  expect(theirs.text).toBe(nobodys.text);
  expect(theirs.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
}

async function numbers(): Promise<number[]> {
  const rows = await story.house.query<{ number: number }>(
    'select number from impediments where organization_id = $1 order by 1',
    [story.house.id],
  );
  return rows.map((row) => row.number);
}

async function count(): Promise<number> {
  return (await numbers()).length;
}
