import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImpedimentStory } from '../../../test/impediment-story.js';
import { InboxStory, type TestInboxEntry } from '../../../test/inbox-story.js';
import { settleEvents } from '../../../test/settle-reactions.js';
import { TestApp } from '../../../test/test-app.js';
import { listen, LiveClient, subscriptionsListen } from '../../../test/security/live-client.js';
import { ReactionRunner } from '../../platform/events/reaction-runner.js';
import { Jobs } from '../../platform/jobs/jobs.js';

let app: TestApp;
let inboxes: InboxStory;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  inboxes = await InboxStory.tell(app, 'Harbour');
  story = inboxes.impediments;
});
afterEach(() => LiveClient.closeAll());
afterAll(() => app.stop());

describe('reading it', () => {
  async function threeComments(): Promise<TestInboxEntry[]> {
    const it = await story.raise('Read');
    for (const body of ['one', 'two', 'three']) await inboxes.comment(story.master, it, body);
    await inboxes.settle();
    return (await inboxes.inbox(story.dev)).edges.map(({ node }) => node);
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
    expect((await inboxes.inbox(story.dev, '(unreadOnly: true)')).edges.map(({ node }) => node.excerpt)).toEqual([
      'three',
      'one',
    ]);
    expect((await mark([two?.id], false)).data?.markInboxRead.unreadCount).toBe(3);
    const whole = await app.graphql<{ markWholeInboxRead: { unreadCount: number } }>(
      story.dev.cookie,
      `mutation { markWholeInboxRead(until: "${two?.at}") { unreadCount } }`,
    );
    expect(whole.data?.markWholeInboxRead.unreadCount).toBe(1);
    const after = await inboxes.inbox(story.dev);
    expect(after).toMatchObject({ totalCount: 3, unreadCount: 1 });
    expect(after.edges.map(({ node }) => node.readAt === null)).toEqual([true, false, false]);
    expect((await mark([one?.id, three?.id], true)).data?.markInboxRead.unreadCount).toBe(0);
  });

  it('is one’s own: somebody else’s entry is not found like one that nobody has, and nothing changes', async () => {
    const [own] = await threeComments();
    const it = await story.raise('Of the master', '', story.master);
    await inboxes.comment(story.dev, it, 'for the master');
    await inboxes.settle();
    const [foreign] = (await inboxes.inbox(story.master)).edges;
    const mark = (id: string | undefined) =>
      app.graphql(
        story.dev.cookie,
        `mutation { markInboxRead(ids: ["${own?.id}", "${id}"], read: true) { unreadCount } }`,
      );
    const replies = [await mark(foreign?.node.id), await mark('InboxEntry_00000000-0000-7000-8000-000000000000')];
    expect(replies[0]?.text).toBe(replies[1]?.text);
    expect(replies[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await inboxes.inbox(story.dev)).unreadCount).toBe(3);
    expect((await inboxes.inbox(story.master)).unreadCount).toBe(1);
    const node = await app.graphql(story.dev.cookie, `{ node(id: "${foreign?.node.id}") { id } }`);
    expect(node.data).toEqual({ node: null });
  });

  it('comes in pages, latest first, narrowed by reason', async () => {
    await threeComments();
    const first = await inboxes.inbox(story.dev, '(first: 2)');
    expect(first.edges.map(({ node }) => node.excerpt)).toEqual(['three', 'two']);
    const rest = await inboxes.inbox(story.dev, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(rest.edges.map(({ node }) => node.excerpt)).toEqual(['one']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect((await inboxes.inbox(story.dev, '(reason: MENTIONED)')).totalCount).toBe(0);
    expect((await inboxes.inbox(story.dev, '(reason: RAISED_BY_YOU)')).totalCount).toBe(3);
    const wrong = await app.graphql(story.dev.cookie, '{ inbox(after: "nonsense") { totalCount } }');
    expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('forgets what was read ninety days ago, and nothing that is unread or younger', async () => {
    const [three, two, one] = await threeComments();
    const age = async (entry: TestInboxEntry | undefined, days: number, read: boolean): Promise<void> => {
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
    expect((await inboxes.inbox(story.dev)).edges.map(({ node }) => node.excerpt)).toEqual(['two', 'three']);
  });
});

describe('live', () => {
  it('tells only whom it concerns, and every window what was read', async () => {
    const origin = await listen(app);
    app.app.get(ReactionRunner).start();
    const it = await story.raise('Live');
    await settleEvents(app, story.house.id);
    const SUBSCRIPTION = `subscription { inboxChanges { resync unreadCount cursor entry { reason excerpt impediment { key } actor { name } } } }`;
    const mine = await LiveClient.signedIn(origin, story.dev.cookie);
    const others = await LiveClient.signedIn(origin, story.master.cookie);
    const listening = subscriptionsListen(app, 2);
    for (const client of [mine, others]) client.subscribe('inbox', SUBSCRIPTION);
    await listening;
    await inboxes.comment(story.master, it, 'Hear, hear');
    const heard = await mine.next(({ type }) => type === 'next');
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
    const read = await mine.next((message) => JSON.stringify(message).includes('"unreadCount":0'));
    expect(read.payload).toMatchObject({ data: { inboxChanges: { entry: null } } });
    expect(others.ofId('inbox')).toEqual([]);
  });
});
