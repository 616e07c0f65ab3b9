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

it('items that are written here come after the keys that imports brought', async () => {
  const story = await BacklogStory.tell(app, 'Taken keys');
  await take(story, csv(row('B-1', 'One'), row('B-3', 'Three'), row('B-4', 'Four')));
  const written: string[] = [];
  for (const title of ['a', 'b', 'c']) written.push((await story.write({ title })).key);
  expect(written).toEqual(['B-5', 'B-6', 'B-7']);
  const report = await take(story, csv(row('B-1', 'One anew'), row('B-5', 'Not ours')));
  expect(report.updated).toMatchObject({ 'backlog-item': 1 });
  expect(await items(story)).toEqual([
    { key: 'B-5', title: 'a', number: 5 },
    { key: 'B-6', title: 'b', number: 6 },
    { key: 'B-7', title: 'c', number: 7 },
    { key: 'B-1', title: 'One anew', number: null },
    { key: 'B-3', title: 'Three', number: null },
    { key: 'B-4', title: 'Four', number: null },
  ]);
});

it('a project of which nothing is taken brings no team, no people, no sprints', async () => {
  const story = await BacklogStory.tell(app, 'Nothing taken');
  await story.write({ title: 'Ours' });
  const head = 'Issue key,Summary,Created,Assignee,Sprint,Custom field (Flagged)';
  const refused = 'B-1,Not ours,2026-01-02 03:04,Cai Lund,Sprint 1,';
  const there = (): Promise<unknown[]> =>
    story.house.query(
      `select (select count(*) from products) as products, (select count(*) from areas) as areas,
              (select count(*) from teams) as teams, (select count(*) from people) as people,
              (select count(*) from sprints) as sprints`,
    );
  const before = await there();
  const order = { organizationId: story.house.id, kind: 'JIRA_CSV' as const, mapping: { productName: 'From Jira' } };
  const content = [head, refused].join('\n');
  const preview = await app.app.get(ImportRunner).preview({ ...order, files: [{ name: 'f.csv', content }] });
  expect(preview).toMatchObject({ created: {}, updated: {} });
  expect(await take(story, content)).toMatchObject({ created: {}, updated: {} });
  expect(await there()).toEqual(before);
  // With it, another project of which something is: its own team comes, and no other.
  const report = await take(story, [head, refused, 'C-1,Taken,2026-01-02 03:04,Ben Ito,Sprint 2,'].join('\n'));
  expect(report.created).toMatchObject({ product: 1, area: 1, team: 1, person: 1, sprint: 1, 'backlog-item': 1 });
  expect(await story.house.query(`select name from teams where name in ('B', 'C')`)).toEqual([{ name: 'C' }]);
  // What is in the way is told whatever its key, and by a team.
  const flagged = await take(story, [head, `${refused}Impediment`].join('\n'));
  expect(flagged.created).toMatchObject({ team: 1, impediment: 1 });
});
