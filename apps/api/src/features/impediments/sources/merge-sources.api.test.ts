import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Verifications } from '../../../platform/events/verifications.js';

interface SeenSource {
  id: string;
  name: string;
  version: number;
  aliases: string[];
  openCount: number;
  pastCount: number;
}
type MergeReply = GraphqlReply<{ mergeSources: { movedImpediments: number; source: SeenSource } }>;

const SEEN = 'id name version aliases openCount pastCount';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
/** Fresh for each test; each with one open impediment. */
let clerk: SeenSource;
let office: SeenSource;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
beforeEach(async () => {
  round += 1;
  clerk = await named(story, `Clerk ${round}`);
  office = await named(story, `Office ${round}`);
});
afterAll(() => app?.stop());

async function named(of: ImpedimentStory, name: string): Promise<SeenSource> {
  await of.raise(`Waiting for ${name}`, `, newSource: { name: "${name}", kind: DEPARTMENT }`);
  const reply = await app.graphql<{ sources: SeenSource[] }>(
    of.dev.cookie,
    `{ sources(search: "${name}", first: 1) { ${SEEN} } }`,
  );
  const [source] = reply.data?.sources ?? [];
  if (!source) throw new Error(reply.text);
  return source;
}

function merge(
  person: TestPerson,
  { id, version }: Pick<SeenSource, 'id' | 'version'>,
  into: Pick<SeenSource, 'id'>,
  key?: string,
): Promise<MergeReply> {
  const more = key === undefined ? '' : `, idempotencyKey: "${key}"`;
  return app.graphql(
    person.cookie,
    `mutation { mergeSources(id: "${id}", version: ${version}, intoId: "${into.id}"${more}) { movedImpediments source { ${SEEN} } } }`,
  );
}

function refusalOf(reply: GraphqlReply<unknown>): { code: string; details?: Record<string, unknown> } | undefined {
  return reply.errors?.[0]?.extensions;
}

async function shown({ id }: Pick<SeenSource, 'id'>): Promise<SeenSource | undefined> {
  const reply = await app.graphql<{ source: SeenSource }>(story.dev.cookie, `{ source(id: "${id}") { ${SEEN} } }`);
  return reply.data?.source;
}

/** Titles of what waits for the source, by the database itself. */
async function waitingFor({ id }: Pick<SeenSource, 'id'>): Promise<string[]> {
  const rows = await story.house.query<{ title: string }>(
    'select title from impediments where organization_id = $1 and source_id = $2 order by title',
    [story.house.id, id.replace('Source_', '')],
  );
  return rows.map(({ title }) => title);
}

async function eventNames({ id }: { id: string }): Promise<string[]> {
  const rows = await story.house.query<{ name: string }>(
    'select name from events where organization_id = $1 and subject_id = $2 order by id',
    [story.house.id, id.replace(/.*_/u, '')],
  );
  return rows.map(({ name }) => name);
}

/** Neither impediments nor sources have changed without an event. */
async function expectVerified(): Promise<void> {
  const wrong = await app.database.transaction({ organizationId: story.house.id, cause: 'test' }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  const problems = Object.entries(wrong).filter(([check]) => /impediments|sources/u.test(check));
  expect(problems.map(([, found]) => found)).toEqual([[], [], []]);
}

test('all impediments move, ended ones too, each with its event; the old name leads to the one that is kept', async () => {
  const ended = await story.raise('Ended', `, sourceId: "${clerk.id}"`);
  await story.done(story.master, 'declineImpediment', `id: "${ended.id}", version: ${ended.version}, reason: "No"`);
  const reply = await merge(story.master, clerk, office);
  expect(reply.data?.mergeSources).toEqual({
    movedImpediments: 2,
    source: { ...office, version: 2, aliases: [clerk.name], openCount: 2, pastCount: 1 },
  });
  expect(await waitingFor(clerk)).toEqual([]);
  expect(await waitingFor(office)).toEqual(['Ended', `Waiting for ${clerk.name}`, `Waiting for ${office.name}`]);
  expect(await story.events(ended.id)).toEqual([
    'impediment.raised',
    'impediment.declined',
    'impediment.source-merged',
  ]);
  expect(await eventNames(office)).toEqual(['source.named', 'source.merged']);
  expect(await eventNames(clerk)).toEqual(['source.named']);

  expect(await shown(clerk)).toMatchObject({ id: office.id, name: office.name });
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
  await expectVerified();
});

test('whoever names the merged one afterwards, by id or by name, gets the one that is kept', async () => {
  await merge(story.master, clerk, office);
  await story.raise('By id', `, sourceId: "${clerk.id}"`);
  await story.raise('By name', `, newSource: { name: "${clerk.name.toUpperCase()}", kind: VENDOR }`);
  const other = await story.raise('Edited');
  await story.done(
    story.dev,
    'editImpediment',
    `id: "${other.id}", version: 1, input: { newSource: { name: "${clerk.name}", kind: VENDOR } }`,
  );
  expect(await waitingFor(office)).toEqual(expect.arrayContaining(['By id', 'By name', 'Edited']));
  expect(await waitingFor(clerk)).toEqual([]);
});

test('whom to talk to comes along where nobody is known', async () => {
  const contact = (of: SeenSource, text: string): Promise<GraphqlReply<unknown>> =>
    app.graphql(
      story.master.cookie,
      `mutation { editSource(id: "${of.id}", version: 1, input: { contact: "${text}", contactPersonId: "Person_${story.dev.id}" }) { id } }`,
    );
  await contact(clerk, 'Desk 4');
  await merge(story.master, { ...clerk, version: 2 }, office);
  const [row] = await story.house.query<{ contact: string; contact_person_id: string }>(
    'select contact, contact_person_id from sources where id = $1',
    [office.id.replace('Source_', '')],
  );
  expect(row).toEqual({ contact: 'Desk 4', contact_person_id: story.dev.id });
  const third = await named(story, `Third ${round}`);
  await contact(third, 'Desk 5');
  await merge(story.master, { ...third, version: 2 }, office);
  const page = await app.graphql(story.dev.cookie, `{ source(id: "${third.id}") { name contact aliases } }`);
  expect(page.data).toEqual({ source: { name: office.name, contact: 'Desk 4', aliases: [clerk.name, third.name] } });
  await expectVerified();
});

test('refused: with itself, twice, into one that is gone, one of another organization, by those who may not, of an old version', async () => {
  const foreign = await named(abroad, `Canary ${round}`);
  const random = { id: `Source_${randomUUID()}`, version: 1 };
  for (const [merged, kept] of [
    [foreign, office],
    [clerk, foreign],
  ] as const) {
    const theirs = await merge(story.master, merged, kept);
    const nobodys = await merge(story.master, merged === foreign ? random : merged, kept === foreign ? random : kept);
    expect(refusalOf(theirs)?.code).toBe('NOT_FOUND');
    expect(theirs.text).toBe(nobodys.text);
  }
  expect(refusalOf(await merge(story.master, clerk, clerk))?.code).toBe('MERGED_INTO_ITSELF');
  for (const person of [story.dev, story.stakeholder, story.guest]) {
    expect(refusalOf(await merge(person, clerk, office))).toMatchObject({
      code: 'FORBIDDEN',
      details: { action: 'source:merge' },
    });
  }
  expect(refusalOf(await merge(story.master, { ...clerk, version: 7 }, office))).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 1, current: { name: clerk.name } },
  });
  expect(await waitingFor(clerk)).toHaveLength(1);

  await merge(story.master, clerk, office);
  const third = await named(story, `Third ${round}`);
  const gone = { code: 'MERGED_ALREADY', details: { name: clerk.name, into: office.name } };
  expect(refusalOf(await merge(story.master, clerk, third))).toEqual(gone);
  expect(refusalOf(await merge(story.master, third, clerk))).toEqual(gone);
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

test('twice at once with one key is one merge with one answer; without a key one of the two is refused', async () => {
  const key = randomUUID();
  const [one, other] = await Promise.all([
    merge(story.master, clerk, office, key),
    merge(story.master, clerk, office, key),
  ]);
  expect(one.data?.mergeSources).toMatchObject({ movedImpediments: 1 });
  expect(other.data).toEqual(one.data);
  const third = await named(story, `Third ${round}`);
  const replies = await Promise.all([merge(story.master, third, office), merge(story.master, third, office)]);
  expect(replies.map((reply) => refusalOf(reply)?.code).toSorted()).toEqual(['MERGED_ALREADY', undefined]);
  expect(await eventNames(office)).toEqual(['source.named', 'source.merged', 'source.merged']);
});

test('each into the other at once: one of the two stays', async () => {
  const replies = await Promise.all([merge(story.master, clerk, office), merge(story.master, office, clerk)]);
  expect(replies.map((reply) => refusalOf(reply)?.code).toSorted()).toEqual(['MERGED_ALREADY', undefined]);
  const [kept, gone] = replies[0]?.errors ? [clerk, office] : [office, clerk];
  expect(await waitingFor(kept)).toHaveLength(2);
  expect(await shown(gone)).toMatchObject({ id: kept.id, aliases: [gone.name] });
});

test('names of names lead on in one step', async () => {
  const third = await named(story, `Third ${round}`);
  await merge(story.master, clerk, office);
  await merge(story.master, { ...office, version: 2 }, third);
  for (const source of [clerk, office]) expect(await shown(source)).toMatchObject({ id: third.id });
  expect((await shown(third))?.aliases).toEqual([clerk.name, office.name]);
});

test('a source may take the name that one of its own aliases has; its old name leads to it then', async () => {
  await merge(story.master, clerk, office);
  const reply = await app.graphql<{ editSource: SeenSource }>(
    story.master.cookie,
    `mutation { editSource(id: "${office.id}", version: 2, input: { name: "${clerk.name}" }) { ${SEEN} } }`,
  );
  expect(reply.data?.editSource).toMatchObject({ name: clerk.name, aliases: [office.name], version: 3 });
  await story.raise('By the old name', `, newSource: { name: "${office.name}", kind: VENDOR }`);
  expect(await waitingFor(office)).toContain('By the old name');
});

test('what is raised and edited while it is merged arrives at the one that is kept', async () => {
  const before = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      story.raise(`Before ${round} ${index}`, `, sourceId: "${index % 2 ? office.id : clerk.id}"`),
    ),
  );
  const edited = ({ id }: { id: string }): Promise<GraphqlReply<unknown>> =>
    story.mutate(
      story.dev,
      'editImpediment',
      `id: "${id}", version: 1, input: { title: "Edited", sourceId: "${clerk.id}" }`,
    );
  const attempts: GraphqlReply<unknown>[] = await Promise.all([
    ...Array.from({ length: 12 }, (_, index) =>
      story.mutate(
        story.dev,
        'raiseImpediment',
        `input: { title: "Meanwhile ${round} ${index}", category: TOOLING, raisingTeamId: "Team_${story.team.id}", ${
          index % 2 ? `sourceId: "${clerk.id}"` : `newSource: { name: "${clerk.name}", kind: VENDOR }`
        } }`,
      ),
    ),
    ...before.slice(0, 4).map(edited),
    merge(story.master, clerk, office),
    ...before.slice(4).map(edited),
  ]);
  // Whoever comes after the merge edits an impediment that the merge has changed.
  const codes = attempts.flatMap((reply) => reply.errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes.filter((code) => code !== 'CONFLICT')).toEqual([]);
  expect(await waitingFor(clerk)).toEqual([]);
  expect(await waitingFor(office)).toHaveLength(22);
  await expectVerified();
});

test('an edit and a merge that wait for the same impediment do not wait for one another', async () => {
  const it = await story.raise('Wanted by two', `, sourceId: "${clerk.id}"`);
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 150));
  const waiting: Promise<GraphqlReply<unknown>>[] = [];
  await app.database.transaction({ organizationId: story.house.id, cause: 'test' }, async (tx) => {
    await tx.run('select 1 from impediments where id = $1 for update', [it.id.replace('Impediment_', '')]);
    const input = `input: { title: "Edited", sourceId: "${clerk.id}" }`;
    waiting.push(story.mutate(story.dev, 'editImpediment', `id: "${it.id}", version: 1, ${input}`));
    await settle();
    waiting.push(merge(story.master, clerk, office));
    await settle();
  });
  const replies = await Promise.all(waiting);
  expect(replies.flatMap((reply) => reply.errors ?? [])).toEqual([]);
  expect(await waitingFor(office)).toContain('Edited');
});
