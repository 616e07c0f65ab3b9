import { cardOf, columnOf, graphql, nameOf, openMoveMenu, raise, triage } from './board.mjs';

export const name =
  'One raises, the other sees it without reloading and triages it, the first sees the owner; to the end and back';

export const withDemo = true;

export async function run({ person, expect }) {
  const developer = await person();
  await developer.exploreDemo('Developer');
  const master = await person();
  await master.exploreDemo('Scrum of Scrums Master');
  await expect.visible(master.page.locator('[data-card]'));
  await expect.visible(developer.page.locator('[data-card]'));
  // The other one's board listens from its first frame on; a first change proves it before time is taken.
  await expect.visible(cardOf(master.page, await raise(developer.page, 'The gate key is lost')));

  const waits = [];
  let key = '';
  for (const title of ['The printer at the gate is dark', 'Nobody has the tide tables', 'The lane camera is blind']) {
    key = await raise(developer.page, title);
    const began = performance.now();
    await expect.visible(cardOf(master.page, key));
    waits.push(performance.now() - began);
  }
  expect.ok(waits.toSorted((a, b) => a - b)[1] <= 5_000, `told, not asked for: ${waits.map(Math.round).join(', ')} ms`);

  const owner = await nameOf(master.page);
  await openMoveMenu(master.page, key);
  await master.page.getByRole('menuitem', { name: /^Triaged/ }).click();
  await triage(master.page, owner, 'Ask the harbour office today');
  await expect.eventually(() => columnOf(developer.page, key), 1);

  // The panel of the one who raised it follows without a reload.
  await developer.page.goto(`/impediments/${key}`);
  const panel = developer.page
    .getByRole('complementary')
    .filter({ hasText: key })
    .or(developer.page.getByRole('dialog').filter({ hasText: key }))
    .first();
  await expect.visible(panel.getByText(owner));
  await expect.visible(panel.getByText('Ask the harbour office today'));
  await developer.page.getByPlaceholder('Write a comment. Markdown works.').fill('Thank you, **waiting**');
  await developer.page.keyboard.press('Control+Enter');
  await expect.visible(developer.page.locator('.comment strong', { hasText: 'waiting' }));

  await openMoveMenu(master.page, key);
  await master.page.getByRole('menuitem', { name: /^In progress/ }).click();
  await expect.eventually(() => columnOf(master.page, key), 2);
  await openMoveMenu(master.page, key);
  await master.page.getByRole('menuitem', { name: /^Resolved/ }).click();
  await master.page.getByLabel('What removed it?').fill('A new camera');
  await master.page.keyboard.press('Control+Enter');
  await expect.eventually(() => columnOf(developer.page, key), 3);

  // The raising team confirms; somebody takes it back.
  await developer.page.getByRole('button', { name: 'Close', exact: true }).last().click();
  const state = async () =>
    (await graphql(master.page, `{ impediment(key: "${key}") { state owner { name } } }`)).data.impediment;
  await expect.eventually(state, { state: 'CLOSED', owner: { name: owner } });
  await expect.eventually(() => columnOf(master.page, key), null);
  await developer.page.getByRole('button', { name: 'Reopen' }).click();
  await developer.page.getByLabel('Why is it reopened?').fill('Blind again');
  await developer.page.keyboard.press('Control+Enter');
  await expect.eventually(() => columnOf(master.page, key), 1);
  expect.equal([...developer.faults, ...master.faults], []);
}
