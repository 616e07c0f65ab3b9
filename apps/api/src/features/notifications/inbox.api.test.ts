import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../test/impediment-story.js';
import { listen, LiveClient } from '../../../test/security/live-client.js';
import { beginReactions, settleReactions } from '../../../test/settle-reactions.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';
import { EventLog } from '../../platform/events/event-log.js';
import { ReactionRunner } from '../../platform/events/reaction-runner.js';
import { Jobs } from '../../platform/jobs/jobs.js';

interface Entry {
  id: string;
  reason: string;
  event: string;
  count: number;
  excerpt: string;
  at: string;
  readAt: string | null;
  actor: { name: string } | null;
  impediment: { key: string } | null;
}
interface Inbox {
  totalCount: number;
  unreadCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: Entry }[];
}
const NODE = 'id reason event count excerpt at readAt actor { name } impediment { key }';

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  story = await ImpedimentStory.tell(app, 'Harbour');
  for (const person of [story.dev, story.master, story.neighbour, story.stakeholder]) await openAccount(person);
  await beginReactions(app, story.house.id);
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

async function openAccount(person: TestPerson): Promise<void> {
  await story.house.query(
    `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, 'x')`,
    [story.house.id, person.id, `${person.id}@example.org`],
  );
}

async function inbox(person: TestPerson, given = ''): Promise<Inbox> {
  const reply = await app.graphql<{ inbox: Inbox }>(
    person.cookie,
    `{ inbox${given} { totalCount unreadCount pageInfo { hasNextPage endCursor } edges { node { ${NODE} } } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.inbox;
}

/** Reacts, and then "reason event" of everything, oldest first. */
async function told(person: TestPerson): Promise<string[]> {
  await settleReactions(app, story.house.id);
  return (await inbox(person)).edges
    .map(({ node }) => `${node.reason} ${node.event.replace('impediment.', '')}`)
    .reverse();
}

function comment(by: TestPerson, { id }: TestImpediment, body: string): Promise<TestImpediment> {
  return story.done(by, 'commentOnImpediment', `id: "${id}", body: ${JSON.stringify(body)}`);
}

/** Events of one transaction, as a bulk change appends them. */
async function bulk(
  actor: TestPerson | null,
  events: { id: string; name: string; payload?: object }[],
  cause?: string,
): Promise<void> {
  await app.database.transaction({ organizationId: story.house.id, actorId: actor?.id, cause }, (tx) =>
    app.app.get(EventLog).append(
      tx,
      ...events.map(({ id, name, payload }) => ({
        name,
        subjectType: 'Impediment',
        subjectId: id.replace('Impediment_', ''),
        subjectVersion: 1,
        payload: { changes: [], ...payload },
      })),
    ),
  );
}

describe('the inbox', () => {
  it('tells owner, raiser and watchers, for the strongest reason, and nobody their own doing', async () => {
    const it = await story.inState('IN_PROGRESS');
    await settleReactions(app, story.house.id);
    await story.done(story.neighbour, 'watchImpediment', `id: "${it.id}", watch: true`);
    await comment(story.neighbour, it, 'We have it **too**');
    expect(await told(story.dev)).toEqual([
      'RAISED_BY_YOU triaged',
      'RAISED_BY_YOU started',
      'RAISED_BY_YOU commented',
    ]);
    expect(await told(story.master)).toEqual(['OWNER commented']);
    expect(await told(story.neighbour)).toEqual([]);
    await story.done(story.master, 'resolveImpediment', `id: "${it.id}", version: ${it.version}, resolution: "Gone"`);
    expect(await told(story.neighbour)).toEqual(['WATCHING resolved']);
    const [latest] = (await inbox(story.dev)).edges;
    expect(latest?.node).toMatchObject({
      excerpt: 'Gone',
      count: 1,
      readAt: null,
      actor: { name: 'Mira' },
      impediment: { key: it.key },
    });
    expect((await inbox(story.master)).edges[0]?.node.excerpt).toBe('We have it too');
  });

  it('says to whom an impediment was given, and to whom a team was added', async () => {
    const it = await story.raise('Given away');
    await story.done(
      story.master,
      'triageImpediment',
      `id: "${it.id}", version: ${it.version}, input: { ownerId: "Person_${story.dev.id}", severity: HIGH, level: 2, nextStep: "Call them" }`,
    );
    await story.done(story.master, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
    expect(await told(story.dev)).toEqual(['ASSIGNED triaged']);
    expect(await told(story.neighbour)).toEqual(['YOUR_TEAM team-added']);
    expect((await inbox(story.dev)).edges[0]?.node.excerpt).toBe('Call them');
  });

  it('tells who is mentioned, also strangers, by the ids that the event names', async () => {
    const it = await story.raise('Mentioned');
    await bulk(story.dev, [
      {
        id: it.id,
        name: 'impediment.commented',
        payload: { note: '[@Nils](person:Person_x) look', mentions: [story.neighbour.id, story.dev.id] },
      },
    ]);
    expect(await told(story.neighbour)).toEqual(['MENTIONED commented']);
    expect((await inbox(story.neighbour)).edges[0]?.node.excerpt).toBe('@Nils look');
    expect(await told(story.dev)).toEqual([]);
  });

  it('reaches only who is here and can sign in', async () => {
    const it = await story.raise('Reach');
    for (const person of [story.neighbour, story.stakeholder, story.guest])
      await story.house.query(
        'insert into impediment_watchers (organization_id, impediment_id, person_id) values ($1, $2, $3)',
        [story.house.id, it.id.replace('Impediment_', ''), person.id],
      );
    await story.house.query('update people set deactivated_at = now() where id = $1', [story.stakeholder.id]);
    await story.house.query('update accounts set disabled_at = now() where person_id = $1', [story.neighbour.id]);
    await comment(story.master, it, 'Who hears this?');
    await settleReactions(app, story.house.id);
    expect(await story.house.query('select person_id from inbox_entries')).toEqual([{ person_id: story.dev.id }]);
  });

  it('tells nobody of votes, watching and what an import tells of the past', async () => {
    const it = await story.raise('Quiet');
    await story.done(story.neighbour, 'voteForImpediment', `id: "${it.id}", vote: true`);
    await story.done(story.neighbour, 'watchImpediment', `id: "${it.id}", watch: true`);
    await bulk(story.master, [{ id: it.id, name: 'impediment.commented' }], 'import:1');
    expect(await told(story.dev)).toEqual([]);
  });

  it('makes one message of a bulk change, for the strongest reason in it, and of two changes two', async () => {
    const all: TestImpediment[] = [];
    for (let index = 0; index < 120; index += 1) all.push(await story.raise(`Bulk ${index}`));
    await bulk(
      story.master,
      all.map(({ id }) => ({ id, name: 'impediment.level-set', payload: { note: 'Shared' } })),
    );
    expect(await told(story.dev)).toEqual(['RAISED_BY_YOU level-set']);
    const [only] = (await inbox(story.dev)).edges;
    expect(only?.node).toMatchObject({ count: 120, excerpt: 'Shared', impediment: { key: all[0]?.key } });
    expect((await inbox(story.dev)).unreadCount).toBe(1);
    await story.house.query('update impediments set owner_id = $1 where number = 7', [story.dev.id]);
    await bulk(
      story.master,
      all.map(({ id }) => ({ id, name: 'impediment.level-set' })),
    );
    expect(await told(story.dev)).toEqual(['RAISED_BY_YOU level-set', 'OWNER level-set']);
    expect((await inbox(story.dev)).edges[0]?.node).toMatchObject({ count: 120, impediment: { key: 'IMP-7' } });
  }, 30_000);
});

describe('reading it', () => {
  async function threeComments(): Promise<Entry[]> {
    const it = await story.raise('Read');
    for (const body of ['one', 'two', 'three']) await comment(story.master, it, body);
    await settleReactions(app, story.house.id);
    return (await inbox(story.dev)).edges.map(({ node }) => node);
  }

  it('marks some, all up to a moment, and unread again', async () => {
    const [three, two, one] = await threeComments();
    const mark = (ids: (string | undefined)[], read: boolean) =>
      app.graphql<{ markInboxRead: { unreadCount: number } }>(
        story.dev.cookie,
        'mutation($ids: [ID!]!, $read: Boolean!) { markInboxRead(ids: $ids, read: $read) { unreadCount } }',
        { ids, read },
      );
    expect((await mark([two?.id], true)).data?.markInboxRead.unreadCount).toBe(2);
    expect((await mark([two?.id, two?.id], true)).data?.markInboxRead.unreadCount).toBe(2);
    expect((await inbox(story.dev, '(unreadOnly: true)')).edges.map(({ node }) => node.excerpt)).toEqual([
      'three',
      'one',
    ]);
    expect((await mark([two?.id], false)).data?.markInboxRead.unreadCount).toBe(3);
    const whole = await app.graphql<{ markWholeInboxRead: { unreadCount: number } }>(
      story.dev.cookie,
      `mutation { markWholeInboxRead(until: "${two?.at}") { unreadCount } }`,
    );
    expect(whole.data?.markWholeInboxRead.unreadCount).toBe(1);
    const after = await inbox(story.dev);
    expect(after).toMatchObject({ totalCount: 3, unreadCount: 1 });
    expect(after.edges.map(({ node }) => node.readAt === null)).toEqual([true, false, false]);
    expect((await mark([one?.id, three?.id], true)).data?.markInboxRead.unreadCount).toBe(0);
  });

  it('is one’s own: somebody else’s entry is not found like one that nobody has, and nothing changes', async () => {
    const [own] = await threeComments();
    const it = await story.raise('Of the master', '', story.master);
    await comment(story.dev, it, 'for the master');
    await settleReactions(app, story.house.id);
    const [foreign] = (await inbox(story.master)).edges;
    const mark = (id: string | undefined) =>
      app.graphql(
        story.dev.cookie,
        `mutation { markInboxRead(ids: ["${own?.id}", "${id}"], read: true) { unreadCount } }`,
      );
    const replies = [await mark(foreign?.node.id), await mark('InboxEntry_00000000-0000-7000-8000-000000000000')];
    expect(replies[0]?.text).toBe(replies[1]?.text);
    expect(replies[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await inbox(story.dev)).unreadCount).toBe(3);
    expect((await inbox(story.master)).unreadCount).toBe(1);
    const node = await app.graphql(story.dev.cookie, `{ node(id: "${foreign?.node.id}") { id } }`);
    expect(node.data).toEqual({ node: null });
  });

  it('comes in pages, latest first, narrowed by reason', async () => {
    await threeComments();
    const first = await inbox(story.dev, '(first: 2)');
    expect(first.edges.map(({ node }) => node.excerpt)).toEqual(['three', 'two']);
    const rest = await inbox(story.dev, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(rest.edges.map(({ node }) => node.excerpt)).toEqual(['one']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect((await inbox(story.dev, '(reason: MENTIONED)')).totalCount).toBe(0);
    expect((await inbox(story.dev, '(reason: RAISED_BY_YOU)')).totalCount).toBe(3);
    const wrong = await app.graphql(story.dev.cookie, '{ inbox(after: "nonsense") { totalCount } }');
    expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('forgets what was read ninety days ago, and nothing that is unread or younger', async () => {
    const [three, two, one] = await threeComments();
    const age = async (entry: Entry | undefined, days: number, read: boolean): Promise<void> => {
      await story.house.query(
        `update inbox_entries set at = now() - make_interval(days => $2), read_at = case when $3 then now() end where id = $1`,
        [entry?.id.replace('InboxEntry_', ''), days, read],
      );
    };
    await age(one, 91, true);
    await age(two, 89, true);
    await age(three, 400, false);
    const job = app.app
      .get(Jobs)
      .all()
      .find(({ name }) => name === 'notifications.sweep-inbox');
    const scope = { organizationId: story.house.id };
    await job?.handler(scope, { attempt: 1, scope, signal: new AbortController().signal });
    expect((await inbox(story.dev)).edges.map(({ node }) => node.excerpt)).toEqual(['two', 'three']);
  });
});

describe('live', () => {
  it('tells within a second, only whom it concerns, and every window what was read', async () => {
    const origin = await listen(app);
    app.app.get(ReactionRunner).start();
    const it = await story.raise('Live');
    const SUBSCRIPTION = `subscription { inboxChanges { resync unreadCount cursor entry { reason excerpt impediment { key } actor { name } } } }`;
    const mine = await LiveClient.signedIn(origin, story.dev.cookie);
    const others = await LiveClient.signedIn(origin, story.master.cookie);
    for (const client of [mine, others]) client.subscribe('inbox', SUBSCRIPTION);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = Date.now();
    await comment(story.master, it, 'Hear, hear');
    const heard = await mine.next(({ type }) => type === 'next', 1000);
    expect(Date.now() - before).toBeLessThan(1000);
    expect(heard.payload).toMatchObject({
      data: {
        inboxChanges: {
          resync: false,
          unreadCount: 1,
          entry: {
            reason: 'RAISED_BY_YOU',
            excerpt: 'Hear, hear',
            impediment: { key: it.key },
            actor: { name: 'Mira' },
          },
        },
      },
    });
    await app.graphql(
      story.dev.cookie,
      `mutation { markWholeInboxRead(until: "${new Date(Date.now() + 1000).toISOString()}") { unreadCount } }`,
    );
    const read = await mine.next((message) => JSON.stringify(message).includes('"unreadCount":0'), 1000);
    expect(read.payload).toMatchObject({ data: { inboxChanges: { entry: null } } });
    expect(others.ofId('inbox')).toEqual([]);
  });
});
