import { graphql } from './board.mjs';

export const name = 'Sprints of a team, by hand and live for two; what is blocked, and by what';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const { data } = await graphql(page, '{ viewer { teams { id name } } }');
  const [team] = data.viewer.teams;

  // The team's page says what it gets done, and leads to all of its sprints.
  await page.goto(`/teams/${team.id}`);
  await expect.visible(page.getByText('Throughput', { exact: true }));
  await expect.visible(page.getByText('items per sprint'));
  await checkAccessibility(page, 'a team with its sprints');
  await page.getByRole('link', { name: /^All \d+ sprints$/ }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: `Sprints of ${team.name}` }));
  await checkAccessibility(page, 'the sprints of a team');

  // The chart has one tab stop; arrows tell of one sprint after the other.
  const bars = page.getByRole('figure').locator('[tabindex="0"]');
  await bars.focus();
  const told = page.locator('figcaption');
  const last = await told.textContent();
  await page.keyboard.press('ArrowLeft');
  await expect.eventually(async () => (await told.textContent()) !== last, true);
  await page.keyboard.press('End');
  await expect.eventually(() => told.textContent(), last);

  // Finished on a desk, it is finished on the phone of somebody else at once.
  const other = await person({ width: 360, height: 780 });
  await other.exploreDemo('Scrum of Scrums Master');
  await other.page.goto(`/teams/${team.id}/sprints`);
  const running = page.getByRole('row', { name: /Running/ });
  const number = /Sprint (\d+)/.exec(await running.textContent())?.[1];
  const theirs = other.page.getByRole('row', { name: new RegExp(`Sprint ${number}`) });
  await expect.visible(theirs.getByText('Running'));
  await other.page.waitForLoadState('networkidle');
  await running.getByRole('button', { name: 'Finish…' }).click();
  const finish = page.getByRole('dialog', { name: `Finish Sprint ${number}` });
  await finish.getByLabel('Items done').fill('9');
  await finish.getByLabel('Points done').fill('21.5');
  await checkAccessibility(page, 'finishing a sprint');
  await page.keyboard.press('Enter');
  await expect.gone(finish);
  await expect.visible(page.getByText(`Sprint ${number} is finished.`).first());
  await expect.visible(theirs.getByText('Finished'));
  await expect.visible(theirs.getByText(/^9 of/));
  await checkAccessibility(other.page, 'the sprints of a team on a phone');

  // Whoever looks at an older state is told, keeps the words and may save over it.
  await theirs.getByRole('button', { name: `Sprint ${number}: actions` }).click();
  await other.page.getByRole('menuitem', { name: 'Edit…' }).click();
  const theirEdit = other.page.getByRole('dialog', { name: `Edit Sprint ${number}` });
  await theirEdit.getByLabel('Sprint Goal').fill('Pay by invoice');
  const { data: now } = await graphql(
    page,
    `{ sprints(teamId: "${team.id}", first: 1) { edges { node { id version } } } }`,
  );
  const [{ node }] = now.sprints.edges;
  await graphql(
    page,
    'mutation ($id: ID!, $version: Int!) { editSprint(id: $id, version: $version, input: { doneItems: 8 }) { id } }',
    node,
  );
  await theirEdit.getByRole('button', { name: 'Save' }).click();
  await expect.visible(theirEdit.getByText('Items done now'));
  await theirEdit.getByRole('button', { name: 'Save mine over it' }).click();
  await expect.gone(theirEdit);
  await expect.visible(page.getByRole('row', { name: /Pay by invoice/ }));
  await expect.visible(page.getByRole('row', { name: /Pay by invoice/ }).getByText(/^8 of/));

  // The next one by keyboard alone: it follows the last one.
  await page.keyboard.press('n');
  const next = page.getByRole('dialog', { name: `New sprint of ${team.name}` });
  await expect.eventually(() => next.getByLabel('Name').inputValue(), `Sprint ${Number(number) + 1}`);
  await checkAccessibility(page, 'a new sprint');
  await page.keyboard.press('Enter');
  await expect.gone(next);
  const planned = page.getByRole('row', { name: new RegExp(`Sprint ${Number(number) + 1}`) });
  await expect.visible(planned);
  const menu = planned.getByRole('button', { name: /actions$/ });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect.visible(page.locator('[role="menuitem"]:focus'));
  await page.keyboard.press('End');
  await expect.visible(page.locator('[role="menuitem"]:focus').filter({ hasText: 'Remove…' }));
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: /^Remove Sprint/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect.gone(planned);

  // Blocked work: an impediment that names an item blocks it, for everybody who looks.
  await page.getByRole('link', { name: 'Blocked work' }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Blocked work' }));
  await expect.visible(page.getByRole('row').nth(1));
  await checkAccessibility(page, 'blocked work');
  await page.getByLabel('Team').selectOption(team.id);
  await expect.eventually(() => new URL(page.url()).search, `?team=${team.id}`);
  await page.waitForLoadState('networkidle');
  const { data: raised } = await graphql(
    other.page,
    `mutation { raiseImpediment(input: { title: "The test quay is taken", category: ENVIRONMENT, raisingTeamId: "${team.id}", blockedItemKeys: ["QUAY-7"] }) { key } }`,
  );
  const item = page.getByRole('row', { name: /QUAY-7/ });
  await expect.visible(item);
  await expect.visible(item.getByText('nobody yet'));
  await item.getByRole('link', { name: /The test quay is taken/ }).click();
  await expect.visible(page.getByRole('dialog', { name: raised.raiseImpediment.key }));
  await page.keyboard.press('Escape');
  await expect.eventually(
    () => new URL(page.url()).pathname + new URL(page.url()).search,
    `/impediments/blocked?team=${team.id}`,
  );
  await other.page.goto(`/impediments/blocked?team=${team.id}`);
  await expect.visible(other.page.getByRole('row', { name: /QUAY-7/ }));
  await checkAccessibility(other.page, 'blocked work on a phone');
  expect.equal([...master.faults, ...other.faults], []);
}
