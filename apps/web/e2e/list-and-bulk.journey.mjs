import { graphql } from './board.mjs';

export const name =
  'The list: columns, many selected by keyboard, assigned, labelled, taken back in one go; a view kept and opened';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const chief = await person();
  await chief.exploreDemo('Scrum of Scrums Master');
  const { page } = chief;
  await page.goto('/impediments/list?sort=age');
  const rows = page.locator('[data-card-key]');
  await expect.visible(rows);
  const keys = await rows.evaluateAll((links) => links.slice(0, 3).map((link) => link.dataset.cardKey));
  const facts = async () => {
    const { data } = await graphql(
      page,
      `{ ${keys.map((key, index) => `i${index}: impediment(key: "${key}") { owner { name } labels { name } }`).join(' ')} }`,
    );
    return Object.values(data).map(({ owner, labels }) => [owner?.name ?? null, labels.map(({ name }) => name).sort()]);
  };
  const before = await facts();

  // Three rows by keyboard alone.
  await rows.first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selected impediments' });
  await expect.visible(bar.getByText('3 selected'));
  await checkAccessibility(page, 'the list with a selection');

  await bar.getByRole('button', { name: 'Labels …' }).click();
  const dialog = page.getByRole('dialog', { name: /Labels: 3 impediments/ });
  await dialog.getByLabel('A new label').fill('quay works');
  await dialog.getByRole('button', { name: 'Change 3 impediments' }).click();
  await expect.gone(dialog);
  await expect.eventually(async () => (await facts()).every(([, labels]) => labels.includes('quay works')), true);

  // One press takes the change of all three back, in the log as well.
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.eventually(facts, before);
  const { data } = await graphql(
    page,
    `{ impediment(key: "${keys[0]}") { activity(first: 2) { edges { node { event } } } } }`,
  );
  expect.equal(
    data.impediment.activity.edges.map(({ node }) => node.event),
    ['impediment.undone', 'impediment.labelled'],
  );

  // A filter is kept as a view, shared, and opened first from now on.
  await page.goto('/impediments/list?overdue');
  await expect.visible(rows);
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view …' }).click();
  const save = page.getByRole('dialog', { name: 'Save this view' });
  await save.getByLabel('Name').fill('What burns');
  await save.getByLabel('Share it').check();
  await save.getByRole('button', { name: 'Save' }).click();
  await expect.gone(save);
  await expect.visible(page.getByRole('button', { name: 'What burns' }));

  const other = await person();
  await other.exploreDemo('Chief Product Owner');
  await other.page.goto('/impediments');
  await expect.visible(other.page.locator('[data-card]'));
  await other.page.getByRole('button', { name: 'Saved views' }).click();
  await other.page.getByRole('menuitem', { name: /What burns/ }).click();
  await expect.eventually(() => new URL(other.page.url()).pathname, '/impediments/list');
  await expect.eventually(() => new URL(other.page.url()).searchParams.has('overdue'), true);
  // Chips say what is filtered; taking the last away shows everything.
  const all = await graphql(other.page, '{ impedimentBoard { impediments { id } } }');
  await expect.visible(other.page.getByText(/\d+ of \d+/));
  expect.ok(
    all.data.impedimentBoard.impediments.length > (await other.page.locator('[data-card-key]').count()),
    'fewer',
  );
  expect.equal([...chief.faults, ...other.faults], []);
}
