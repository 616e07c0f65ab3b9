import { graphql } from './board.mjs';

export const name =
  'A French Jira CSV: its columns, links and dates are shown and put right, saved as a mapping, applied, and used again; a German one is told what its columns are';

const HEAD =
  'Résumé,Clé de ticket,ID de ticket,Type de ticket,État,Clé de projet,Nom du projet,Personne assignée,Création,Résolu,Sprint,Sprint,Lien de ticket sortant (Blocks),Clé parent,Points,Description';
const FILE = [
  HEAD,
  'La grue,QUAI-1,7,Epic,En cours,QUAI,Quai,Ana Roth,03/04/26 14:47,,,,,,,"h2. Pourquoi\n* voir"',
  'Le radar,QUAI-2,8,Story,À faire,QUAI,Quai,Bo Bollard,05/06/26 09:10,,Sprint 1,Sprint 2,BAC-9,QUAI-1,3,',
  'La bouée,QUAI-3,9,Bug,Terminé(e),QUAI,Quai,Bo Bollard,01/02/26 10:00,04/02/26 11:00,Sprint 1,,,QUAI-1,,',
].join('\n');
const SECOND = [HEAD, 'Le bac,BAC-9,19,Story,À faire,BAC,Bac,Ana Roth,01/05/26 08:00,,,,,QUAI-1,5,'].join('\n');

const GERMAN = [
  'Vorgangsschlüssel,Zusammenfassung,Erstellt,Verknüpfung ausgehend (Blocks)',
  'KAI-1,Der Kran,05/Mai/26 14:47,QUAI-2',
].join('\n');

export async function run({ person, expect, checkAccessibility }) {
  const ana = await person();
  const { page } = ana;
  await ana.setUp();

  await send(page, 'quai.csv', FILE);
  await expect.visible(page.getByText('French headers: 14 of 15 names are known.'));
  await expect.visible(page.getByText(/More than one format fits/));
  await page.getByLabel(/They are written so/).selectOption('MDY');
  await expect.visible(page.getByRole('cell', { name: /4 March 2026/ }));
  await page.getByLabel(/They are written so/).selectOption('DMY');
  await expect.visible(page.getByRole('cell', { name: /3 April 2026/ }));
  await page.getByText(/^Read: /).click();
  await expect.visible(page.getByText('Blocks: from this issue to the key in the cell'));
  await page.getByText(/Hold something and are not read/).click();
  await page.getByLabel('What Points is').selectOption('POINTS');
  await page.getByLabel('Kind of Story').selectOption('ENABLER');
  await page.getByLabel(/people of the files/).selectOption('SAME_NAME');
  await page.getByText('Saved mappings: 0').click();
  await page.getByLabel('Save these choices as').fill('Quais');
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect.visible(page.getByText('Saved mappings: 1'));
  await checkAccessibility(page, 'mapping of a CSV file');

  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.visible(page.getByRole('heading', { name: 'What it would change' }));
  await expect.visible(page.getByText('blocks BAC-9'));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
  expect.equal(await item(page, 'QUAI-2'), {
    tier: 'FEATURE',
    kind: 'ENABLER',
    state: 'DRAFT',
    points: 3,
    description: '',
    createdAt: '2026-06-05T09:10:00.000Z',
    parent: { key: 'QUAI-1' },
    assignee: { name: 'Bo Bollard' },
    sprints: ['Sprint 1', 'Sprint 2'],
    links: [{ phrase: 'blocks', key: 'BAC-9', item: null }],
  });

  // Another project, with the choices that were saved: what it was waited for with is joined.
  await send(page, 'bac.csv', SECOND);
  await page.getByLabel('Use a saved one').selectOption('Quais');
  expect.equal(await page.getByLabel('What Points is').inputValue(), 'POINTS');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
  const { links } = await item(page, 'QUAI-2');
  expect.equal(links, [{ phrase: 'blocks', key: 'BAC-9', item: { title: 'Le bac' } }]);

  await send(page, 'quai.csv', FILE);
  await page.getByLabel('Use a saved one').selectOption('Quais');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.visible(page.getByText('Nothing: all that could be read is here already, as it is in the file.'));

  // In a language that nobody knows: what its columns are is chosen by hand.
  await send(page, 'kai.csv', GERMAN);
  await expect.visible(page.getByText('The names of its columns are not known.'));
  await expect.visible(page.getByText(/Vorgangsschlüssel looks like it/));
  await page.getByLabel('What Vorgangsschlüssel is').selectOption('KEY');
  await page.getByLabel('What Zusammenfassung is').selectOption('SUMMARY');
  await page.getByLabel('What Erstellt is').selectOption('CREATED');
  await page.getByLabel('What Verknüpfung ausgehend (Blocks) is').selectOption('LINK_OUT');
  await checkAccessibility(page, 'columns in a language that nobody knows');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.visible(page.getByText('blocks QUAI-2'));
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
  const kai = await item(page, 'KAI-1');
  expect.equal(kai.links, [{ phrase: 'blocks', key: 'QUAI-2', item: { title: 'Le radar' } }]);
  expect.equal(kai.createdAt, '2026-05-05T14:47:00.000Z');
}

async function item(page, key) {
  const { data } = await graphql(
    page,
    `{ backlogItem(key: "${key}") { tier kind state points description createdAt parent { key } assignee { name }
        sprints { name } links { phrase key item { title } } } }`,
  );
  const { sprints } = data.backlogItem;
  return { ...data.backlogItem, sprints: sprints.map((sprint) => sprint.name).toSorted() };
}

async function send(page, name, text) {
  await page.goto('/imports');
  await page.getByRole('button', { name: 'New import' }).first().click();
  await page.getByRole('radio', { name: /Jira CSV/ }).check();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/imports\/.+/);
}
