import { columnOf, nameOf } from './board.mjs';

export const name = 'The board by keyboard alone: raise, walk, triage, comment, come back';

export const withDemo = true;

export async function run({ person, expect }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const press = (key) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(() => document.activeElement?.dataset?.cardKey ?? document.activeElement?.tagName);
  const owner = await nameOf(page);
  await expect.visible(page.locator('[data-card]'));

  await press('?');
  await expect.visible(page.getByRole('dialog', { name: 'Keys of this screen' }));
  await press('Escape');
  await expect.gone(page.getByRole('dialog', { name: 'Keys of this screen' }));

  await press('c');
  await expect.visible(page.getByLabel('What is in the way?'));
  await page.keyboard.type('Only the night crew can unlock the ramp');
  await press('Control+Enter');
  const said = page.getByText(/^IMP-\d+ is raised\.$/);
  await said.waitFor();
  const key = (await said.textContent()).split(' ')[0];

  // Tab reaches one card; from there the keys walk from card to card.
  await press('/');
  await page.keyboard.type('night crew can unlock');
  await expect.eventually(() => page.locator('[data-card]').count(), 1);
  for (let tabs = 0; tabs < 40 && (await focused()) !== key; tabs += 1) await press('Tab');
  expect.equal(await focused(), key);

  await press('m');
  await expect.visible(page.getByRole('menu'));
  await expect.eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role')), 'menuitem');
  await press('Enter');
  await expect.visible(page.getByRole('dialog'));
  await page.getByLabel('Owner').focus();
  await page.keyboard.type(owner);
  await expect.visible(page.getByRole('option').filter({ hasText: owner }));
  await press('Enter');
  for (let tabs = 0; tabs < 12 && !(await isIn(page, 'Next step')); tabs += 1) await press('Tab');
  await page.keyboard.type('Give the day crew a key');
  await press('Control+Enter');
  await expect.eventually(() => columnOf(page, key), 1);
  // What happened is said aloud, and the focus is where it was.
  await expect.eventually(
    () =>
      page.evaluate(
        (wanted) => [...document.querySelectorAll('[aria-live]')].some((region) => region.textContent.includes(wanted)),
        key,
      ),
    true,
  );
  await expect.eventually(focused, key);

  await press('Enter');
  await expect.visible(page.getByPlaceholder('Write a comment. Markdown works.'));
  expect.match(page.url(), new RegExp(`/impediments/${key}`));
  await page.getByPlaceholder('Write a comment. Markdown works.').focus();
  await page.keyboard.type('By keyboard');
  await press('Control+Enter');
  await expect.visible(page.locator('.comment', { hasText: 'By keyboard' }));
  await press('Escape');
  await press('Escape');
  await expect.eventually(() => new URL(page.url()).pathname, '/impediments');
  await expect.eventually(focused, key);
  expect.equal(master.faults, []);
}

const isIn = (page, label) => page.getByLabel(label).evaluate((field) => field === document.activeElement);
