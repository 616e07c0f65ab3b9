import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { listen, LiveClient, type ServerMessage } from '../../../test/security/live-client.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let origin: string;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  origin = await listen(app);
});
afterAll(async () => {
  LiveClient.closeAll();
  await app?.stop();
});

const CHANGES = `subscription ($after: String) { impedimentChanges(after: $after) {
  cursor resync event changedFields id version
  impediment { key title description owner { name email } raisingTeam { name area { name } } viewerCan viewerWatches } } }`;

const about = (text: string) => (message: ServerMessage) => JSON.stringify(message).includes(text);

test('one raises, the other sees it over the socket, with the rights of the moment', async () => {
  const board = await app.graphql<{ impedimentBoard: { cursor: string } }>(
    story.dev.cookie,
    '{ impedimentBoard { cursor } }',
  );
  const client = await LiveClient.signedIn(origin, story.neighbour.cookie);
  client.subscribe('1', CHANGES, { after: board.data?.impedimentBoard.cursor });
  await abroad.raise('Canary');
  await story.raise('First');
  const first = await client.next(about('First'));
  expect(first).toMatchObject({
    type: 'next',
    payload: {
      data: {
        impedimentChanges: {
          resync: false,
          event: 'impediment.raised',
          impediment: {
            title: 'First',
            description: '',
            raisingTeam: { area: { name: 'First area' } },
            viewerWatches: false,
          },
        },
      },
    },
  });
  expect(JSON.stringify(first)).not.toContain('impediment:triage');
  await story.house.assign(story.neighbour, 'AGILE_COACH');
  // A socket trusts what it knows of its person for some seconds, then looks again.
  const mayTriage = async (title: string): Promise<boolean> => {
    await story.raise(title);
    return about('impediment:triage')(await client.next(about(title)));
  };
  let tries = 0;
  while (!(await mayTriage(`Again ${tries}.`))) {
    tries += 1;
    expect(tries).toBeLessThan(30);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(JSON.stringify(client.messages)).not.toContain('Canary');
});

test('the socket of somebody who was signed out closes, and no further change reaches it', async () => {
  const client = await LiveClient.signedIn(origin, story.stakeholder.cookie);
  client.subscribe('1', CHANGES);
  await story.house.query('update sessions set revoked_at = now() where organization_id = $1 and person_id = $2', [
    story.house.id,
    story.stakeholder.id,
  ]);
  await client.closed;
  await story.raise('Unseen');
  expect(JSON.stringify(client.messages)).not.toContain('Unseen');
});
