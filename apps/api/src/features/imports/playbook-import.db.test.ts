import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { png } from '../../../test/image-files.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { Verifications } from '../../platform/events/verifications.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
let house: TestOrganization;
let ada: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  ada = await house.administrator('Ada');
});

type Folder = Record<string, string | Buffer>;
const FOLDER: Folder = {
  'README.md': '# Our way\n\nSee [pairing](guide/pairing.md#why) and [gone](gone.md).\n',
  'guide/README.md': '# Guide\n\n![crane](crane.png)\n',
  'guide/pairing.md': '---\nreview_by: 2027-01-31\n---\n# Pairing\n\nBack to [the start](../README.md).\n\n## Why\n',
  'guide/testing.md': '# Testing\n\nEarly.\n',
  'guide/crane.png': png(4, 3),
  'notes.txt': 'x',
};

const order = (folder: Folder, mapping: object = {}): Parameters<ImportRunner['apply']>[0] => ({
  organizationId: house.id,
  kind: 'PLAYBOOK',
  files: Object.entries(folder).map(([name, content]) => ({ name, content })),
  mapping: { source: 'our-way', ...mapping },
});
const runner = (): ImportRunner => app.app.get(ImportRunner);
const bring = (folder: Folder, mapping: object = {}, actorId?: string): ReturnType<ImportRunner['apply']> =>
  runner().apply(order(folder, mapping), { actorId });

interface DraftPage extends Record<string, unknown> {
  path: string;
  title: string;
  body: string;
}
const draft = (): Promise<DraftPage[]> =>
  house.query<DraftPage>(
    'select path, title, body from artifact_draft_pages where organization_id = $1 order by path',
    [house.id],
  );
/** Everything of imports of playbooks, as it stands: moments and versions too. */
async function everything(): Promise<string> {
  const tables = ['artifacts', 'artifact_drafts', 'artifact_draft_pages', 'playbook_sources', 'playbook_pages'];
  const rows: unknown[] = [];
  for (const table of [...tables, 'playbook_files', 'images', 'communities', 'community_members', 'events'])
    rows.push(await house.query(`select t.*::text from ${table} t where organization_id = $1 order by 1`, [house.id]));
  return JSON.stringify(rows);
}
async function agrees(): Promise<void> {
  const found = await app.database.transaction({ organizationId: house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  const ours = Object.entries(found).filter(([rule]) => /communit|artifact|draft|image|member/u.test(rule));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.filter(([, rows]) => rows.length > 0)).toEqual([]);
}

describe('A folder that comes in', () => {
  it('is the draft of a playbook, whose community is founded where there is none', async () => {
    const preview = await runner().preview(order(FOLDER));
    const nothing = await everything();
    expect(await draft()).toEqual([]);
    const report = await bring(FOLDER);
    expect(report).toEqual(preview);
    expect(await everything()).not.toBe(nothing);
    expect(report.created).toEqual({ community: 1, playbook: 1, page: 4, picture: 1 });
    expect(report.problems).toEqual([
      { where: 'README.md:3', what: 'The link gone.md is broken: nothing of that name is there.' },
      { where: 'notes.txt', what: 'This is neither a page nor a picture: left out.' },
    ]);
    const [image] = await house.query<{ id: string; name: string; uploaded_by: string }>(
      'select id, name, uploaded_by from images where organization_id = $1',
      [house.id],
    );
    expect(image).toMatchObject({ name: 'crane.png', uploaded_by: ada.id });
    expect(await draft()).toEqual([
      { path: 'guide', title: 'Guide', body: `![crane](/files/images/Image_${image?.id ?? ''})\n` },
      { path: 'guide/pairing', title: 'Pairing', body: 'Back to [the start](A-1/index).\n\n## Why\n' },
      { path: 'guide/testing', title: 'Testing', body: 'Early.\n' },
      { path: 'index', title: 'Our way', body: 'See [pairing](A-1/guide/pairing#why) and [gone](gone.md).\n' },
    ]);
    const [artifact] = await house.query(
      `select a.title, a.imported_from, a.review_due_on, a.approvals_needed, c.name, c.founded_by
         from artifacts a join communities c on c.id = a.community_id where a.organization_id = $1`,
      [house.id],
    );
    expect(artifact).toEqual({
      title: 'Our way',
      imported_from: 'our-way',
      review_due_on: '2027-01-31',
      approvals_needed: 2,
      name: 'Our way',
      founded_by: ada.id,
    });
    await agrees();
  });

  it('changes nothing when it comes again', async () => {
    await bring(FOLDER);
    const before = await everything();
    const report = await bring(FOLDER);
    expect(report).toMatchObject({ created: {}, updated: {}, ended: {} });
    expect(report.unchanged).toEqual({ playbook: 1, page: 4, picture: 1 });
    expect(await everything()).toBe(before);
  });

  it('is there whole or not at all, and comes in by another try', async () => {
    let steps = 0;
    const failing = runner().apply(order(FOLDER), {
      importId: '018f0000-0000-7000-8000-000000000001',
      finish: () => Promise.reject(new Error('The process is gone.')),
      progress: () => Promise.resolve(void (steps += 1)),
    });
    await expect(failing).rejects.toThrow('The process is gone.');
    expect(await draft()).toEqual([]);
    expect(await house.query('select from images where organization_id = $1', [house.id])).toEqual([]);
    await bring(FOLDER);
    expect(await draft()).toHaveLength(4);
    expect(await house.query('select number from artifacts where organization_id = $1', [house.id])).toEqual([
      { number: 1 },
    ]);
    await agrees();
  });

  it('goes to the community that is named, by whoever imports', async () => {
    const ben = await house.administrator('Ben');
    await bring(FOLDER, {}, ben.id);
    await bring({ 'a.md': '# A' }, { source: 'other', community: 'Builders' }, ben.id);
    const third = { 'a.md': '# A' };
    const problem = 'Choose the community that keeps this playbook.';
    const refusal = { code: 'INVALID_INPUT', details: { fields: [{ field: 'mapping.community', problem }] } };
    await expect(bring(third, { source: 'third' })).rejects.toMatchObject(refusal);
    await expect(runner().preview(order(third, { source: 'third' }))).rejects.toMatchObject(refusal);
    // What can be chosen is offered all the same.
    expect(await runner().choices(order(third, { source: 'third' }))).toMatchObject({
      communities: [{ name: 'Builders' }, { name: 'Our way' }],
      playbooks: [
        { source: 'other', key: 'A-2', communityName: 'Builders' },
        { source: 'our-way', key: 'A-1', communityName: 'Our way' },
      ],
    });
    const found = await house.query(
      `select a.number, c.name, c.founded_by from artifacts a join communities c on c.id = a.community_id
        where a.organization_id = $1 order by a.number`,
      [house.id],
    );
    expect(found).toEqual([
      { number: 1, name: 'Our way', founded_by: ben.id },
      { number: 2, name: 'Builders', founded_by: ben.id },
    ]);
    await agrees();
  });
});

describe('A newer folder', () => {
  const NEWER: Folder = {
    ...FOLDER,
    'guide/pairing.md': '---\nreview_by: 2027-06-30\n---\n# Pairing\n\nTwo people.\n\n## Why\n',
    'guide/new.md': '# New\n\n[pairing](pairing.md)\n',
    'guide/crane.png': png(8, 6),
  };

  it('updates what nobody changed here, adds what is new and takes away what it has no more', async () => {
    await bring(FOLDER);
    const { 'guide/testing.md': _, ...newer } = NEWER;
    const report = await bring(newer);
    expect(report).toMatchObject({
      created: { page: 1, picture: 1 },
      updated: { playbook: 1, page: 2 },
      ended: { page: 1 },
      unchanged: { page: 1 },
    });
    const pages = new Map((await draft()).map(({ path, body }) => [path, body]));
    expect([...pages.keys()]).toEqual(['guide', 'guide/new', 'guide/pairing', 'index']);
    expect(pages.get('guide/pairing')).toBe('Two people.\n\n## Why\n');
    expect(pages.get('guide/new')).toBe('[pairing](A-1/guide/pairing)\n');
    expect(
      await house.query('select review_due_on as due from artifacts where organization_id = $1', [house.id]),
    ).toEqual([{ due: '2027-06-30' }]);
    const before = await everything();
    expect(await bring(newer)).toMatchObject({ created: {}, updated: {}, ended: {} });
    expect(await everything()).toBe(before);
    await agrees();
  });

  it('never overwrites what was changed here, and tells it once', async () => {
    await bring(FOLDER);
    await house.query(
      `update artifact_draft_pages set body = 'Written here.', version = version + 1
        where organization_id = $1 and path in ('guide/pairing', 'guide/testing')`,
      [house.id],
    );
    const report = await bring(NEWER);
    expect(report.problems.filter(({ where }) => where === 'guide/pairing.md')).toEqual([
      {
        where: 'guide/pairing.md',
        what: 'It was changed here and in the folder: the words from here stay. Bring the others in by hand.',
      },
    ]);
    const pages = new Map((await draft()).map(({ path, body }) => [path, body]));
    expect(pages.get('guide/pairing')).toBe('Written here.');
    expect(pages.get('guide/testing')).toBe('Written here.');
    expect(pages.get('guide/new')).toBe('[pairing](A-1/guide/pairing)\n');
    const again = await bring(NEWER);
    expect(again.problems.filter(({ where }) => where === 'guide/pairing.md')).toEqual([]);
    expect(again).toMatchObject({ created: {}, updated: {}, ended: {} });
    // Gone there, changed here: it stays, and that is told.
    const { 'guide/testing.md': _, ...without } = NEWER;
    const last = await bring(without);
    expect(last.ended).toEqual({});
    expect(last.problems).toContainEqual({
      where: 'guide/testing.md',
      what: 'The folder has it no more, and it was changed here: it stays.',
    });
    expect((await draft()).map(({ path }) => path)).toContain('guide/testing');
  });

  it('leaves pages where people put them, and a day of review that they set', async () => {
    await bring(FOLDER);
    await house.query(
      `update artifact_draft_pages set path = 'testing', slug = 'testing', parent_id = null, position = 9
        where organization_id = $1 and path = 'guide/testing'`,
      [house.id],
    );
    await house.query(`update artifacts set review_due_on = '2026-12-24' where organization_id = $1`, [house.id]);
    await bring(NEWER);
    expect((await draft()).map(({ path }) => path)).toEqual([
      'guide',
      'guide/new',
      'guide/pairing',
      'index',
      'testing',
    ]);
    expect(
      await house.query('select review_due_on as due from artifacts where organization_id = $1', [house.id]),
    ).toEqual([{ due: '2026-12-24' }]);
  });

  it('of a community that was closed, or an artifact in the archive: the one is refused, the other begins anew', async () => {
    await bring(FOLDER);
    await house.query(`update communities set closed_at = now(), close_reason = 'Done' where organization_id = $1`, [
      house.id,
    ]);
    const refused = await bring(NEWER);
    expect(refused.refused).toContain('A-1 is of the community Our way, which is closed');
    expect((await draft()).map(({ path }) => path)).not.toContain('guide/new');
    const archive = (): Promise<unknown> =>
      house.query(
        `update artifacts set archived_at = now(), archived_by = created_by, archive_reason = 'Old' where organization_id = $1`,
        [house.id],
      );
    await archive();
    expect((await bring(NEWER)).created).toMatchObject({ community: 1, playbook: 1 });
    await archive();
    const again = await bring(NEWER);
    expect(again.created).toMatchObject({ playbook: 1 });
    expect(again.created).not.toHaveProperty('community');
    const sources = await house.query<{ source: string }>(
      'select source from playbook_sources where organization_id = $1 order by source',
      [house.id],
    );
    expect(sources.map(({ source }) => source)).toEqual(['our-way', 'our-way', 'our-way (A-2, archived)']);
  });

  it('goes to the community that is named, which is founded only where it is not here', async () => {
    await bring(FOLDER);
    const second = await bring(FOLDER, { source: 'second', title: 'Second', community: 'our WAY' });
    expect(second.created).toEqual({ playbook: 1, page: 4, picture: 1 });
    const third = await bring(FOLDER, { source: 'third', title: 'Third', community: 'Another' });
    expect(third.created).toMatchObject({ community: 1, playbook: 1 });
    const names = await house.query<{ name: string }>(
      'select c.name from artifacts a join communities c on c.id = a.community_id where a.organization_id = $1 order by a.number',
      [house.id],
    );
    expect(names.map(({ name }) => name)).toEqual(['Our way', 'Our way', 'Another']);
  });

  it('of the same name elsewhere is another organization’s', async () => {
    await bring(FOLDER);
    const before = await everything();
    const first = house;
    house = await app.world.organization('Quay');
    await house.administrator('Eve');
    expect((await bring(NEWER)).created).toMatchObject({ playbook: 1 });
    house = first;
    expect(await everything()).toBe(before);
  });
});
