import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { listen, LiveClient, type ServerMessage } from '../../../test/security/live-client.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

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

const PRESENCE = 'subscription ($place: String!) { presence(place: $place) { people { person { name } since } } }';

async function look(person: TestPerson, place = 'impediments'): Promise<LiveClient> {
  const client = await LiveClient.signedIn(origin, person.cookie);
  client.subscribe('1', PRESENCE, { place });
  return client;
}

const names = (message: ServerMessage): string[] =>
  [...JSON.stringify(message.payload).matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name ?? '').sort();
const shows =
  (...wanted: string[]) =>
  (message: ServerMessage): boolean =>
    message.type === 'next' && names(message).join() === wanted.toSorted().join();

const answered = ({ id }: ServerMessage): boolean => id === '1';

test('who comes is seen at once, two tabs are one person, who goes is gone', async () => {
  const dora = await look(story.dev);
  expect(await dora.next(shows('Dora'))).toBeTruthy();
  const mira = await look(story.master);
  const tab = await look(story.master);
  expect(await dora.next(shows('Dora', 'Mira'))).toBeTruthy();
  expect(await mira.next(shows('Dora', 'Mira'))).toBeTruthy();
  tab.close();
  mira.close();
  expect(await dora.next(shows('Dora'))).toBeTruthy();
  dora.close();
});

test('another place is another place, and another organization sees nothing', async () => {
  const it = await story.raise('Looked at');
  const dora = await look(story.dev, it.id);
  await dora.next(shows('Dora'));
  const canary = await look(abroad.dev);
  expect(await canary.next(shows('Dora'))).toBeTruthy(); // Their own Dora.
  const nils = await look(story.neighbour);
  expect(await nils.next(shows('Nils'))).toBeTruthy();
  const foreign = await look(abroad.dev, it.id);
  const random = await look(abroad.dev, 'Impediment_00000000-0000-7000-8000-000000000000');
  const [one, other] = [await foreign.next(answered), await random.next(answered)];
  expect(JSON.stringify(one.payload)).toBe(JSON.stringify(other.payload));
  expect(JSON.stringify(one.payload)).toContain('NOT_FOUND');
});

test('who was killed with their process is gone when the lease ends; rows of long ago go away', async () => {
  await story.house.query(
    `insert into presences (organization_id, id, place, person_id, seen_at)
     values ($1, gen_random_uuid(), 'impediments', $2, clock_timestamp()), ($1, gen_random_uuid(), 'impediments', $3, clock_timestamp() - interval '31 seconds')`,
    [story.house.id, story.master.id, story.stakeholder.id],
  );
  const dora = await look(story.dev);
  const first = await dora.next((message) => message.type === 'next');
  expect(names(first)).toContain('Mira');
  expect(names(first)).not.toContain('Stella');
  await story.house.query(
    `update presences set seen_at = clock_timestamp() - interval '31 seconds' where organization_id = $1 and person_id = $2`,
    [story.house.id, story.master.id],
  );
  expect(await dora.next((message) => message.type === 'next' && !names(message).includes('Mira'))).toBeTruthy();
});
