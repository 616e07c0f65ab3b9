import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from './board.mjs';
import { themesOf, walkThrough } from './every-screen.mjs';

export const name =
  'Trees, checklists and their drafts, runs and a playbook that is imported at both widths, light and dark: nothing serious for axe, nothing sticks out';

export const limit = 1_260_000;

const THINGS = `{
  tree: artifact(key: "A-2") { id community { id } }
  checklist: artifact(key: "A-3") { id community { id } }
  under: checklistRuns(first: 1, open: true) { edges { node { id } } }
  ended: checklistRuns(first: 1, open: false) { edges { node { id } } }
}`;
const JOIN = 'mutation($id: ID!) { joinCommunity(id: $id) { id } }';
const BEGIN = 'mutation($id: ID!) { beginDraft(artifactId: $id) { revision } }';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const visitor = await person({ width: 1440, height: 800 });
  await visitor.exploreDemo('Administrator');
  const { page } = visitor;
  const { data } = await graphql(page, THINGS);
  for (const { id, community } of [data.tree, data.checklist]) {
    await graphql(page, JOIN, { id: community.id });
    await graphql(page, BEGIN, { id });
  }
  const runs = [...data.under.edges, ...data.ended.edges].map(
    ({ node }) => `/checklist-runs/${encodeURIComponent(node.id)}`,
  );
  const screens = [
    '/artifacts/A-2/pages?show=picture',
    '/artifacts/A-2/pages?show=list',
    '/artifacts/A-2/pages?show=counts',
    '/artifacts/A-2/draft',
    '/artifacts/A-3/draft',
    '/artifacts/A-3/pages',
    '/checklist-runs',
    '/checklist-runs?which=ended',
    '/checklist-runs/nowhere',
    ...runs,
    '/decisions/new?template=A-4',
    await importedPlaybook(page),
  ];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await walkThrough(screens, { page, expect, inBothThemes: themesOf(page, checkAccessibility, width), width });
  }
  expect.equal(visitor.faults, []);
}

/** Where a folder is looked at before it is applied. */
async function importedPlaybook(page) {
  const at = await mkdtemp(join(tmpdir(), 'chapterhouse-folder-'));
  const top = join(at, 'handbook');
  try {
    await mkdir(join(top, 'guide'), { recursive: true });
    await writeFile(join(top, 'README.md'), '# Our way\n\n[Pairing](guide/pairing.md) and [gone](guide/gone.md).\n');
    await writeFile(
      join(top, 'guide', 'pairing.md'),
      '---\nreview: 2026-01-01\n---\n\n# Pairing\n\nTwo at one desk.\n',
    );
    await page.goto('/imports');
    await page.getByRole('button', { name: 'New import' }).first().click();
    await page.getByRole('radio', { name: /Playbook/ }).check();
    await page.getByLabel('Folder', { exact: true }).setInputFiles(top);
    await page.getByRole('list', { name: 'Chosen files' }).getByText('handbook.zip').waitFor();
    await page.getByRole('button', { name: 'Send the file' }).click();
    await page.getByText(/2 pages/).waitFor();
    await page.getByLabel('Community that keeps it').fill('A new');
    await page.getByRole('option', { name: 'A new community' }).click();
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.getByText('README.md:3').waitFor();
    return new URL(page.url()).pathname;
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}
