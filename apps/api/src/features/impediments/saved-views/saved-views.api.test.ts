import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp, type GraphqlReply } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

interface View {
  id: string;
  name: string;
  search: string;
  shared: boolean;
  isDefault: boolean;
  version: number;
  owner: { name: string };
  viewerCan: string[];
}
type Reply = GraphqlReply<Record<string, View>>;

const SEEN = 'id name screen search shared isDefault version owner { name } viewerCan';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let admin: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  admin = await story.house.administrator('Ada');
});
afterAll(() => app?.stop());

test('a personal view is its owner’s alone, and leaves no event', async () => {
  const mine = await saved(story.dev, 'Only mine', false);
  expect(mine).toMatchObject({
    name: 'Only mine',
    screen: 'BOARD',
    search: 'area=Area_1&lanes=team',
    shared: false,
    isDefault: false,
    version: 1,
    owner: { name: 'Dora' },
    viewerCan: ['view:edit', 'view:delete'],
  });
  expect(await namesFor(story.dev)).toContain('Only mine');
  for (const other of [story.master, admin, abroad.dev]) {
    expect(await namesFor(other)).not.toContain('Only mine');
    const theirs = await edit(other, mine, 'name: "Stolen"');
    const nobodys = await edit(other, { ...mine, id: `SavedView_${randomUUID()}` }, 'name: "Stolen"');
    expect(theirs.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(theirs.text).toBe(nobodys.text);
    const removed = await remove(other, mine);
    expect(removed.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const node = await app.graphql(other.cookie, `{ node(id: "${mine.id}") { id } }`);
    expect(node.data).toEqual({ node: null });
    const chosen = await app.graphql(other.cookie, `mutation { setDefaultView(id: "${mine.id}") { id } }`);
    expect(chosen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }
  expect(await eventsOf(mine)).toEqual([]);
});

test('a shared one is found by everybody, changed by its owner and an Administrator, on the record', async () => {
  const shared = await saved(story.dev, 'Our morning', true);
  expect(await namesFor(story.neighbour)).toContain('Our morning');
  expect(await namesFor(abroad.dev)).not.toContain('Our morning');
  const denied = await edit(story.master, shared, 'name: "Mine now"');
  expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'view:edit' } });
  expect((await remove(story.master, shared)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  const once = await edit(story.dev, shared, 'search: "lanes=area"');
  expect(once.data?.['editView']).toMatchObject({ search: 'lanes=area', name: 'Our morning', version: 2 });
  const late = await edit(admin, shared, 'name: "Morning"');
  expect(late.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 2, current: { name: 'Our morning', owner: { name: 'Dora' } } },
  });
  expect(late.text).not.toContain('hasAccount');
  const byAdmin = await edit(admin, { ...shared, version: 2 }, 'name: "Morning"');
  expect(byAdmin.data?.['editView']).toMatchObject({ name: 'Morning', version: 3, owner: { name: 'Dora' } });
  const same = await edit(story.dev, { ...shared, version: 3 }, 'name: " Morning "');
  expect(same.data?.['editView']?.version).toBe(3);

  expect((await remove(story.dev, { ...shared, version: 1 })).errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect((await remove(story.dev, { ...shared, version: 3 })).errors).toBeUndefined();
  expect(await namesFor(story.dev)).not.toContain('Morning');
  expect(await eventsOf(shared)).toEqual(['view.shared', 'view.edited', 'view.edited', 'view.deleted']);
});

test('sharing needs a role; a view for oneself does not', async () => {
  const denied = await save(story.guest, 'For all', true);
  expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'view:save' } });
  const own = await saved(story.guest, 'For me', false);
  expect((await edit(story.guest, own, 'shared: true')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a name is one’s own once, whatever its capitals; somebody else may use it too', async () => {
  await saved(story.dev, 'Standup', false);
  const again = await save(story.dev, ' standUP ', true);
  expect(again.errors?.[0]?.extensions).toMatchObject({
    code: 'NAME_TAKEN',
    details: { name: 'standUP', field: 'name' },
  });
  const other = await saved(story.dev, 'Another', false);
  expect((await edit(story.dev, other, 'name: "STANDUP"')).errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
  await saved(story.master, 'Standup', true);
});

test('what is no search part of an address is refused and named', async () => {
  for (const search of ['?a=b', 'https://evil.example/?a=b', '//evil.example', 'a=%00', 'x'.repeat(2_001)]) {
    const reply = await save(story.dev, `Bad ${search.length}`, false, search);
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'search' }] },
    });
  }
  const nameless = await save(story.dev, ' ', false);
  expect(nameless.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'name' }] });
});

test('the default is one per person, and gone with the view or its sharing', async () => {
  const shared = await saved(story.master, 'Triage', true);
  const own = await saved(story.neighbour, 'Own', false);
  const defaultOf = async (person: TestPerson): Promise<string[]> =>
    (await viewsOf(person)).filter((view) => view.isDefault).map((view) => view.name);
  const choose = (id: string | null): Promise<GraphqlReply<{ setDefaultView: View[] }>> =>
    app.graphql(story.neighbour.cookie, 'mutation ($id: ID) { setDefaultView(id: $id) { name isDefault } }', { id });

  await choose(own.id);
  const reply = await choose(shared.id);
  expect(reply.data?.setDefaultView.filter((view) => view.isDefault)).toEqual([{ name: 'Triage', isDefault: true }]);
  expect(await defaultOf(story.neighbour)).toEqual(['Triage']);
  expect(await defaultOf(story.master)).toEqual([]);

  const taken = await edit(story.master, shared, 'shared: false');
  expect(await defaultOf(story.neighbour)).toEqual([]);
  await edit(story.master, { ...shared, version: taken.data?.['editView']?.version ?? 0 }, 'shared: true');
  expect(await defaultOf(story.neighbour)).toEqual([]);
  expect(await eventsOf(shared)).toEqual(['view.shared', 'view.unshared', 'view.shared']);

  await choose(shared.id);
  await remove(story.master, { ...shared, version: 3 });
  expect(await defaultOf(story.neighbour)).toEqual([]);
  await choose(own.id);
  await choose(null);
  expect(await defaultOf(story.neighbour)).toEqual([]);
});

test('an Administrator takes back a shared view that only its owner finds then', async () => {
  const shared = await saved(story.dev, 'Too much', true);
  const taken = await edit(admin, shared, 'shared: false');
  expect(taken.data?.['editView']).toMatchObject({ shared: false, version: 2 });
  expect(await namesFor(admin)).not.toContain('Too much');
  expect(await namesFor(story.dev)).toContain('Too much');
});

test('a double click is one view; two hundred are enough, also at once', async () => {
  const key = randomUUID();
  const replies = await Promise.all([1, 2].map(() => save(story.dev, 'Twice', true, 'mine', key)));
  expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);

  const many = await story.house.person('Manny');
  await story.house.query(
    `insert into saved_views (organization_id, id, owner_id, name, screen, search, shared)
     select $1, gen_random_uuid(), $2, 'View ' || n, 'LIST', '', false from generate_series(1, 198) as n`,
    [story.house.id, many.id],
  );
  const last = await Promise.all(Array.from({ length: 20 }, (_, n) => save(many, `Last ${n}`, false)));
  const refused = last.flatMap((reply) => reply.errors?.[0]?.extensions ?? []);
  expect(refused).toHaveLength(18);
  expect(refused[0]).toMatchObject({ code: 'TOO_MANY_VIEWS', details: { limit: 200 } });
});

function save(
  person: TestPerson,
  name: string,
  shared: boolean,
  search = 'area=Area_1&lanes=team',
  idempotencyKey: string | null = null,
): Promise<Reply> {
  return app.graphql(
    person.cookie,
    `mutation ($input: SaveViewInput!, $idempotencyKey: String) { saveView(input: $input, idempotencyKey: $idempotencyKey) { ${SEEN} } }`,
    { input: { name, screen: 'BOARD', search, shared }, idempotencyKey },
  );
}

async function saved(person: TestPerson, name: string, shared: boolean): Promise<View> {
  const reply = await save(person, name, shared);
  const view = reply.data?.['saveView'];
  if (!view) throw new Error(reply.text);
  return view;
}

function edit(person: TestPerson, { id, version }: View, given: string): Promise<Reply> {
  return app.graphql(person.cookie, `mutation { editView(id: "${id}", version: ${version}, ${given}) { ${SEEN} } }`);
}

function remove(person: TestPerson, { id, version }: View): Promise<Reply> {
  return app.graphql(person.cookie, `mutation { deleteView(id: "${id}", version: ${version}) { done } }`);
}

async function viewsOf(person: TestPerson): Promise<View[]> {
  const reply = await app.graphql<{ savedViews: View[] }>(person.cookie, `{ savedViews { ${SEEN} } }`);
  return reply.data?.savedViews ?? [];
}

async function namesFor(person: TestPerson): Promise<string[]> {
  return (await viewsOf(person)).map((view) => view.name);
}

function eventsOf(view: View): Promise<string[]> {
  return story.events(view.id.replace('SavedView_', ''));
}
