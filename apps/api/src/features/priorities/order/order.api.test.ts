import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OrderStory } from '../../../../test/order-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { ProductOrderRead } from './product-order.read.js';

let app: TestApp;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

async function tell(titles = 'a1 b1 a2 b2 a3 c1'): Promise<OrderStory> {
  round += 1;
  const story = await OrderStory.tell(app, `Order ${round}`);
  await story.add(titles);
  return story;
}

const codeOf = (reply: { errors?: { extensions: { code: string } }[] }): string | undefined =>
  reply.errors?.[0]?.extensions.code;

test('a Chief Product Owner moves anything anywhere; everybody sees where all stand', async () => {
  const story = await tell();
  expect(await story.move(story.chief, 'a3', { position: 2 }, { reason: 'The audit' })).toMatchObject({
    number: 2,
    moves: [{ number: 2, scope: 'ORDER', from: 5, to: 2, count: 1, reason: 'The audit' }],
    undo: { label: 'Moved X-a3.' },
  });
  await story.move(story.chief, 'c1 b1', { before: 'a1' });
  expect(await story.said()).toBe('b1 c1 a1 a3 a2 b2');
  const shown = await story.show(story.developer);
  expect(shown).toMatchObject({ number: 3, length: 6, total: 6, viewerCan: [], ownAreas: [] });
  expect(shown.rows.map(({ position, item }) => `${position} ${item.title}`)).toEqual(
    '1 b1,2 c1,3 a1,4 a3,5 a2,6 b2'.split(','),
  );
  expect((await story.show(story.chief)).viewerCan).toEqual(['order:move', 'order:move-area']);
});

test('an Area Product Owner moves own items, in the slots of the area only', async () => {
  const story = await tell();
  const owner = story.owner('a');
  const moved = await story.move(owner, 'a3', { position: 2 });
  expect(moved.moves).toMatchObject([{ scope: 'AREA', from: 5, to: 3 }]);
  await story.move(owner, 'a2', { topOfArea: true });
  expect(await story.said()).toBe('a2 b1 a1 b2 a3 c1');
  expect(await story.show(owner)).toMatchObject({ viewerCan: ['order:move-area'], ownAreas: [{ name: 'a' }] });
  expect(codeOf(await story.tryMoving(owner, 'b2', { top: true }))).toBe('FORBIDDEN');
  expect(codeOf(await story.tryMoving(owner, 'a1 b2', { top: true }))).toBe('FORBIDDEN');
  expect(codeOf(await story.tryMoving(story.developer, 'a1', { top: true }))).toBe('FORBIDDEN');
  await story.move(story.chief, 'b2', { top: true }, { withinArea: true });
  expect(await story.said()).toBe('a2 b2 a1 b1 a3 c1');
  expect(codeOf(await story.tryMoving(story.chief, 'a1 b2', { topOfArea: true }))).toBe('ONE_AREA_AT_A_TIME');
});

test('what is not in the order, or of nobody here, is refused, and so is a place that is none', async () => {
  const story = await tell();
  const { chief } = story;
  await story.add('a7 a8', 'TASK');
  expect(codeOf(await story.tryMoving(chief, 'a7 a1', { top: true }))).toBe('NOT_IN_ORDER');
  expect(codeOf(await story.tryMoving(chief, 'a1', { before: 'a7' }))).toBe('INVALID_INPUT');
  expect(codeOf(await story.tryMoving(chief, 'a1', { before: 'a1' }))).toBe('INVALID_INPUT');
  expect(codeOf(await story.tryMoving(chief, 'a1', { position: 0 }))).toBe('INVALID_INPUT');
  expect(codeOf(await story.tryMoving(chief, 'a1', {}))).toBe('INVALID_INPUT');
  expect(codeOf(await story.tryMoving(chief, 'a1', { top: true, bottom: true }))).toBe('INVALID_INPUT');
  const abroad = await tell('a9');
  story.items.set('foreign', abroad.id('a9'));
  expect(codeOf(await story.tryMoving(chief, 'foreign', { top: true }))).toBe('NOT_FOUND');
  expect(codeOf(await story.tryMoving(chief, 'a1 foreign', { top: true }))).toBe('NOT_FOUND');
  expect(codeOf(await story.tryMoving(chief, 'a1', { after: 'foreign' }))).toBe('NOT_FOUND');
  expect(await story.said()).toBe('a1 b1 a2 b2 a3 c1');
});

test('a move that leaves all where they are is none; one sent twice is made once', async () => {
  const story = await tell();
  expect(await story.move(story.chief, 'a1', { top: true })).toEqual({ number: 1, moves: [], undo: null });
  const more = { key: 'move-me-once' };
  const first = await story.move(story.chief, 'a1', { position: 3 }, more);
  expect(await story.move(story.chief, 'a1', { position: 3 }, more)).toEqual(first);
  expect(await story.said()).toBe('b1 a2 a1 b2 a3 c1');
  expect((await story.stored()).number).toBe(2);
});

test('whoever moved takes it back within seconds, as a move of its own, unless these moved again', async () => {
  const story = await tell();
  const { chief } = story;
  const moved = await story.move(chief, 'c1 a3 b1', { top: true });
  expect(await story.said()).toBe('b1 a3 c1 a1 a2 b2');
  const undo = moved.undo?.id ?? '';
  expect(codeOf(await story.tryUndoing(story.owner('a'), undo))).toBe('NOT_FOUND');
  await story.move(chief, 'a1', { bottom: true });
  await story.move(chief, 'a1', { position: 4 });
  const reply = await story.tryUndoing(chief, undo);
  expect(reply.data?.undoOrderMove).toMatchObject({ number: 5, moves: [{ count: 3, reason: 'Taken back.' }] });
  expect(await story.said()).toBe('a1 b1 a2 b2 a3 c1');
  expect(codeOf(await story.tryUndoing(chief, undo))).toBe('UNDO_GONE');

  const within = await story.move(story.owner('a'), 'a3', { topOfArea: true });
  expect(await story.said()).toBe('a3 b1 a1 b2 a2 c1');
  await story.tryUndoing(story.owner('a'), within.undo?.id ?? '');
  expect(await story.said()).toBe('a1 b1 a2 b2 a3 c1');

  const older = await story.move(chief, 'a1', { bottom: true });
  await story.move(chief, 'a1', { position: 2 });
  const refused = await story.tryUndoing(chief, older.undo?.id ?? '');
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'MOVED_SINCE', details: { keys: ['X-a1'] } });
  const last = await story.move(chief, 'a2', { bottom: true });
  await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    tx.run(`update order_moves set at = at - interval '16 seconds' where organization_id = $1`, [story.house.id]),
  );
  expect(codeOf(await story.tryUndoing(chief, last.undo?.id ?? ''))).toBe('UNDO_EXPIRED');
});

test('windows and filters show the right places, whichever way they are asked for', async () => {
  const story = await tell('a1 b1 a2 b2 a3 c1 -1 b3 a4 -2 c2');
  await story.move(story.chief, 'c2 -1 a4', { position: 2 });
  await story.move(story.owner('b'), 'b3', { topOfArea: true });
  const order = (await story.said()).split(' ');
  for (let from = 1; from <= 12; from++)
    for (const count of [1, 3, 20]) {
      const { rows, length, total } = await story.show(story.developer, { from, count });
      expect({ length, total }).toEqual({ length: 11, total: 11 });
      expect(rows.map(({ item }) => item.title)).toEqual(order.slice(from - 1, from - 1 + count));
      expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => from + at));
    }
  const whole = new Map(order.map((title, at) => [story.id(title), at + 1]));
  const positionsOf = (titles: readonly string[]): Promise<Map<string, number>> =>
    app.database.transaction({ organizationId: story.house.id }, (tx) =>
      app.app.get(ProductOrderRead).positionsOf(
        tx,
        titles.map((title) => story.id(title)),
      ),
    );
  expect(await positionsOf(order)).toEqual(whole);
  for (const title of order) expect((await positionsOf([title])).get(story.id(title))).toBe(whole.get(story.id(title)));
  const areaIds = [`Area_${story.areas.get('b')}`, 'none'];
  const { rows, total, length } = await story.show(story.developer, { filter: { areaIds }, from: 2, count: 3 });
  const wanted = order.flatMap((title, at) => (/^[b-]/.test(title) ? [{ title, position: at + 1 }] : []));
  expect({ total, length }).toEqual({ total: 5, length: 11 });
  expect(rows.map(({ position, item: { title } }) => ({ title, position }))).toEqual(wanted.slice(1, 4));
  expect((await story.show(story.developer, { filter: { text: 'nothing like it' } })).rows).toEqual([]);
  expect((await story.show(story.developer, { filter: { kinds: ['DEBT'] } })).total).toBe(0);
});

test('the history says who moved what and why, of all or of one item', async () => {
  const story = await tell();
  await story.move(story.chief, 'a3 c1', { top: true }, { reason: 'The audit' });
  await story.move(story.owner('b'), 'b2', { topOfArea: true });
  const ask = async (variables: object): Promise<unknown> =>
    (
      await app.graphql<{ orderMoves: { totalCount: number; edges: { node: object }[] } }>(
        story.developer.cookie,
        `query ($productId: ID!, $itemId: ID, $first: Int, $after: String) {
           orderMoves(productId: $productId, itemId: $itemId, first: $first, after: $after) {
             totalCount pageInfo { hasNextPage endCursor } edges { node { number scope count reason by { name } item { title } } } } }`,
        { productId: `Product_${story.house.productId}`, ...variables },
      )
    ).data?.orderMoves;
  const [byRule, byChief, byOwner] = [
    { number: 1, scope: 'RULE', count: 6, reason: '', by: null, item: { title: 'a1' } },
    { number: 2, scope: 'ORDER', count: 2, reason: 'The audit', by: { name: 'Chief' }, item: { title: 'a3' } },
    { number: 3, scope: 'AREA', count: 1, reason: '', by: { name: 'Owner of b' }, item: { title: 'b2' } },
  ];
  expect(await ask({})).toMatchObject({
    totalCount: 3,
    edges: [{ node: byOwner }, { node: byChief }, { node: byRule }],
  });
  const itemId = story.globalIds('c1')[0];
  expect(await ask({ itemId })).toMatchObject({ totalCount: 2, edges: [{ node: byChief }, { node: byRule }] });
  const page = await ask({ first: 1 });
  expect(page).toMatchObject({ pageInfo: { hasNextPage: true }, edges: [{ node: byOwner }] });
});

test('what is done leaves with its slot, and who changes area stays in place', async () => {
  const story = await tell();
  const { productId } = story.house;
  await story.move(story.owner('a'), 'a3', { topOfArea: true });
  await app.database.transaction({ organizationId: story.house.id }, async (tx) => {
    await story.slots.leave(tx, productId, [story.id('a3'), story.id('b2')]);
    await story.slots.leave(tx, productId, [story.id('a3')]);
    await story.slots.changeArea(tx, productId, [story.id('c1'), story.id('a1')], story.areas.get('a') ?? null);
  });
  expect(await story.said()).toBe('b1 a1 a2 c1');
  expect((await story.stored()).number).toBe(4);
  const { data } = await app.graphql(
    story.developer.cookie,
    `{ orderMoves(productId: "Product_${productId}", first: 3) {
         edges { node { scope from to item { title } area { name } formerArea { name } } } } }`,
  );
  expect(data).toMatchObject({
    orderMoves: {
      edges: [
        {
          node: {
            scope: 'RULE',
            from: 4,
            to: 4,
            item: { title: 'c1' },
            area: { name: 'a' },
            formerArea: { name: 'c' },
          },
        },
        { node: { scope: 'RULE', to: null, area: null, formerArea: null } },
        { node: { scope: 'AREA', area: { name: 'a' }, formerArea: null } },
      ],
    },
  });
  await story.add('b4 b5');
  await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    story.slots.enter(tx, productId, [{ id: story.id('a3'), areaId: story.areas.get('a') ?? null }], {
      place: { kind: 'TOP_OF_AREA' },
      withinArea: true,
    }),
  );
  // The slot is the last one; its item takes the area's first, and the others of the area make room.
  expect(await story.said()).toBe('b1 a3 a1 a2 b4 b5 c1');
});

test('ranks that have grown long are written anew, and the order stays', async () => {
  const story = await tell();
  const { id: organizationId } = story.house;
  const ranks = (): Promise<{ slot_rank: string }[]> =>
    app.database.transaction({ organizationId }, (tx) =>
      tx.query('select slot_rank from order_slots where organization_id = $1 order by slot_rank', [organizationId]),
    );
  const [first = { slot_rank: '' }, second = { slot_rank: '' }] = await ranks();
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run('update order_slots set slot_rank = $2 where organization_id = $1 and slot_rank = $3', [
      organizationId,
      `${first.slot_rank}${'0'.repeat(59)}1`,
      second.slot_rank,
    ]),
  );
  await story.move(story.chief, 'c1', { position: 2 });
  expect(await story.said()).toBe('a1 c1 b1 a2 b2 a3');
  expect(Math.max(...(await ranks()).map(({ slot_rank: rank }) => rank.length))).toBe(2);
});

test('what must hold of an order is verified', async () => {
  const story = await tell();
  const { id: organizationId } = story.house;
  const verified = async (): Promise<string[]> => {
    const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
    return Object.entries(found).flatMap(([name, wrong]) => (/order/.test(name) ? wrong : []));
  };
  await story.move(story.chief, 'a3', { top: true });
  expect(await verified()).toEqual([]);
  const run = (sql: string): Promise<number> =>
    app.database.transaction({ organizationId }, (tx) => tx.run(`${sql} and organization_id = $1`, [organizationId]));
  await run(`update backlog_items set state = 'DONE' where title = 'a1'`);
  await run(`delete from order_slots where item_id = '${story.id('b1')}'`);
  await run(`update backlog_items set area_id = null where title = 'b2'`);
  await run(`delete from order_moves where number = 1`);
  expect(await verified()).toEqual([
    'Item X-a1 is in the order at a place that is not its own.',
    'Item X-b1 is open and not in the order.',
    'Item X-b2 is in the order at a place that is not its own.',
    `The order of product ${story.house.productId} counts 2; 1 moves are on the record, the last one 2.`,
  ]);
});
