import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { BacklogStory } from '../../../test/backlog-story.js';
import { TestApp } from '../../../test/test-app.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const HEAD = 'Issue key,Summary,Issue Type,Status,Created,Parent key,Outward issue link (Blocks)';
/** @param other what it is part of and what it blocks */
const row = (key: string, title: string, other = ''): string =>
  `${key},${title},Story,To Do,2026-01-02 03:04,${other},${other}`;
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');

function take(story: BacklogStory, content: string): Promise<ImportReport> {
  const mapping = { productName: 'Own keys product' };
  return app.app
    .get(ImportRunner)
    .apply({ organizationId: story.house.id, kind: 'JIRA_CSV', files: [{ name: 'f.csv', content }], mapping });
}
const items = (story: BacklogStory): Promise<{ key: string; title: string; number: number | null }[]> =>
  story.house.query(
    `select external_key as key, title, number from backlog_items order by number nulls last, external_key`,
  );

it('an issue with the key of an item that was written here is another one: not taken, and said', async () => {
  const story = await BacklogStory.tell(app, 'Own keys');
  const own = await story.write({ title: 'Ours', tier: 'EPIC', areaId: `Area_${story.areaId}` }, story.chief);
  expect(own.key).toBe('B-1');
  const rows = [row('B-1', 'Stolen title'), row('AB-1', 'A part', 'B-1'), row('B-6', 'Theirs')];
  const report = await take(story, csv(...rows));
  expect(report.created['backlog-item']).toBe(2);
  expect(report.updated['backlog-item']).toBeUndefined();
  expect(report.problems).toContainEqual({
    where: 'B-1',
    what: 'Not taken: an item that was written here has the key B-1 already. Give the project another key in Jira, then export it again.',
  });
  expect(report.problems).toContainEqual({
    where: 'AB-1',
    what: 'Blocks B-1 there, which here is another item, written here: left out.',
  });
  expect(await story.find('B-1')).toMatchObject({ title: 'Ours', version: 1, area: { id: `Area_${story.areaId}` } });
  const [hung] = await story.house.query(
    `select (select count(*) from backlog_items where parent_id is not null)
          + (select count(*) from item_links where other_item_id is not null)
          + (select count(*) from impediment_items where external_key = 'B-1') as count`,
  );
  expect(hung).toEqual({ count: 0 });
  const again = await take(story, csv(...rows));
  expect(again).toMatchObject({ created: {}, updated: {}, ended: {} });
  expect(again.problems).toEqual(report.problems);
});

it('items that are written here pass over the keys that imports brought', async () => {
  const story = await BacklogStory.tell(app, 'Taken keys');
  await take(story, csv(row('B-1', 'One'), row('B-3', 'Three'), row('B-4', 'Four')));
  const written: string[] = [];
  for (const title of ['a', 'b', 'c']) written.push((await story.write({ title })).key);
  expect(written).toEqual(['B-2', 'B-5', 'B-6']);
  const report = await take(story, csv(row('B-1', 'One anew'), row('B-2', 'Not ours')));
  expect(report.updated).toMatchObject({ 'backlog-item': 1 });
  expect(await items(story)).toEqual([
    { key: 'B-2', title: 'a', number: 2 },
    { key: 'B-5', title: 'b', number: 5 },
    { key: 'B-6', title: 'c', number: 6 },
    { key: 'B-1', title: 'One anew', number: null },
    { key: 'B-3', title: 'Three', number: null },
    { key: 'B-4', title: 'Four', number: null },
  ]);
});
