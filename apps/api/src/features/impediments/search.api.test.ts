import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

interface Found {
  kind: string;
  key: string | null;
  title: string;
  detail: string;
}

async function search(text: string, person: TestPerson = story.dev): Promise<Found[]> {
  const reply = await app.graphql<{ search: Found[] }>(
    person.cookie,
    'query ($text: String!) { search(text: $text) { kind key title detail } }',
    { text },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.search;
}

test('a key finds its impediment, words find titles, open ones before ended ones, also when misspelt', async () => {
  const ended = await story.inState('CLOSED', 'The crane rattles');
  const open = await story.inState('RAISED', 'The crane is silent');
  expect((await search(open.key))[0]).toEqual({
    kind: 'IMPEDIMENT',
    key: open.key,
    title: 'The crane is silent',
    detail: 'Raised, Payments',
  });
  expect((await search(open.key.toLowerCase()))[0]?.key).toBe(open.key);
  expect((await search('crane')).map(({ key }) => key)).toEqual([open.key, ended.key]);
  expect((await search('crnae')).map(({ key }) => key)).toEqual([]);
  expect((await search('craine')).map(({ key }) => key)).toContain(open.key);
});

test('people, teams and areas by the beginning of a name; what begins so comes first', async () => {
  expect(await search('Led')).toMatchObject([{ kind: 'TEAM', title: 'Ledger' }]);
  expect((await search('mira'))[0]).toMatchObject({ kind: 'PERSON', title: 'Mira' });
  expect((await search('area')).map(({ kind }) => kind)).toContain('AREA');
});

test('what is typed is text, not a pattern; nothing finds nothing', async () => {
  await story.raise('100 % sure_thing');
  expect((await search('100 %')).map(({ title }) => title)).toContain('100 % sure_thing');
  expect(await search('_____')).toEqual([]);
  expect(await search('   ')).toEqual([]);
  expect(await search('x'.repeat(5000))).toEqual([]);
});

test('another organization, and a view that somebody keeps to themselves, are not found', async () => {
  await abroad.raise('Canary in the coal bunker');
  expect(await search('canary')).toEqual([]);
  await app.graphql(
    story.master.cookie,
    'mutation { saveView(input: { name: "My own look", screen: BOARD, search: "mine", shared: false }) { id } }',
  );
  expect(await search('my own look')).toEqual([]);
  expect((await search('my own look', story.master))[0]).toMatchObject({ kind: 'VIEW', key: '/impediments?mine' });
});
