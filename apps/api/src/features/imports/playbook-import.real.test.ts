import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../../test/independent/markdown-folder.js';
import { fetched, publishDraft, unzipped } from '../../../test/playbook-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';

const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/playbook-microsoft/docs');
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real playbook in ${FOLDER}.\n`);

suite('A playbook of some hundred pages', () => {
  const names = there
    ? readdirSync(FOLDER, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
    : [];
  const files = names.map((name) => ({ name, content: readFileSync(join(FOLDER, name)) }));
  let app: TestApp;
  let house: TestOrganization;
  let ada: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Harbour');
    ada = await house.administrator('Ada');
  });
  afterAll(() => app.stop());
  const order = (): Parameters<ImportRunner['apply']>[0] => ({
    organizationId: house.id,
    kind: 'PLAYBOOK',
    files,
    mapping: { source: 'docs' },
  });

  it('comes in as a count by lines says, tells exactly the broken links, and changes nothing when it comes again', async () => {
    const runner = app.app.get(ImportRunner);
    const { counts, broken } = scan(FOLDER, names);
    const started = performance.now();
    const report = await runner.apply(order(), { actorId: ada.id });
    process.stdout.write(`${names.length} files in ${Math.round(performance.now() - started)} ms\n`);
    const [rows] = await house.query<{ pages: number; pictures: number }>(
      `select (select count(*)::int from playbook_pages where organization_id = $1 and file is not null) as pages,
              (select count(*)::int from images where organization_id = $1) as pictures`,
      [house.id],
    );
    expect(rows).toEqual({ pages: counts.pages, pictures: counts.pictures });
    const told = report.problems.filter(({ what }) => what.includes(' is broken: ')).map(({ where }) => where);
    expect(told.sort()).toEqual(broken.map((one) => one.split(' ')[0]).sort());
    const again = await runner.apply(order(), { actorId: ada.id });
    expect(again).toMatchObject({ created: {}, updated: {}, ended: {} });
  });

  it('is published, and goes out as the files that came', async () => {
    const { number, version } = await publishDraft(app, house, ada, 'docs');
    const reply = await fetched(app, ada.cookie, `/files/artifacts/A-${number}/${version}.zip`);
    const zip = unzipped(reply.rawPayload);
    const taken = names.filter((name) => !/\.(?:pptx|mmd)$/u.test(name)).sort();
    expect([...zip.keys()].sort()).toEqual(taken);
    for (const { name, content } of files) if (taken.includes(name)) expect(zip.get(name)?.equals(content)).toBe(true);
  });
});
