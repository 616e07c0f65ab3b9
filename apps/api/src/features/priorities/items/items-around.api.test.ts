import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BacklogStory } from '../../../../test/backlog-story.js';
import { listen, LiveClient, subscriptionsListen } from '../../../../test/security/live-client.js';
import { beginReactions, settleEvents, settleReactions } from '../../../../test/settle-reactions.js';
import { TestApp } from '../../../../test/test-app.js';
import { Verifications } from '../../../platform/events/verifications.js';

let app: TestApp;
let story: BacklogStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  story = await BacklogStory.tell(app, 'Around');
});
afterAll(() => app?.stop());

const verified = async (): Promise<string[]> => {
  const found = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  return [
    'backlog items agree with their events',
    'product goals agree with their events',
    'open epics and features are in the order',
  ].flatMap((check) => found[check] ?? ['There is no such check.']);
};

it('items are found from one field: by their key first, then by words; of this organization only', async () => {
  const other = await BacklogStory.tell(app, 'Elsewhere');
  await other.write({ title: 'Pay with a handshake' });
  const item = await story.write({ title: 'Pay with a ring', teamId: `Team_${story.team.id}` });
  await story.write({ title: `Like ${item.key}, with a watch` });
  const find = async (text: string): Promise<unknown[]> => {
    const reply = await app.graphql<{ search: { kind: string }[] }>(
      story.guest.cookie,
      'query ($text: String!) { search(text: $text) { kind key title detail } }',
      { text },
    );
    return (reply.data?.search ?? []).filter(({ kind }) => kind === 'ITEM');
  };
  expect(await find('pay with')).toEqual([
    { kind: 'ITEM', key: item.key, title: 'Pay with a ring', detail: 'Draft, Payments' },
  ]);
  expect(await find(item.key.toLowerCase())).toMatchObject([
    { key: item.key },
    { title: `Like ${item.key}, with a watch` },
  ]);
  expect(await find('handshake')).toEqual([]);
  expect(await find('--')).toEqual([]);
});

it('where a team goes its items go, each at its place in the order, and the record says so', async () => {
  await beginReactions(app, story.house.id);
  const teamId = `Team_${story.team.id}`;
  const feature = await story.write({ teamId });
  const task = await story.write({ tier: 'TASK', title: 'Task', parentId: feature.id, teamId });
  const behind = await story.write({ title: 'Behind', areaId: `Area_${story.otherAreaId}` });
  const admin = await story.house.administrator('Ada');
  const reply = await app.graphql(
    admin.cookie,
    `mutation { moveTeam(id: "${teamId}", version: 1, areaId: "Area_${story.otherAreaId}") { id } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  await settleEvents(app, story.house.id);
  await settleReactions(app, story.house.id);
  const area = { id: `Area_${story.otherAreaId}` };
  expect(await story.find(feature.key)).toMatchObject({ area, position: 1, version: 2 });
  expect(await story.find(task.key)).toMatchObject({ area, position: null, parent: { key: feature.key } });
  expect((await story.find(behind.key)).position).toBe(2);
  expect(await verified()).toEqual([]);
});

it('a row that changed without an event is noticed, and one that is not in the order', async () => {
  const item = await story.write({ acceptanceCriteria: ['x'] });
  const other = await story.write();
  await story.done(story.chief, 'bulkEditItems', { ids: [item.id, other.id], bulk: { kind: 'DEBT' } }, 'items { key }');
  expect(await verified()).toEqual([]);
  await story.house.query('update backlog_items set version = 9 where organization_id = $1 and external_key = $2', [
    story.house.id,
    item.key,
  ]);
  await story.house.query('delete from order_slots where organization_id = $1 and item_id = $2', [
    story.house.id,
    other.id.replace(/^\w+_/, ''),
  ]);
  expect(await verified()).toEqual([
    `Item ${item.key} is at version 9, its latest event at 2.`,
    `Item ${other.key} is open and not in the order.`,
  ]);
});

it('what happens to a backlog is told live: its own product, and of many as one message', async () => {
  const client = await LiveClient.signedIn(await listen(app), story.dev.cookie);
  const other = await BacklogStory.tell(app, 'Elsewhere live');
  const listening = subscriptionsListen(app, 1);
  client.subscribe(
    'backlog',
    `subscription { backlogChanged(productId: "${story.productId}") { event id version resync } }`,
  );
  await listening;
  await other.write();
  const first = await story.write();
  const second = await story.write();
  await story.done(
    story.chief,
    'bulkEditItems',
    { ids: [first.id, second.id], bulk: { kind: 'DEBT' } },
    'items { key }',
  );
  const goal = await story.done<{ id: string }>(
    story.chief,
    'createProductGoal',
    { productId: story.productId, title: 'Goal' },
    'id',
  );
  const isChange = (one: { id?: string; type: string }): boolean => one.id === 'backlog' && one.type === 'next';
  await client.next((one) => isChange(one) && JSON.stringify(one).includes('goal.created'));
  const told = client.messages
    .filter(isChange)
    .map(({ payload }) => (payload as { data: { backlogChanged: unknown } }).data.backlogChanged);
  expect(told).toMatchObject([
    { event: 'item.created', id: first.id },
    { event: 'item.created', id: second.id },
    { event: 'item.bulk-edited', id: first.id, version: 2 },
    { event: 'goal.created', id: goal.id, version: 1 },
  ]);
  LiveClient.closeAll();
});
