import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AHEAD, DependencyStory } from '../../../../test/dependency-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DependencyStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DependencyStory.tell(app, 'Harbour');
  await story.add('task', 'checkout', { tier: 'TASK' });
  // DEP-1 waits for Index; DEP-2 is promised too late; DEP-3 is declined; DEP-4 came back to Pia; DEP-5 was asked by Omar.
  await story.ask('c1', 's1', { neededBy: `${AHEAD}-05-01` });
  const late = await story.ask('task', 's2', { neededBy: `${AHEAD}-04-02` });
  await story.step(story.ines, 'commitDependency', late, { promisedFor: `${AHEAD}-04-03` });
  const declined = await story.ask('c2', null, { neededBy: `${AHEAD}-04-03` });
  await story.step(story.ines, 'declineDependency', declined, { reason: 'No.' });
  const countered = await story.ask('c3', 's3', { neededBy: `${AHEAD}-04-04` });
  await story.step(story.ines, 'counterDependency', countered, {
    proposedFor: `${AHEAD}-04-05`,
    words: 'A day later.',
  });
  await story.done(story.omar, 'requestDependency', {
    consumerId: story.id('s2'),
    providerId: story.id('c1'),
    neededBy: `${AHEAD}-04-05`,
    words: 'The card number.',
  });
});
afterAll(() => app?.stop());

describe('the list', () => {
  it.each<[string, string, string[]]>([
    ['all, by the day they are needed', '{}', ['DEP-2', 'DEP-3', 'DEP-4', 'DEP-5', 'DEP-1']],
    ['by state', '{ states: [DECLINED, COMMITTED] }', ['DEP-2', 'DEP-3']],
    ['with conflicts', '{ conflicts: true }', ['DEP-2', 'DEP-4', 'DEP-1']],
    ['asked by me', '{ askedByMe: true }', ['DEP-2', 'DEP-3', 'DEP-4', 'DEP-1']],
    ['what waits for me', '{ waitsForMe: true }', ['DEP-4', 'DEP-5']],
    ['waits for me, of one state', '{ waitsForMe: true, states: [REQUESTED] }', ['DEP-5']],
    ['of a product', '{ productId: "PRODUCT" }', ['DEP-2', 'DEP-3', 'DEP-4', 'DEP-5', 'DEP-1']],
    ['of a team, on either side', '{ teamIds: ["TEAM"] }', ['DEP-2', 'DEP-3', 'DEP-4', 'DEP-5', 'DEP-1']],
    ['of an area', '{ areaIds: ["AREA"], states: [DECLINED] }', ['DEP-3']],
    ['of an item', '{ itemId: "ITEM" }', ['DEP-5', 'DEP-1']],
  ])('%s', async (_, filter, keys) => {
    const named = filter
      .replace('PRODUCT', `Product_${story.house.productId}`)
      .replace('TEAM', `Team_${story.index.id}`)
      .replace('AREA', `Area_${story.areas.search}`)
      .replace('ITEM', story.id('c1'));
    expect(await story.keys(story.pia, named)).toEqual(keys);
  });

  it('is read page by page, without gap or double', async () => {
    const seen: string[] = [];
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: Page = await pageAfter(after);
      expect(page.totalCount).toBe(5);
      seen.push(...page.edges.map(({ node }) => node.key));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
    expect(seen).toEqual(['DEP-2', 'DEP-3', 'DEP-4', 'DEP-5', 'DEP-1']);
  });

  it('of an item names both sides, the open ones first', async () => {
    const { data } = await app.graphql(
      story.gus.cookie,
      `{ backlogItem(key: "X-c2") { dependencies { key } } one: backlogItem(key: "X-c1") { dependencies { key state } } }`,
    );
    expect(data).toEqual({
      backlogItem: { dependencies: [{ key: 'DEP-3' }] },
      one: {
        dependencies: [
          { key: 'DEP-5', state: 'REQUESTED' },
          { key: 'DEP-1', state: 'REQUESTED' },
        ],
      },
    });
  });
});

describe('the map', () => {
  const ask = (from: string, endsBefore: string) =>
    app.graphql<{ dependencyMap: { areas: { name: string }[]; lines: { dependency: { key: string } }[] } }>(
      story.gus.cookie,
      `{ dependencyMap(productId: "Product_${story.house.productId}", from: "${from}", endsBefore: "${endsBefore}") {
           areas { name } from endsBefore
           lines { dependency { key } consumerArea { name } providerArea { name } neededBy promisedFor conflicts } } }`,
    );

  it('draws what stands between areas, by the day it is needed', async () => {
    const { data } = await ask(`${AHEAD}-04-01`, `${AHEAD}-04-05`);
    expect(data?.dependencyMap).toEqual({
      areas: [{ name: 'Checkout' }, { name: 'Search' }],
      from: `${AHEAD}-04-01`,
      endsBefore: `${AHEAD}-04-05`,
      lines: [
        {
          dependency: { key: 'DEP-2' },
          consumerArea: { name: 'Checkout' },
          providerArea: { name: 'Search' },
          neededBy: `${AHEAD}-04-02`,
          promisedFor: `${AHEAD}-04-03`,
          conflicts: ['TOO_LATE'],
        },
        {
          dependency: { key: 'DEP-4' },
          consumerArea: { name: 'Checkout' },
          providerArea: { name: 'Search' },
          neededBy: `${AHEAD}-04-04`,
          promisedFor: null,
          conflicts: ['RANKED_BELOW'],
        },
      ],
    });
  });

  it('has a beginning before its end', async () => {
    const { errors } = await ask(`${AHEAD}-04-05`, `${AHEAD}-04-05`);
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { key: string } }[];
}

async function pageAfter(after: string | null): Promise<Page> {
  const reply = await app.graphql<{ dependencies: Page }>(
    story.gus.cookie,
    `query ($after: String) {
       dependencies(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } }`,
    { after },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.dependencies;
}
