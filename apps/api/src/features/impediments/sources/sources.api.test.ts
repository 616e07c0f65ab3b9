import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

interface SeenSource {
  id: string;
  name: string;
  kind: string;
  version: number;
  contact: string;
  contactPerson: { name: string } | null;
  team: { name: string } | null;
  aliases: string[];
  viewerCan: string[];
}
type Reply = GraphqlReply<Record<string, SeenSource>>;

const SEEN = 'id name kind version contact contactPerson { name } team { name } aliases viewerCan';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
let foreign: SeenSource;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  foreign = await named(abroad, 'Canary vendor', 'VENDOR');
});
afterAll(() => app?.stop());

/** A source that somebody named while raising. */
async function named(of: ImpedimentStory, name: string, kind: string): Promise<SeenSource> {
  await of.raise(`Waiting for ${name}`, `, newSource: { name: "${name}", kind: ${kind} }`);
  const reply = await app.graphql<{ sources: SeenSource[] }>(
    of.dev.cookie,
    `{ sources(search: "${name}", first: 1) { ${SEEN} } }`,
  );
  const [source] = reply.data?.sources ?? [];
  if (!source) throw new Error(reply.text);
  return source;
}

function edit(person: TestPerson, { id, version }: SeenSource, input: string, more = ''): Promise<Reply> {
  return app.graphql(
    person.cookie,
    `mutation { editSource(id: "${id}", version: ${version}, input: { ${input} }${more}) { ${SEEN} } }`,
  );
}

function codeOf(reply: GraphqlReply<unknown>): string | undefined {
  return reply.errors?.[0]?.extensions.code;
}

async function eventsOf(id: string): Promise<{ name: string; subject_version: number; payload: unknown }[]> {
  return story.house.query(
    'select name, subject_version, payload from events where organization_id = $1 and subject_id = $2 order by id',
    [story.house.id, id.replace('Source_', '')],
  );
}

async function namesFor(search: string, more = ''): Promise<string[]> {
  const reply = await app.graphql<{ sources: { name: string }[] }>(
    story.dev.cookie,
    `{ sources(search: ${JSON.stringify(search)}${more}) { name } }`,
  );
  return (reply.data?.sources ?? []).map(({ name }) => name);
}

test('who triages says whom to talk to; it is on the record, and everybody sees it', async () => {
  const source = await named(story, 'Port authority', 'DEPARTMENT');
  expect(source).toMatchObject({ contact: '', contactPerson: null, team: null, aliases: [], viewerCan: [] });
  const given = `contact: " Desk 4\\nharbour@example.org ", contactPersonId: "Person_${story.dev.id}", kind: SERVICE`;
  const reply = await edit(story.master, source, given);
  expect(reply.data?.['editSource']).toEqual({
    ...source,
    kind: 'SERVICE',
    version: 2,
    contact: 'Desk 4\nharbour@example.org',
    contactPerson: { name: 'Dora' },
    viewerCan: ['source:edit', 'source:merge'],
  });
  const page = await app.graphql<{ source: SeenSource }>(
    story.stakeholder.cookie,
    `{ source(id: "${source.id}") { ${SEEN} } }`,
  );
  expect(page.data?.source).toMatchObject({ contactPerson: { name: 'Dora' }, viewerCan: [] });
  expect(await eventsOf(source.id)).toEqual([
    expect.objectContaining({ name: 'source.named', subject_version: 1 }),
    {
      name: 'source.edited',
      subject_version: 2,
      payload: {
        changes: [
          { field: 'kind', from: 'Department', to: 'Service' },
          { field: 'contact', from: null, to: 'Desk 4\nharbour@example.org' },
          { field: 'contactPerson', from: null, to: 'Dora' },
        ],
      },
    },
  ]);
  const cleared = await edit(story.master, { ...source, version: 2 }, 'contact: "", contactPersonId: null');
  expect(cleared.data?.['editSource']).toMatchObject({ contact: '', contactPerson: null, kind: 'SERVICE', version: 3 });
  const same = await edit(story.master, { ...source, version: 3 }, 'name: " Port   authority "');
  expect(same.data?.['editSource']?.version).toBe(3);
});

test('a team is linked to a source of the kind Team only, and let go of with the kind', async () => {
  const source = await named(story, 'The ledger people', 'DEPARTMENT');
  const team = `teamId: "Team_${story.otherTeam.id}"`;
  const early = await edit(story.master, source, team);
  expect(early.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'teamId' }] },
  });
  const linked = await edit(story.master, source, `kind: TEAM, ${team}`);
  expect(linked.data?.['editSource']).toMatchObject({ kind: 'TEAM', team: { name: 'Ledger' } });
  const vendor = await edit(story.master, { ...source, version: 2 }, 'kind: VENDOR');
  expect(vendor.data?.['editSource']).toMatchObject({ kind: 'VENDOR', team: null, version: 3 });
});

test('others are denied with who could; two edits of one version are one and a conflict that shows no person', async () => {
  const source = await named(story, 'Cloud desk', 'SERVICE');
  for (const person of [story.dev, story.stakeholder, story.guest]) {
    const denied = await edit(person, source, 'name: "Mine"');
    expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'source:edit' } });
  }
  const replies = await Promise.all([
    edit(story.master, source, `contact: "One", contactPersonId: "Person_${story.dev.id}"`),
    edit(story.master, source, `contact: "Other", contactPersonId: "Person_${story.dev.id}"`),
  ]);
  const conflict = replies.find((reply) => reply.errors);
  expect(replies.filter((reply) => reply.data?.['editSource'])).toHaveLength(1);
  expect(conflict?.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 2, current: { name: 'Cloud desk', aliases: [] } },
  });
  expect(conflict?.text).not.toContain('Dora');
});

test('what is not of this organization is not found, in every place of an edit', async () => {
  const source = await named(story, 'Fire brigade', 'DEPARTMENT');
  const theirs = await edit(story.master, foreign, 'name: "Stolen"');
  const nobodys = await edit(story.master, { ...foreign, id: `Source_${randomUUID()}` }, 'name: "Stolen"');
  expect(codeOf(theirs)).toBe('NOT_FOUND');
  expect(theirs.text).toBe(nobodys.text);
  for (const input of [`contactPersonId: "Person_${abroad.dev.id}"`, `kind: TEAM, teamId: "Team_${abroad.team.id}"`])
    expect(codeOf(await edit(story.master, source, input))).toBe('NOT_FOUND');
  expect(codeOf(await app.graphql(story.dev.cookie, `{ source(id: "${foreign.id}") { name } }`))).toBe('NOT_FOUND');
  expect(await namesFor('canary')).toEqual([]);
  expect(await eventsOf(source.id)).toHaveLength(1);
});

test('wrong fields are named, people who left and archived teams are not chosen, a name is one source’s alone', async () => {
  const source = await named(story, 'Tax office', 'DEPARTMENT');
  const reply = await edit(story.master, source, `name: "?", contact: ${JSON.stringify('x'.repeat(2_001))}`);
  expect(reply.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'name' }, { field: 'contact' }] });
  const left = await story.house.person('Lars');
  await story.house.query('update people set deactivated_at = now() where organization_id = $1 and id = $2', [
    story.house.id,
    left.id,
  ]);
  const gone = await edit(story.master, source, `contactPersonId: "Person_${left.id}"`);
  expect(gone.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'contactPersonId' }] });
  await named(story, 'Custom house', 'DEPARTMENT');
  const taken = await edit(story.master, source, 'name: "CUSTOM house"');
  expect(taken.errors?.[0]?.extensions).toMatchObject({
    code: 'NAME_TAKEN',
    details: { name: 'CUSTOM house', field: 'name' },
  });
  expect((await edit(story.master, source, 'name: "TAX office"')).data?.['editSource']?.name).toBe('TAX office');
});

test('a repeated edit with its key is one edit', async () => {
  const source = await named(story, 'Meteorologists', 'SERVICE');
  const key = `, idempotencyKey: "${randomUUID()}"`;
  const twice = await Promise.all([1, 2].map(() => edit(story.master, source, 'contact: "Ring twice"', key)));
  expect(twice[0]?.data).toEqual(twice[1]?.data);
  expect(twice[0]?.data?.['editSource']?.version).toBe(2);
});

test('while somebody types: the beginning first, then parts, then what is nearly so', async () => {
  for (const name of ['Zephyr gateway', 'Old zephyr gateway', 'Payments by Zephyr', 'Zephyrs'])
    await named(story, name, 'VENDOR');
  expect(await namesFor('zeph')).toEqual(['Zephyr gateway', 'Zephyrs', 'Old zephyr gateway', 'Payments by Zephyr']);
  expect(await namesFor('zephyrs')).toEqual(['Zephyrs', 'Old zephyr gateway', 'Payments by Zephyr', 'Zephyr gateway']);
  expect(await namesFor('Zephir gatewai')).toEqual(expect.arrayContaining(['Zephyr gateway', 'Old zephyr gateway']));
  expect(await namesFor('zeph', ', kinds: [TEAM]')).toEqual([]);
  expect(await namesFor('%')).toEqual([]);
  expect(codeOf(await app.graphql(story.dev.cookie, '{ sources(first: 501) { name } }'))).toBe('INVALID_INPUT');
});
