import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BacklogStory } from '../../../../test/backlog-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

it('numbers pass over the keys that imports brought, for whoever writes at the same time, too', async () => {
  const story = await BacklogStory.tell(app, 'Taken keys');
  for (const key of ['B-1', 'B-3', 'B-4', 'B-9'])
    await story.house.insert('backlog_items', {
      external_key: key,
      title: 'Imported',
      type: 'Story',
      state: 'DRAFT',
      created_at: '2026-01-01',
    });
  const first = await story.write();
  const others = await Promise.all(['a', 'b', 'c', 'd'].map((title) => story.write({ title })));
  expect([first, ...others].map(({ key }) => key).sort()).toEqual(['B-2', 'B-5', 'B-6', 'B-7', 'B-8']);
  expect((await story.write()).key).toBe('B-10');
});
