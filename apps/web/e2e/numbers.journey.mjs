import { readFile } from 'node:fs/promises';

export const name = 'Numbers: by what and of when, the lists they count, and files of what is shown';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum of Scrums Master');
  const { page } = master;
  const address = () => new URL(page.url()).pathname + new URL(page.url()).search;
  const card = (title) => page.getByRole('region', { name: title, exact: true });

  // How it goes, at a glance.
  await page.getByRole('link', { name: 'Numbers', exact: true }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Numbers' }));
  for (const title of TITLES) await expect.visible(card(title).getByText(/^[\d.,]+( working hours| %)$/));
  await checkAccessibility(page, 'numbers by month');

  // By team, of a year, of one area: all of it in the address.
  await page.getByLabel('Period').selectOption('Last 12 months');
  await page.getByRole('radio', { name: 'Team' }).click();
  const area = await page.getByLabel('Area').locator('option').nth(1).textContent();
  await page.getByLabel('Area').selectOption(area);
  await expect.eventually(
    () => address().replace(/area=[^&]+/, 'area=…'),
    '/impediments/numbers?months=12&by=team&area=…',
  );
  await expect.visible(page.getByRole('list', { name: 'Overdue by teams, the highest first' }));
  await expect.gone(page.locator('[aria-busy="true"]'));
  await checkAccessibility(page, 'numbers by team');
  const looked = address();

  // A share opens what it counts, and all that it is of; what the list holds is what the number says.
  const said = await card('Overdue')
    .getByText(/that were raised with a clock/)
    .textContent();
  const [count, of] = /^([\d,]+) of the ([\d,]+)/.exec(said).slice(1).map(numberOf);
  expect.ok(count > 0 && count < of, said);
  await card('Overdue')
    .getByRole('link', { name: `Open the ${count.toLocaleString('en')}`, exact: true })
    .click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Overdue' }));
  await expect.visible(page.getByText(new RegExp(`^${count.toLocaleString('en')} impediments? · .* · ${area}$`)));
  await checkAccessibility(page, 'what a number counts');
  const keys = await allKeys(page, expect, count);
  expect.equal(await keysOfFile(page, () => csv(page).click()), keys.toSorted());
  await page.getByRole('radio', { name: 'All with a clock' }).click();
  await expect.visible(page.getByText(new RegExp(`^${of.toLocaleString('en')} impediments · `)));
  await page.getByRole('link', { name: 'All numbers' }).click();
  await expect.eventually(address, looked);

  // The same address says the same, to whoever opens it; the table as well.
  await page.reload();
  await expect.visible(card('Overdue').getByText(said));
  await page.getByRole('radio', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Numbers by team' });
  await checkAccessibility(page, 'numbers as a table');
  const cells = await table
    .getByRole('row', { name: /^All together/ })
    .getByRole('cell')
    .allTextContents();
  expect.ok(cells.includes(`${count.toLocaleString('en')} of ${of.toLocaleString('en')}`), cells.join(' | '));
  const team = table.locator('tbody').getByRole('row').first();
  const resolved = numberOf(await team.getByRole('cell').nth(5).textContent());
  await team.getByRole('cell').nth(3).getByRole('link').click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Time to resolve' }));
  expect.equal((await allKeys(page, expect, resolved)).length, resolved);

  await byKeyboard({ page, expect, address, card });
  await others({ page, expect });
  const phone = await onAPhone({ person, expect, checkAccessibility });

  // What is not here is refused with what to do.
  await page.goto('/impediments/numbers?area=QXJlYTox');
  await expect.visible(page.getByRole('button', { name: 'Try again' }));
  await page.goto('/impediments/numbers/list?number=HAPPINESS');
  await expect.visible(page.getByRole('heading', { name: 'This address names no number' }));
  expect.equal([...master.faults, ...phone.faults], []);
}

const TITLES = ['Time to triage', 'Time to resolve', 'Overdue', 'Reopened', 'Resolved without escalation'];
const numberOf = (text) => Number(text.replaceAll(/[^\d.]/g, ''));
const csv = (page) => page.getByRole('link', { name: /^CSV/ });

/** From the palette to a month's list, and its file, without a mouse. */
async function byKeyboard({ page, expect, address, card }) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('numbers');
  await expect.visible(page.getByRole('option', { name: /^Numbers/ }));
  await page.keyboard.press('Enter');
  await expect.eventually(address, '/impediments/numbers');
  await expect.visible(card('Time to resolve'));
  await page.getByRole('radio', { name: 'Month' }).focus();
  const reach = async (key, group) => {
    await page.keyboard.press(key);
    await expect.visible(page.locator('[role="radio"]:focus').filter({ hasText: group }));
  };
  for (const group of ['Area', 'Team', 'Source']) await reach('ArrowRight', group);
  await page.keyboard.press('Space');
  await expect.eventually(address, '/impediments/numbers?by=source');
  await reach('Home', 'Month');
  await page.keyboard.press('Enter');
  await expect.eventually(address, '/impediments/numbers');

  // One stop in the chart; arrows go from month to month, the next stop is the list of the one that is told.
  const told = card('Time to resolve').locator('figcaption');
  await expect.visible(told.getByText(/so far$/).first());
  await card('Time to resolve').locator('[tabindex="0"][role="img"]').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.gone(told.getByText(/so far$/));
  const words = await told.locator('.ch-number').textContent();
  const count = numberOf(/ of ([\d,]+)/.exec(words)[1]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Time to resolve' }));
  const keys = await allKeys(page, expect, count);
  const downloaded = await file(page, async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('csv');
    await expect.visible(page.getByRole('option', { name: /^Download what is shown as CSV/ }));
    await page.keyboard.press('Enter');
  });
  expect.equal(downloaded.map(({ Key }) => Key).toSorted(), keys.toSorted());
  // A spreadsheet makes the same numbers of it.
  const took = downloaded.map((line) => Number(line['Working hours to resolve']));
  const [median, most] = [percentile(took, 0.5), percentile(took, 0.85)];
  expect.equal(words.replaceAll(/\s/g, ' '), `median ${median} h, 85 % within ${most} h, of ${count}`);

  // The longest first; each opens, and leads back to the list.
  const first = page.getByRole('row').nth(1).getByRole('link');
  const hours = await page.getByRole('row').locator('td:last-child').allTextContents();
  expect.equal(
    hours.map(numberOf),
    hours.map(numberOf).toSorted((one, other) => other - one),
  );
  const list = address();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect.visible(page.getByRole('dialog', { name: keys[0] }));
  await page.keyboard.press('Escape');
  await expect.eventually(address, list);
}

/** Files of the other screens hold what those show. */
async function others({ page, expect }) {
  await page.goto('/impediments/list?text=test');
  const shown = page.getByText(/^\d+ of \d+ impediments$/);
  await expect.visible(shown);
  const [count] = /^\d+/.exec(await shown.textContent());
  const listed = await keysOfFile(page, () => csv(page).click());
  expect.ok(listed.length > 0);
  expect.equal(listed.length, Number(count));
  await page.getByRole('radio', { name: 'Board' }).click();
  await expect.visible(page.locator('[data-card]:visible'));
  expect.equal(await keysOfFile(page, () => csv(page).click()), listed);
  await page.goto('/impediments/history?state=CLOSED');
  const closed = page.getByText(/^[\d,]+ impediments$/);
  await expect.visible(closed);
  const all = await keysOfFile(page, () => csv(page).click());
  expect.equal(all.length, numberOf(await closed.textContent()));
}

async function onAPhone({ person, expect, checkAccessibility }) {
  const other = await person({ width: 360, height: 780, touch: true });
  await other.exploreDemo('Scrum of Scrums Master');
  const { page } = other;
  const fits = async (where) =>
    expect.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} fits`);
  await page.getByRole('button', { name: /^More/ }).tap();
  await page
    .getByRole('link', { name: 'Numbers' })
    .or(page.getByRole('menuitem', { name: 'Numbers' }))
    .first()
    .tap();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Numbers' }));
  const levels = page.getByText('Scrum of Scrums', { exact: true });
  await expect.visible(levels);
  await fits('numbers');
  await checkAccessibility(page, 'numbers on a phone');
  const facts = await page.locator('.number-levels > div').filter({ has: levels }).textContent();
  const count = numberOf(/of ([\d,]+)$/.exec(facts)[1]);
  await levels.tap();
  await expect.visible(page.getByText(new RegExp(`^${count} impediments? · .* · Scrum of Scrums$`)));
  const keys = await allKeys(page, expect, count);
  await fits('what a number counts');
  await checkAccessibility(page, 'what a number counts, on a phone');
  expect.equal(await keysOfFile(page, () => csv(page).tap()), keys.toSorted());
  return other;
}

/** Keys of all that the list holds, in its order, however many pages it takes. */
async function allKeys(page, expect, count) {
  const more = page.getByRole('button', { name: 'Show more' });
  const keys = page.locator('.counted__key');
  await expect.visible(keys);
  for (let shown = await keys.count(); shown < count; shown = await keys.count()) {
    await more.click();
    await expect.eventually(async () => (await keys.count()) > shown, true);
  }
  expect.equal(await more.count(), 0);
  expect.equal(await keys.count(), count);
  return keys.allTextContents();
}

/** Keys of the file that something downloads, sorted. */
async function keysOfFile(page, download) {
  return (await file(page, download)).map(({ Key }) => Key).toSorted();
}

/** What somebody downloads, each line by the titles of its columns. */
async function file(page, download) {
  const [downloaded] = await Promise.all([page.waitForEvent('download'), download()]);
  const text = await readFile(await downloaded.path(), 'utf8');
  const cells = [...text.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const lines = [[]];
  for (const [, cell, end] of cells) {
    lines.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') lines.push([]);
  }
  const [titles, ...records] = lines.slice(0, -1);
  return records.map((record) => Object.fromEntries(titles.map((title, at) => [title, record[at]])));
}

/** As a spreadsheet's PERCENTILE.INC, in the words of the screen. */
function percentile(hours, share) {
  const inOrder = hours.toSorted((one, other) => one - other);
  const rank = share * (inOrder.length - 1);
  const [below, above] = [inOrder[Math.floor(rank)], inOrder[Math.ceil(rank)]];
  const value = below + (above - below) * (rank - Math.floor(rank));
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
