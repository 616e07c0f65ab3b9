import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { png } from '../image-files.js';
import { TestApp } from '../test-app.js';
import { ImportedFile } from './imported-file.js';

const PAGES = 800;
const PICTURES = 800;
/** Everything that an import of a playbook writes. */
const TABLES = ['communities', 'artifacts', 'artifact_drafts', 'artifact_draft_pages', 'playbook_sources'].concat([
  'playbook_pages',
  'playbook_files',
  'images',
]);

let app: TestApp;
let imported: ImportedFile;

beforeAll(async () => {
  app = await TestApp.start();
  imported = await ImportedFile.begin(app);
});
afterAll(async () => {
  await imported?.stop();
  await app?.stop();
});

test('a playbook whose import is killed is not there by half, and the next worker brings it in whole', async () => {
  await imported.apply('kind=PLAYBOOK&name=way.zip', playbook());

  const doomed = imported.work();
  await imported.until(({ progress_done: done }) => done > 0);
  await doomed.kill();
  const reached = await imported.row();
  expect(reached.state).toBe('APPLYING');
  expect(reached.progress_done).toBeLessThan(reached.progress_total);
  process.stdout.write(`Killed at ${reached.progress_done} of ${reached.progress_total}\n`);
  expect(await counts()).toEqual(TABLES.map(() => 0));

  imported.work();
  await imported.until(({ state }) => state === 'APPLIED');
  expect(await counts()).toEqual([1, 1, 1, PAGES, 1, PAGES, PICTURES, PICTURES]);
  const told = await imported.house.query(
    `select name from events where name in ('artifact.created', 'import.applied')`,
  );
  expect(told).toHaveLength(2);
  const [artifact] = await imported.house.query('select number, title from artifacts');
  expect(artifact).toEqual({ number: 1, title: 'Page 0' });
});

function playbook(): Buffer {
  const files: Record<string, Uint8Array> = {};
  for (let page = 0; page < PAGES; page += 1) {
    const next = `p${page + 1}.md`;
    files[page === 0 ? 'README.md' : `p${page}.md`] = Buffer.from(
      `# Page ${page}\n\n![crane](c${page}.png) [next](${next})\n`,
    );
  }
  for (let picture = 0; picture < PICTURES; picture += 1) files[`c${picture}.png`] = png(4, 3 + picture, 2_000);
  return Buffer.from(zipSync(files, { level: 0 }));
}

function counts(): Promise<number[]> {
  return Promise.all(
    TABLES.map(async (table) => {
      const [found] = await imported.house.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return found?.count ?? -1;
    }),
  );
}
