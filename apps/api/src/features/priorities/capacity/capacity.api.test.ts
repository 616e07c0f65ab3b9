import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OrderStory } from '../../../../test/order-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: OrderStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await OrderStory.tell(app, 'Shares');
  await story.add('a1 a2 b1 -1');
  await story.add('c1', 'TASK');
  const { id: organizationId } = story.house;
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run(
      `update backlog_items set points = case title when 'a1' then 6 when 'a2' then 2 when 'b1' then 8 end,
              kind = case title when 'a2' then 'DEBT' else 'VALUE' end where organization_id = $1`,
      [organizationId],
    ),
  );
});
afterAll(() => app?.stop());

interface Row {
  area: { name: string } | null;
  kind: string | null;
  target: number | null;
  held: number;
  items: number;
  unsized: number;
}
interface Capacity {
  version: number;
  viewerCan: string[];
  areas: Row[];
  kinds: Row[];
  cells: Row[];
}

const SHOWN =
  'version viewerCan areas { ...R } kinds { ...R } cells { ...R } } } fragment R on CapacityRow { area { name } kind target held points items unsized';

async function show(by: TestPerson, asked: object = {}): Promise<Capacity> {
  const reply = await app.graphql<{ productCapacity: Capacity }>(
    by.cookie,
    `query ($productId: ID!, $measure: CapacityMeasure, $first: Int) {
       productCapacity(productId: $productId, measure: $measure, first: $first) { ${SHOWN} }`,
    { productId: `Product_${story.house.productId}`, ...asked },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.productCapacity;
}

interface Target {
  area?: string;
  kind?: string;
  share: number;
}

async function set(by: TestPerson, version: number, targets: Target[]): Promise<Capacity | string | undefined> {
  const reply = await app.graphql<{ setCapacityTargets: Capacity }>(
    by.cookie,
    `mutation ($productId: ID!, $version: Int!, $targets: [CapacityTargetInput!]!) {
       setCapacityTargets(productId: $productId, version: $version, targets: $targets) { ${SHOWN} }`,
    {
      productId: `Product_${story.house.productId}`,
      version,
      targets: targets.map(({ area, ...target }) => ({
        ...target,
        ...(area !== undefined && { areaId: `Area_${story.areas.get(area)}` }),
      })),
    },
  );
  return reply.data?.setCapacityTargets ?? reply.errors?.[0]?.extensions.code;
}

const held = (rows: Row[]): unknown[] => rows.map(({ area, kind, held: share }) => [area?.name ?? kind, share]);

test('shares are of what stands in the order, by points or items, of all of it or of what comes first', async () => {
  const all = await show(story.developer);
  expect(all.viewerCan).toEqual([]);
  expect(held(all.areas)).toEqual([
    ['a', 50],
    ['b', 50],
    ['c', 0],
    [null, 0],
  ]);
  expect(held(all.kinds)).toEqual([
    ['VALUE', 87.5],
    ['DEBT', 12.5],
    ['DEFECT', 0],
    ['ENABLER', 0],
  ]);
  expect(all.cells.find(({ area, kind }) => area?.name === 'a' && kind === 'DEBT')).toMatchObject({
    held: 25,
    items: 1,
  });
  const items = await show(story.developer, { measure: 'ITEMS' });
  expect(held(items.areas)).toEqual([
    ['a', 50],
    ['b', 25],
    ['c', 0],
    [null, 25],
  ]);
  const first = await show(story.developer, { first: 1 });
  expect(held(first.areas)).toEqual([
    ['a', 100],
    ['b', 0],
    ['c', 0],
  ]);
});

test('the Chief sets all shares, an Area Product Owner the kinds of the own area; nobody else any', async () => {
  const { chief, developer } = story;
  const [ofA, ofB] = [story.owner('a'), story.owner('b')];
  expect((await show(chief)).viewerCan).toEqual(['capacity:set', 'capacity:set-area']);
  expect((await show(ofA)).viewerCan).toEqual(['capacity:set-area']);
  const agreed: Target[] = [
    { area: 'a', share: 60 },
    { kind: 'DEBT', share: 20 },
  ];
  expect(await set(developer, 1, [])).toBe('FORBIDDEN');
  expect(await set(ofA, 1, agreed)).toBe('FORBIDDEN');
  expect(await set(chief, 1, agreed)).toMatchObject({ version: 2, areas: [{ target: 60 }, {}, {}, {}] });
  expect(await set(ofA, 1, [{ area: 'a', kind: 'DEBT', share: 30 }])).toBe('CONFLICT');
  expect(await set(ofB, 2, [{ area: 'a', kind: 'DEBT', share: 30 }])).toBe('FORBIDDEN');
  // What is not theirs stays, given as it is or left out.
  expect(await set(ofA, 2, [{ area: 'a', kind: 'DEBT', share: 30 }])).toMatchObject({ version: 3 });
  expect(await set(ofB, 3, [...agreed, { area: 'b', kind: 'VALUE', share: 12.5 }])).toMatchObject({ version: 4 });
  const told = await show(developer);
  expect(told.kinds.map(({ target }) => target)).toEqual([null, 20, null, null]);
  expect(told.cells.flatMap(({ area, kind, target }) => (target === null ? [] : [[area?.name, kind, target]]))).toEqual(
    [
      ['a', 'DEBT', 30],
      ['b', 'VALUE', 12.5],
    ],
  );
  expect(
    await set(ofA, 4, [
      { area: 'a', kind: 'DEBT', share: 90 },
      { area: 'a', kind: 'VALUE', share: 11 },
    ]),
  ).toBe('INVALID_INPUT');
  expect(await set(chief, 4, [{ area: 'a', share: 60 }])).toMatchObject({ version: 5 });
  const after = await show(developer);
  expect([...after.kinds, ...after.cells].filter(({ target }) => target !== null)).toEqual([]);
  // As they are: nothing happened.
  expect(await set(chief, 5, [{ area: 'a', share: 60 }])).toMatchObject({ version: 5 });
  const events = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    tx.query<{ subject_version: number; payload: { changes: object[] } }>(
      `select subject_version, payload from events where organization_id = $1 and name = 'capacity.targets-set' order by id`,
      [story.house.id],
    ),
  );
  expect(events.map(({ subject_version: version }) => version)).toEqual([2, 3, 4, 5]);
  expect(events[1]?.payload.changes).toEqual([{ field: 'a: Debt', from: null, to: '30 %' }]);
});
