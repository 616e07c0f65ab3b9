import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { OrderStory, type ShownOrder } from '../../../../test/order-story.js';
import { listen, LiveClient, subscriptionsListen, type ServerMessage } from '../../../../test/security/live-client.js';
import { TestApp } from '../../../../test/test-app.js';
import { SharedExecutions } from '../../../platform/realtime/shared-executions.js';

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
});
afterAll(async () => {
  LiveClient.closeAll();
  await app?.stop();
});

const CHANGED = `subscription ($productId: ID!, $after: String) { orderChanged(productId: $productId, after: $after) {
  cursor resync number scope areaId moved { itemId from to } } }`;

interface Change {
  cursor: string;
  resync: boolean;
  number: number;
  scope: string;
  areaId: string | null;
  moved: { itemId: string; from: number | null; to: number | null }[];
}

const changeIn = (message: ServerMessage): Change | undefined =>
  (message.payload as { data?: { orderChanged?: Change } } | undefined)?.data?.orderChanged;

/** As a screen does: it knows the order and of whom each item is, and applies small changes. */
function applied(known: string[], { scope, moved, areaId }: Change, areaOf: (id: string) => string | null): string[] {
  const ids = moved.map(({ itemId }) => itemId);
  const arrived = moved.flatMap(({ itemId, to }) => (to === null ? [] : [{ itemId, to }]));
  if (scope !== 'AREA') {
    const next = known.filter((id) => !ids.includes(id));
    for (const { itemId, to } of arrived) next.splice(to - 1, 0, itemId);
    return next;
  }
  const slots = known.flatMap((id, at) => (areaOf(id) === areaId ? [at] : []));
  const own = slots.map((at) => known[at] ?? '').filter((id) => !ids.includes(id));
  for (const { itemId, to } of arrived) own.splice(slots.indexOf(to - 1), 0, itemId);
  const next = [...known];
  for (const [index, at] of slots.entries()) next[at] = own[index] ?? '';
  return next;
}

const idsOf = ({ rows }: ShownOrder): string[] => rows.map(({ item }) => item.id);

test('whoever knows the order follows it by small changes, also those missed since it was read', async () => {
  const story = await OrderStory.tell(app, 'Followed');
  await story.add('a1 b1 a2 b2 a3 c1 b3');
  await story.add('c2', 'TASK');
  const shown = await story.show(story.developer);
  const productId = `Product_${story.house.productId}`;
  await story.move(story.chief, 'c1 a1', { position: 3 });
  const client = await LiveClient.signedIn(origin, story.developer.cookie);
  const listening = subscriptionsListen(app, 1);
  client.subscribe('order', CHANGED, { productId, after: shown.cursor });
  await listening;
  await story.move(story.owner('b'), 'b3', { topOfArea: true });
  const { id: organizationId } = story.house;
  await app.database.transaction({ organizationId }, async (tx) => {
    await story.slots.leave(tx, story.house.productId, [story.id('a2'), story.id('b1')]);
    const areaId = story.areas.get('c') ?? null;
    await story.slots.enter(tx, story.house.productId, [{ id: story.id('c2'), areaId }], {
      place: { kind: 'POSITION', position: 2 },
      withinArea: false,
    });
  });
  const last = await story.move(story.chief, 'a3', { top: true });
  await client.next((message) => changeIn(message)?.number === last.number);

  const changes = client.messages.flatMap((message) => changeIn(message) ?? []);
  expect(changes.map(({ number, scope, resync }) => [number, scope, resync])).toEqual([
    [2, 'ORDER', false],
    [3, 'AREA', false],
    [4, 'RULE', false],
    [5, 'RULE', false],
    [6, 'ORDER', false],
  ]);
  expect(shown.number).toBe(1);
  const areaOf = (id: string): string | null => {
    const letter = story.titleOf(id.replace('BacklogItem_', '')).charAt(0);
    return `Area_${story.areas.get(letter)}`;
  };
  let known = idsOf(shown);
  for (const change of changes) known = applied(known, change, areaOf);
  const now = await story.show(story.developer);
  expect(known).toEqual(idsOf(now));
  expect(now.number).toBe(last.number);
});

test('a change is as small in a long order as in a short one; more than are told at once are loaded afresh', async () => {
  const sizes: number[] = [];
  for (const length of [10, 600]) {
    const story = await OrderStory.tell(app, `Long ${length}`);
    const client = await LiveClient.signedIn(origin, story.developer.cookie);
    const listening = subscriptionsListen(app, 1);
    client.subscribe('order', CHANGED, { productId: `Product_${story.house.productId}` });
    await listening;
    await story.add(Array.from({ length }, (_, at) => `a${at}`).join(' '));
    const entered = await client.next((message) => changeIn(message)?.number === 1);
    expect(changeIn(entered)?.resync).toBe(length > 500);
    await story.move(story.chief, 'a9', { position: 1 });
    const change = await client.next((message) => changeIn(message)?.number === 2);
    sizes.push(JSON.stringify(change).length);
  }
  const [short = 0, long = 0] = sizes;
  expect(Math.abs(long - short)).toBeLessThan(10);
  expect(long).toBeLessThan(400);
});

test('many who look on are told by one execution', async () => {
  const story = await OrderStory.tell(app, 'Watched by many');
  await story.add('a1 a2');
  const executions = app.app.get(SharedExecutions, { strict: false });
  const { text } = SharedExecutions.prototype;
  let executed = 0;
  const spy = jest
    .spyOn(executions, 'text')
    .mockImplementation((event, args, viewer, execute) =>
      text.call(executions, event, args, viewer, () => ((executed += 1), execute())),
    );
  const people = [story.developer, story.chief, ...story.owners.values()];
  const clients = await Promise.all(people.map(({ cookie }) => LiveClient.signedIn(origin, cookie)));
  const listening = subscriptionsListen(app, clients.length);
  for (const client of clients) client.subscribe('order', CHANGED, { productId: `Product_${story.house.productId}` });
  await listening;
  const { number } = await story.move(story.chief, 'a2', { top: true });
  await Promise.all(clients.map((client) => client.next((message) => changeIn(message)?.number === number)));
  spy.mockRestore();
  expect(executed).toBe(1);
});

test('of a product of nobody here nothing is heard but that it is not there', async () => {
  const story = await OrderStory.tell(app, 'Here');
  const abroad = await OrderStory.tell(app, 'Abroad');
  const client = await LiveClient.signedIn(origin, story.developer.cookie);
  client.subscribe('foreign', CHANGED, { productId: `Product_${abroad.house.productId}` });
  client.subscribe('random', CHANGED, { productId: 'Product_00000000-0000-7000-8000-000000000000' });
  const replies = [await client.next(({ id }) => id === 'foreign'), await client.next(({ id }) => id === 'random')];
  expect(JSON.stringify(replies[0]?.payload)).toBe(JSON.stringify(replies[1]?.payload));
  expect(JSON.stringify(replies[0])).toContain('NOT_FOUND');
});
