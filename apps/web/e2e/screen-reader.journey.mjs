import { columnOf, nameOf, raise, triage } from './board.mjs';

export const name = 'What a screen reader hears: names of cards, columns and panels, and each step of moving a card';

export const withDemo = true;

export async function run({ person, expect }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  await heardFromNowOn(page);
  const hears = (words) =>
    expect
      .eventually(async () => (await heard(page)).some((said) => words.test(said)), true)
      .catch(async () => {
        throw new Error(`Nobody heard ${words}; heard were:\n${(await heard(page)).join('\n')}`);
      });

  // Every card has a name that says which and what; every column and lane is a named region or heading.
  const key = await raise(page, 'The tide table arrives too late');
  await hears(new RegExp(`${key} is raised`));
  const card = page.getByRole('link', { name: 'The tide table arrives too late' });
  await expect.visible(card);
  const described = await card.evaluate((link) =>
    (link.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
  expect.match(described, /Space/);

  // Picked up, over a column where it may not go, over one where it may, put down, and where it ended.
  const owner = await nameOf(page);
  await card.focus();
  await page.keyboard.press('Space');
  await hears(new RegExp(`^Picked up ${key}, over Raised`));
  await page.keyboard.press('ArrowRight');
  await hears(/^Triaged\./);
  await page.keyboard.press('Escape');
  await hears(new RegExp(`^${key} stays in Raised`));
  await expect.eventually(() => columnOf(page, key), 0);
  await page.evaluate(() => globalThis.heard.splice(0));
  await card.focus();
  await page.keyboard.press('Space');
  await hears(new RegExp(`^Picked up ${key}, over Raised`));
  await page.keyboard.press('ArrowRight');
  await hears(/^Triaged\./);
  await page.keyboard.press('Space');
  await expect.visible(page.getByRole('dialog'));
  await triage(page, owner, 'Ask the harbour office');
  await expect.eventually(() => columnOf(page, key), 1);
  await hears(new RegExp(`${key}.*(Triaged|triaged)`));

  // Taking it back is said as well.
  await page.keyboard.press('z');
  await hears(/Taken back/);
  await expect.eventually(() => columnOf(page, key), 0);

  // The menu that does the same has a name, and its items say why something is not possible.
  await card.focus();
  await page.keyboard.press('m');
  await expect.visible(page.getByRole('menu'));
  expect.ok(
    (await page.getByRole('menuitem').allTextContents()).every((text) => text.trim() !== ''),
    'items have names',
  );
  await page.keyboard.press('Escape');

  // The panel is a named dialog with a heading and named regions.
  await card.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: key });
  await expect.visible(panel.getByRole('heading', { name: 'The tide table arrives too late' }));
  for (const region of ['Description', 'Affected teams', 'Comments', 'Activity', 'Linked'])
    await expect.visible(panel.getByRole('region', { name: new RegExp(`^${region}`) }));
  expect.equal(master.faults, []);
}

/** Keeps everything that any live region says. */
async function heardFromNowOn(page) {
  await page.evaluate(() => {
    globalThis.heard = [];
    const note = (node) => {
      const region = (node instanceof Element ? node : node.parentElement)?.closest(
        '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], output',
      );
      const words = region?.textContent?.trim();
      if (words && globalThis.heard.at(-1) !== words) globalThis.heard.push(words);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        note(target);
        for (const node of addedNodes) note(node);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

const heard = (page) => page.evaluate(() => globalThis.heard);
