import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { TestApp } from '../test-app.js';
import type { TestOrganization, TestPerson } from '../world.js';
import { type Child, start } from './child-process.js';

/** As many as an import is made for, when somebody asks for it. */
const ISSUES = Number(process.env['CHAPTERHOUSE_TEST_ISSUES'] ?? 2500);
const LONGEST_MS = 60_000 + ISSUES * 60;

let app: TestApp;
let house: TestOrganization;
let admin: TestPerson;
const workers: Child[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  // Statistics know others' rows, and nothing of those that come.
  await app.graphql(null, 'mutation { createDemo { viewer { id } } }');
  const owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
  house = await app.world.organization('Harbour');
  admin = await house.administrator('Ada');
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await app.stop();
});

test(
  'an import whose worker is killed goes on by itself with the next worker, from where it was',
  async () => {
    const { id, version } = await uploaded();
    const previewed = await act(`previewImport(id: "${id}", version: ${version}, mapping: {})`);
    await act(`applyImport(id: "${id}", version: ${previewed.version})`);

    const doomed = work();
    await until(async () => (await row()).progress_done > 0);
    await doomed.kill();
    // Each step is in with its place, or not at all.
    const reached = await row();
    expect(reached).toMatchObject({ state: 'APPLYING', progress_total: ISSUES });
    const there = await house.query('select 1 from backlog_items');
    expect(there).toHaveLength(reached.progress_done);
    expect(there.length).toBeLessThan(ISSUES);

    const startedAt = performance.now();
    const next = work();
    const seen = new Set<number>();
    await until(async () => {
      const { state, progress_done: done } = await row();
      seen.add(done);
      return state === 'APPLIED';
    });
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
    expect(await row()).toMatchObject({ state: 'APPLIED', progress_done: ISSUES, progress_total: ISSUES });
  },
  LONGEST_MS,
);

function work(): Child {
  const worker = start('import-worker.ts', [app.databaseUrl]);
  workers.push(worker);
  return worker;
}

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

async function uploaded(): Promise<{ id: string; version: number }> {
  const reply = await app.app.inject({
    method: 'POST',
    url: '/files/imports?kind=JIRA_CSV&name=ferries.csv',
    headers: {
      'content-type': 'application/octet-stream',
      'x-chapterhouse': 'web',
      cookie: `chapterhouse=${admin.cookie}`,
    },
    payload: Readable.from(rows()),
  });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return JSON.parse(reply.body) as { id: string; version: number };
}

async function act(mutation: string): Promise<{ version: number }> {
  const reply = await app.graphql<Record<'done', { version: number }>>(
    admin.cookie,
    `mutation { done: ${mutation} { version } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.done;
}

async function row(): Promise<{ state: string; progress_done: number; progress_total: number }> {
  const [found] = await house.query<{ state: string; progress_done: number; progress_total: number }>(
    'select state, progress_done, progress_total from imports',
  );
  if (!found) throw new Error('No import.');
  return found;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen in time.');
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
