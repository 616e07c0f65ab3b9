import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BacklogStory } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: BacklogStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await BacklogStory.tell(app, 'Items');
});
afterAll(() => app?.stop());

const team = (): string => `Team_${story.team.id}`;
const area = (): string => `Area_${story.areaId}`;

describe('writing one down', () => {
  it('gives the next key, a draft at the bottom of the order, in the area of its team', async () => {
    const first = await story.write({ title: '  Pay by phone ', teamId: team() });
    const second = await story.write({ title: 'Pay by watch', areaId: area() });
    expect(first).toMatchObject({ key: 'B-1', version: 1, title: 'Pay by phone', state: 'DRAFT', position: 1 });
    expect(first.area).toEqual({ id: area() });
    expect(first.readiness).toEqual({ ready: false, missing: ['acceptance criteria'] });
    expect(second).toMatchObject({ key: 'B-2', position: 2, team: null });
    expect(await story.events(first.id)).toEqual(['item.created']);
  });

  it('goes where it is asked to: anywhere by the Chief, among the own slots by the Area Product Owner', async () => {
    const top = await story.write({ title: 'On top', areaId: area() }, story.chief, { place: { top: true } });
    expect(top.position).toBe(1);
    await story.write({ title: 'Theirs', areaId: `Area_${story.otherAreaId}` }, story.otherAreaOwner);
    const own = await story.write({ title: 'Own first' }, story.chief, {
      input: { title: 'Own first', tier: 'EPIC', kind: 'VALUE', areaId: `Area_${story.otherAreaId}` },
    });
    const place = { topOfArea: true };
    const input = { title: 'First of ours', tier: 'EPIC', kind: 'DEBT', areaId: `Area_${story.otherAreaId}` };
    const first = await story.done(story.otherAreaOwner, 'createBacklogItem', {
      productId: story.productId,
      input,
      place,
    });
    expect([first.position, own.position]).toEqual([4, 5]);
    // The slots of the area only: the two that were there went down by one, into the one that is new.
    expect((await story.find(own.key)).position).toBe(6);
  });

  it('is refused to who may not: a task to strangers, a feature to developers, an epic to the Product Owner of a team', async () => {
    const write = (by: keyof BacklogStory, tier: string): Promise<string> =>
      story.refused(story[by] as BacklogStory['dev'], 'createBacklogItem', {
        productId: story.productId,
        input: { title: 'x', tier, kind: 'VALUE', teamId: team() },
      });
    expect(await write('dev', 'TASK')).toMatch(/^done/);
    expect(await write('otherDev', 'TASK')).toBe('FORBIDDEN');
    expect(await write('guest', 'TASK')).toBe('FORBIDDEN');
    expect(await write('dev', 'FEATURE')).toBe('FORBIDDEN');
    expect(await write('owner', 'FEATURE')).toMatch(/^done/);
    expect(await write('owner', 'EPIC')).toBe('FORBIDDEN');
    expect(await write('areaOwner', 'EPIC')).toMatch(/^done/);
    expect(await write('otherAreaOwner', 'EPIC')).toBe('FORBIDDEN');
  });

  it('names every wrong field, and knows nothing of other houses', async () => {
    const other = await BacklogStory.tell(app, 'Elsewhere');
    const foreign = await other.write({ tier: 'EPIC' });
    const write = (input: object, productId = story.productId): Promise<string> =>
      story.refused(story.chief, 'createBacklogItem', {
        productId,
        input: { title: 'x', tier: 'FEATURE', kind: 'VALUE', ...input },
      });
    expect(await write({}, other.productId)).toBe('NOT_FOUND');
    expect(await write({ parentId: foreign.id })).toBe('NOT_FOUND');
    expect(await write({ teamId: `Team_${other.team.id}` })).toBe('NOT_FOUND');
    expect(await write({ title: '  ' })).toBe('INVALID_INPUT');
    expect(await write({ points: 0.1 })).toBe('INVALID_INPUT');
    expect(await write({ acceptanceCriteria: [' '] })).toBe('INVALID_INPUT');
    expect(await write({ teamId: team(), areaId: `Area_${story.otherAreaId}` })).toBe('INVALID_INPUT');
  });

  it('is done once for one key', async () => {
    const given = {
      productId: story.productId,
      input: { title: 'Once', tier: 'FEATURE', kind: 'VALUE' },
      idempotencyKey: 'once-and-no-more',
    };
    const first = await story.done(story.chief, 'createBacklogItem', given);
    expect((await story.done(story.chief, 'createBacklogItem', given)).key).toBe(first.key);
  });
});

describe('the tree', () => {
  it('has tasks in features in epics, and nothing else', async () => {
    const epic = await story.write({ tier: 'EPIC', title: 'Epic' });
    const feature = await story.write({ title: 'Feature', parentId: epic.id, teamId: team() });
    const task = await story.write({ tier: 'TASK', title: 'Task', parentId: feature.id, teamId: team() });
    expect(task).toMatchObject({ position: null, parent: { key: feature.key } });
    const refused = (item: typeof epic, changes: object): Promise<string> =>
      story.refused(story.chief, 'editBacklogItem', { id: item.id, version: item.version, changes });
    expect(await refused(epic, { parentId: feature.id })).toBe('INVALID_INPUT');
    expect(await refused(feature, { parentId: task.id })).toBe('INVALID_INPUT');
    expect(await refused(feature, { tier: 'TASK' })).toBe('INVALID_INPUT');
    expect(await refused(epic, { tier: 'FEATURE' })).toBe('INVALID_INPUT');
    const found = await story.find(epic.key, `${'childCount openChildCount'} key`);
    expect(found).toMatchObject({ childCount: 1, openChildCount: 1 });
  });

  it('of a feature that becomes a task the slot goes with it, and comes back at the bottom', async () => {
    const epic = await story.write({ tier: 'EPIC', title: 'Parent' });
    const feature = await story.write({ title: 'Small after all', parentId: epic.id });
    const last = await story.write({ title: 'Behind' });
    expect(last.position).toBe((feature.position ?? 0) + 1);
    const task = await story.edit(story.chief, feature, { tier: 'TASK' });
    expect(task.position).toBeNull();
    expect((await story.find(last.key)).position).toBe(feature.position);
    expect((await story.edit(story.chief, task, { tier: 'FEATURE' })).position).toBe((feature.position ?? 0) + 1);
  });
});

describe('editing', () => {
  it('is for the team, not for strangers; another tier is another right', async () => {
    const feature = await story.write({ teamId: team() });
    const edited = await story.edit(story.dev, feature, {
      title: 'Pay by ring',
      points: 3,
      assigneeId: `Person_${story.dev.id}`,
    });
    expect(edited).toMatchObject({ version: 2, title: 'Pay by ring', points: 3 });
    expect(await story.events(feature.id)).toEqual(['item.created', 'item.edited']);
    const given = { id: feature.id, version: 2, changes: { title: 'Mine' } };
    for (const stranger of [story.otherDev, story.guest, story.otherAreaOwner])
      expect(await story.refused(stranger, 'editBacklogItem', given)).toBe('FORBIDDEN');
    expect(await story.refused(story.dev, 'editBacklogItem', { ...given, changes: { tier: 'EPIC' } })).toBe(
      'FORBIDDEN',
    );
  });

  it('of a version that is no more is a conflict with what is there now; the same words change nothing', async () => {
    const item = await story.write();
    await story.edit(story.chief, item, { title: 'Newer' });
    const reply = await story.mutate(story.chief, 'editBacklogItem', {
      id: item.id,
      version: 1,
      changes: { title: 'Old' },
    });
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { title: 'Newer' } },
    });
    expect(reply.text).not.toContain(story.house.productId);
    const again = await story.edit(story.chief, { ...item, version: 2 }, { title: 'Newer', kind: 'VALUE' });
    expect(again.version).toBe(2);
  });

  it('another area takes the slot along; a team brings its area, and keeps it', async () => {
    const item = await story.write({ areaId: area() });
    const moved = await story.edit(story.chief, item, { areaId: `Area_${story.otherAreaId}` });
    expect(moved).toMatchObject({ position: item.position, area: { id: `Area_${story.otherAreaId}` } });
    const ofTeam = await story.edit(story.chief, moved, { teamId: team() });
    expect(ofTeam).toMatchObject({ position: item.position, area: { id: area() } });
    const changes = { areaId: `Area_${story.otherAreaId}` };
    expect(await story.refused(story.chief, 'editBacklogItem', { id: item.id, version: ofTeam.version, changes })).toBe(
      'INVALID_INPUT',
    );
  });

  it('into another area or team asks for the right to write it there; taking the team off does not', async () => {
    const feature = await story.write({ teamId: team() });
    const refused = (by: BacklogStory['dev'], changes: object): Promise<string> =>
      story.refused(by, 'editBacklogItem', { id: feature.id, version: feature.version, changes });
    const otherTeam = { teamId: `Team_${story.otherTeam.id}` };
    const otherArea = { teamId: null, areaId: `Area_${story.otherAreaId}` };
    for (const by of [story.dev, story.owner, story.areaOwner])
      for (const changes of [otherTeam, otherArea]) expect(await refused(by, changes)).toBe('FORBIDDEN');
    expect(await refused(story.areaOwner, { teamId: null, areaId: null })).toBe('FORBIDDEN');
    const off = await story.edit(story.dev, feature, { teamId: null });
    expect(off).toMatchObject({ team: null, area: { id: area() } });
    const back = await story.edit(story.areaOwner, off, { teamId: team() });
    const moved = await story.edit(story.chief, back, otherTeam);
    expect(moved).toMatchObject({ position: feature.position, area: { id: `Area_${story.otherAreaId}` } });
  });

  it('what is ready keeps what it needs', async () => {
    const item = await story.write({ acceptanceCriteria: ['It works'] });
    const ready = await story.move(story.chief, item, 'READY');
    const changes = { acceptanceCriteria: [] };
    expect(await story.refused(story.chief, 'editBacklogItem', { id: item.id, version: ready.version, changes })).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('states', () => {
  it('go their way; ready needs what its tier needs, dropped a reason, and what ended leaves the order', async () => {
    const item = await story.write({ teamId: team() });
    const behind = await story.write({ title: 'Behind' });
    const given = { id: item.id, version: item.version };
    const reply = await story.mutate(story.dev, 'changeItemState', { ...given, state: 'READY' });
    expect(reply.errors?.[0]?.extensions).toEqual({
      code: 'ITEM_NOT_READY',
      details: { missing: ['acceptance criteria'] },
    });
    expect(await story.refused(story.dev, 'changeItemState', { ...given, state: 'DONE' })).toBe('ITEM_IN_OTHER_STATE');
    expect(await story.refused(story.dev, 'changeItemState', { ...given, state: 'DROPPED' })).toBe('INVALID_INPUT');
    expect(await story.refused(story.guest, 'changeItemState', { ...given, state: 'DROPPED', reason: 'x' })).toBe(
      'FORBIDDEN',
    );
    let it = await story.edit(story.dev, item, { acceptanceCriteria: ['It works'] });
    for (const state of ['READY', 'IN_PROGRESS', 'DONE'] as const) it = await story.move(story.dev, it, state);
    expect(it).toMatchObject({ state: 'DONE', position: null });
    expect((await story.find(behind.key)).position).toBe(item.position);
    it = await story.move(story.dev, it, 'READY');
    expect(it.position).toBe((item.position ?? 0) + 1);
    it = await story.move(story.dev, it, 'DROPPED', 'Nobody pays so');
    expect(it.viewerCan).not.toContain('item:drop');
    expect(await story.find(it.key, 'key droppedReason endedAt')).toMatchObject({
      droppedReason: 'Nobody pays so',
      endedAt: expect.any(String),
    });
    expect(await story.events(item.id)).toEqual([
      'item.created',
      'item.edited',
      'item.made-ready',
      'item.started',
      'item.finished',
      'item.reopened',
      'item.dropped',
    ]);
  });
});

it('scores are steps, by Product Owners only; half a score is no cost of delay', async () => {
  const item = await story.write({ teamId: team(), points: 5 });
  const given = { id: item.id, version: 1, value: 8, timeCriticality: 5, riskReduction: 2 };
  expect(await story.refused(story.dev, 'scoreBacklogItem', given)).toBe('FORBIDDEN');
  expect(await story.refused(story.owner, 'scoreBacklogItem', { ...given, value: 4 })).toBe('INVALID_INPUT');
  const score = 'version score { value timeCriticality riskReduction costOfDelay wsjf }';
  const scored = await story.done<object>(story.owner, 'scoreBacklogItem', given, score);
  expect(scored).toEqual({
    version: 2,
    score: { value: 8, timeCriticality: 5, riskReduction: 2, costOfDelay: 15, wsjf: 3 },
  });
  const half = await story.done<object>(story.owner, 'scoreBacklogItem', { id: item.id, version: 2, value: 8 }, score);
  expect(half).toMatchObject({ score: { value: 8, costOfDelay: null, wsjf: null } });
});

it('tasks stand as their team placed them', async () => {
  const feature = await story.write({ teamId: team() });
  const tasks = [];
  for (const title of ['a', 'b', 'c', 'd'])
    tasks.push(await story.write({ tier: 'TASK', title, parentId: feature.id, teamId: team() }, story.dev));
  const [a, b, c, d] = tasks;
  if (!a || !b || !c || !d) throw new Error('Four tasks.');
  const order = (): Promise<string[]> => story.keys({ parentId: feature.id });
  const place = async (by: BacklogStory['dev'], item: typeof a, after: typeof a | null): Promise<string> => {
    const { version } = await story.find(item.key);
    return story.refused(by, 'placeTask', { id: item.id, version, after: after?.id ?? null });
  };
  expect(await order()).toEqual([a, b, c, d].map(({ key }) => key));
  expect(await place(story.dev, d, a)).toMatch(/^done/);
  expect(await order()).toEqual([a, d, b, c].map(({ key }) => key));
  expect(await place(story.owner, c, null)).toMatch(/^done/);
  expect(await order()).toEqual([c, a, d, b].map(({ key }) => key));
  expect(await place(story.dev, c, b)).toMatch(/^done/);
  expect(await order()).toEqual([a, d, b, c].map(({ key }) => key));
  expect(await place(story.dev, a, a)).toBe('INVALID_INPUT');
  expect(await place(story.chief, a, b)).toBe('FORBIDDEN');
  expect(await place(story.otherDev, a, b)).toBe('FORBIDDEN');
  expect(await place(story.dev, a, feature)).toBe('INVALID_INPUT');
  expect(await story.refused(story.dev, 'placeTask', { id: feature.id, version: 1, after: null })).toBe(
    'INVALID_INPUT',
  );
});
