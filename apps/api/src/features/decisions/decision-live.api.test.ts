import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DecisionStory } from '../../../test/decision-story.js';
import { listen, LiveClient, subscriptionsListen, type ServerMessage } from '../../../test/security/live-client.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let origin: string;
let story: DecisionStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DecisionStory.tell(app, 'Harbour');
  origin = await listen(app);
});
afterAll(async () => {
  LiveClient.closeAll();
  await app?.stop();
});

const CHANGED = `subscription ($id: ID, $after: String) { decisionChanged(id: $id, after: $after) {
  cursor resync event id key version state } }`;

const about = (text: string) => (message: ServerMessage) => JSON.stringify(message).includes(text);

test('who looks on hears of every step, of all decisions or of one, and of what was missed', async () => {
  const watched = await story.propose({ title: 'Watched' });
  const client = await LiveClient.signedIn(origin, story.other.cookie);
  const listening = subscriptionsListen(app, 2);
  client.subscribe('all', CHANGED, {});
  client.subscribe('one', CHANGED, { id: watched.id });
  await listening;
  const another = await story.inState('ACCEPTED', { title: 'Another' });
  await story.done(story.owner, 'acceptDecision', watched);
  const accepted = await client.next((message) => message.id === 'one' && about('decision.accepted')(message));
  expect(accepted).toMatchObject({
    payload: {
      data: {
        decisionChanged: {
          resync: false,
          event: 'decision.accepted',
          id: watched.id,
          key: watched.key,
          version: 2,
          state: 'ACCEPTED',
        },
      },
    },
  });
  await client.next((message) => message.id === 'all' && about(watched.id)(message));
  const ofOne = client.messages.filter(({ id }) => id === 'one');
  expect(JSON.stringify(ofOne)).not.toContain(another.id);
  expect(JSON.stringify(client.messages.filter(({ id }) => id === 'all'))).toContain(another.id);
  const cursor = String(/"cursor":"([^"]+)"/u.exec(JSON.stringify(accepted))?.[1]);
  await story.done(story.owner, 'revertDecision', { ...watched, version: 2 }, { reason: 'It was wrong' });
  const late = await LiveClient.signedIn(origin, story.other.cookie);
  late.subscribe('late', CHANGED, { id: watched.id, after: cursor });
  const missed = await late.next(about('decision.reverted'));
  expect(missed).toMatchObject({ payload: { data: { decisionChanged: { state: 'REVERTED', version: 3 } } } });
  expect(late.messages.filter(({ id }) => id === 'late')).toHaveLength(1);
});

test('of a decision of nobody here nothing is heard but that it is not there', async () => {
  const abroad = await DecisionStory.tell(app, 'Abroad');
  const foreign = await abroad.propose();
  const client = await LiveClient.signedIn(origin, story.dev.cookie);
  client.subscribe('foreign', CHANGED, { id: foreign.id });
  client.subscribe('random', CHANGED, { id: 'Decision_00000000-0000-7000-8000-000000000000' });
  const replies = [await client.next(({ id }) => id === 'foreign'), await client.next(({ id }) => id === 'random')];
  expect(JSON.stringify(replies[0]?.payload)).toBe(JSON.stringify(replies[1]?.payload));
  expect(JSON.stringify(replies[0])).toContain('NOT_FOUND');
});
