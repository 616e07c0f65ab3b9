import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { SourceStory, type TestSource } from '../../../../test/source-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let sources: SourceStory;
/** Fresh for each test; each with one open impediment. */
let clerk: TestSource;
let office: TestSource;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  sources = new SourceStory(app, story);
});
beforeEach(async () => {
  round += 1;
  clerk = await sources.named(`Clerk ${round}`);
  office = await sources.named(`Office ${round}`);
});
afterAll(() => app?.stop());

function refusalOf(reply: GraphqlReply<unknown>): { code: string; details?: Record<string, unknown> } | undefined {
  return reply.errors?.[0]?.extensions;
}

test('all impediments move, ended ones too, each with its event; the old name leads to the one that is kept', async () => {
  const ended = await story.raise('Ended', `, sourceId: "${clerk.id}"`);
  await story.done(story.master, 'declineImpediment', `id: "${ended.id}", version: ${ended.version}, reason: "No"`);
  const reply = await sources.merge(story.master, clerk, office);
  expect(reply.data?.mergeSources).toEqual({
    movedImpediments: 2,
    source: { ...office, version: 2, aliases: [clerk.name], openCount: 2, pastCount: 1 },
  });
  expect(await sources.waitingFor(clerk)).toEqual([]);
  expect(await sources.waitingFor(office)).toEqual([
    'Ended',
    `Waiting for ${clerk.name}`,
    `Waiting for ${office.name}`,
  ]);
  expect(await story.events(ended.id)).toEqual([
    'impediment.raised',
    'impediment.declined',
    'impediment.source-merged',
  ]);
  const again = await app.graphql(story.dev.cookie, `{ node(id: "${ended.id}") { ... on Impediment { version } } }`);
  expect(again.data).toEqual({ node: { version: 3 } });
  expect(await sources.eventNames(office)).toEqual(['source.named', 'source.merged']);
  expect(await sources.eventNames(clerk)).toEqual(['source.named']);

  expect(await sources.shown(clerk)).toMatchObject({ id: office.id, name: office.name });
  const page = await app.graphql(
    story.dev.cookie,
    `{ source(id: "${office.id}") { activity(first: 1) { totalCount edges { node { event note actor { name } changes } } } } }`,
  );
  const node = {
    event: 'source.merged',
    note: clerk.name,
    actor: { name: 'Mira' },
    changes: [{ field: 'aliases', from: null, to: clerk.name }],
  };
  expect(page.data).toEqual({ source: { activity: { totalCount: 2, edges: [{ node }] } } });
  const found = await app.graphql<{
    sources: { name: string }[];
    node: null;
    search: { id: string; title: string; detail: string }[];
  }>(
    story.dev.cookie,
    `{ sources(search: "${clerk.name}") { name } node(id: "${clerk.id}") { id } search(text: "${clerk.name}", first: 50) { id title detail } }`,
  );
  expect(found.data?.sources[0]).toEqual({ name: office.name });
  expect(found.data?.node).toBeNull();
  expect(found.data?.search).toContainEqual({
    id: office.id,
    title: office.name,
    detail: `Department, also ${clerk.name}`,
  });
  expect(found.data?.search.map(({ id }) => id)).not.toContain(clerk.id);
  const filtered = await app.graphql<{ impediments: { totalCount: number } }>(
    story.dev.cookie,
    `{ impediments(filter: { sourceId: "${clerk.id}" }) { totalCount } }`,
  );
  expect(filtered.data?.impediments.totalCount).toBe(3);
  expect(await sources.disagreements()).toEqual([]);
});

test('whoever names the merged one afterwards, by id or by name, gets the one that is kept', async () => {
  await sources.merge(story.master, clerk, office);
  await story.raise('By id', `, sourceId: "${clerk.id}"`);
  await story.raise('By name', `, newSource: { name: "${clerk.name.toUpperCase()}", kind: VENDOR }`);
  const other = await story.raise('Edited');
  await story.done(
    story.dev,
    'editImpediment',
    `id: "${other.id}", version: 1, input: { newSource: { name: "${clerk.name}", kind: VENDOR } }`,
  );
  expect(await sources.waitingFor(office)).toEqual(expect.arrayContaining(['By id', 'By name', 'Edited']));
  expect(await sources.waitingFor(clerk)).toEqual([]);
});

test('whom to talk to comes along where nobody is known', async () => {
  const contact = (of: TestSource, text: string): Promise<GraphqlReply<unknown>> =>
    app.graphql(
      story.master.cookie,
      `mutation { editSource(id: "${of.id}", version: 1, input: { contact: "${text}", contactPersonId: "Person_${story.dev.id}" }) { id } }`,
    );
  await contact(clerk, 'Desk 4');
  await sources.merge(story.master, { ...clerk, version: 2 }, office);
  const [row] = await story.house.query<{ contact: string; contact_person_id: string }>(
    'select contact, contact_person_id from sources where id = $1',
    [office.id.replace('Source_', '')],
  );
  expect(row).toEqual({ contact: 'Desk 4', contact_person_id: story.dev.id });
  const third = await sources.named(`Third ${round}`);
  await contact(third, 'Desk 5');
  await sources.merge(story.master, { ...third, version: 2 }, office);
  const page = await app.graphql(story.dev.cookie, `{ source(id: "${third.id}") { name contact aliases } }`);
  expect(page.data).toEqual({ source: { name: office.name, contact: 'Desk 4', aliases: [clerk.name, third.name] } });
  expect(await sources.disagreements()).toEqual([]);
});

test('refused: with itself, twice, into one that is gone, one of another organization, by those who may not, of an old version', async () => {
  const foreign = await new SourceStory(app, abroad).named(`Canary ${round}`);
  const random = { id: `Source_${randomUUID()}`, version: 1 };
  for (const [merged, kept] of [
    [foreign, office],
    [clerk, foreign],
  ] as const) {
    const theirs = await sources.merge(story.master, merged, kept);
    const nobodys = await sources.merge(
      story.master,
      merged === foreign ? random : merged,
      kept === foreign ? random : kept,
    );
    expect(refusalOf(theirs)?.code).toBe('NOT_FOUND');
    expect(theirs.text).toBe(nobodys.text);
  }
  expect(refusalOf(await sources.merge(story.master, clerk, clerk))?.code).toBe('MERGED_INTO_ITSELF');
  for (const person of [story.dev, story.stakeholder, story.guest]) {
    expect(refusalOf(await sources.merge(person, clerk, office))).toMatchObject({
      code: 'FORBIDDEN',
      details: { action: 'source:merge' },
    });
  }
  expect(refusalOf(await sources.merge(story.master, { ...clerk, version: 7 }, office))).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 1, current: { name: clerk.name } },
  });
  expect(await sources.waitingFor(clerk)).toHaveLength(1);

  await sources.merge(story.master, clerk, office);
  const third = await sources.named(`Third ${round}`);
  const gone = { code: 'MERGED_ALREADY', details: { name: clerk.name, into: office.name } };
  expect(refusalOf(await sources.merge(story.master, clerk, third))).toEqual(gone);
  expect(refusalOf(await sources.merge(story.master, third, clerk))).toEqual(gone);
  const edited = await app.graphql(
    story.master.cookie,
    `mutation { editSource(id: "${clerk.id}", version: 1, input: { name: "Again" }) { id } }`,
  );
  expect(refusalOf(edited)).toEqual(gone);
  expect(
    await abroad.house.query('select 1 from sources where merged_into_id is not null and organization_id = $1', [
      abroad.house.id,
    ]),
  ).toEqual([]);
});

test('names of names lead on in one step', async () => {
  const third = await sources.named(`Third ${round}`);
  await sources.merge(story.master, clerk, office);
  await sources.merge(story.master, { ...office, version: 2 }, third);
  for (const source of [clerk, office]) expect(await sources.shown(source)).toMatchObject({ id: third.id });
  expect((await sources.shown(third))?.aliases).toEqual([clerk.name, office.name]);
});

test('a source may take the name that one of its own aliases has; its old name leads to it then', async () => {
  await sources.merge(story.master, clerk, office);
  const reply = await app.graphql<{ editSource: TestSource }>(
    story.master.cookie,
    `mutation { editSource(id: "${office.id}", version: 2, input: { name: "${clerk.name}" }) { name aliases version } }`,
  );
  expect(reply.data?.editSource).toMatchObject({ name: clerk.name, aliases: [office.name], version: 3 });
  await story.raise('By the old name', `, newSource: { name: "${office.name}", kind: VENDOR }`);
  expect(await sources.waitingFor(office)).toContain('By the old name');
});
