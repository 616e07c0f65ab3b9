import { graphql } from './board.mjs';
import { hand } from './hand-files.mjs';

export const name =
  'Three in a row by keyboard, one with a picture that somebody else sees; a wrong file is refused in words; words and pictures outlive a lost connection and a closed tab';

const TITLES = ['The weighbridge is stuck', 'Nobody answers at the lock', 'The crane shows an error'];

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const developer = await person();
  await developer.exploreDemo('Developer');
  const { page, context } = developer;
  await expect.visible(page.locator('[data-card]'));
  const title = page.getByLabel('What is in the way?');
  const description = page.getByRole('textbox', { name: /^Description/ });
  const titleHasFocus = () => title.evaluate((field) => field === document.activeElement);

  // One key, and what is typed right behind it is the title.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('c');
  await title.waitFor();
  const team = await page.getByLabel('Raising team').inputValue();
  expect.ok(team !== '', 'the team is there already');
  for (const words of TITLES.slice(0, 2)) {
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Shift+Enter');
    await expect.visible(page.getByRole('list', { name: 'Raised just now' }).getByText(words));
    expect.equal([await title.inputValue(), await titleHasFocus()], ['', true]);
    expect.equal(await page.getByLabel('Raising team').inputValue(), team);
  }
  await expect.eventually(() => page.locator('output[aria-live="polite"]').first().textContent(), await lastSaid(page));
  await checkAccessibility(page, 'the form with what was raised');

  // A picture out of the clipboard, while the title is being typed.
  await page.keyboard.type(TITLES[2]);
  await hand(page, 'paste', title, [{ name: 'image.png', type: 'image/png', canvas: [320, 200] }]);
  await expect.eventually(
    async () => /^!\[Picture\]\(\/files\/images\/Image_[\w-]+\)\n$/.test(await description.inputValue()),
    true,
  );
  expect.ok(await titleHasFocus(), 'the picture does not take the caret');

  // What is no picture, and what only says so: refused in words, and nothing is lost.
  await hand(page, 'drop', page.getByLabel('Category'), [
    { name: 'notes.txt', type: 'text/plain', text: 'Some notes' },
  ]);
  await expect.visible(page.getByText('notes.txt is no picture.'));
  await page.getByRole('button', { name: 'Leave it out' }).click();
  const disguised = { name: 'evil.png', type: 'image/png', text: '<!doctype html><script>window.__pwned=1</script>' };
  await hand(page, 'drop', description, [disguised]);
  await expect.visible(page.getByText('This file is not a picture of a kind that is shown here.'));
  await expect.visible(page.getByText('Use PNG, JPEG, GIF, or WebP; take a screenshot of anything else.'));
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await hand(page, 'drop', description, [{ name: 'photo.png', type: 'image/png', canvas: [40, 40], as: 'image/jpeg' }]);
  await expect.visible(page.getByText('This file says that it is PNG, but it is JPEG.'));
  await page.getByRole('button', { name: 'Leave it out' }).click();
  expect.equal(await title.inputValue(), TITLES[2]);

  // Without a connection the words stay, and the picture goes when it is back.
  await context.setOffline(true);
  await expect.visible(page.getByText(/pictures can be added when it is back/));
  await hand(page, 'drop', description, [{ name: 'second.webp', type: 'image/webp', canvas: [64, 48] }]);
  await expect.visible(page.getByText('A picture needs a connection.'));
  await context.setOffline(false);
  await expect.gone(page.getByText(/pictures can be added when it is back/));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.eventually(async () => /second\.webp/.test(await description.inputValue()), true);

  // The tab is closed by mistake: the words are back in the next one.
  const tab = await context.newPage();
  await page.close();
  await tab.goto('/people');
  await tab.getByRole('button', { name: 'Raise impediment' }).first().waitFor();
  await tab.keyboard.press('c');
  await expect.eventually(() => tab.getByLabel('What is in the way?').inputValue(), TITLES[2]);
  await expect.visible(tab.getByText(/^Your text from .* is back\.$/));
  const reply = tab.waitForResponse((response) => response.request().postData()?.includes('raiseImpediment') ?? false);
  await tab.keyboard.press('Control+Enter');
  const { key } = Object.values((await (await reply).json()).data)[0];
  await expect.visible(tab.getByRole('button', { name: `Open ${key}` }));

  // Somebody else sees the pictures, and only who is of the organization does.
  const master = await person({ width: 360, height: 740 });
  await master.exploreDemo('Scrum Master');
  await master.page.goto(`/impediments/${key}`);
  const pictures = master.page.locator('img[src^="/files/images/"]');
  await pictures.first().scrollIntoViewIfNeeded();
  await expect.eventually(() => sizes(pictures), ['320x200', '64x48']);
  const address = await pictures.first().getAttribute('src');
  const status = (who) => who.request.get(address).then((response) => response.status());
  expect.equal([await status(master.context), await status((await person()).context)], [200, 401]);
  const all = (await graphql(tab, '{ impedimentBoard { impediments { title } } }')).data.impedimentBoard.impediments;
  for (const words of TITLES) expect.equal(all.filter((one) => one.title === words).length, 1, words);

  // On a phone the form fits, and keeps what it is for in reach.
  await master.page.goto('/impediments');
  await master.page.getByRole('button', { name: 'Raise impediment' }).first().click();
  await master.page.getByLabel('What is in the way?').fill('The gate is stuck again');
  const widths = await master.page.evaluate(() =>
    [document.documentElement, document.querySelector('.ch-dialog__scrim')].map(({ scrollWidth }) => scrollWidth),
  );
  expect.equal(widths, [360, 360]);
  await expect.visible(master.page.getByRole('button', { name: /^Raise Ctrl/ }));
  await checkAccessibility(master.page, 'the form on a phone');
  expect.equal([...developer.faults, ...master.faults], []);
}

const lastSaid = async (page) => {
  const key = await page.getByRole('list', { name: 'Raised just now' }).getByRole('link').first().textContent();
  return `${key} is raised.`;
};

const sizes = (pictures) =>
  pictures.evaluateAll((all) => all.map(({ naturalWidth, naturalHeight }) => `${naturalWidth}x${naturalHeight}`));
