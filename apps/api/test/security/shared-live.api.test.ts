import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { SharedExecutions } from '../../src/platform/realtime/shared-executions.js';
import { ImpedimentStory } from '../impediment-story.js';
import { settleEvents } from '../settle-reactions.js';
import { TestApp } from '../test-app.js';
import type { TestPerson } from '../world.js';
import { listen, LiveClient, subscriptionsListen } from './live-client.js';

/** Events are executed once for all who get the same: whoever would get something else must not be among them. */
let app: TestApp;
let origin: string;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let executed: number;

const SHARED =
  'id version impediment { title viewerVotes viewerWatches viewerCan raisedBy { name } raisingTeam { name area { name } } }';

beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  const executions = app.app.get(SharedExecutions, { strict: false });
  const { text } = SharedExecutions.prototype;
  jest
    .spyOn(executions, 'text')
    .mockImplementation((event, args, viewer, execute) =>
      text.call(executions, event, args, viewer, () => ((executed += 1), execute())),
    );
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

type Seen = Record<string, unknown>;

/** What each of them is told of the next change. */
async function told(
  people: TestPerson[],
  selection: string,
  change: () => Promise<unknown>,
  query = `subscription ($after: String) { impedimentChanges(after: $after) { ${selection} } }`,
): Promise<Seen[]> {
  for (const { id } of [story.house, abroad.house]) await settleEvents(app, id);
  const clients = await Promise.all(people.map(({ cookie }) => LiveClient.signedIn(origin, cookie)));
  const listening = subscriptionsListen(app, clients.length);
  clients.forEach((client, index) => client.subscribe(`s"${index}`, query));
  await listening;
  executed = 0;
  await change();
  const seen = await Promise.all(
    clients.map(async (client, index) => {
      const message = await client.next(({ type, id }) => type === 'next' && id === `s"${index}`);
      return (message.payload as { data: { impedimentChanges: { impediment: Seen } } }).data.impedimentChanges
        .impediment;
    }),
  );
  LiveClient.closeAll();
  return seen;
}

test('each is told what they would be told alone; who sees the same shares one execution', async () => {
  const second = await story.otherTeam.scrumMaster('Milo');
  const people = [story.master, second, story.dev, story.neighbour, story.guest, story.master];
  const seen = await told(people, SHARED, () => story.raise('The crane stands still'));
  const [master, other, dev, neighbour, guest] = seen;
  expect(other).toEqual(master);
  // She raised it, and watches it since.
  expect(dev).toMatchObject({ viewerWatches: true, viewerVotes: false });
  expect(neighbour).toMatchObject({ viewerWatches: false });
  expect(master?.['viewerCan']).toContain('impediment:triage');
  expect(dev?.['viewerCan']).not.toContain('impediment:triage');
  expect(dev?.['viewerCan']).toContain('impediment:edit');
  expect(neighbour?.['viewerCan']).not.toContain('impediment:edit');
  expect(guest?.['viewerCan']).toEqual(['impediment:view']);
  expect(executed).toBe(4);
  // Asked alone, everybody gets the same as they were told.
  for (const [index, person] of people.entries()) {
    const reply = await app.graphql<{ impedimentBoard: { impediments: Seen[] } }>(
      person.cookie,
      `{ impedimentBoard { impediments { description ${SHARED.slice(SHARED.indexOf('{') + 1, -1)} } } }`,
    );
    expect(reply.errors).toBeUndefined();
    const { description: _, ...alone } =
      reply.data?.impedimentBoard.impediments.find(({ title }) => title === 'The crane stands still') ?? {};
    expect(seen[index]).toEqual(alone);
  }
});

test('where nothing is of the viewer, one execution is for the whole organization, and for no other', async () => {
  const people = [story.master, story.dev, story.guest, abroad.master];
  const selection = 'impediment { title owner { name } }';
  const seen = await told(people, selection, () =>
    Promise.all([story.raise('Own of the harbour'), abroad.raise('canary of another house')]),
  );
  expect(seen.map((one) => one['title'])).toEqual([
    'Own of the harbour',
    'Own of the harbour',
    'Own of the harbour',
    'canary of another house',
  ]);
  expect(executed).toBe(2);
});

test('a field that nobody declared, a directive, another document: no sharing beyond what is the same', async () => {
  const administrator = await story.house.administrator('Ada');
  await story.house.query(`update people set email = 'dora@example.org' where id = $1`, [story.dev.id]);
  // E-mail addresses are for the person and for administrators.
  const people = [administrator, story.dev, story.neighbour, story.neighbour];
  const byEmail = await told(people, 'impediment { raisedBy { email } }', () => story.raise('Whose address?'));
  expect(byEmail.map(({ raisedBy }) => (raisedBy as Seen)['email'])).toEqual([
    'dora@example.org',
    'dora@example.org',
    null,
    null,
  ]);
  expect(executed).toBe(4);

  const viaFragment = `subscription { impedimentChanges { impediment { ...Card } } }
    fragment Card on Impediment { title ... on Impediment { raisedBy { ...Who } } } fragment Who on Person { email }`;
  await told(people, '', () => story.raise('Through fragments'), viaFragment);
  expect(executed).toBe(4);

  await told(people, 'impediment { title @include(if: true) }', () => story.raise('With a directive'));
  expect(executed).toBe(4);

  await told(people, 'impediment { title mine: viewerWatches }', () => story.raise('By another name'));
  // The two neighbours; the look is compared as a whole.
  expect(executed).toBe(3);
});
