import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BacklogStory } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';

interface Goal {
  id: string;
  title: string;
  state: string;
  version: number;
  openItems: number;
  doneItems: number;
  endedWords: string;
  viewerCan: string[];
}
const GOAL =
  'id title state version openItems doneItems endedWords viewerCan activeSince endedAt measures { name unit baseline target current } product { id }';

let app: TestApp;
let story: BacklogStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  story = await BacklogStory.tell(app, 'Goals');
});
afterAll(() => app?.stop());

const create = (title: string, more: object = {}): Promise<Goal> =>
  story.done<Goal>(story.chief, 'createProductGoal', { productId: story.productId, title, ...more }, GOAL);
const change = (field: string, { id, version }: Goal, more: object = {}): Promise<Goal> =>
  story.done<Goal>(story.chief, field, { id, version, ...more }, GOAL);

async function planning(more = ''): Promise<Record<string, unknown>> {
  const reply = await app.graphql<{ planningGoals: Record<string, unknown> }>(
    story.dev.cookie,
    `{ planningGoals(productId: "${story.productId}"${more}) {
         productGoal { title } sprintGoals { team { name } sprint { goal } } withoutGoal viewerCan } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.planningGoals;
}

it('is set with measures, activated alone, ended with words, and taken up again; each step on the record', async () => {
  const measures = [{ name: 'Paid in one go', unit: '%', baseline: 60, target: 95, current: null }];
  const goal = await create(' Everybody pays in one go ', { measures });
  expect(goal).toMatchObject({ title: 'Everybody pays in one go', state: 'PLANNED', version: 1, measures });
  expect(goal.viewerCan).toEqual(['goal:view', 'goal:edit', 'goal:activate', 'goal:end']);
  const edited = await change('editProductGoal', goal, { measures: [{ ...measures[0], current: 80 }] });
  const active = await change('activateProductGoal', edited);
  expect(active).toMatchObject({ state: 'ACTIVE', activeSince: expect.any(String), version: 3 });

  const other = await create('Everybody finds it');
  const reply = await story.mutate(story.chief, 'activateProductGoal', { id: other.id, version: 1 }, GOAL);
  expect(reply.errors?.[0]?.extensions).toEqual({
    code: 'GOAL_ACTIVE_ALREADY',
    details: { title: 'Everybody pays in one go' },
  });
  const ended = await change('endProductGoal', active, { achieved: true, words: '95 % since May' });
  expect(ended).toMatchObject({ state: 'ACHIEVED', endedWords: '95 % since May', endedAt: expect.any(String) });
  expect(ended.viewerCan).toEqual(['goal:view', 'goal:activate']);
  expect((await change('activateProductGoal', other)).state).toBe('ACTIVE');
  expect(await story.events(goal.id)).toEqual(['goal.created', 'goal.edited', 'goal.activated', 'goal.achieved']);
  expect(await story.events(other.id)).toEqual(['goal.created', 'goal.activated']);
});

it('is of the Chief Product Owner; others are denied, strangers know nothing of it, and a stale version is a conflict', async () => {
  const goal = await create('Ours');
  const given = { id: goal.id, version: 1 };
  for (const by of [story.areaOwner, story.owner, story.dev, story.guest]) {
    expect(await story.refused(by, 'createProductGoal', { productId: story.productId, title: 'Mine' }, GOAL)).toBe(
      'FORBIDDEN',
    );
    expect(await story.refused(by, 'activateProductGoal', given, GOAL)).toBe('FORBIDDEN');
  }
  const other = await BacklogStory.tell(app, 'Elsewhere');
  expect(await other.refused(other.chief, 'activateProductGoal', given, GOAL)).toBe('NOT_FOUND');
  expect(await story.refused(story.chief, 'createProductGoal', { productId: other.productId, title: 'x' }, GOAL)).toBe(
    'NOT_FOUND',
  );
  expect(await story.refused(story.chief, 'createProductGoal', { productId: story.productId, title: ' ' }, GOAL)).toBe(
    'INVALID_INPUT',
  );
  expect(await story.refused(story.chief, 'endProductGoal', { ...given, achieved: false, words: ' ' }, GOAL)).toBe(
    'INVALID_INPUT',
  );
  expect(await story.refused(story.chief, 'activateProductGoal', { ...given, version: 7 }, GOAL)).toBe('CONFLICT');
  const ended = await change('endProductGoal', goal, { achieved: false, words: 'Nobody asked for it' });
  expect(
    await story.refused(story.chief, 'editProductGoal', { ...given, version: ended.version, newTitle: 'y' }, GOAL),
  ).toBe('GOAL_IN_OTHER_STATE');
});

it('two who activate at once: one is told of the other', async () => {
  const goals = [await create('One'), await create('Other')];
  const replies = await Promise.all(
    goals.map(({ id }) => story.mutate(story.chief, 'activateProductGoal', { id, version: 1 }, GOAL)),
  );
  const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done');
  expect(codes.sort()).toEqual(['GOAL_ACTIVE_ALREADY', 'done']);
});

it('stands on top of planning with the goals of the sprints that run, and with what serves none', async () => {
  const goal = await change('activateProductGoal', await create('Everybody pays in one go'));
  const epic = await story.write({ tier: 'EPIC', title: 'Paying', goalId: goal.id });
  const below = await story.write({ title: 'By phone', parentId: epic.id, areaId: `Area_${story.areaId}` });
  await story.write({ title: 'Aimless', areaId: `Area_${story.otherAreaId}` });
  const done = await story.write({ title: 'Done', goalId: goal.id, acceptanceCriteria: ['x'] });
  let it = done;
  for (const state of ['READY', 'IN_PROGRESS', 'DONE'] as const) it = await story.move(story.chief, it, state);
  await story.house.insert('sprints', {
    team_id: story.team.id,
    name: 'S1',
    state: 'ACTIVE',
    goal: 'Pay by phone',
    starts_on: '2026-01-01',
  });
  await story.house.insert('sprints', {
    team_id: story.otherTeam.id,
    name: 'S0',
    state: 'CLOSED',
    goal: 'Old',
    starts_on: '2026-01-01',
    ends_before: '2026-01-08',
  });
  expect(await planning()).toEqual({
    productGoal: { title: 'Everybody pays in one go' },
    sprintGoals: [{ team: { name: 'Payments' }, sprint: { goal: 'Pay by phone' } }],
    withoutGoal: 1,
    viewerCan: ['item:create-task'],
  });
  expect(await planning(`, areaId: "Area_${story.otherAreaId}"`)).toMatchObject({ sprintGoals: [], withoutGoal: 1 });
  expect(await planning(`, areaId: "Area_${story.areaId}"`)).toMatchObject({ withoutGoal: 0 });
  expect(await story.find(below.key, 'key goal { id } servesGoal { id openItems doneItems }')).toMatchObject({
    goal: null,
    servesGoal: { id: goal.id, openItems: 1, doneItems: 1 },
  });
  expect(await story.keys({ goalIds: ['none'] })).toHaveLength(1);
  expect(await story.keys({ goalIds: [goal.id] })).toEqual([epic.key, below.key]);
  const ended = await change('endProductGoal', goal, { achieved: true, words: 'Done' });
  const changes = { goalId: ended.id };
  expect(await story.refused(story.chief, 'editBacklogItem', { id: below.id, version: 1, changes })).toBe(
    'INVALID_INPUT',
  );
  // What is still open serves it no more; what is done did.
  expect(await planning()).toMatchObject({ productGoal: null, withoutGoal: 3 });
  expect(await story.keys({ goalIds: ['none'] })).toHaveLength(3);
  expect(await story.keys({ goalIds: [goal.id] })).toEqual([epic.key, below.key]);
  expect(await story.find(below.key, 'key servesGoal { id }')).toMatchObject({ servesGoal: null });
  expect(await story.find(done.key, 'key servesGoal { id }')).toMatchObject({ servesGoal: { id: goal.id } });
  expect(await story.keys({ goalIds: ['none'], states: ['DONE'] })).toEqual([]);
  const next = await create('Everybody pays at sea');
  await story.edit(story.chief, { ...epic, version: 1 }, { goalId: next.id });
  expect(await planning()).toMatchObject({ withoutGoal: 1 });
  expect(await story.keys({ goalIds: [next.id] })).toEqual([epic.key, below.key]);
});
