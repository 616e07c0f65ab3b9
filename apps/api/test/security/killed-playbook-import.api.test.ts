import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { png } from '../image-files.js';
import { TestApp } from '../test-app.js';
import type { TestOrganization, TestPerson } from '../world.js';
import { type Child, start } from './child-process.js';

const PAGES = 800;
const PICTURES = 800;
const LONGEST_MS = 180_000;
/** Everything that an import of a playbook writes. */
const TABLES = ['communities', 'artifacts', 'artifact_drafts', 'artifact_draft_pages', 'playbook_sources'].concat([
  'playbook_pages',
  'playbook_files',
  'images',
]);

let app: TestApp;
let house: TestOrganization;
let admin: TestPerson;
const workers: Child[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  admin = await house.administrator('Ada');
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await app.stop();
});

test(
  'a playbook whose import is killed is not there by half, and the next worker brings it in whole',
  async () => {
    const { id, version } = await uploaded();
    const previewed = await act(`previewImport(id: "${id}", version: ${version}, mapping: {})`);
    await act(`applyImport(id: "${id}", version: ${previewed.version})`);

    const doomed = work();
    await until(async () => (await row()).progress_done > 0);
    await doomed.kill();
    const reached = await row();
    expect(reached.state).toBe('APPLYING');
    expect(reached.progress_done).toBeLessThan(reached.progress_total);
    process.stdout.write(`Killed at ${reached.progress_done} of ${reached.progress_total}\n`);
    expect(await counts()).toEqual(TABLES.map(() => 0));

    work();
    await until(async () => (await row()).state === 'APPLIED');
    expect(await counts()).toEqual([1, 1, 1, PAGES, 1, PAGES, PICTURES, PICTURES]);
    const told = await house.query(`select name from events where name in ('artifact.created', 'import.applied')`);
    expect(told).toHaveLength(2);
    const [artifact] = await house.query('select number, title from artifacts');
    expect(artifact).toEqual({ number: 1, title: 'Page 0' });
  },
  LONGEST_MS,
);

function work(): Child {
  const worker = start('import-worker.ts', [app.databaseUrl]);
  workers.push(worker);
  return worker;
}

async function uploaded(): Promise<{ id: string; version: number }> {
  const files: Record<string, Uint8Array> = {};
  for (let page = 0; page < PAGES; page += 1) {
    const next = `p${page + 1}.md`;
    files[page === 0 ? 'README.md' : `p${page}.md`] = Buffer.from(
      `# Page ${page}\n\n![crane](c${page}.png) [next](${next})\n`,
    );
  }
  for (let picture = 0; picture < PICTURES; picture += 1) files[`c${picture}.png`] = png(4, 3 + picture, 2_000);
  const reply = await app.app.inject({
    method: 'POST',
    url: '/files/imports?kind=PLAYBOOK&name=way.zip',
    headers: {
      'content-type': 'application/octet-stream',
      'x-chapterhouse': 'web',
      cookie: `chapterhouse=${admin.cookie}`,
    },
    payload: Buffer.from(zipSync(files, { level: 0 })),
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

interface ImportRow extends Record<string, unknown> {
  state: string;
  progress_done: number;
  progress_total: number;
}

async function row(): Promise<ImportRow> {
  const [found] = await house.query<ImportRow>('select state, progress_done, progress_total from imports');
  if (!found) throw new Error('No import.');
  return found;
}

function counts(): Promise<number[]> {
  return Promise.all(
    TABLES.map(async (table) => {
      const [found] = await house.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return found?.count ?? -1;
    }),
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen in time.');
}
