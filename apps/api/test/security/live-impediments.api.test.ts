import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../impediment-story.js';
import { TestApp } from '../test-app.js';
import { listen, LiveClient, type ServerMessage } from './live-client.js';

/** Case 27 on the real board: what one hears over a socket, and when one stops hearing it. */
let app: TestApp;
let origin: string;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
const CHANGES = `subscription ($after: String) {
  impedimentChanges(after: $after) { cursor resync event id version impediment { title raisingTeam { name } viewerCan } }
}`;

beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

/** Hears everything from now on, however long the subscription takes to be listening. */
async function follow(cookie: string, from: { after?: string | undefined } = {}): Promise<LiveClient> {
  const reply = await app.graphql<{ impedimentBoard: { cursor: string } }>(cookie, '{ impedimentBoard { cursor } }');
  const client = await LiveClient.signedIn(origin, cookie);
  client.subscribe('1', CHANGES, { after: reply.data?.impedimentBoard.cursor, ...from });
  // A ping that comes back says that the subscription before it has at least been taken up.
  client.send({ type: 'ping' });
  await client.next(({ type }) => type === 'pong');
  return client;
}

function says(text: string): (message: ServerMessage) => boolean {
  return (message) => JSON.stringify(message).includes(text);
}

test('everyone of the organization hears it, each with their own permissions; nobody else does', async () => {
  const master = await follow(story.master.cookie);
  const guest = await follow(story.guest.cookie);
  const foreign = await follow(abroad.master.cookie);
  await story.raise('The crane stands still');
  const toMaster = await master.next(says('The crane stands still'));
  const toGuest = await guest.next(says('The crane stands still'));
  expect(JSON.stringify(toMaster)).toContain('impediment:triage');
  expect(JSON.stringify(toGuest)).not.toContain('impediment:triage');
  await abroad.raise('canary of another house');
  await foreign.next(says('canary of another house'));
  expect(foreign.ofId('1')).toHaveLength(1);
  expect(JSON.stringify([...master.messages, ...guest.messages])).not.toContain('canary');
});

test("another organization's cursor and a made-up one show nothing of it", async () => {
  const reply = await app.graphql<{ impedimentBoard: { cursor: string } }>(
    abroad.dev.cookie,
    '{ impedimentBoard { cursor } }',
  );
  await abroad.raise('canary after the cursor');
  // Where there is no place to go on from, it says so: from then on it listens.
  const noPlace = "x'; select 1";
  for (const after of [reply.data?.impedimentBoard.cursor, '0.0', noPlace]) {
    const client = await follow(story.dev.cookie, { after });
    if (after === noPlace) await client.next(says('"resync":true'));
    await story.raise(`Own, after ${String(after).length}`);
    await client.next(says('Own, after'));
    expect(JSON.stringify(client.messages)).not.toContain('canary');
    client.close();
  }
});

test('case 27: who is deactivated in mid-stream hears nothing more', async () => {
  const leaver = await story.otherTeam.developer('Lena');
  const client = await follow(leaver.cookie);
  await story.raise('While she was here');
  await client.next(says('While she was here'));
  await story.house.query('update people set deactivated_at = now() where id = $1', [leaver.id]);
  expect(await client.closed).toBe(4403);
  await story.raise('canary after she left');
  expect(JSON.stringify(client.messages)).not.toContain('canary');
  await expect(LiveClient.signedIn(origin, leaver.cookie)).rejects.toThrow('No such message');
});

test('without a session nothing is heard', async () => {
  const client = await LiveClient.dial(origin);
  client.send({ type: 'connection_init' });
  client.subscribe('1', CHANGES);
  expect([4401, 4403]).toContain(await client.closed);
  expect(client.messages).toEqual([]);
});
