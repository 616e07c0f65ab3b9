import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { CommunityStory } from '../../../../test/community-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';
import { readId } from '../../../platform/graphql/global-id.js';

const MANY = 10_000;
const BATCH = 500;

let app: TestApp;
let story: CommunityStory;
let communityId: string;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CommunityStory.tell(app, 'Wishes');
  communityId = readId('Community', story.communityId);
  // Each of them goes to the search: no statement has time for all.
  for (let from = 1; from <= MANY; from += BATCH)
    await story.house.query(
      `insert into ideas (organization_id, id, community_id, title, words, state, by_id, at, votes)
       select $1, gen_random_uuid(), $2, 'Idea ' || n, 'Words', (array['IDEA', 'DISCUSSED'])[1 + n % 2], $3,
              now() - n * interval '1 minute', n % 50
         from generate_series($4::int, $5::int) n`,
      [story.house.id, communityId, story.ana.id, from, from + BATCH - 1],
    );
  await story.house.query('analyze ideas');
});
afterAll(() => app?.stop());

interface Ideas {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string; title: string; votes: number } }[];
}

async function page(args: string): Promise<Ideas> {
  const fields = 'totalCount pageInfo { hasNextPage endCursor } edges { node { id title votes } }';
  const seen = await story.seen<{ community: { ideas: Ideas } }>(
    story.cleo,
    `community(id: "${story.communityId}") { ideas(${args}) { ${fields} } }`,
  );
  return seen.community.ideas;
}

test('ten thousand ideas are read page by page, the most wanted first, each once', async () => {
  const first = await page('states: [IDEA], first: 100');
  expect(first.totalCount).toBe(MANY / 2);
  const second = await page(`states: [IDEA], first: 100, after: "${first.pageInfo.endCursor}"`);
  const shown = [...first.edges, ...second.edges].map(({ node }) => node);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(200);
  expect(shown.map(({ votes }) => votes)).toEqual(shown.map(({ votes }) => votes).toSorted((a, b) => b - a));
  expect(second.pageInfo.hasNextPage).toBe(true);
});

test('the ideas of many communities are read by as many statements as those of one', async () => {
  const list = `communities(first: 50) { edges { node { ideas(states: [IDEA], first: 3) { totalCount edges { node { votes } } } } } }`;
  const statements = async (): Promise<number> => {
    const spy = jest.spyOn(Tx.prototype, 'query');
    await story.seen(story.cleo, list);
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  };
  const few = await statements();
  for (const name of ['Second', 'Third', 'Fourth'])
    await story.done(story.cleo, `foundCommunity(name: "${name}", purpose: "More of it") { id }`);
  expect(await statements()).toBe(few);
});

test('a page reads its own ideas and their votes, not those of all', async () => {
  const plan = await story.house.query<{ 'QUERY PLAN': string }>(
    `explain select id from ideas where organization_id = $1 and community_id = $2 and state = any($3)
      order by votes desc, id desc limit 26`,
    [story.house.id, communityId, ['IDEA']],
  );
  const words = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(words).toContain('ideas_by_votes');
});

test('votes are counted as they come and go', async () => {
  const { id } = await story.done<{ id: string }>(
    story.cleo,
    `addIdea(communityId: "${story.communityId}", title: "Wanted", words: "By all") { id }`,
  );
  const vote = (person: typeof story.ana, wants: boolean): Promise<{ votes: number }> =>
    story.done(person, `voteForIdea(id: "${id}", vote: ${String(wants)}) { votes viewerVoted }`);
  await Promise.all([vote(story.ana, true), vote(story.ben, true), vote(story.cleo, true)]);
  expect(await vote(story.ana, true)).toEqual({ votes: 3, viewerVoted: true });
  expect(await vote(story.ana, false)).toEqual({ votes: 2, viewerVoted: false });
});

test('a cursor of another list, or too many at once, is refused', async () => {
  const asked = (args: string): Promise<string | undefined> =>
    app
      .graphql(story.cleo.cookie, `{ community(id: "${story.communityId}") { ideas(${args}) { totalCount } } }`)
      .then(({ errors }) => errors?.[0]?.extensions.code);
  const foreign = Buffer.from('["2026-01-01T00:00:00.000Z","x"]').toString('base64url');
  expect(await asked(`after: "${foreign}"`)).toBe('INVALID_INPUT');
  expect(await asked('first: 101')).toBe('INVALID_INPUT');
});
