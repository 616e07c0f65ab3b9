import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImpedimentStory, TestImpediment } from '../../../test/impediment-story.js';
import { InboxStory } from '../../../test/inbox-story.js';
import { TestApp } from '../../../test/test-app.js';

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
afterAll(() => app.stop());

describe('the inbox', () => {
  it('tells owner, raiser and watchers, for the strongest reason, and nobody their own doing', async () => {
    const it = await story.inState('IN_PROGRESS');
    await inboxes.settle();
    await story.done(story.neighbour, 'watchImpediment', `id: "${it.id}", watch: true`);
    await inboxes.comment(story.neighbour, it, 'We have it **too**');
    expect(await inboxes.told(story.dev)).toEqual([
      'RAISED_BY_YOU triaged',
      'RAISED_BY_YOU started',
      'RAISED_BY_YOU commented',
    ]);
    expect(await inboxes.told(story.master)).toEqual(['OWNER commented']);
    expect(await inboxes.told(story.neighbour)).toEqual([]);
    await story.done(story.master, 'resolveImpediment', `id: "${it.id}", version: ${it.version}, resolution: "Gone"`);
    expect(await inboxes.told(story.neighbour)).toEqual(['WATCHING resolved']);
    const [latest] = (await inboxes.inbox(story.dev)).edges;
    expect(latest?.node).toMatchObject({
      excerpt: 'Gone',
      count: 1,
      readAt: null,
      actor: { name: 'Mira' },
      impediment: { key: it.key },
    });
    expect((await inboxes.inbox(story.master)).edges[0]?.node.excerpt).toBe('We have it too');
    const said = await app.graphql<{ impediment: { comments: { edges: { node: { id: string } }[] } } }>(
      story.dev.cookie,
      `{ impediment(key: "${it.key}") { comments(first: 1) { edges { node { id } } } } }`,
    );
    expect((await inboxes.inbox(story.master)).edges[0]?.node.commentId).toBe(
      said.data?.impediment.comments.edges[0]?.node.id,
    );
    expect(latest?.node.commentId).toBeNull();
  });

  it('says to whom an impediment was given, and to whom a team was added', async () => {
    const it = await story.raise('Given away');
    await story.done(
      story.master,
      'triageImpediment',
      `id: "${it.id}", version: ${it.version}, input: { ownerId: "Person_${story.dev.id}", severity: HIGH, level: 2, nextStep: "Call them" }`,
    );
    await story.done(story.master, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${story.otherTeam.id}"`);
    expect(await inboxes.told(story.dev)).toEqual(['ASSIGNED triaged']);
    expect(await inboxes.told(story.neighbour)).toEqual(['YOUR_TEAM team-added']);
    expect((await inboxes.inbox(story.dev)).edges[0]?.node.excerpt).toBe('Call them');
  });

  it('tells who is mentioned, also strangers, by the ids that the event names', async () => {
    const it = await story.raise('Mentioned');
    await inboxes.happen(story.dev, [
      {
        id: it.id,
        name: 'impediment.commented',
        payload: { note: '[@Nils](person:Person_x) look', mentions: [story.neighbour.id, story.dev.id] },
      },
    ]);
    expect(await inboxes.told(story.neighbour)).toEqual(['MENTIONED commented']);
    expect((await inboxes.inbox(story.neighbour)).edges[0]?.node.excerpt).toBe('@Nils look');
    expect(await inboxes.told(story.dev)).toEqual([]);
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
    await inboxes.comment(story.master, it, 'Who hears this?');
    await inboxes.settle();
    expect(await story.house.query('select person_id from inbox_entries')).toEqual([{ person_id: story.dev.id }]);
  });

  it('tells nobody of votes, watching and what an import tells of the past', async () => {
    const it = await story.raise('Quiet');
    await story.done(story.neighbour, 'voteForImpediment', `id: "${it.id}", vote: true`);
    await story.done(story.neighbour, 'watchImpediment', `id: "${it.id}", watch: true`);
    await inboxes.happen(story.master, [{ id: it.id, name: 'impediment.commented' }], 'import:1');
    expect(await inboxes.told(story.dev)).toEqual([]);
  });

  it('makes one message of a bulk change, for the strongest reason in it, and of two changes two', async () => {
    const all: TestImpediment[] = [];
    for (let index = 0; index < 120; index += 1) all.push(await story.raise(`Bulk ${index}`));
    await inboxes.happen(
      story.master,
      all.map(({ id }) => ({ id, name: 'impediment.level-set', payload: { note: 'Shared' } })),
    );
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU level-set']);
    const [only] = (await inboxes.inbox(story.dev)).edges;
    expect(only?.node).toMatchObject({ count: 120, excerpt: 'Shared', impediment: { key: all[0]?.key } });
    expect((await inboxes.inbox(story.dev)).unreadCount).toBe(1);
    await story.house.query('update impediments set owner_id = $1 where number = 7', [story.dev.id]);
    await inboxes.happen(
      story.master,
      all.map(({ id }) => ({ id, name: 'impediment.level-set' })),
    );
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU level-set', 'OWNER level-set']);
    expect((await inboxes.inbox(story.dev)).edges[0]?.node).toMatchObject({ count: 120, impediment: { key: 'IMP-7' } });
  });
});

describe('what is undone', () => {
  it('was never there for whoever has not read it; whoever has is told so', async () => {
    const it = await story.raise('Undone');
    await story.done(story.neighbour, 'watchImpediment', `id: "${it.id}", watch: true`);
    await inboxes.comment(story.neighbour, it, 'stays');
    await inboxes.happen(story.master, [{ id: it.id, name: 'impediment.level-set', payload: { note: 'Shared' } }]);
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU commented', 'RAISED_BY_YOU level-set']);
    const [read] = (await inboxes.inbox(story.neighbour)).edges;
    await app.graphql(
      story.neighbour.cookie,
      `mutation { markInboxRead(ids: ["${read?.node.id}"], read: true) { unreadCount } }`,
    );
    await inboxes.happen(story.master, [{ id: it.id, name: 'impediment.undone' }]);
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU commented']);
    expect(await inboxes.told(story.neighbour)).toEqual(['WATCHING level-set', 'WATCHING undone']);
  });

  it('of a bulk change is what is left of it, and nothing when all of it is undone', async () => {
    const all = [await story.raise('A'), await story.raise('B'), await story.raise('C')];
    const everywhere = (name: string, of = all) =>
      inboxes.happen(
        story.master,
        of.map(({ id }) => ({ id, name })),
      );
    await everywhere('impediment.level-set');
    await inboxes.settle();
    await everywhere('impediment.undone', all.slice(0, 1));
    await inboxes.settle();
    const [left] = (await inboxes.inbox(story.dev)).edges;
    expect(left?.node).toMatchObject({ count: 2, impediment: { key: all[1]?.key } });
    await everywhere('impediment.undone', all.slice(1));
    expect(await inboxes.told(story.dev)).toEqual([]);
  });

  it('a comment that is edited or removed is not read here in its old words', async () => {
    const it = await story.raise('Said');
    const commentId = story.dev.id;
    const say = (name: string, note?: string) =>
      inboxes.happen(story.master, [{ id: it.id, name, payload: { commentId, ...(note && { note }) } }]);
    await say('impediment.commented', 'my pasword is rosebud');
    await inboxes.settle();
    await say('impediment.comment-edited', 'better words');
    await inboxes.settle();
    expect((await inboxes.inbox(story.dev)).edges.map(({ node }) => node.excerpt)).toEqual(['better words']);
    await say('impediment.comment-removed');
    await inboxes.settle();
    expect((await inboxes.inbox(story.dev)).edges.map(({ node }) => node.excerpt)).toEqual(['']);
  });
});
