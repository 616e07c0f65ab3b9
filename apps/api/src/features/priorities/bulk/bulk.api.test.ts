import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { BacklogStory, type ToldItem } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { newId } from '../../../platform/database/new-id.js';
import { Tx } from '../../../platform/database/tx.js';

interface Result {
  items: ToldItem[];
  skipped: { item: { key: string }; why: string }[];
  undo: { id: string; label: string; until: string } | null;
}
const RESULT = `items { id key version state kind position points team { id } area { id } } skipped { item { key } why } undo { id label until }`;

let app: TestApp;
let story: BacklogStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  story = await BacklogStory.tell(app, 'Many');
});
afterAll(() => app?.stop());

const bulk = (by: BacklogStory['dev'], items: readonly { id: string }[], change: object, more = {}): Promise<Result> =>
  story.done<Result>(by, 'bulkEditItems', { ids: items.map(({ id }) => id), bulk: change, ...more }, RESULT);
const undo = (by: BacklogStory['dev'], result: Result): Promise<Result> =>
  story.done<Result>(by, 'undoBulkEdit', { id: result.undo?.id }, RESULT);
const refused = (
  by: BacklogStory['dev'],
  items: readonly { id: string }[],
  change: object,
  more = {},
): Promise<string> =>
  story.refused(by, 'bulkEditItems', { ids: items.map(({ id }) => id), bulk: change, ...more }, RESULT);

/** So many features of the first area, in the order. */
async function features(count: number, more: object = {}): Promise<ToldItem[]> {
  const items: ToldItem[] = [];
  for (let n = 0; n < count; n += 1)
    items.push(await story.write({ title: `Feature ${n}`, areaId: `Area_${story.areaId}`, ...more }));
  return items;
}

it('changes all of them with one event, offers one undo, and says so in the activity of each', async () => {
  const items = await features(3);
  const result = await bulk(
    story.chief,
    items,
    { kind: 'DEBT', teamId: `Team_${story.otherTeam.id}`, points: 5 },
    { reason: 'Ours now' },
  );
  expect(result.skipped).toEqual([]);
  expect(result.items).toMatchObject(
    items.map(({ key, position }) => ({
      key,
      position,
      version: 2,
      kind: 'DEBT',
      points: 5,
      area: { id: `Area_${story.otherAreaId}` },
    })),
  );
  expect(result.undo?.label).toBe('Edited 3 items.');
  const events = await story.house.query<{ count: number }>(
    `select count(*) as count from events where organization_id = $1 and name = 'item.bulk-edited'`,
    [story.house.id],
  );
  expect(events).toEqual([{ count: 1 }]);
  for (const { key } of items) {
    const { activity } = await story.find(key, 'key activity { totalCount edges { node { event note changes } } }');
    expect(activity).toMatchObject({
      totalCount: 2,
      edges: [
        {
          node: {
            event: 'item.bulk-edited',
            note: 'Ours now',
            changes: expect.arrayContaining([{ field: 'team', from: null, to: 'Index' }]),
          },
        },
        { node: { event: 'item.created' } },
      ],
    });
  }
});

it('leaves those that may not be, or are so already, each with why; to whom none is permitted it is refused', async () => {
  const [own, theirs] = [
    await story.write({ teamId: `Team_${story.team.id}` }),
    await story.write({ title: 'Theirs' }),
  ];
  const ready = await story.write({ teamId: `Team_${story.team.id}`, acceptanceCriteria: ['It works'] });
  const result = await bulk(story.dev, [own, theirs, ready], { state: 'READY' });
  expect(result.items.map(({ key }) => key)).toEqual([ready.key]);
  expect(result.skipped).toEqual([
    { item: { key: own.key }, why: 'It is not ready: it needs acceptance criteria.' },
    { item: { key: theirs.key }, why: expect.stringMatching(/^Only those of its team/) },
  ]);
  const again = await bulk(story.chief, [ready], { kind: 'VALUE' });
  expect(again).toMatchObject({ items: [], skipped: [{ why: 'It is so already.' }], undo: null });
  expect(await refused(story.otherDev, [own, theirs], { kind: 'DEBT' })).toBe('FORBIDDEN');
  const foreign = await (await BacklogStory.tell(app, 'Elsewhere')).write();
  expect(await refused(story.chief, [own, foreign], { kind: 'DEBT' })).toBe('NOT_FOUND');
  expect(await refused(story.chief, [own, own], { kind: 'DEBT' })).toBe('INVALID_INPUT');
  expect(await refused(story.chief, [], { kind: 'DEBT' })).toBe('INVALID_INPUT');
  expect(await refused(story.chief, [own], {})).toBe('INVALID_INPUT');
  expect(await refused(story.chief, [own], { state: 'DROPPED' })).toBe('INVALID_INPUT');
  expect((await story.find(own.key)).kind).toBe('VALUE');
});

it('undo puts back what was, positions too; what somebody changed since stays, and nobody else undoes it', async () => {
  const items = await features(5);
  const [first, second, third] = items;
  if (!first || !second || !third) throw new Error('Five features.');
  const dropped = await bulk(story.chief, [first, third], { state: 'DROPPED', kind: 'DEFECT' }, { reason: 'Too late' });
  expect((await story.find(second.key)).position).toBe(1);
  expect(await story.refused(story.areaOwner, 'undoBulkEdit', { id: dropped.undo?.id }, RESULT)).toBe('NOT_FOUND');
  const back = await undo(story.chief, dropped);
  expect(back.items).toMatchObject([
    { key: first.key, state: 'DRAFT', kind: 'VALUE', position: 1, version: 3 },
    { key: third.key, state: 'DRAFT', kind: 'VALUE', position: 3 },
  ]);
  expect(await story.refused(story.chief, 'undoBulkEdit', { id: dropped.undo?.id }, RESULT)).toBe('UNDO_GONE');

  const changed = await bulk(story.chief, items, { points: 8 });
  const since = await story.edit(story.chief, { ...second, version: 2 }, { title: 'Mine' });
  const half = await undo(story.chief, changed);
  expect(half.items).toHaveLength(4);
  expect(half.skipped).toEqual([{ item: { key: second.key }, why: 'Somebody changed it since.' }]);
  expect(await story.find(second.key)).toMatchObject({ points: 8, version: since.version });
});

it('500 are one transaction with as many statements as three', async () => {
  const ids = Array.from({ length: 500 }, newId);
  for (const id of ids)
    await story.house.insert('backlog_items', {
      id,
      external_key: `OLD-${ids.indexOf(id)}`,
      title: 'Old',
      type: 'Story',
      state: 'DRAFT',
      created_at: '2026-01-01',
    });
  const items = ids.map((id) => ({ id: `BacklogItem_${id}` }));
  const query = jest.spyOn(Tx.prototype, 'query');
  const run = jest.spyOn(Tx.prototype, 'run');
  const statements = async (some: typeof items, change: object, more = {}): Promise<number> => {
    query.mockClear();
    run.mockClear();
    const result = await story.done<Result>(
      story.chief,
      'bulkEditItems',
      { ids: some.map(({ id }) => id), bulk: change, ...more },
      'items { key } skipped { why } undo { id }',
    );
    expect(result.skipped).toEqual([]);
    return query.mock.calls.length + run.mock.calls.length;
  };
  const few = await statements(items.slice(0, 3), { teamId: `Team_${story.team.id}` });
  expect(await statements(items.slice(3), { teamId: `Team_${story.team.id}` })).toBe(few);
  const dropping = await statements(items, { state: 'DROPPED' }, { reason: 'A fresh start' });
  expect(dropping).toBeLessThan(40);
  query.mockRestore();
  run.mockRestore();
  expect(await refused(story.chief, [...items, { id: `BacklogItem_${newId()}` }], { kind: 'DEBT' })).toBe(
    'INVALID_INPUT',
  );
});

it('puts nothing before people for whom one may not write it: those stay, and are named', async () => {
  const ours = { teamId: `Team_${story.team.id}` };
  const theirs = { teamId: `Team_${story.otherTeam.id}` };
  const feature = await story.write(ours);
  const task = await story.write({ tier: 'TASK', ...ours });
  expect(await refused(story.dev, [feature, task], theirs)).toBe('FORBIDDEN');
  const [plain] = await features(1);
  if (!plain) throw new Error('There is one.');
  expect(await refused(story.areaOwner, [plain], { areaId: `Area_${story.otherAreaId}` })).toBe('FORBIDDEN');
  await story.house.assign(story.dev, 'DEVELOPER', { team_id: story.otherTeam.id });
  const result = await bulk(story.dev, [feature, task], theirs);
  expect(result.items).toMatchObject([{ key: task.key, area: { id: `Area_${story.otherAreaId}` } }]);
  expect(result.skipped).toEqual([
    { item: { key: feature.key }, why: expect.stringMatching(/^Where it would go: Only the Product Owner/) },
  ]);
});
