import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/database/new-id.js';
import { ScenarioStory, WORDS } from '../../../../test/scenario-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: ScenarioStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await ScenarioStory.tell(app, `Harbour ${round}`);
});
afterAll(() => app?.stop());

describe('a private copy', () => {
  it('is tried without the order knowing, and a move is taken back', async () => {
    const { chief } = story.order;
    const begun = await story.begin();
    expect(begun).toMatchObject({ state: 'DRAFT', moveCount: 0, behindBy: 0, owner: { name: 'Chief' } });
    const first = await story.move(chief, begun, 'c2 c1', { top: true });
    const second = await story.move(chief, first, 'a1', { after: 'b2' });
    expect(second).toMatchObject({ moveCount: 2, version: 3 });
    expect(await story.said(chief, second)).toBe('c1 1<3 c2 2<6 b1 3<2 a2 4<4 b2 5<5 a1 6<1');
    const back = await story.step(chief, 'undoScenarioMove', second);
    expect(await story.said(chief, back)).toBe('c1 1<3 c2 2<6 a1 3<1 b1 4<2 a2 5<4 b2 6<5');
    expect(await story.said(chief, back, ', from: 2, count: 2')).toBe('c2 2<6 a1 3<1');
    const areaA = `Area_${story.order.areas.get('a') ?? ''}`;
    expect(await story.said(chief, back, `, filter: { areaIds: ["${areaA}"] }, from: 2, count: 5`)).toBe('a2 5<4');
    expect(await story.order.said()).toBe('a1 b1 c1 a2 b2 c2');
  });

  it('to where it stands already is no move; to the top of its area moves only in its area’s slots', async () => {
    const { chief } = story.order;
    const begun = await story.begin();
    expect(await story.move(chief, begun, 'b1', { position: 2 })).toMatchObject({ version: 1, moveCount: 0 });
    const moved = await story.move(chief, begun, 'b2', { topOfArea: true });
    expect(await story.said(chief, moved)).toBe('a1 1<1 b2 2<5 c1 3<3 a2 4<4 b1 5<2 c2 6<6');
  });

  it('looks to everybody else as if it were not there, to an Administrator too', async () => {
    const begun = await story.begin(story.owner);
    for (const by of [story.order.chief, story.admin, story.guest]) {
      const seen = await app.graphql<{ scenario: unknown; scenarios: unknown[]; node: unknown }>(
        by.cookie,
        `{ scenarios(productId: "Product_${story.house.productId}") { id } node(id: "${begun.id}") { id } }`,
      );
      expect(seen.data).toEqual({ scenarios: [], node: null });
      for (const query of ['scenario', 'scenarioOrder', 'scenarioComparison']) {
        const part = query === 'scenario' ? 'id' : 'scenario { id }';
        const reply = await app.graphql(by.cookie, `{ ${query}(id: "${begun.id}") { ${part} } }`);
        expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      }
      for (const [field, more] of MUTATIONS)
        expect(await story.refused(by, field, { id: begun.id, ...more(begun.version) })).toMatchObject({
          code: 'NOT_FOUND',
        });
    }
  });

  it('is begun by who orders something in the product, and by nobody else', async () => {
    const given = { productId: `Product_${story.house.productId}`, name: 'Mine' };
    for (const by of [story.owner, story.order.owner('b'), story.admin])
      expect(await story.done(by, 'createScenario', given)).toMatchObject({ name: 'Mine' });
    for (const by of [story.order.developer, story.guest])
      expect(await story.refused(by, 'createScenario', given)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.refused(story.owner, 'createScenario', { ...given, name: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

const MUTATIONS: [string, (version: number) => object][] = [
  ['renameScenario', (version) => ({ version, name: 'Other' })],
  ['moveInScenario', (version) => ({ version, ids: [`BacklogItem_${newId()}`], to: { top: true } })],
  ['undoScenarioMove', (version) => ({ version })],
  ['shareScenario', (version) => ({ version, shared: true })],
  ['commentOnScenario', () => ({ text: 'Good.' })],
  ['catchUpScenario', (version) => ({ version })],
  ['publishScenario', (version) => ({ version, decision: WORDS })],
  ['discardScenario', (version) => ({ version })],
];

describe('sharing', () => {
  it('lets everybody read and comment; changing stays its owner’s, catching up and publishing also who decides for the product', async () => {
    const begun = await story.begin(story.owner);
    const shared = await story.step(story.owner, 'shareScenario', begun, { shared: true });
    expect(shared).toMatchObject({ state: 'SHARED', version: 2 });
    const commented = await story.done(story.guest, 'commentOnScenario', { id: shared.id, text: ' What of c1? ' });
    expect(commented).toMatchObject({
      version: 2,
      comments: [{ text: 'What of c1?', by: { name: 'Gus' } }],
      viewerCan: ['scenario:view', 'scenario:comment'],
    });
    for (const [field, more] of MUTATIONS)
      if (field !== 'commentOnScenario')
        expect(await story.refused(story.guest, field, { id: shared.id, ...more(2) })).toMatchObject({
          code: 'FORBIDDEN',
        });
    expect(
      await story.refused(story.owner, 'publishScenario', { id: shared.id, version: 2, decision: WORDS }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
    const seen = await story.ask<{ scenarios: { name: string; viewerCan: string[] }[] }>(
      story.order.chief,
      `{ scenarios(productId: "Product_${story.house.productId}") { name viewerCan } }`,
    );
    expect(seen.scenarios).toEqual([
      {
        name: 'Search first',
        viewerCan: ['scenario:view', 'scenario:comment', 'scenario:catch-up', 'scenario:publish'],
      },
    ]);
    await story.step(story.owner, 'shareScenario', shared, { shared: false });
    expect(await story.refused(story.guest, 'commentOnScenario', { id: shared.id, text: 'Still?' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is of no use once it is discarded', async () => {
    const begun = await story.begin(story.owner);
    const gone = await story.step(story.owner, 'discardScenario', begun);
    expect(gone).toMatchObject({ state: 'DISCARDED', viewerCan: ['scenario:view'] });
    expect(await story.refused(story.owner, 'shareScenario', { id: gone.id, version: 2, shared: true })).toMatchObject({
      code: 'SCENARIO_IN_OTHER_STATE',
      details: { state: 'DISCARDED', legal: ['scenario:view'] },
    });
    expect(await story.ask(story.owner, `{ scenarios(productId: "Product_${story.house.productId}") { id } }`)).toEqual(
      { scenarios: [] },
    );
  });

  it('of a version that is no more is a conflict; items outside the order are named', async () => {
    const begun = await story.begin();
    await story.order.add('a9', 'TASK');
    const { chief } = story.order;
    const given = { id: begun.id, ids: story.order.globalIds('a9'), to: { top: true } };
    expect(await story.refused(chief, 'moveInScenario', { ...given, version: 7 })).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 1, current: { name: 'Search first' } },
    });
    expect(await story.refused(chief, 'moveInScenario', { ...given, version: 1 })).toMatchObject({
      code: 'NOT_IN_ORDER',
      details: { keys: ['X-a9'] },
    });
    expect(
      await story.refused(chief, 'moveInScenario', { ...given, version: 1, ids: [`BacklogItem_${newId()}`] }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('comparing', () => {
  it('says what rises and falls, and which goals, areas and dependencies that touches', async () => {
    const { chief, house } = { chief: story.order.chief, house: story.house };
    const goal = await house.insert('product_goals', {
      product_id: house.productId,
      title: 'Found at once',
      state: 'ACTIVE',
      active_since: '2026-01-01',
      created_at: '2026-01-01',
      updated_at: '2026-01-01',
    });
    await house.query(
      'update backlog_items set goal_id = $2 where organization_id = $1 and id = any($3::uuid[]) returning 1',
      [house.id, goal, [story.order.id('c1'), story.order.id('c2')]],
    );
    await house.insert('dependencies', {
      number: 1,
      consumer_id: story.order.id('a1'),
      provider_id: story.order.id('c2'),
      state: 'COMMITTED',
      words: 'Something.',
      needed_by: '2031-04-01',
      promised_for: '2031-04-01',
      requested_by: chief.id,
      requested_at: '2026-01-01',
      asked_at: '2026-01-01',
      updated_at: '2026-01-01',
    });
    const moved = await story.move(chief, await story.begin(), 'c2', { top: true });
    await story.order.move(chief, 'a2', { position: 2 });
    const { scenarioComparison } = await story.ask<{ scenarioComparison: unknown }>(
      chief,
      `{ scenarioComparison(id: "${moved.id}") {
           scenario { behindBy } riseCount fallCount rises { item { title } from to chosen } falls { item { title } from to chosen }
           goals { goal { title } items before after }
           areas { area { name } items rises falls before after shareBefore shareAfter }
           dependencies { dependency { key } before after }
           meanwhile { number scope from to item { title } } forecastNote } }`,
    );
    expect(scenarioComparison).toEqual({
      scenario: { behindBy: 1 },
      riseCount: 1,
      fallCount: 5,
      rises: [{ item: { title: 'c2' }, from: 6, to: 1, chosen: true }],
      falls: ['a1', 'b1', 'c1', 'a2', 'b2'].map((title, index) => ({
        item: { title },
        from: index + 1,
        to: index + 2,
        chosen: false,
      })),
      goals: [
        { goal: { title: 'Found at once' }, items: 2, before: 4.5, after: 2.5 },
        { goal: null, items: 4, before: 3, after: 4 },
      ],
      areas: expect.arrayContaining([
        {
          area: { name: 'c' },
          items: 2,
          rises: 1,
          falls: 1,
          before: 4.5,
          after: 2.5,
          shareBefore: expect.closeTo(33.33, 1),
          shareAfter: expect.closeTo(33.33, 1),
        },
      ]),
      dependencies: [{ dependency: { key: 'DEP-1' }, before: ['RANKED_BELOW'], after: [] }],
      meanwhile: [{ number: 2, scope: 'ORDER', from: 4, to: 2, item: { title: 'a2' } }],
      forecastNote: expect.stringContaining('not forecast'),
    });
  });
});
