import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ArtifactStory } from '../../../../test/artifact-story.js';
import { listen, LiveClient, type ServerMessage, subscriptionsListen } from '../../../../test/security/live-client.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let origin: string;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Live');
  origin = await listen(app);
});
afterAll(async () => {
  LiveClient.closeAll();
  await app?.stop();
});

const PRESENCE = 'subscription ($place: String!) { presence(place: $place) { people { person { name } } } }';
const CHANGES =
  'subscription ($communityId: ID!, $artifactId: ID) { communityChanged(communityId: $communityId, artifactId: $artifactId) { event id version } }';

async function follow(person: TestPerson, query: string, variables: Record<string, unknown>): Promise<LiveClient> {
  const client = await LiveClient.signedIn(origin, person.cookie);
  client.subscribe('1', query, variables);
  return client;
}

const says =
  (...words: string[]) =>
  (message: ServerMessage): boolean =>
    message.id === '1' && words.every((word) => JSON.stringify(message.payload).includes(word));

test('two who have one draft open see one another; nobody of another house sees them', async () => {
  const { story } = told;
  const { id } = await told.create('Together');
  const ben = await follow(story.ben, PRESENCE, { place: id });
  expect(await ben.next(says('Ben'))).toBeTruthy();
  const ana = await follow(story.ana, PRESENCE, { place: id });
  expect(await ana.next(says('Ana', 'Ben'))).toBeTruthy();
  expect(await ben.next(says('Ana', 'Ben'))).toBeTruthy();
  const abroad = await ArtifactStory.tell(app, 'Abroad');
  const spy = await follow(abroad.story.ana, PRESENCE, { place: id });
  expect(await spy.next(says('NOT_FOUND'))).toBeTruthy();
});

test('what one writes, asks, and publishes reaches the other; other artifacts do not', async () => {
  const { story, dan } = told;
  const [mine, other] = [await told.create('Mine'), await told.create('Other')];
  const listening = subscriptionsListen(app, 1);
  const live = await follow(story.ana, CHANGES, { communityId: story.communityId, artifactId: mine.id });
  await listening;
  await told.write(story.ben, other.id, 'Not told');
  await told.write(story.ben, mine.id, 'Told');
  expect(await live.next(says('draft.page-written'))).toBeTruthy();
  const review = await told.ask(mine.id);
  expect(await live.next(says('review.asked'))).toBeTruthy();
  for (const person of [story.cleo, dan])
    await story.done(person, `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`);
  expect(await live.next(says('review.approved'))).toBeTruthy();
  await story.done(story.ben, told.publishing(mine.id, await told.revision(mine.id)));
  expect(await live.next(says('artifact.published'))).toBeTruthy();
  expect(live.messages.some(says(other.id))).toBe(false);
});
