import { columnOf, nameOf, raise } from './board.mjs';

export const name =
  'Everything from one field: find, open, act, go, come back; the tour is taken and left; the demo is reset';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person({ colorScheme: 'light' });
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  const press = (keys) => page.keyboard.press(keys);
  const field = page.getByRole('combobox', { name: 'Find or do something' });
  const option = (words) => page.getByRole('option', { name: words });
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  const open = async () => {
    await press('Control+k');
    await expect.visible(field);
  };
  /** Types and presses Enter once the line that is meant is the chosen one. */
  const choose = async (typed, words) => {
    await open();
    await page.keyboard.type(typed);
    await expect.visible(option(words).and(page.locator('[aria-selected="true"]')));
    await press('Enter');
    await expect.gone(field);
  };
  await expect.visible(page.locator('[data-card]'));
  const owner = await nameOf(page);
  const key = await raise(page, 'Fog horn of the north pier is silent');

  // Out of a field, and back into it with its words and its caret.
  await press('/');
  await page.keyboard.type('north');
  await press('ArrowLeft');
  await open();
  await checkAccessibility(page, 'palette, light');
  await press('Escape');
  await expect.eventually(focused, 'Filter by words');
  await page.keyboard.type('-');
  await expect.eventually(() => page.getByLabel('Filter by words').inputValue(), 'nort-h');
  await press('Escape');

  // By a word of the title; what may be done to it; and it is done.
  await choose('fog horn', new RegExp(`${key} Fog horn`));
  await expect.eventually(() => new URL(page.url()).pathname, `/impediments/${key}`);
  await expect.visible(page.getByRole('heading', { name: 'Fog horn of the north pier is silent' }));
  await open();
  await expect.visible(page.getByRole('group', { name: `On ${key}` }));
  expect.equal(await option(`Resolve: ${key} …`).count(), 0);
  await press('Escape');
  await choose('triage', `Triage: ${key} …`);
  const question = page.locator('[data-ch-modal]');
  await question.getByLabel('Owner').fill(owner);
  await page.getByRole('option').filter({ hasText: owner }).first().click();
  await question.getByLabel('Next step').fill('Ask the harbour master for a new membrane');
  await press('Control+Enter');
  await expect.gone(question);
  await expect.eventually(() => columnOf(page, key), 1);

  // Elsewhere, and back by what is recent and by its key.
  await choose('my work', 'My work');
  await expect.visible(page.getByRole('heading', { name: 'My work', level: 1 }));
  await open();
  await expect.visible(page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: new RegExp(key) }));
  await press('Escape');
  await choose(key.toLowerCase(), new RegExp(key));
  await expect.eventually(() => new URL(page.url()).pathname, `/impediments/${key}`);
  // Closing the panel leads to where one was.
  await expect.visible(page.getByRole('dialog', { name: key }));
  await press('Escape');
  await expect.eventually(() => new URL(page.url()).pathname, '/my-work');

  // Never over a question.
  await press('c');
  await expect.visible(page.getByLabel('What is in the way?'));
  await press('Control+k');
  expect.equal(await field.count(), 0);
  await press('Escape');
  await expect.gone(page.getByLabel('What is in the way?'));

  await choose('dark theme', 'Dark theme');
  await expect.eventually(() => page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await open();
  await page.keyboard.type('zzyzx qqq');
  await expect.visible(page.getByText('Nothing found for “zzyzx qqq”'));
  await checkAccessibility(page, 'palette without results, dark');
  await press('Escape');

  await tour({ page, press, expect, checkAccessibility, choose });
  await onAPhone({ page, press, expect, checkAccessibility, field });
  await reset({ page, expect, checkAccessibility, choose, key });
  expect.equal(master.faults, []);
}

/** Begun on another screen, walked, left in the middle, and begun once more. */
async function tour({ page, press, expect, checkAccessibility, choose }) {
  const stop = (title) => page.getByRole('dialog', { name: title });
  await choose('tour', 'Take the tour');
  await expect.visible(stop('Raise what is in the way'));
  await expect.eventually(() => new URL(page.url()).pathname, '/impediments');
  await expect.visible(page.getByText('1 of 6'));
  await checkAccessibility(page, 'tour, dark');
  await press('ArrowRight');
  await expect.visible(stop('One card, one impediment'));
  await press('Escape');
  await expect.gone(stop('One card, one impediment'));
  await expect.eventually(() => page.evaluate(() => document.activeElement?.tagName), 'H1');

  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  for (const title of TOUR) {
    await expect.visible(stop(title));
    await press('Enter');
  }
  await expect.gone(page.getByRole('dialog'));
}

const TOUR = [
  'Raise what is in the way',
  'One card, one impediment',
  'Only what concerns you',
  'Keep a way to look',
  'Find or do anything',
  'What waits for you',
];

async function onAPhone({ page, press, expect, checkAccessibility, field }) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Find or do something' }).click();
  await expect.visible(field);
  await page.keyboard.type('fog');
  await expect.visible(page.getByRole('option', { name: /Fog horn/ }));
  await checkAccessibility(page, 'palette, on a phone');
  expect.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the palette fits');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect.gone(field);
  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  await expect.visible(page.getByText('1 of 6'));
  for (let stops = 0; stops < TOUR.length; stops += 1) {
    await expect.visible(page.getByText(`${stops + 1} of 6`));
    const { x, width } = await page.getByRole('dialog').boundingBox();
    expect.ok(x >= 0 && x + width <= 360, `stop ${stops + 1} fits`);
    await press('Enter');
  }
  await expect.gone(page.getByRole('dialog'));
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** What was raised is gone, and one is signed in. */
async function reset({ page, expect, checkAccessibility, choose, key }) {
  await choose('reset', 'Reset the demo');
  const question = page.getByRole('dialog', { name: 'Reset the demo?' });
  await expect.visible(question);
  await checkAccessibility(page, 'reset the demo, dark');
  await question.getByRole('button', { name: 'Reset the demo' }).click();
  await expect.gone(question);
  await expect.visible(page.locator('[data-card]:visible'));
  await page.getByLabel('Filter by words').fill('fog horn');
  await expect.gone(page.locator(`[data-card-key="${key}"]`));
  // To somebody who is new again the tour is offered.
  await expect.visible(page.getByText('New here?'));
}
