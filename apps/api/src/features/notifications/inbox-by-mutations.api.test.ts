import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImpedimentStory, TestImpediment } from '../../../test/impediment-story.js';
import { InboxStory } from '../../../test/inbox-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

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

const mention = (person: TestPerson): string => `[@${person.name}](person:Person_${person.id})`;
const items = (of: TestImpediment[]): string =>
  of.map(({ id, version }) => `{ id: "${id}", version: ${version} }`).join(' ');

async function mutate<Data>(by: TestPerson, mutation: string): Promise<Data> {
  const reply = await app.graphql<Data>(by.cookie, `mutation { ${mutation} }`);
  if (!reply.data || reply.errors) throw new Error(reply.text);
  return reply.data;
}

interface Bulk {
  assignImpediments: { changed: { id: string }[]; undo: { id: string } };
}
const assignAll = (of: TestImpediment[], to: TestPerson): Promise<Bulk> =>
  mutate(
    story.master,
    `assignImpediments(items: [${items(of)}], ownerId: "Person_${to.id}") { changed { id } undo { id } }`,
  );
const undo = (id: string): Promise<object> =>
  mutate(story.master, `undoImpedimentChange(id: "${id}") { undone { id } }`);

describe('the inbox, by what people really do', () => {
  it('a mention in a description and in a comment; edited and removed, its words go', async () => {
    const it = await story.raise('Mentions', `, description: ${JSON.stringify(`${mention(story.neighbour)} knows`)}`);
    await inboxes.comment(story.dev, it, `Ask ${mention(story.neighbour)} and ${mention(story.dev)}`);
    expect(await inboxes.told(story.neighbour)).toEqual(['MENTIONED raised', 'MENTIONED commented']);
    const [said] = (await inboxes.inbox(story.neighbour)).edges;
    expect(said?.node.excerpt).toBe('Ask @Nils and @Dora');
    const { data } = await app.graphql<{
      impediment: { comments: { edges: { node: { id: string; version: number } }[] } };
    }>(story.dev.cookie, `{ impediment(key: "${it.key}") { comments { edges { node { id version } } } } }`);
    const comment = data?.impediment.comments.edges[0]?.node;
    await mutate(
      story.dev,
      `editImpedimentComment(id: "${comment?.id}", version: ${comment?.version}, body: "Never mind ${mention(story.neighbour)}") { id }`,
    );
    expect(await inboxes.told(story.neighbour)).toEqual(['MENTIONED raised', 'MENTIONED commented']);
    expect((await inboxes.inbox(story.neighbour)).edges[0]?.node.excerpt).not.toContain('Ask');
    await mutate(
      story.dev,
      `removeImpedimentComment(id: "${comment?.id}", version: ${(comment?.version ?? 0) + 1}) { id }`,
    );
    await inboxes.settle();
    expect((await inboxes.inbox(story.neighbour)).edges[0]?.node.excerpt).toBe('');
  });

  it('a bulk assignment is one message, and none once it is undone before it was read', async () => {
    const all: TestImpediment[] = [];
    for (let index = 0; index < 12; index += 1) all.push(await story.inState('TRIAGED', `Bulk ${index}`));
    await inboxes.settle();
    const before = (await inboxes.inbox(story.neighbour)).totalCount;
    const { assignImpediments } = await assignAll(all, story.neighbour);
    await inboxes.settle();
    const [only] = (await inboxes.inbox(story.neighbour)).edges;
    expect(only?.node).toMatchObject({ reason: 'ASSIGNED', event: 'impediment.assigned', count: 12 });
    expect((await inboxes.inbox(story.neighbour)).totalCount).toBe(before + 1);
    await undo(assignImpediments.undo.id);
    await inboxes.settle();
    expect((await inboxes.inbox(story.neighbour)).totalCount).toBe(before);
    // Nobody hears of an undoing whose doing they never read.
    const { edges } = await inboxes.inbox(story.dev);
    expect(edges.filter(({ node }) => /assigned|undone/u.test(node.event))).toEqual([]);
  });

  it('undoing both of two changes leaves neither', async () => {
    const it = await story.inState('TRIAGED', 'Twice');
    await inboxes.settle();
    const start = await mutate<{ startImpediment: { version: number; viewerUndo: { id: string } } }>(
      story.master,
      `startImpediment(id: "${it.id}", version: ${it.version}) { version viewerUndo { id } }`,
    );
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU triaged', 'RAISED_BY_YOU started']);
    await undo(start.startImpediment.viewerUndo.id);
    expect(await inboxes.told(story.dev)).toEqual(['RAISED_BY_YOU triaged']);
  });
});
