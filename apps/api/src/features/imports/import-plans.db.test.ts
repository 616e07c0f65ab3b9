import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { TestApp } from '../../../test/test-app.js';
import { ImportRunner } from './import-runner.js';

/** Rows that statistics know nothing of while they are written: as many as tell a square from a line. */
const ISSUES = 1500;
/** What is read of indexes for each issue: of the items, links, people, sprints, slots and identities, foreign keys and all. */
const MOST_READ_PER_ISSUE = 100;

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await TestApp.start();
  owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await app?.stop();
});

function csv(title: string): string {
  const head =
    'Issue key,Summary,Issue Type,Status,Status Category,Project key,Assignee,Created,Sprint,Outward issue link (Relates),Parent key';
  const rows = Array.from({ length: ISSUES }, (_, place) => {
    const n = place + 1;
    const parent = n % 50 === 25 ? '' : `F-${n - (n % 50) + 25}`;
    return `F-${n},${title} ${n},${n % 50 === 25 ? 'Epic' : 'Story'},Open,To Do,F,Person ${n % 90},2026-01-02 03:04,Sprint ${n % 40},F-${((n * 7) % ISSUES) + 1},${parent}`;
  });
  return [head, ...rows].join('\n');
}

/** Index entries that were read so far, by table. */
async function entriesRead(): Promise<Map<string, number>> {
  // Connections tell of what they did when they have been idle for a moment.
  await setTimeout(1500);
  const { rows } = await owner.query<{ index: string; read: number }>(
    'select indexrelname as index, idx_tup_read as read from pg_stat_user_indexes order by 1',
  );
  return new Map(rows.map(({ index, read }) => [index, Number(read)]));
}

it('reads in proportion to its rows, in a database whose statistics are those of others', async () => {
  await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  await owner.query('analyze');
  const house = await app.world.organization('Large');
  const take = (title: string) =>
    app.app.get(ImportRunner).apply({
      organizationId: house.id,
      kind: 'JIRA_CSV',
      files: [{ name: 'f.csv', content: csv(title) }],
      mapping: {},
    });
  for (const title of ['About', 'Anew']) {
    const before = await entriesRead();
    await take(title);
    const after = await entriesRead();
    const reads = [...after].map(([index, read]): [string, number] => [index, read - (before.get(index) ?? 0)]);
    const sum = reads.reduce((total, [, read]) => total + read, 0);
    const [most] = reads.toSorted(([, one], [, other]) => other - one);
    expect({ title, most, sum: sum / ISSUES < MOST_READ_PER_ISSUE }).toEqual({ title, most, sum: true });
  }
});
