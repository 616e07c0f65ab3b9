import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { BacklogStory } from '../../../test/backlog-story.js';
import { TestApp } from '../../../test/test-app.js';
import { gate } from '../../../test/waiting.js';
import { ImportItems } from '../priorities/public.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const csv = (keys: readonly string[], title = 'From Jira'): string =>
  [
    'Issue key,Summary,Issue Type,Status,Created',
    ...keys.map((key) => `${key},${title},Story,To Do,2026-01-02 03:04`),
  ].join('\n');

/** Into the product of the story. */
async function take(story: BacklogStory, content: string): Promise<ImportReport> {
  const files = [{ name: 'f.csv', content }];
  const [product] = await story.house.query<{ name: string }>('select name from products');
  const mapping = { productName: product?.name };
  return app.app.get(ImportRunner).apply({ organizationId: story.house.id, kind: 'JIRA_CSV', files, mapping });
}

/** Holds an import when it has written its first items, within its transaction, until it is let go. */
function heldAfterFirstItems(): { written: Promise<void>; letGo: () => void } {
  const take = ImportItems.prototype.take;
  const written = gate();
  const going = gate();
  jest.spyOn(ImportItems.prototype, 'take').mockImplementation(async function held(this: ImportItems, ...given) {
    const ids = await take.apply(this, given);
    written.open();
    await going.opened;
    return ids;
  });
  return { written: written.opened, letGo: going.open };
}

it('an item that is written while an import brings keys like its own gets another one, at once', async () => {
  const story = await BacklogStory.tell(app, 'Beside an import');
  const { written, letGo } = heldAfterFirstItems();
  const importing = take(story, csv(['B-1', 'B-2', 'B-3', 'B-900000']));
  await written;
  const item = await story.write({ title: 'By hand' });
  letGo();
  const report = await importing;
  expect(item.key).toBe('B-4');
  expect(report.created['backlog-item']).toBe(4);
  expect((await story.write()).key).toBe('B-5');
});

it('an import that begins while an item is written waits for it, and takes no issue of its key', async () => {
  const story = await BacklogStory.tell(app, 'Before an import');
  await story.write();
  // The order is held: the next item is written, its number taken, and nothing of it committed.
  const writing = app.database.transaction({ organizationId: story.house.id }, async (tx) => {
    await tx.query('select 1 from product_orders for update');
    const item = story.write({ title: 'By hand' });
    await app.locksAwaited(1);
    const report = take(story, csv(['B-2', 'B-3']));
    await app.locksAwaited(2);
    return { item, report };
  });
  const { item, report } = await writing;
  expect(await item).toMatchObject({ key: 'B-2', title: 'By hand' });
  const { created, problems } = await report;
  expect(created['backlog-item']).toBe(1);
  expect(problems).toContainEqual(expect.objectContaining({ where: 'B-2', what: expect.stringMatching(/^Not taken/) }));
});

it('a change of many and an import in another order wait for each other, and not for ever', async () => {
  const story = await BacklogStory.tell(app, 'Many and an import');
  const keys = Array.from({ length: 101 }, (_, place) => `A-${place + 1}`);
  await take(story, csv(keys));
  const first = await story.find('A-1');
  const last = await story.find('A-101');
  const { written, letGo } = heldAfterFirstItems();
  const importing = take(story, csv(keys.toReversed(), 'Anew'));
  await written;
  const many = { ids: [first.id, last.id], bulk: { kind: 'DEBT' } };
  const editing = story.done<{ items: { key: string }[] }>(story.chief, 'bulkEditItems', many, 'items { key }');
  await app.locksAwaited(1);
  letGo();
  const [report, bulk] = await Promise.all([importing, editing]);
  expect(report.updated['backlog-item']).toBe(101);
  expect(bulk.items).toHaveLength(2);
  expect(await story.find('A-1')).toMatchObject({ title: 'Anew', kind: 'DEBT' });
});

it('who waits too long for an import is told so, and that nothing was saved', async () => {
  const story = await BacklogStory.tell(app, 'Held');
  const epic = await story.write({ title: 'Epic', tier: 'EPIC' });
  const waiting = await app.database.transaction({ organizationId: story.house.id }, async (tx) => {
    await tx.query('select 1 from backlog_items for no key update');
    const input = { title: 'Below', tier: 'FEATURE', kind: 'VALUE', parentId: epic.id };
    return story.refused(story.chief, 'createBacklogItem', { productId: story.productId, input });
  });
  expect(waiting).toBe('BUSY');
  expect(await story.keys()).toEqual([epic.key]);
});
