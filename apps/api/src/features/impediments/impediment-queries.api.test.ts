import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../test/test-app.js';
import { Tx } from '../../platform/database/tx.js';
import { type HistoricImpediment, ImpedimentHistory } from './impediment-history.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  await record(abroad, [historic(abroad, { title: 'Canary deploys wait for the firewall' })]);
});
afterAll(() => app?.stop());

function historic(of: ImpedimentStory, more: Partial<HistoricImpediment> = {}): HistoricImpediment {
  return {
    title: 'Deploys wait for the firewall',
    category: 'ENVIRONMENT',
    state: 'RAISED',
    raisedById: of.dev.id,
    raisedAt: '2026-01-05T09:00:00.000Z',
    raisingTeamId: of.team.id,
    ...more,
  };
}

function record(of: ImpedimentStory, impediments: HistoricImpediment[]): Promise<{ id: string; key: string }[]> {
  return app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, impediments),
  );
}

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

interface ListReply {
  impediments: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

const CARD = `id key title category severity state level levelSince clockEndsAt raisedAt dueOn nextStep version commentCount voteCount
  viewerVotes viewerWatches viewerCan raisedBy { id name } owner { id name } raisingTeam { id name area { id name } } source { id name kind }
  affectedTeams { id name } blockedItems { externalKey title state }`;

test('a board of 300 cards takes as many statements as one of 3: nine and the session', async () => {
  const board = (): Promise<unknown> =>
    app.graphql(story.dev.cookie, `{ impedimentBoard { truncated closedLast30Days cursor impediments { ${CARD} } } }`);
  await record(
    story,
    Array.from({ length: 3 }, () => historic(story)),
  );
  const few = await statements(board);
  await record(
    story,
    Array.from({ length: 297 }, (_, index) =>
      historic(story, {
        title: `Card ${index}`,
        state: 'IN_PROGRESS',
        severity: 'HIGH',
        ownerId: story.neighbour.id,
        triagedAt: '2026-01-06T09:00:00Z',
        startedAt: '2026-01-07T09:00:00Z',
        affectedTeamIds: [story.otherTeam.id],
        blockedItemKeys: [`PAY-${index}`, `PAY-${index + 1}`],
        comments: [{ authorId: story.dev.id, body: 'Still there', at: '2026-01-08T09:00:00Z' }],
        voterIds: [story.dev.id, story.stakeholder.id],
      }),
    ),
  );
  const many = await statements(board);
  expect(many).toBe(few);
  expect(many).toBeLessThanOrEqual(10);
  const reply = await app.graphql<{ impedimentBoard: { impediments: { description: string }[] } }>(
    story.dev.cookie,
    `{ impedimentBoard { impediments { description ${CARD} } } }`,
  );
  expect(reply.data?.impedimentBoard.impediments).toHaveLength(300);
  expect(reply.data?.impedimentBoard.impediments.at(-1)).toMatchObject({
    description: '',
    voteCount: 2,
    commentCount: 1,
    viewerVotes: true,
    viewerWatches: true,
    owner: { name: 'Nils' },
    affectedTeams: [{ name: 'Payments' }, { name: 'Ledger' }],
    raisingTeam: { area: { name: 'First area' } },
  });
  expect(reply.text).not.toContain('Canary');
});

test('comments and activity of a whole page are a few statements, whatever the number of rows', async () => {
  const page = (first: number): Promise<number> =>
    statements(() =>
      app.graphql(
        story.dev.cookie,
        `{ impediments(first: ${first}) { edges { node { description comments { totalCount edges { node { body author { name } } } } activity(first: 2) { edges { node { event actor { name } } } } } } } }`,
      ),
    );
  expect(await page(50)).toBe(await page(2));
});

test('the list comes latest first, page by page without gap or double, filtered, with a total only when asked', async () => {
  const [one] = await record(story, [
    historic(story, {
      title: '100% _odd_ title',
      category: 'POLICY',
      state: 'CLOSED',
      severity: 'LOW',
      ownerId: story.neighbour.id,
      triagedAt: '2026-01-06T09:00:00Z',
      startedAt: '2026-01-06T09:00:00Z',
      resolvedAt: '2026-01-07T09:00:00Z',
      closedAt: '2026-01-08T09:00:00Z',
      resolution: 'Gone',
    }),
  ]);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const reply: GraphqlReply<ListReply> = await app.graphql(
      story.dev.cookie,
      'query ($after: String) { impediments(first: 100, after: $after) { edges { node { id updatedAt } } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    const page = reply.data?.impediments;
    seen.push(...(page?.edges.map((edge) => edge.node.id) ?? []));
    after = page?.pageInfo.endCursor ?? null;
    more = page?.pageInfo.hasNextPage ?? false;
  }
  expect(seen).toHaveLength(301);
  expect(new Set(seen).size).toBe(301);
  const list = async (filter: string): Promise<unknown> =>
    (
      await app.graphql(
        story.dev.cookie,
        `{ impediments(filter: { ${filter} }) { totalCount edges { node { key } } } }`,
      )
    ).data;
  const only = { impediments: { totalCount: 1, edges: [{ node: { key: one?.key } }] } };
  expect(await list('states: [CLOSED], category: POLICY, severity: LOW, level: 1')).toEqual(only);
  expect(
    await list(
      `states: [CLOSED], teamId: "Team_${story.team.id}", areaId: "Area_${story.team.areaId}", ownerId: "Person_${story.neighbour.id}"`,
    ),
  ).toEqual(only);
  expect(await list('search: "100% _ODD_"')).toEqual(only);
  expect(await list(`search: "${one?.key.toLowerCase()}"`)).toEqual(only);
  expect(await list('search: "1000_odd"')).toEqual({ impediments: { totalCount: 0, edges: [] } });
  expect(await list(`teamId: "Team_${abroad.team.id}"`)).toEqual(await list(`teamId: "Team_${randomUUID()}"`));
});

test('similar titles of the own organization, open and ended, best first, five at most', async () => {
  await record(story, [historic(story, { title: 'Waiting for the firewall team' })]);
  const reply = await app.graphql<{ similarImpediments: { title: string }[] }>(
    story.dev.cookie,
    '{ similarImpediments(title: "Deploys wait for the firewall!") { title key } }',
  );
  expect(reply.data?.similarImpediments).toHaveLength(4);
  expect(reply.data?.similarImpediments[0]?.title).toBe('Deploys wait for the firewall');
  expect(reply.text).not.toContain('Canary');
  const none = await app.graphql(story.dev.cookie, '{ similarImpediments(title: " \\u0000") { title } }');
  expect(none.data).toEqual({ similarImpediments: [] });
});

test('an impediment by key or node; foreign, unknown and malformed keys look alike', async () => {
  const [mine] = await record(story, [historic(story, { title: 'Mine' })]);
  const found = await app.graphql(
    story.dev.cookie,
    `{ impediment(key: " ${mine?.key.toLowerCase()}") { id title } node(id: "Impediment_${mine?.id}") { id ... on Impediment { title } } }`,
  );
  expect(found.data).toMatchObject({ impediment: { title: 'Mine' }, node: { title: 'Mine' } });
  const texts = ['IMP-999999999', 'IMP-99999999999999', 'x'].map(
    async (key) =>
      (await app.graphql(story.dev.cookie, 'query ($key: String!) { impediment(key: $key) { id } }', { key })).text,
  );
  expect(new Set(await Promise.all(texts)).size).toBe(1);
  const [theirs] = await record(abroad, [historic(abroad)]);
  const node = await app.graphql(story.dev.cookie, `{ node(id: "Impediment_${theirs?.id}") { id } }`);
  expect(node.data).toEqual({ node: null });
});

test('the ladder of the organization, and its sources by name', async () => {
  await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(ImpedimentHistory).ensureSources(tx, [
      { name: 'Vendor X', kind: 'VENDOR' },
      { name: 'vendor x', kind: 'VENDOR' },
      { name: 'Legal', kind: 'DEPARTMENT' },
    ]),
  );
  const reply = await app.graphql(
    story.dev.cookie,
    '{ organization { impedimentLevels { level name clockWorkingHours } } all: sources { name kind } some: sources(search: "DOR") { name } }',
  );
  expect(reply.data).toEqual({
    organization: {
      impedimentLevels: [
        { level: 1, name: 'Team', clockWorkingHours: 16 },
        { level: 2, name: 'Scrum of Scrums', clockWorkingHours: 40 },
        { level: 3, name: 'Executive Action Team', clockWorkingHours: 80 },
      ],
    },
    all: [
      { name: 'Legal', kind: 'DEPARTMENT' },
      { name: expect.stringMatching(/vendor x/i), kind: 'VENDOR' },
    ],
    some: [{ name: expect.stringMatching(/vendor x/i) }],
  });
});

test('blocked team-days count each team from the day it was affected', async () => {
  const it = await story.inState('RAISED');
  await story.done(story.neighbour, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
  const id = it.id.replace('Impediment_', '');
  await story.house.query(
    `update impediments set raised_at = now() - interval '21 days' where organization_id = $1 and id = $2`,
    [story.house.id, id],
  );
  await story.house.query(
    `update impediment_teams set added_at = now() - interval '14 days' where organization_id = $1 and impediment_id = $2 and team_id = $3`,
    [story.house.id, id, story.otherTeam.id],
  );
  await story.house.query(
    `update impediment_teams set added_at = now() - interval '90 days' where organization_id = $1 and impediment_id = $2 and team_id = $3`,
    [story.house.id, id, story.team.id],
  );
  const seen = await app.graphql<{ impediment: Record<string, number> }>(
    story.dev.cookie,
    `{ impediment(key: "${it.key}") { blockedTeamDays blockedTeamDaysPerDay } }`,
  );
  // Three weeks and two weeks of five working days.
  expect(seen.data?.impediment).toEqual({ blockedTeamDays: 25, blockedTeamDaysPerDay: 2 });
});
