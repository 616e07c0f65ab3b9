import { cardOf, columnOf, nameOf } from './board.mjs';

export const name = 'By finger: raise, triage, answer and label on a phone; drag a card on a tablet';

export const withDemo = true;

export async function run({ person, expect }) {
  const master = await person({ width: 360, height: 780, touch: true });
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const owner = await nameOf(page);

  await page.getByRole('button', { name: 'Raise impediment' }).first().tap();
  await page.getByLabel('What is in the way?').fill('The lock keeper has no radio');
  await page.getByRole('button', { name: 'Raise', exact: true }).tap();
  const said = page.getByText(/^IMP-\d+ is raised\.$/);
  await said.waitFor();
  const key = (await said.textContent()).split(' ')[0];
  await expect.gone(page.getByRole('dialog'));

  await page.getByLabel('Filter by words').fill('lock keeper');
  await expect.visible(cardOf(page, key));
  expect.ok((await targetOf(page.getByRole('button', { name: `Move ${key} to…` }))) >= 24, 'a target for a finger');
  await page.getByRole('button', { name: `Move ${key} to…` }).tap();
  await page.getByRole('menuitem', { name: /^Triaged/ }).tap();
  const form = page.getByRole('dialog');
  await form.getByLabel('Owner').fill(owner);
  await page.getByRole('option').filter({ hasText: owner }).first().tap();
  await form.getByLabel('Next step').fill('Borrow one from the pilots');
  await form.getByRole('button', { name: /Triage/ }).tap();
  await expect.gone(form);

  // The column that the card went to is a tap away.
  await page.getByRole('button', { name: 'Triaged has 1' }).tap();
  await expect.visible(cardOf(page, key));
  await page.locator(`[data-card-key="${key}"]`).tap();
  const panel = page.getByRole('dialog', { name: key });
  await expect.visible(panel.getByText('Borrow one from the pilots'));
  await panel.getByPlaceholder('Write a comment. Markdown works.').fill('The pilots have two');
  await panel.getByRole('button', { name: /^Comment/ }).tap();
  await expect.visible(panel.locator('.comment', { hasText: 'The pilots have two' }));
  await panel.getByRole('button', { name: 'Close', exact: true }).first().tap();
  await expect.gone(panel);

  await page.getByRole('radio', { name: 'List' }).tap();
  await expect.visible(page.locator(`[data-card-key="${key}"]`));
  await page.getByRole('checkbox', { name: new RegExp(`Select ${key}`) }).tap();
  await page.getByRole('button', { name: 'Labels …' }).tap();
  await page.getByLabel('A new label').fill('radio');
  await page.getByRole('button', { name: 'Change 1 impediment' }).tap();
  await page.getByRole('button', { name: 'Undo' }).first().tap();
  await expect.visible(page.getByText(/^Taken back/));

  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await page.getByRole('dialog', { name: 'All screens' }).getByRole('link', { name: 'History' }).tap();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'History' }));
  expect.equal(master.faults, []);

  // A finger that rests on a card lifts it; one that moves at once scrolls.
  const other = await person({ width: 1024, height: 768, touch: true });
  await other.exploreDemo('Scrum of Scrums Master');
  await other.page.goto('/impediments?lanes=none&sort=age');
  const raised = other.page.locator('[data-card-column="0"]').first();
  await expect.visible(raised);
  const moved = await raised.getAttribute('data-card-key');
  const touch = await other.context.newCDPSession(other.page);
  const at = (type, x, y) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const card = await cardOf(other.page, moved).boundingBox();
  const x = card.x + 60;
  const y = card.y + 20;
  await at('touchStart', x, y);
  await expect.visible(other.page.locator('.card--overlay'));
  for (let step = 1; step <= 10; step += 1) await at('touchMove', x + (card.width * step) / 10, y + step);
  await at('touchEnd');
  await expect.visible(other.page.getByRole('dialog').getByLabel('Owner'));
  await other.page.keyboard.press('Escape');
  await expect.eventually(() => columnOf(other.page, moved), 0);
  expect.equal(other.faults, []);
}

/** The smaller side of what a finger has to meet, in pixels. */
async function targetOf(locator) {
  const { width, height } = await locator.boundingBox();
  return Math.min(width, height);
}
