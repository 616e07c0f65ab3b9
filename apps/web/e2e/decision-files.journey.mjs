import { readFile } from 'node:fs/promises';
import { graphql } from './board.mjs';

export const name =
  'Decision records of a folder come in with a status that somebody has to read, twice change nothing, and go out as a zip';

const record = (title, status, body = '') =>
  `---\nstatus: ${status}\ndate: 2026-02-03\n---\n\n# ${title}\n\n## Context and Problem Statement\n\n${body || 'We have to choose.'}\n\n## Considered Options\n\n- Steel\n- Rope\n\n## Decision Outcome\n\nChosen option: "Steel", because it holds.\n`;

const FILES = {
  '0001-moor-with-rope.md': record('Moor with rope', 'superseded by ADR-0002'),
  '0002-moor-with-steel.md': record('Moor with steel', 'accepted', 'Rope wears out, see [the tests](missing.md).'),
  '0003-paint-the-quay.md': record('Paint the quay', 'parked'),
};

export async function run({ person, expect, checkAccessibility }) {
  const ana = await person();
  const { page } = ana;
  await ana.setUp();

  await send(page, FILES);
  // `parked` is nobody's word: what it becomes is shown, and is for a person to say.
  const parked = page.getByLabel(/^“parked”/);
  await parked.waitFor();
  await checkAccessibility(page, 'the mapping of statuses');
  await parked.selectOption({ label: 'Withdrawn' });
  await page.getByLabel('Where they come from').fill('harbour-adr');
  await page.getByRole('button', { name: /Preview/ }).click();
  await expect.visible(page.getByRole('heading', { name: 'What it would change' }));
  await expect.visible(page.getByText(/missing\.md/).first());
  expect.equal(await decisions(page), []);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
  expect.equal(await decisions(page), [
    ['Moor with rope', 'SUPERSEDED', 'Moor with steel'],
    ['Moor with steel', 'ACCEPTED', null],
    ['Paint the quay', 'WITHDRAWN', null],
  ]);

  // The line of history can be walked both ways.
  await page.goto('/decisions');
  await page
    .getByRole('link', { name: /Moor with rope/ })
    .first()
    .click();
  await page
    .getByRole('link', { name: /Moor with steel/ })
    .first()
    .click();
  await expect.visible(page.getByRole('heading', { name: /Moor with steel/ }));
  await expect.visible(page.getByRole('link', { name: /Moor with rope/ }).first());
  await checkAccessibility(page, 'a decision that came from a file');

  // The same files again change nothing.
  await send(page, FILES);
  await page.getByLabel('Where they come from').fill('harbour-adr');
  await page.getByLabel(/^“parked”/).selectOption({ label: 'Withdrawn' });
  await page.getByRole('button', { name: /Preview/ }).click();
  await expect.visible(page.getByText('Nothing: all that could be read is here already, as it is in the file.'));

  // All of them go out as one zip, and come in again elsewhere as they were.
  await page.goto('/decisions');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /3 decisions as a zip/ }).click(),
  ]);
  const zip = await readFile(await download.path());
  expect.equal(zip.subarray(0, 2).toString('latin1'), 'PK');
  await sendFiles(page, [{ name: 'all.zip', mimeType: 'application/zip', buffer: zip }]);
  await page.getByRole('button', { name: /Preview/ }).click();
  await expect.visible(page.getByText(/Nothing: all that could be read is here already|What it would change/).first());
  expect.equal(ana.faults, []);
}

const send = (page, files) =>
  sendFiles(
    page,
    Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })),
  );

async function sendFiles(page, files) {
  await page.goto('/imports');
  await page.getByRole('button', { name: 'New import' }).first().click();
  await page.getByRole('radio', { name: /Decision records/ }).check();
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.waitForURL(/\/imports\/.+/);
}

async function decisions(page) {
  const { data } = await graphql(
    page,
    '{ decisions(first: 10) { edges { node { decision { title state supersededBy { title } } } } } }',
  );
  return data.decisions.edges
    .map(({ node: { decision } }) => [decision.title, decision.state, decision.supersededBy?.title ?? null])
    .toSorted(([one], [other]) => one.localeCompare(other));
}
