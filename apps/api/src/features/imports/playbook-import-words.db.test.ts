import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
let house: TestOrganization;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  house = await app.world.organization('Harbour');
  await house.administrator('Ada');
});

type Folder = Record<string, string>;
const bring = (folder: Folder, choices: object = {}): ReturnType<ImportRunner['apply']> =>
  app.app.get(ImportRunner).apply(
    {
      organizationId: house.id,
      kind: 'PLAYBOOK',
      files: Object.entries(folder).map(([name, content]) => ({ name, content })),
      mapping: { source: 'our-way', ...choices },
    },
    { actorId: undefined },
  );

describe('A newer folder', () => {
  it('has a title, a summary and a day of review of its own, taken where nobody said another here', async () => {
    const called = (title: string, about: string): Folder => ({
      'README.md': `---\ndescription: ${about}\n---\n# ${title}\n\nWords.\n`,
      'pairing.md': '---\nreview_by: 2027-01-31\n---\n# Pairing\n',
    });
    const words = (): Promise<unknown[]> =>
      house.query('select title, summary, review_due_on as due, version from artifacts where organization_id = $1', [
        house.id,
      ]);
    await bring(called('Our way', 'How we work'));
    expect(await words()).toEqual([{ title: 'Our way', summary: 'How we work', due: '2027-01-31', version: 1 }]);
    await bring(called('Our ways', 'How we work now'));
    expect(await words()).toEqual([{ title: 'Our ways', summary: 'How we work now', due: '2027-01-31', version: 2 }]);
    const [event] = await house.query<{ payload: { changes: unknown } }>(
      `select payload from events where organization_id = $1 and name = 'artifact.edited'`,
      [house.id],
    );
    expect(event?.payload.changes).toEqual([
      { field: 'title', from: 'Our way', to: 'Our ways' },
      { field: 'summary', from: 'How we work', to: 'How we work now' },
    ]);
    await bring(called('Our ways', 'How we work now'));
    expect(await words()).toEqual([{ title: 'Our ways', summary: 'How we work now', due: '2027-01-31', version: 2 }]);
    await house.query(`update artifacts set title = 'Ours', version = version + 1 where organization_id = $1`, [
      house.id,
    ]);
    await bring(called('Their way', 'How they work'));
    expect(await words()).toEqual([{ title: 'Ours', summary: 'How they work', due: '2027-01-31', version: 4 }]);
  });

  it('that says another summary alone leaves the draft as it is', async () => {
    const about = (words: string): Folder => ({ 'mkdocs.yml': `site_description: ${words}\n`, 'docs/a.md': '# A\n' });
    await bring(about('One'));
    const revision = 'select revision from artifact_drafts where organization_id = $1';
    const before = await house.query(revision, [house.id]);
    const report = await bring(about('Two'));
    expect(report).toMatchObject({ updated: { playbook: 1 }, unchanged: { page: 1 } });
    expect(await house.query(revision, [house.id])).toEqual(before);
    expect(await house.query('select title, summary from artifacts where organization_id = $1', [house.id])).toEqual([
      { title: 'playbook', summary: 'Two' },
    ]);
    expect(await bring(about('Two'))).toMatchObject({ created: {}, updated: {}, ended: {} });
  });

  it('of the same name in another community is another playbook: neither touches the other’s', async () => {
    const ours = { 'README.md': '# Our way\n', 'first.md': '# First\n' };
    const theirs = { 'README.md': '# Their way\n', 'only.md': '# Only\n' };
    await bring(ours);
    expect(await bring(theirs, { community: 'Builders' })).toMatchObject({
      created: { community: 1, playbook: 1, page: 2 },
      updated: {},
      ended: {},
    });
    for (const [folder, community] of [
      [ours, 'Our way'],
      [theirs, 'builders'],
    ] as const)
      expect(await bring(folder, { community })).toMatchObject({ created: {}, updated: {}, ended: {} });
    const newer = { ...theirs, 'more.md': '# More\n' };
    expect(await bring(newer, { community: 'Builders' })).toMatchObject({ created: { page: 1 }, ended: {} });
    const sources = 'select source from playbook_sources where organization_id = $1';
    expect(await house.query(sources, [house.id])).toEqual([{ source: 'our-way' }, { source: 'our-way' }]);
    await expect(bring(ours, { title: 'Something' })).rejects.toMatchObject({
      details: { fields: [{ problem: expect.stringContaining('came A-1 of Our way, A-2 of Builders') }] },
    });
  });
});
