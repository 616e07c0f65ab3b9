import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { BacklogStory } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { ItemsRepository } from './items.repository.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Who changes one item first holds it before anything else, until somebody waits for a lock. */
function holdUntilOneWaits(): Promise<void> {
  const forUpdate = ItemsRepository.prototype.forUpdate;
  return new Promise((tell) => {
    jest.spyOn(ItemsRepository.prototype, 'forUpdate').mockImplementationOnce(async function held(
      this: ItemsRepository,
      ...given
    ) {
      const row = await forUpdate.apply(this, given);
      tell();
      await app.locksAwaited(1);
      return row;
    });
  });
}

it('a change of one that comes to be part of another waits for a change of both, and not for ever', async () => {
  const story = await BacklogStory.tell(app, 'One and many');
  const epic = await story.write({ title: 'Epic', tier: 'EPIC' });
  const feature = await story.write({ title: 'Feature' });
  const held = holdUntilOneWaits();
  const one = story.edit(story.chief, feature, { parentId: epic.id });
  await held;
  const many = { ids: [feature.id, epic.id], bulk: { kind: 'DEBT' } };
  const [edited, bulk] = await Promise.all([
    one,
    story.done<{ items: { key: string }[] }>(story.chief, 'bulkEditItems', many, 'items { key }'),
  ]);
  expect(edited.parent).toEqual({ key: epic.key });
  expect(bulk.items.map(({ key }) => key).sort()).toEqual([epic.key, feature.key].sort());
  expect(await story.find(feature.key)).toMatchObject({ kind: 'DEBT', parent: { key: epic.key }, version: 3 });
});

it('two who place siblings at once wait for each other, and not for ever', async () => {
  const story = await BacklogStory.tell(app, 'Siblings');
  const parent = await story.write({ title: 'Parent' });
  const task = { tier: 'TASK', parentId: parent.id, teamId: `Team_${story.team.id}` };
  const [a, b, c] = [
    await story.write({ ...task, title: 'a' }),
    await story.write({ ...task, title: 'b' }),
    await story.write({ ...task, title: 'c' }),
  ];
  void holdUntilOneWaits();
  const place = (item: typeof a, after: typeof a | null): Promise<string> =>
    story.refused(story.owner, 'placeTask', { id: item.id, version: item.version, after: after?.id ?? null });
  const answers = await Promise.all([place(c, null), place(b, c)]);
  expect(answers).toEqual([expect.stringMatching(/^done/), expect.stringMatching(/^done/)]);
});
