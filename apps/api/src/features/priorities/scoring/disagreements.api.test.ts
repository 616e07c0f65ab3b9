import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OrderStory } from '../../../../test/order-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

test('the places where order and score disagree most, of the product or of one area', async () => {
  const story = await OrderStory.tell(app, 'Scores');
  await story.add('a1 b1 a2 b2 a3 a4');
  const { id: organizationId, productId } = story.house;
  await app.database.transaction({ organizationId }, (tx) =>
    // WSJF: a1 1, b1 2, b2 4, a3 8; a2 has no size, a4 no score.
    tx.run(
      `update backlog_items set value = 2, time_criticality = 1, risk_reduction = case title when 'a4' then null else 5 end,
              points = case title when 'a1' then 8 when 'b1' then 4 when 'b2' then 2 when 'a3' then 1 when 'a4' then 1 end
        where organization_id = $1`,
      [organizationId],
    ),
  );
  const ask = async (given: object): Promise<unknown> => {
    const reply = await app.graphql<{ scoreDisagreements: unknown }>(
      story.developer.cookie,
      `query ($productId: ID!, $areaId: ID, $first: Int) {
         scoreDisagreements(productId: $productId, areaId: $areaId, first: $first) { item { title position } position scorePosition gap } }`,
      { productId: `Product_${productId}`, ...given },
    );
    return reply.data?.scoreDisagreements ?? reply.errors?.[0]?.extensions.code;
  };
  const [a1, a3] = [
    { item: { title: 'a1', position: 1 }, position: 1, scorePosition: 5, gap: 4 },
    { item: { title: 'a3', position: 5 }, position: 5, scorePosition: 1, gap: -4 },
  ];
  const [b1, b2] = [
    { item: { title: 'b1', position: 2 }, position: 2, scorePosition: 4, gap: 2 },
    { item: { title: 'b2', position: 4 }, position: 4, scorePosition: 2, gap: -2 },
  ];
  expect(await ask({})).toEqual([a1, a3, b1, b2]);
  expect(await ask({ first: 1 })).toEqual([a1]);
  expect(await ask({ areaId: `Area_${story.areas.get('b')}` })).toEqual([b1, b2]);
  expect(await ask({ first: 101 })).toBe('INVALID_INPUT');
  const abroad = await OrderStory.tell(app, 'Abroad');
  expect(await ask({ areaId: `Area_${abroad.areas.get('b')}` })).toBe('NOT_FOUND');
  expect(await ask({ productId: `Product_${abroad.house.productId}` })).toBe('NOT_FOUND');
});
