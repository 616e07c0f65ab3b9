import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { listen, LiveClient, type ServerMessage, subscriptionsListen } from '../../../../test/security/live-client.js';
import { beginReactions, settleReactions } from '../../../../test/settle-reactions.js';
import { TestApp } from '../../../../test/test-app.js';
import { type TestSession, TriageStory } from '../../../../test/triage-story.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let origin: string;
let story: TriageStory;
let session: TestSession;
beforeAll(async () => {
  app = await TestApp.start();
  origin = await listen(app);
  story = await TriageStory.tell(app, 'Harbour');
  await story.shared('One');
  session = await story.start();
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app?.stop());

const QUERY = `subscription ($id: ID!, $after: String) { triageSessionChanged(id: $id, after: $after) {
  cursor resync event session { state viewerDotsLeft viewerCan items { dots viewerDots impediment { title viewerWatches } } } } }`;

interface Change {
  cursor: string;
  resync: boolean;
  event: string | null;
  session: {
    state: string;
    viewerDotsLeft: number;
    viewerCan: string[];
    items: { dots: number; viewerDots: number; impediment: { title: string; viewerWatches: boolean } }[];
  } | null;
}

const changeOf = ({ payload }: ServerMessage): Change =>
  (payload as { data: { triageSessionChanged: Change } }).data.triageSessionChanged;

async function hear(people: TestPerson[], after?: string): Promise<LiveClient[]> {
  const listening = subscriptionsListen(app, people.length);
  const clients = await Promise.all(people.map(({ cookie }) => LiveClient.signedIn(origin, cookie)));
  for (const client of clients) client.subscribe('live', QUERY, { id: session.id, after });
  await listening;
  return clients;
}

const nextOf = (client: LiveClient, event: string): Promise<Change> =>
  client
    .next((message) => message.type === 'next' && changeOf(message).event === `triage-session.${event}`)
    .then(changeOf);

test('everybody hears of a vote with the whole session, each with their own dots; who was away hears what was missed', async () => {
  const { master, otherMaster } = story;
  const [facilitator, voter, guest] = await hear([master, otherMaster, story.impediments.dev]);
  if (!facilitator || !voter || !guest) throw new Error('All of them listen.');
  const itemId = session.items[0]?.id;
  await story.done(otherMaster, 'setTriageDots', { itemId, dots: 2 });
  const [toFacilitator, toVoter, toGuest] = await Promise.all(
    [facilitator, voter, guest].map((client) => nextOf(client, 'voted')),
  );
  expect([toFacilitator, toVoter].map((change) => change?.session?.viewerDotsLeft)).toEqual([3, 1]);
  expect(toVoter?.session?.items).toMatchObject([{ dots: 2, viewerDots: 2, impediment: { viewerWatches: false } }]);
  expect(toGuest?.session?.items).toMatchObject([{ dots: 2, viewerDots: 0, impediment: { viewerWatches: true } }]);
  expect(toFacilitator?.session?.viewerCan).toContain('triage:facilitate');
  expect(toGuest?.session?.viewerCan).toEqual(['chapter:view', 'triage:join']);
  voter.close();
  await story.done(master, 'takeUpItem', { itemId, seconds: 60 });
  const [back] = await hear([otherMaster], toVoter?.cursor);
  if (!back) throw new Error('They are back.');
  expect((await nextOf(back, 'item-taken-up')).session?.viewerDotsLeft).toBe(1);
});

test('everybody hears at once what becomes of an impediment on the agenda, and of no other', async () => {
  const { master, otherMaster, impediments } = story;
  const [listener] = await hear([master]);
  if (!listener) throw new Error('They listen.');
  const other = await impediments.raise('Not on the agenda');
  const item = session.items[0]?.impediment;
  await impediments.done(
    otherMaster,
    'editImpediment',
    `id: "${item?.id}", version: ${item?.version}, input: { title: "Another name" }`,
  );
  const told = changeOf(await listener.next(({ type }) => type === 'next'));
  expect(told.event).toBe('impediment.edited');
  expect(told.session?.items).toMatchObject([{ impediment: { title: 'Another name' } }]);
  // Once it is added, it is one of them.
  await story.done(master, 'addTriageItem', { sessionId: session.id, impedimentKey: other.key });
  await nextOf(listener, 'item-added');
  await impediments.done(
    otherMaster,
    'editImpediment',
    `id: "${other.id}", version: ${other.version}, input: { title: "On it now" }`,
  );
  await listener.next((message) => message.type === 'next' && changeOf(message).event === 'impediment.edited');
});

test('being there is a presence at the session; nobody from elsewhere hears or is there', async () => {
  const abroad = await TriageStory.tell(app, 'Abroad');
  const PRESENCE = 'subscription ($place: String!) { presence(place: $place) { people { person { name } } } }';
  const client = await LiveClient.signedIn(origin, story.master.cookie);
  client.subscribe('here', PRESENCE, { place: session.id });
  const here = await client.next(({ id }) => id === 'here');
  expect(JSON.stringify(here.payload)).toContain('Mira');
  const foreign = await LiveClient.signedIn(origin, abroad.master.cookie);
  foreign.subscribe('here', PRESENCE, { place: session.id });
  foreign.subscribe('live', QUERY, { id: session.id });
  for (const id of ['here', 'live'])
    expect(JSON.stringify((await foreign.next((message) => message.id === id)).payload)).toContain('NOT_FOUND');
});

test('whom a session concerned finds it in the inbox, once', async () => {
  const { house, dev, stakeholder } = story.impediments;
  await beginReactions(app, house.id);
  await house.query(
    `insert into accounts (organization_id, person_id, email, password_hash)
     select organization_id, id, id || '@example.org', 'none' from people where organization_id = $1`,
    [house.id],
  );
  await story.done(story.master, 'endTriageItem', {
    itemId: session.items[0]?.id,
    version: 1,
    result: { kind: 'DECLINED', reason: 'Not ours', impedimentVersion: 2 },
  });
  await story.done(story.master, 'endTriage', { sessionId: session.id, version: 1 });
  await settleReactions(app, house.id);
  const inbox = async (person: TestPerson): Promise<unknown[]> => {
    const reply = await app.graphql<{
      inbox: { edges: { node: { reason: string; triageSession: object | null } }[] };
    }>(
      person.cookie,
      '{ inbox(reason: TRIAGE_SUMMARY) { edges { node { reason triageSession { id summary viewerItems { note } } } } } }',
    );
    return reply.data?.inbox.edges.map(({ node }) => node.triageSession) ?? [];
  };
  // With how it ended, and what is of one's own teams.
  const entry = { id: session.id, summary: '1 declined, 1 parked', viewerItems: [{ note: 'Not ours' }] };
  const more = { ...entry, viewerItems: [...entry.viewerItems, { note: 'Not reached' }] };
  const none = { ...entry, viewerItems: [] };
  expect(await Promise.all([dev, story.otherMaster, story.leader].map(inbox))).toEqual([[more], [entry], [none]]);
  expect(await Promise.all([story.master, stakeholder].map(inbox))).toEqual([[], []]);
});
