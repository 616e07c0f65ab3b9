import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { AHEAD, DependencyStory, DUE, type ToldDependency } from '../../../../test/dependency-story.js';
import { settleReactions } from '../../../../test/settle-reactions.js';
import { TestApp } from '../../../../test/test-app.js';
import { ImportRunner } from '../../imports/public.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: DependencyStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await DependencyStory.tell(app, `Harbour ${round}`);
});
afterAll(() => app?.stop());

/** From ready, as the item was added. */
async function bring(by: TestPerson, title: string, ...states: string[]): Promise<void> {
  for (const [index, state] of states.entries()) {
    const { errors } = await app.graphql(
      by.cookie,
      `mutation { changeItemState(id: "${story.id(title)}", version: ${index + 1}, state: ${state}, reason: "Not now") { id } }`,
    );
    expect(errors).toBeUndefined();
  }
  await settleReactions(app, story.house.id);
}

const commit = ({ id, version }: ToldDependency) => ({ id, version, promisedFor: `${AHEAD}-04-10` });

it('an item that is dropped shows, stops the clock, and is told to who asked; another one may take its place', async () => {
  const asked = await story.ask();
  await bring(story.ines, 's1', 'DROPPED');
  expect(await story.see(asked.key)).toMatchObject({
    state: 'REQUESTED',
    conflicts: ['ITEM_DROPPED'],
    waitsFor: [],
    answerDueAt: null,
    viewerCan: ['dependency:view', 'dependency:withdraw'],
  });
  expect(await story.keys(story.pia, '{ conflicts: true }')).toEqual(['DEP-1']);
  expect(await story.keys(story.ivan, '{ waitsForMe: true }')).toEqual([]);
  expect(await story.remind(story.at(DUE))).toBe(0);
  expect(await story.told(story.pia)).toEqual(['TOLD item-dropped DEP-1']);
  expect(await story.told(story.ines)).toEqual(['DEPENDENCY_ASKED requested DEP-1']);
  const ended = { code: 'DEPENDENCY_ITEM_ENDED', details: { key: 'X-s1', state: 'DROPPED' } };
  expect(await story.refused(story.ines, 'commitDependency', commit(asked))).toMatchObject(ended);
  const { id, version } = asked;
  const later = { id, version, proposedFor: `${AHEAD}-04-20`, words: 'Later.' };
  expect(await story.refused(story.ines, 'counterDependency', later)).toMatchObject(ended);
  expect(await story.refused(story.pia, 'editDependency', { id, version, words: 'Less.' })).toMatchObject(ended);
  expect(await story.refused(story.pia, 'raiseImpedimentOfDependency', { id, version })).toMatchObject(ended);
  const other = await story.done(story.ines, 'commitDependency', { ...commit(asked), providerId: story.id('s2') });
  expect(other).toMatchObject({ state: 'COMMITTED', provider: { key: 'X-s2' } });
  expect(other.conflicts).not.toContain('ITEM_DROPPED');
});

it('what needed it and is dropped, or done without it, is told to who provides', async () => {
  const [first, second] = [await story.ask('c1', 's1'), await story.ask('c2', 's2')];
  const promised = await story.done(story.ines, 'commitDependency', commit(first));
  await bring(story.pia, 'c1', 'DROPPED');
  await bring(story.pia, 'c2', 'IN_PROGRESS', 'DONE');
  expect(await story.see(promised.key)).toMatchObject({ state: 'COMMITTED', conflicts: ['ITEM_DROPPED'] });
  expect(await story.see(second.key)).toMatchObject({ conflicts: ['DONE_WITHOUT_IT'], waitsFor: [] });
  expect((await story.told(story.ivan)).slice(-2)).toEqual(['TOLD item-dropped DEP-1', 'TOLD consumer-done DEP-2']);
  expect(await story.refused(story.ines, 'commitDependency', commit(second))).toMatchObject({
    code: 'DEPENDENCY_ITEM_ENDED',
    details: { key: 'X-c2', state: 'DONE' },
  });
  expect(await story.step(story.pia, 'withdrawDependency', promised)).toMatchObject({ conflicts: [] });
});

it('many that are dropped at once are told of each; opened again, the clock goes on', async () => {
  const asked = await story.ask('c1', 's1');
  const ids = JSON.stringify(['s1', 's3'].map((title) => story.id(title)));
  const reply = await app.graphql<{ bulkEditItems: { undo: { id: string } } }>(
    story.omar.cookie,
    `mutation { bulkEditItems(ids: ${ids}, changes: { state: DROPPED }, reason: "Enough") { undo { id } } }`,
  );
  await settleReactions(app, story.house.id);
  expect(await story.told(story.pia)).toEqual(['TOLD item-dropped DEP-1']);
  await app.graphql(
    story.omar.cookie,
    `mutation { undoBulkEdit(id: "${reply.data?.bulkEditItems.undo.id}") { undo { id } } }`,
  );
  await settleReactions(app, story.house.id);
  expect(await story.told(story.pia)).toEqual(['TOLD item-dropped DEP-1', 'TOLD item-reopened DEP-1']);
  expect((await story.told(story.ivan)).at(-1)).toBe('DEPENDENCY_ASKED item-reopened DEP-1');
  expect(await story.see(asked.key)).toMatchObject({
    answerDueAt: DUE,
    waitsFor: [{ name: 'Ines' }, { name: 'Ivan' }],
  });
  expect(await story.remind(story.at(DUE))).toBe(1);
});

it('who had to answer is asked again when what needed it goes on; of what nobody heard the end, nothing is told', async () => {
  await story.ask('c1', 's1');
  await bring(story.pia, 'c1', 'DROPPED');
  await bring(story.pia, 'c2', 'DROPPED', 'DRAFT');
  const unread = '{ inbox(first: 5, unreadOnly: true) { edges { node { reason event } } } }';
  expect(JSON.stringify((await app.graphql(story.ivan.cookie, unread)).data)).not.toContain('DEPENDENCY_ASKED');
  const { errors } = await app.graphql(
    story.pia.cookie,
    `mutation { changeItemState(id: "${story.id('c1')}", version: 2, state: DRAFT) { id } }`,
  );
  expect(errors).toBeUndefined();
  await settleReactions(app, story.house.id);
  await settleReactions(app, story.house.id);
  expect((await app.graphql(story.ivan.cookie, unread)).data).toMatchObject({
    inbox: {
      edges: [
        { node: { reason: 'DEPENDENCY_ASKED', event: 'dependency.item-reopened' } },
        { node: { reason: 'TOLD', event: 'dependency.item-dropped' } },
      ],
    },
  });
  expect(await story.told(story.pia)).toEqual([]);
});

it('a newer file of an import that ends what was open here tells the other side, as anybody would', async () => {
  const row = (state: string): string =>
    `Issue key,Summary,Issue Type,Status,Status Category,Project key,Resolution,Created\nZ-1,From Jira,Story,${state},Z,Won't Do,2026-01-02 03:04`;
  const take = (content: string) =>
    app.app.get(ImportRunner, { strict: false }).apply({
      organizationId: story.house.id,
      kind: 'JIRA_CSV',
      files: [{ name: 'f.csv', content }],
      mapping: { droppedResolutions: ["Won't Do"] },
    });
  await take(row('Open,To Do'));
  const asked = await story.ask('c1', 's1');
  // The consumer is the item that the file knows.
  await story.house.query(
    `update dependencies set consumer_id = (select id from backlog_items where external_key = 'Z-1')`,
  );
  await take(row('Closed,Done'));
  await settleReactions(app, story.house.id);
  expect(await story.told(story.ivan)).toContain('TOLD item-dropped DEP-1');
  const before = await story.told(story.ivan);
  await take(row('Closed,Done'));
  await settleReactions(app, story.house.id);
  expect(await story.told(story.ivan)).toEqual(before);
  expect(asked.key).toBe('DEP-1');
});
