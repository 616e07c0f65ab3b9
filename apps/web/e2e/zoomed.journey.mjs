import { cardOf, nameOf, openMoveMenu, raise, triage } from './board.mjs';

export const name = 'At 200 % and 400 % zoom nothing is lost: raise, triage, read, answer, the list';

/** What a browser's zoom does to a window of 1280 x 800: fewer CSS pixels, each of them larger. */
const ZOOMS = [
  { width: 640, height: 400 },
  { width: 320, height: 256 },
];

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  for (const zoom of ZOOMS) {
    const master = await person(zoom);
    await master.exploreDemo('Scrum Master');
    const { page } = master;
    const fits = async (where) =>
      expect.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        `${where} fits ${zoom.width} px`,
      );
    const owner = await nameOf(page);
    await page.goto('/impediments');
    await expect.visible(page.locator('[data-card]:visible'));
    await fits('the board');

    const key = await raise(page, `The ramp is stuck at ${zoom.width}`);
    await page.goto(`/impediments?text=${encodeURIComponent(`stuck at ${zoom.width}`)}`);
    await expect.visible(cardOf(page, key));
    await openMoveMenu(page, key);
    await fits('the menu');
    await page.getByRole('menuitem', { name: /^Triaged/ }).click();
    await triage(page, owner, 'Oil it');

    await page.goto(`/impediments/${key}`);
    const panel = page.getByRole('dialog', { name: key });
    await expect.visible(panel.getByText('Oil it'));
    await fits('the panel');
    const field = panel.getByPlaceholder('Write a comment. Markdown works.');
    await field.scrollIntoViewIfNeeded();
    await field.fill('Seen');
    await field.press('Control+Enter');
    await expect.visible(panel.locator('.comment', { hasText: 'Seen' }));
    await checkAccessibility(page, `the panel, ${zoom.width} px`);

    for (const path of [`/impediments/${key}/page`, '/impediments/list', '/my-work', '/inbox', '/organization']) {
      await page.goto(path);
      await expect.visible(page.locator('h1'));
      await page.waitForLoadState('networkidle');
      await fits(path);
    }
    expect.equal(master.faults, []);
  }
}
