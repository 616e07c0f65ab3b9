import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../test/impediment-story.js';
import { TestApp, type GraphqlReply } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

interface Comment {
  id: string;
  body: string;
  version: number;
  editedAt: string | null;
  viewerCan: string[];
  mentions: { id: string; name: string }[];
}
interface Entry {
  event: string;
  note: string | null;
  changes: unknown[];
}
interface Conversation {
  commentCount: number;
  version: number;
  comments: { totalCount: number; edges: { node: Comment }[] };
  activity: { edges: { node: Entry }[] };
}
interface Payload extends Record<string, unknown> {
  name: string;
  payload: { mentions?: string[]; commentId?: string; note?: string; changes: unknown[] };
}

const SEEN = 'id body version editedAt viewerCan mentions { id name }';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let admin: TestPerson;
let it: TestImpediment;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  admin = await story.house.administrator('Ada');
  it = await story.raise('The port is closed');
});
afterAll(() => app?.stop());

test('its author edits a comment: when, which version, on the record; the impediment’s version stays', async () => {
  const said = await comment(story.dev, 'First wrods');
  expect(said).toMatchObject({ version: 1, editedAt: null, viewerCan: ['comment:edit', 'comment:remove'] });
  const reply = await edit(story.dev, said, '  First **words** ');
  expect(reply.errors).toBeUndefined();
  expect(reply.data?.['editImpedimentComment']).toMatchObject({
    id: said.id,
    body: 'First **words**',
    version: 2,
    editedAt: expect.stringMatching(/Z$/),
  });
  expect((await conversation()).version).toBe(it.version);
  expect(await lastEvent()).toMatchObject({
    name: 'impediment.comment-edited',
    payload: { changes: [], note: 'First **words**', commentId: said.id.replace('ImpedimentComment_', '') },
  });
  const before = await story.events(it.id);
  const same = await edit(story.dev, { ...said, version: 2 }, 'First **words**');
  expect(same.data?.['editImpedimentComment']).toMatchObject({ version: 2 });
  expect(await story.events(it.id)).toEqual(before);
});

test('nobody else edits it, an Administrator neither; a stale version is a conflict; nothing empty', async () => {
  const said = await comment(story.dev, 'Mine');
  for (const other of [story.master, admin, story.guest]) {
    const reply = await edit(other, said, 'Not yours');
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'comment:edit' } });
  }
  await edit(story.dev, said, 'Mine, better');
  const late = await edit(story.dev, said, 'Mine, worse');
  expect(late.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 2, current: { body: 'Mine, better', author: { name: 'Dora' } } },
  });
  expect(late.text).not.toContain('hasAccount');
  const empty = await edit(story.dev, { ...said, version: 2 }, '  ');
  expect(empty.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'body' }] },
  });
});

test('two who save at once: one wins, the other sees a conflict', async () => {
  const said = await comment(story.dev, 'At once');
  const replies = await Promise.all(['One', 'Two'].map((body) => edit(story.dev, said, body)));
  expect(replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'saved').sort()).toEqual(['CONFLICT', 'saved']);
});

test('a removed comment is gone from comments and count, and its words from the activity', async () => {
  const before = await conversation();
  const said = await comment(story.dev, 'The password is hunter2');
  await edit(story.dev, said, 'The password is hunter3');
  expect(JSON.stringify(await conversation())).toContain('hunter2');
  const denied = await remove(story.master, { ...said, version: 2 });
  expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'comment:remove' } });
  expect((await remove(story.dev, said)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  const removed = await remove(story.dev, { ...said, version: 2 });
  expect(removed.data?.['removeImpedimentComment']).toMatchObject({
    id: it.id,
    version: it.version,
    commentCount: before.commentCount,
  });
  const after = await conversation();
  expect(after.comments.totalCount).toBe(before.comments.totalCount);
  expect(JSON.stringify(after)).not.toContain('hunter');
  expect(after.activity.edges[0]?.node).toMatchObject({ event: 'impediment.comment-removed', note: null, changes: [] });
  const told = await lastEvent();
  expect(told.payload).toEqual({ changes: [], commentId: said.id.replace('ImpedimentComment_', '') });
  expect((await remove(story.dev, { ...said, version: 2 })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('an Administrator removes what others wrote; who lost their roles takes back only their own', async () => {
  const said = await comment(story.neighbour, 'Rude');
  expect((await remove(admin, said)).errors).toBeUndefined();
  const leaver = await story.team.developer('Lea');
  const left = await comment(leaver, 'Bye');
  await story.house.query(`update role_assignments set ends_before = '2020-01-02' where person_id = $1`, [leaver.id]);
  expect((await edit(leaver, left, 'Hello')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await remove(leaver, left)).errors).toBeUndefined();
});

test('a comment of another organization is like one that nobody has', async () => {
  const theirs = await abroad.raise('Canary');
  const foreign = await comment(abroad.dev, 'Canary words', theirs);
  for (const act of [
    (one: Comment) => edit(story.dev, one, 'x'),
    (one: Comment) => edit(admin, one, 'x'),
    (one: Comment) => remove(admin, one),
  ]) {
    const reply = await act(foreign);
    const nobodys = await act({ ...foreign, id: `ImpedimentComment_${randomUUID()}` });
    expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(reply.text).toBe(nobodys.text);
  }
  expect((await conversation(abroad.dev, theirs)).comments.edges[0]?.node.body).toBe('Canary words');
});

test('a double click edits once; the key with other words is refused', async () => {
  const said = await comment(story.dev, 'Once');
  const key = randomUUID();
  const replies = await Promise.all([1, 2].map(() => edit(story.dev, said, 'Twice', key)));
  expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
  const other = await edit(story.dev, said, 'Thrice', key);
  expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('people of the organization are mentioned, with their own names; others and nobodies are passed over', async () => {
  const body = [
    mention(story.master, 'Somebody Else'),
    mention(abroad.dev, 'Canary'),
    `[@Nobody](person:Person_${randomUUID()})`,
    `\`${mention(story.neighbour)}\``,
    mention(story.master),
  ].join(' ');
  const said = await comment(story.dev, body);
  expect(said.mentions).toEqual([{ id: `Person_${story.master.id}`, name: 'Mira' }]);
  const told = await lastEvent();
  expect(told).toMatchObject({ name: 'impediment.commented', payload: { mentions: [story.master.id] } });
  expect(told.payload.note).toContain('@Somebody Else @Canary @Nobody');
  expect(told.payload.note).not.toContain('person:');
});

test('an edit tells of those alone whom it mentions anew', async () => {
  const said = await comment(story.dev, `For ${mention(story.master)}`);
  const both = `For ${mention(story.master)} and ${mention(story.neighbour)}, not ${mention(abroad.dev)}`;
  const reply = await edit(story.dev, said, both);
  expect(reply.data?.['editImpedimentComment']?.mentions.map(({ name }) => name)).toEqual(['Mira', 'Nils']);
  expect((await lastEvent()).payload.mentions).toEqual([story.neighbour.id]);
  await edit(story.dev, { ...said, version: 2 }, `For ${mention(story.neighbour)}`);
  expect((await lastEvent()).payload).not.toHaveProperty('mentions');
});

test('a description mentions too: when it is raised, and what an edit adds', async () => {
  const raised = await story.raise(
    'With names',
    `, description: "Ask ${mention(story.master)} ${mention(abroad.dev)}"`,
  );
  expect((await lastEvent(raised)).payload.mentions).toEqual([story.master.id]);
  const description = `Ask ${mention(story.master)} and ${mention(story.neighbour)}`;
  await story.done(
    story.dev,
    'editImpediment',
    `id: "${raised.id}", version: ${raised.version}, input: { description: "${description}" }`,
  );
  const told = await lastEvent(raised);
  expect(told.payload.mentions).toEqual([story.neighbour.id]);
  expect(told.payload.changes).toEqual([expect.objectContaining({ field: 'description', to: 'Ask @Mira and @Nils' })]);
});

function mention(person: TestPerson, name = person.name): string {
  return `[@${name}](person:Person_${person.id})`;
}

async function comment(person: TestPerson, body: string, on: TestImpediment = it): Promise<Comment> {
  await story.done(person, 'commentOnImpediment', `id: "${on.id}", body: ${JSON.stringify(body)}`);
  const { comments } = await conversation(person, on);
  const said = comments.edges.at(-1)?.node;
  if (!said) throw new Error('The comment is not there.');
  return said;
}

function edit(
  person: TestPerson,
  { id, version }: Comment,
  body: string,
  idempotencyKey: string | null = null,
): Promise<GraphqlReply<Record<string, Comment>>> {
  return app.graphql(
    person.cookie,
    `mutation ($id: ID!, $version: Int!, $body: String!, $idempotencyKey: String) {
      editImpedimentComment(id: $id, version: $version, body: $body, idempotencyKey: $idempotencyKey) { ${SEEN} } }`,
    { id, version, body, idempotencyKey },
  );
}

function remove(
  person: TestPerson,
  { id, version }: Comment,
): Promise<GraphqlReply<Record<string, { id: string; commentCount: number }>>> {
  return app.graphql(
    person.cookie,
    `mutation { removeImpedimentComment(id: "${id}", version: ${version}) { id version commentCount } }`,
  );
}

async function conversation(person: TestPerson = story.dev, on: TestImpediment = it): Promise<Conversation> {
  const reply = await app.graphql<{ impediment: Conversation }>(
    person.cookie,
    `{ impediment(key: "${on.key}") { commentCount version comments(first: 100) { totalCount edges { node { ${SEEN} } } }
       activity(first: 100) { edges { node { event note changes } } } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.impediment;
}

async function lastEvent(on: TestImpediment = it): Promise<Payload> {
  const [row] = await story.house.query<Payload>(
    'select name, payload from events where subject_id = $1 order by id desc limit 1',
    [on.id.replace('Impediment_', '')],
  );
  if (!row) throw new Error('No event.');
  return row;
}
