import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { type HistoricImpediment, ImpedimentHistory } from '../impediment-history.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;

beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
  // Enough of them for a word to be rare or not.
  await record(
    story,
    Array.from({ length: 60 }, (_, index) =>
      historic(story, { title: `The service ${index} waits for the team`, description: 'It fails again and again.' }),
    ),
  );
  await record(abroad, [historic(abroad, { title: 'Canary crane certificate expired' })]);
});
afterAll(() => app?.stop());

function historic(of: ImpedimentStory, more: Partial<HistoricImpediment>): HistoricImpediment {
  return {
    title: 'Something',
    category: 'ENVIRONMENT',
    state: 'DECLINED',
    declineReason: 'Long ago',
    raisedById: of.dev.id,
    raisedAt: '2026-01-05T09:00:00.000Z',
    raisingTeamId: of.team.id,
    ...more,
  };
}

function record(of: ImpedimentStory, impediments: HistoricImpediment[]): Promise<{ id: string; key: string }[]> {
  return app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(ImpedimentHistory).insert(tx, impediments),
  );
}

async function similar(title: string, more: { description?: string; exceptId?: string } = {}): Promise<string[]> {
  const reply = await app.graphql<{ similarImpediments: { title: string }[] }>(
    story.dev.cookie,
    `query($title: String!, $description: String, $exceptId: ID) {
       similarImpediments(title: $title, description: $description, exceptId: $exceptId) { title } }`,
    { title, ...more },
  );
  if (!reply.data) throw new Error(reply.text);
  expect(reply.text).not.toContain('Canary');
  return reply.data.similarImpediments.map((one) => one.title);
}

test('a rare word that both say counts more than many that everybody says; other forms of a word are that word', async () => {
  await record(story, [historic(story, { title: 'Certificates of the crane' })]);
  expect((await similar('The team waits: the certificate expired'))[0]).toBe('Certificates of the crane');
});

test('what stands in a description or in a comment is found by a title; a title that says it comes first', async () => {
  await record(story, [
    historic(story, { title: 'Cannot moor', description: 'The `hawser/winch.config` is locked.' }),
    historic(story, {
      title: 'Cannot sail',
      comments: [{ authorId: story.dev.id, body: 'It is the hawser.', at: '2026-01-06T09:00:00Z' }],
    }),
    historic(story, { title: 'Hawser is torn' }),
  ]);
  const found = await similar('A hawser');
  expect(found[0]).toBe('Hawser is torn');
  expect(found.toSorted()).toEqual(['Cannot moor', 'Cannot sail', 'Hawser is torn']);
  expect(await similar('winch')).toEqual(['Cannot moor']);
});

test('a description helps the title, and does not stand for it', async () => {
  await record(story, [historic(story, { title: 'Dredger permit', description: 'From the port authority.' })]);
  await record(story, [historic(story, { title: 'Dredger fuel', description: 'From the refinery.' })]);
  expect((await similar('Dredger', { description: 'We wait for the refinery' }))[0]).toBe('Dredger fuel');
  expect((await similar('Dredger', { description: 'We wait for the authority' }))[0]).toBe('Dredger permit');
  expect(await similar('', { description: 'We wait for the refinery' })).toEqual([]);
});

test('the open one comes before ended ones of the same title, whatever was said about those; then the latest', async () => {
  const title = 'Signal lamp is dark';
  const said = [{ authorId: story.dev.id, body: 'The signal lamp again', at: '2026-01-07T09:00:00Z' }];
  const ended = ['2026-01-01', '2026-01-03', '2026-01-02'].map((day) =>
    historic(story, { title, comments: said, raisedAt: `${day}T09:00:00.000Z` }),
  );
  const keys = (await record(story, ended)).map(({ key }) => key);
  const open = await story.raise(title);
  await record(story, [historic(story, { title: 'Signal lamp of the pilot', raisedAt: '2026-02-01T09:00:00.000Z' })]);
  const reply = await app.graphql<{ similarImpediments: { key: string; title: string }[] }>(
    story.dev.cookie,
    `{ similarImpediments(title: "${title}") { key title } }`,
  );
  const found = reply.data?.similarImpediments ?? [];
  expect(found.map(({ key }) => key).slice(0, 4)).toEqual([open.key, keys[1], keys[2], keys[0]]);
  expect(found[4]?.title).toBe('Signal lamp of the pilot');
});

test('one title fills one of the five places, however often it was raised', async () => {
  const raised = (title: string, times: number): HistoricImpediment[] =>
    Array.from({ length: times }, () => historic(story, { title }));
  const others = ['Foghorn of the pier', 'Foghorn of the mole', 'Foghorn of the dock', 'Foghorn of the lock'];
  await record(story, [...raised('Foghorn', 14), ...others.flatMap((title) => raised(title, 1))]);
  const found = await similar('Foghorn');
  expect(new Set(found)).toEqual(new Set(['Foghorn', ...others]));
  expect(found.filter((title) => title === 'Foghorn')).toHaveLength(10);
});

test('an open one that is spelt nearly alike is found, one that shares nothing rare is not', async () => {
  await story.raise('Pilotage bookings overlap');
  expect(await similar('Pilotge bokings ovrlap')).toContain('Pilotage bookings overlap');
  expect(await similar('Quayside kiosk closes early')).toEqual([]);
});

test('the index follows what is edited, said, corrected and removed', async () => {
  const it = await story.raise('Beacon flickers');
  const edit = (input: string, version: number): Promise<unknown> =>
    story.done(story.dev, 'editImpediment', `id: "${it.id}", version: ${version}, input: { ${input} }`);
  await edit('title: "Lighthouse flickers", description: "Since the tempest"', it.version);
  expect(await similar('Beacon')).toEqual([]);
  expect(await similar('Lighthouse')).toEqual(['Lighthouse flickers']);
  expect(await similar('tempest')).toEqual(['Lighthouse flickers']);
  const comment = await app.graphql<{
    commentOnImpediment: { comments: { edges: { node: { id: string; version: number } }[] } };
  }>(
    story.dev.cookie,
    `mutation { commentOnImpediment(id: "${it.id}", body: "Perhaps the generator") { comments(first: 1) { edges { node { id version } } } } }`,
  );
  const said = comment.data?.commentOnImpediment.comments.edges[0]?.node;
  if (!said) throw new Error(comment.text);
  expect(await similar('generator')).toEqual(['Lighthouse flickers']);
  const corrected = `id: "${said.id}", version: ${said.version}, body: "Perhaps the turbine"`;
  await app.graphql(story.dev.cookie, `mutation { editImpedimentComment(${corrected}) { id } }`);
  expect([await similar('generator'), await similar('turbine')]).toEqual([[], ['Lighthouse flickers']]);
  await story.done(story.dev, 'removeImpedimentComment', `id: "${said.id}", version: ${said.version + 1}`);
  expect(await similar('turbine')).toEqual([]);
});

test('the one that asks is left out; a foreign one and one that nobody has are not found alike', async () => {
  const it = await story.raise('Gangway alarm is mute');
  expect(await similar('Gangway alarm')).toEqual(['Gangway alarm is mute']);
  expect(await similar('Gangway alarm', { exceptId: it.id })).toEqual([]);
  const [theirs] = await record(abroad, [historic(abroad, { title: 'Canary' })]);
  const replies = [theirs?.id, randomUUID()].map(
    async (id) =>
      (
        await app.graphql(
          story.dev.cookie,
          `{ similarImpediments(title: "Gangway", exceptId: "Impediment_${id}") { id } }`,
        )
      ).errors?.[0]?.extensions.code,
  );
  expect(await Promise.all(replies)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});

test('words of one organization say nothing in another one, whatever is asked and whoever asks', async () => {
  expect(await similar('Canary crane certificate expired')).not.toContain('Canary crane certificate expired');
  const seen = (organizationId: string): Promise<unknown> =>
    app.database.transaction({ organizationId }, (tx) =>
      tx.one(
        `select (select count(*) from impediment_texts where words @@ 'canari') as rows,
                chapterhouse_times_said('canari', 10) as times,
                (select count(*) from chapterhouse_texts_saying('canari')) as texts`,
      ),
    );
  expect(await seen(story.house.id)).toEqual({ rows: 0, times: 0, texts: 0 });
  expect(await seen(abroad.house.id)).toEqual({ rows: 2, times: 2, texts: 2 });
  const nobody = await app.database.pool.query(
    `select (select count(*) from impediment_texts) as rows, chapterhouse_times_said('canari', 10) as times,
            (select count(*) from chapterhouse_texts_saying('canari')) as texts`,
  );
  expect(nobody.rows).toEqual([{ rows: 0, times: 0, texts: 0 }]);
});

test('what people type is text, not a query', async () => {
  for (const title of [String.raw`a' | !b & (c:* <-> \ "d`, '!!', ':A*', "';--", '\\', 'и 認証 ü'])
    expect(await similar(title, { description: title })).toEqual([]);
});
