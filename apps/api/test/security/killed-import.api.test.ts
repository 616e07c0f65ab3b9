import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { TestApp } from '../test-app.js';
import type { Child } from './child-process.js';
import { ImportedFile } from './imported-file.js';

/** As many as an import is made for, when somebody asks for it. */
const ISSUES = Number(process.env['CHAPTERHOUSE_TEST_ISSUES'] ?? 2500);
const LONGEST_MS = 240_000 + ISSUES * 60;

let app: TestApp;
let imported: ImportedFile;

beforeAll(async () => {
  app = await TestApp.start();
  // Statistics know others' rows, and nothing of those that come.
  await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  const owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
  imported = await ImportedFile.begin(app);
});
afterAll(async () => {
  await imported?.stop();
  await app?.stop();
});

test(
  'an import whose worker is killed goes on by itself with the next worker, from where it was',
  async () => {
    await imported.apply('kind=JIRA_CSV&name=ferries.csv', Readable.from(rows()));
    const { house } = imported;

    const doomed = imported.work();
    await imported.until(({ progress_done: done }) => done > 0, LONGEST_MS);
    await doomed.kill();
    // Each step is in with its place, or not at all.
    const reached = await imported.row();
    expect(reached).toMatchObject({ state: 'APPLYING', progress_total: ISSUES });
    const there = await house.query('select 1 from backlog_items');
    expect(there).toHaveLength(reached.progress_done);
    expect(there.length).toBeLessThan(ISSUES);

    const startedAt = performance.now();
    const next = imported.work();
    const seen = new Set<number>();
    await imported.until(({ state, progress_done: done }) => {
      seen.add(done);
      return state === 'APPLIED';
    }, LONGEST_MS);
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`${ISSUES} issues in ${seconds.toFixed(1)} s; peak of the worker: ${peakOf(next)} MB\n`);
    expect(seen.size).toBeGreaterThan(2);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(reached.progress_done);
    const [counts] = await house.query<{ items: number; done: number; told: number }>(
      `select count(*) as items, count(*) filter (where state = 'DONE') as done,
              (select count(*) from events where name = 'item.imported') as told from backlog_items`,
    );
    expect(counts).toEqual({ items: ISSUES, done: Math.floor(ISSUES / 2), told: ISSUES });
    const [tied] = await house.query(
      `select (select count(*) from item_links where other_item_id is null) as loose,
              (select count(*) from backlog_items where parent_id is null and tier <> 'EPIC') as alone,
              (select count(*) from order_slots) as ordered, (select max(count) from order_moves) as entered`,
    );
    const open = Math.ceil(ISSUES / 2);
    expect(tied).toEqual({ loose: 0, alone: 0, ordered: open, entered: Math.min(open, 2000) });
    const [result] = await house.query<{ created: object }>(
      `select jsonb_object_agg(c->>'kind', c->'created') as created
         from imports cross join jsonb_array_elements(result->'counts') as c`,
    );
    expect(result?.created).toMatchObject({ 'backlog-item': ISSUES, link: ISSUES });
    expect(await imported.row()).toMatchObject({ state: 'APPLIED', progress_done: ISSUES, progress_total: ISSUES });
  },
  LONGEST_MS,
);

/** A CSV export, row by row: nobody holds all of it. */
function* rows(): Generator<string> {
  yield 'Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Project name,Assignee,Created,Updated,Resolved,Description,Sprint,Outward issue link (Relates),Parent key\n';
  const text = 'The crane of the quay has to be seen from the ferry, whatever the weather. '.repeat(20);
  for (let n = 1; n <= ISSUES; n += 1) {
    const isDone = n % 2 === 0;
    const created = `${String((n % 28) + 1).padStart(2, '0')}/Mar/26 3:31 PM`;
    yield `About ${n},FERRY-${n},${n},${n % 50 === 1 ? 'Epic' : 'Story'},${isDone ? 'Closed' : 'Open'},${isDone ? 'Done' : 'To Do'},FERRY,Ferries,Person ${n % 90},${created},${created},${isDone ? created : ''},"${text}",Sprint ${n % 40},FERRY-${(n % ISSUES) + 1},FERRY-${n - ((n - 1) % 50)}\n`;
  }
}

/** The most memory that the process has had, in MB; where the system tells. */
function peakOf({ process: { pid } }: Child): string {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? '?' : String(Math.round(Number(kilobytes) / 1024));
  } catch {
    return '?';
  }
}
