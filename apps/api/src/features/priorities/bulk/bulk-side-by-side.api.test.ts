import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { BacklogStory, type ToldItem } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { ItemTargetsRead } from '../items/item-targets.read.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

it('two changes that name the other one’s items as what theirs are part of wait for each other, and not for ever', async () => {
  const story = await BacklogStory.tell(app, 'Side by side');
  const first = await story.write({ title: 'First', areaId: `Area_${story.areaId}` });
  const second = await story.write({ title: 'Second', areaId: `Area_${story.areaId}` });
  const load = ItemTargetsRead.prototype.load;
  const held = jest.spyOn(ItemTargetsRead.prototype, 'load').mockImplementationOnce(async function untilOtherWaits(
    this: ItemTargetsRead,
    ...given
  ) {
    await app.locksAwaited(1);
    return load.apply(this, given);
  });
  const under = (item: ToldItem, parent: ToldItem): Promise<{ skipped: { item: { key: string } }[] }> =>
    story.done(
      story.chief,
      'bulkEditItems',
      { ids: [item.id], bulk: { parentId: parent.id } },
      'skipped { item { key } }',
    );
  const results = await Promise.all([under(first, second), under(second, first)]);
  held.mockRestore();
  expect(results.map(({ skipped }) => skipped.map(({ item }) => item.key))).toEqual([[first.key], [second.key]]);
});
