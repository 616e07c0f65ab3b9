import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';

interface Earlier {
  times: number;
  blockedTeamDays: number;
  recurring: boolean;
  latest: { title: string }[];
}

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

async function source(of: ImpedimentStory, name: string): Promise<string> {
  return `Source_${await of.house.insert('sources', { name, kind: 'VENDOR' })}`;
}

const question = (sourceId: string, category: string): string =>
  `{ earlierOfSameKind(sourceId: "${sourceId}", category: ${category}) { times blockedTeamDays recurring latest { title } } }`;

async function earlier(sourceId: string, category = 'TOOLING'): Promise<Earlier | undefined> {
  const reply = await app.graphql<{ earlierOfSameKind: Earlier }>(story.dev.cookie, question(sourceId, category));
  return reply.data?.earlierOfSameKind;
}

test('how often it came up before, the latest first; of another category it is another kind', async () => {
  const legal = await source(story, 'Legal');
  expect(await earlier(legal)).toEqual({ times: 0, blockedTeamDays: 0, recurring: false, latest: [] });
  const raised: TestImpediment[] = [];
  for (const title of ['First', 'Second', 'Third', 'Fourth'])
    raised.push(await story.raise(title, `, sourceId: "${legal}"`));
  expect(await earlier(legal)).toEqual({
    times: 4,
    blockedTeamDays: 0,
    recurring: true,
    latest: ['Fourth', 'Third', 'Second'].map((title) => ({ title })),
  });
  expect(await earlier(legal, 'EXTERNAL')).toMatchObject({ times: 0, recurring: false });
  // Of two it is long ago.
  await story.house.query(`update impediments set raised_at = '2020-01-01' where id = any($1::uuid[])`, [
    raised.slice(0, 2).map(({ id }) => id.replace('Impediment_', '')),
  ]);
  expect(await earlier(legal)).toMatchObject({ times: 2, recurring: true });
  const [, , third, fourth] = raised;
  await story.done(
    story.master,
    'markImpedimentDuplicate',
    `id: "${fourth?.id}", version: 1, duplicateOfKey: "${third?.key}"`,
  );
  expect(await earlier(legal)).toMatchObject({ times: 1, recurring: false, latest: [{ title: 'Third' }] });
});

test('an address of a source that was merged leads to what came up of the one that is kept', async () => {
  const [kept, gone] = [await source(story, 'Courts'), await source(story, 'The courts')];
  await story.raise('Waits', `, sourceId: "${gone}"`);
  await story.mutate(story.master, 'mergeSources', `id: "${gone}", version: 1, intoId: "${kept}"`, 'movedImpediments');
  expect(await earlier(gone)).toMatchObject({ times: 1, latest: [{ title: 'Waits' }] });
  expect(await earlier(kept)).toEqual(await earlier(gone));
});

test('a source of nobody here is not found', async () => {
  const foreign = await source(abroad, 'Canary');
  for (const id of [foreign, 'Source_00000000-0000-7000-8000-000000000000', `Area_${story.team.areaId}`, 'x']) {
    const reply = await app.graphql(story.dev.cookie, question(id, 'TOOLING'));
    expect([id, reply.errors?.[0]?.extensions.code]).toEqual([id, 'NOT_FOUND']);
  }
  const anonymous = await app.graphql(null, question(foreign, 'TOOLING'));
  expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
