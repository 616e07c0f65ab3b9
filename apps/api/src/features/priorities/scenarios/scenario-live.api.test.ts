import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listen, LiveClient, subscriptionsListen } from '../../../../test/security/live-client.js';
import { ScenarioStory } from '../../../../test/scenario-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(async () => {
  LiveClient.closeAll();
  await app?.stop();
});

it('tells others of a scenario while it is shared, and that it went; its owner of everything', async () => {
  const story = await ScenarioStory.tell(app, 'Harbour');
  const { chief } = story.order;
  const address = await listen(app);
  const query = `subscription { backlogChanged(productId: "Product_${story.house.productId}") { event id } }`;
  const clients = [
    await LiveClient.signedIn(address, story.guest.cookie),
    await LiveClient.signedIn(address, chief.cookie),
  ];
  const listening = subscriptionsListen(app, 2);
  for (const client of clients) client.subscribe('backlog', query);
  await listening;
  const begun = await story.begin();
  const moved = await story.move(chief, begun, 'c2', { top: true });
  const shared = await story.step(chief, 'shareScenario', moved, { shared: true });
  await story.done(story.guest, 'commentOnScenario', { id: shared.id, text: 'Good.' });
  for (const client of clients) await client.next((one) => JSON.stringify(one).includes('scenario.commented'));
  const hidden = await story.step(chief, 'shareScenario', shared, { shared: false });
  await story.step(chief, 'renameScenario', hidden, { name: 'Mine again' });
  const again = await story.step(chief, 'shareScenario', { ...hidden, version: hidden.version + 1 }, { shared: true });
  for (const client of clients)
    await client.next((one) => JSON.stringify(one).includes('scenario.shared') && one.id === 'backlog');
  await story.publish(chief, again);
  for (const client of clients) await client.next((one) => JSON.stringify(one).includes('scenario.published'));
  const [guest = [], owner = []] = clients.map(({ messages }) =>
    messages
      .filter(({ id, type }) => id === 'backlog' && type === 'next')
      .map(({ payload }) => (payload as { data: { backlogChanged: { event: string } } }).data.backlogChanged.event),
  );
  expect(owner).toEqual([
    'scenario.created',
    'scenario.moved',
    'scenario.shared',
    'scenario.commented',
    'scenario.unshared',
    'scenario.renamed',
    'scenario.shared',
    'scenario.published',
  ]);
  // Nothing of what happened while it was private; what was said while it was shared may come too late to be seen.
  expect(guest.filter((event) => event !== 'scenario.commented')).toEqual([
    'scenario.shared',
    'scenario.unshared',
    'scenario.shared',
    'scenario.published',
  ]);
});
