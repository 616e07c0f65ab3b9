import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp, type GraphqlReply } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';

interface Link {
  id: string;
  kind: string;
  title: string;
  url: string | null;
  impediment: { key: string } | null;
}
interface Linked extends TestImpediment {
  links: Link[];
  watchers: { name: string }[];
  duplicates: { key: string }[];
}
type Reply = GraphqlReply<Record<string, Linked>>;

const SEEN = 'id key version links { id kind title url impediment { key } }';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

test('two impediments are linked once: both ends show it, both tell it, no version changes', async () => {
  const [port, crane] = [await story.raise('The port is closed'), await story.raise('The crane waits')];
  const reply = await link(story.neighbour, port, `toKey: "${crane.key.toLowerCase()}"`);
  expect(reply.data?.['linkImpediment']).toMatchObject({
    version: port.version,
    links: [{ kind: 'RELATED', title: 'The crane waits', url: null, impediment: { key: crane.key } }],
  });
  expect(await linksOf(crane)).toMatchObject([
    { kind: 'RELATED', title: 'The port is closed', impediment: { key: port.key } },
  ]);
  expect(await changesOf(port)).toEqual([{ field: 'links', from: null, to: `${crane.key} The crane waits` }]);
  expect(await changesOf(crane)).toEqual([{ field: 'links', from: null, to: `${port.key} The port is closed` }]);
  for (const [from, to] of [
    [port, crane],
    [crane, port],
  ] as const) {
    const again = await link(story.dev, from, `toKey: "${to.key}"`);
    expect(again.errors?.[0]?.extensions.code).toBe('LINKED_ALREADY');
  }
  const [other] = await linksOf(crane);
  const undone = await unlink(story.dev, crane, other?.id ?? '');
  expect(undone.data?.['unlinkImpediment']).toMatchObject({ version: crane.version, links: [] });
  expect(await linksOf(port)).toEqual([]);
  expect(await story.events(port.id)).toEqual(['impediment.raised', 'impediment.linked', 'impediment.unlinked']);
  expect(await story.events(crane.id)).toEqual(['impediment.raised', 'impediment.linked', 'impediment.unlinked']);
});

test('linking from both ends at the same time makes one link', async () => {
  const [a, b] = [await story.raise('One end'), await story.raise('Other end')];
  const replies = await Promise.all([link(story.dev, a, `toKey: "${b.key}"`), link(story.dev, b, `toKey: "${a.key}"`)]);
  expect(replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'linked').sort()).toEqual([
    'LINKED_ALREADY',
    'linked',
  ]);
  expect(await linksOf(a)).toHaveLength(1);
});

test('a page of the web: its address as browsers write it, its host where no title is given', async () => {
  const it = await story.raise('With pages');
  await link(story.dev, it, 'url: " HTTPS://Example.ORG/a?b=c#d ", title: " The <b>page</b> "');
  await link(story.dev, it, 'url: "http://localhost:8080"');
  expect(await linksOf(it)).toMatchObject([
    { kind: 'WEB', title: 'The <b>page</b>', url: 'https://example.org/a?b=c#d', impediment: null },
    { kind: 'WEB', title: 'localhost:8080', url: 'http://localhost:8080/', impediment: null },
  ]);
  const again = await link(story.dev, it, 'url: "https://example.org/a?b=c#d", title: "Other words"');
  expect(again.errors?.[0]?.extensions.code).toBe('LINKED_ALREADY');
  expect(await changesOf(it)).toEqual([{ field: 'links', from: null, to: 'localhost:8080' }]);
});

test('an address that runs something, hides a password or leads nowhere is refused and named', async () => {
  const it = await story.raise('Attacked');
  const addresses = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '\\tjavascript:alert(1)',
    'java\\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/impediments',
    'https://',
    'https://ana:secret@example.org',
    'https://[::1',
    'https://example.org:99999',
    '',
    `https://example.org/${'ä'.repeat(500)}`,
  ];
  for (const url of addresses) {
    const reply = await link(story.dev, it, `url: "${url}", title: "x"`);
    expect([url, reply.errors?.[0]?.extensions]).toMatchObject([
      url,
      { code: 'INVALID_INPUT', details: { fields: [{ field: 'url' }] } },
    ]);
  }
  const long = await link(story.dev, it, `url: "https://example.org", title: "${'x'.repeat(201)}"`);
  expect(long.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'title' }] });
  for (const given of ['title: "neither"', `toKey: "${it.key}", url: "https://example.org"`]) {
    expect((await link(story.dev, it, given)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  }
  expect((await link(story.dev, it, `toKey: "${it.key}"`)).errors?.[0]?.extensions.code).toBe('LINK_TO_ITSELF');
  expect(await linksOf(it)).toEqual([]);
});

test('whoever has a role links, nobody else; also what has ended', async () => {
  const it = await story.inState('CLOSED');
  const denied = await link(story.guest, it, 'url: "https://example.org"');
  expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { action: 'impediment:link' } });
  const made = await link(story.stakeholder, it, 'url: "https://example.org"');
  expect(made.errors).toBeUndefined();
  const id = made.data?.['linkImpediment']?.links[0]?.id ?? '';
  expect((await unlink(story.guest, it, id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('things of another organization are like ones that nobody has', async () => {
  const it = await story.raise('Ours');
  const theirs = [await abroad.raise('Canary 1')];
  // A key that only they have.
  while (Number(theirs.at(-1)?.key.slice(4)) < 40) theirs.push(await abroad.raise('Canary'));
  const canary = theirs.at(-1) ?? it;
  const made = await link(abroad.dev, canary, 'url: "https://example.org/canary"');
  const foreignLink = made.data?.['linkImpediment']?.links[0]?.id ?? '';
  const mine = await link(story.dev, it, 'url: "https://example.org"');
  const own = mine.data?.['linkImpediment']?.links[0]?.id ?? '';
  const other = await story.raise('Also ours');
  const pairs: [Reply, Reply][] = [
    [await link(story.dev, it, `toKey: "${canary.key}"`), await link(story.dev, it, 'toKey: "IMP-4444"')],
    [
      await link(story.dev, canary, 'url: "https://example.org"'),
      await link(story.dev, { ...canary, id: `Impediment_${randomUUID()}` }, 'url: "https://example.org"'),
    ],
    [await unlink(story.dev, it, foreignLink), await unlink(story.dev, it, `ImpedimentLink_${randomUUID()}`)],
    // An own link of another impediment.
    [await unlink(story.dev, other, own), await unlink(story.dev, other, `ImpedimentLink_${randomUUID()}`)],
  ];
  for (const [foreign, nobodys] of pairs) {
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(foreign.text).toBe(nobodys.text);
  }
  expect(await linksOf(canary, abroad.dev)).toHaveLength(1);
  expect(await linksOf(it)).toHaveLength(1);
});

test('a hundred links are enough, counted at both ends', async () => {
  const [full, free] = [await story.raise('Full'), await story.raise('Free')];
  await story.house.query(
    `insert into impediment_links (organization_id, id, impediment_id, kind, url, title, linked_by, linked_at)
     select $1, gen_random_uuid(), $2, 'WEB', 'https://example.org/' || n, 'Page', $3, now() from generate_series(1, 100) as n`,
    [story.house.id, full.id.replace('Impediment_', ''), story.dev.id],
  );
  for (const [from, to] of [
    [full, free],
    [free, full],
  ] as const) {
    const reply = await link(story.dev, from, `toKey: "${to.key}"`);
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'toKey', problem: expect.stringContaining(full.key) }] },
    });
  }
});

test('watchers by name, duplicates by age', async () => {
  const original = await story.raise('Original');
  const first = await story.raise('First copy', '', story.neighbour);
  const second = await story.raise('Second copy');
  for (const copy of [second, first]) {
    await story.done(
      story.master,
      'markImpedimentDuplicate',
      `id: "${copy.id}", version: ${copy.version}, duplicateOfKey: "${original.key}"`,
    );
  }
  await story.done(story.master, 'watchImpediment', `id: "${original.id}", watch: true`);
  const reply = await app.graphql<{ impediment: Linked }>(
    story.guest.cookie,
    `{ impediment(key: "${original.key}") { watchers { name email } duplicates { key } links { id } } }`,
  );
  expect(reply.data?.impediment).toEqual({
    watchers: [
      { name: 'Dora', email: null },
      { name: 'Mira', email: null },
      { name: 'Nils', email: null },
    ],
    duplicates: [{ key: first.key }, { key: second.key }],
    links: [],
  });
});

test('links of many impediments cost as many statements as of one', async () => {
  const some = await Promise.all(Array.from({ length: 6 }, (_, n) => story.raise(`Many ${n}`)));
  for (const it of some.slice(1)) await link(story.dev, some[0] ?? it, `toKey: "${it.key}"`);
  const statements = async (first: number): Promise<number> => {
    const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
    const reply = await app.graphql(
      story.dev.cookie,
      `{ impediments(first: ${first}) { edges { node { links { title impediment { key } } watchers { name } duplicates { key } } } } }`,
    );
    const count = spies.flatMap((spy) => spy.mock.calls).length;
    for (const spy of spies) spy.mockRestore();
    expect(reply.errors).toBeUndefined();
    return count;
  };
  expect(await statements(6)).toBe(await statements(1));
});

function link(person: TestPerson, { id }: TestImpediment, given: string): Promise<Reply> {
  return app.graphql(person.cookie, `mutation { linkImpediment(id: "${id}", ${given}) { ${SEEN} } }`);
}

function unlink(person: TestPerson, { id }: TestImpediment, linkId: string): Promise<Reply> {
  return app.graphql(person.cookie, `mutation { unlinkImpediment(id: "${id}", linkId: "${linkId}") { ${SEEN} } }`);
}

async function linksOf({ key }: TestImpediment, person: TestPerson = story.dev): Promise<Link[]> {
  const reply = await app.graphql<{ impediment: Linked }>(person.cookie, `{ impediment(key: "${key}") { ${SEEN} } }`);
  return reply.data?.impediment.links ?? [];
}

/** Of the latest event. */
async function changesOf({ id }: TestImpediment): Promise<unknown> {
  const [row] = await story.house.query<{ payload: { changes: unknown } }>(
    'select payload from events where subject_id = $1 order by id desc limit 1',
    [id.replace('Impediment_', '')],
  );
  return row?.payload.changes;
}
