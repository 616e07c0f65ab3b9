import { graphql } from './board.mjs';

export const name =
  'Bottlenecks: the map by keys, what its marks count, what recurs, and being told of it while raising';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum of Scrums Master');
  const { page } = master;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Bottlenecks' }).click();
  const map = page.getByRole('table', { name: /^What teams wait for, by area/ });
  await expect.visible(map);
  await checkAccessibility(page, 'the map of bottlenecks');
  const months = page.locator('.page__subtitle');
  const present = await months.textContent();

  // One tab stop; arrows lead from mark to mark, each of which tells of itself.
  const marks = map.locator('.bottlenecks__mark');
  const wordsOf = (link) => link.getAttribute('aria-label');
  await page.getByRole('radio', { name: 'Map' }).focus();
  while (!(await marks.first().evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  const first = await wordsOf(marks.first());
  await expect.visible(page.getByRole('tooltip').getByText(/blocked team-days, \d+ impediments?$/));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const focused = page.locator('.bottlenecks__mark:focus');
  const words = await wordsOf(focused);
  expect.ok(words !== first, 'arrows lead to another mark');

  // It opens what it counts: as many impediments, as many days.
  const [, names, days, count] = /^(.+): ([\d,]+) blocked team-days?, ([\d,]+) impediments?/.exec(words);
  await page.keyboard.press('Enter');
  await expect.visible(page.getByRole('heading', { level: 1, name: names.replace(', ', ' · ') }));
  const rows = page.getByRole('table', { name: /^Impediments, the most/ }).locator('tbody tr');
  await expect.eventually(() => rows.count(), Number(count));
  expect.equal(await sumOf(rows), Number(days.replaceAll(',', '')));
  await checkAccessibility(page, 'what a mark counts');
  await rows.first().getByRole('link').click();
  await expect.visible(page.getByRole('dialog').or(page.getByRole('complementary')).first());
  await page.goBack();
  await expect.visible(rows.first());
  await page.getByRole('link', { name: 'All bottlenecks' }).click();
  await expect.visible(map);

  // The table says the same; the address keeps it and the quarters.
  const drawn = await marks.count();
  await page.getByRole('radio', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: /^Sources by areas/ });
  await expect.eventually(() => table.locator('tbody tr').count(), drawn);
  const [source, area] = names.split(', ');
  await expect.visible(
    table.getByRole('link', { name: `${days.replaceAll(',', '')}: open what ${source} cost ${area}` }),
  );
  await checkAccessibility(page, 'bottlenecks as a table');
  const quarters = page.getByLabel('Two quarters');
  await quarters.selectOption({ index: 1 });
  await page.waitForURL(/\?quarter=\d{4}-Q\d&look=table$/);
  await page.reload();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Bottlenecks' }));
  expect.equal(await quarters.evaluate((select) => select.selectedIndex), 1);
  await quarters.selectOption({ index: 0 });
  await expect.eventually(() => months.textContent(), present);

  // What recurs opens as many as its times.
  const again = page.getByRole('region', { name: 'What recurs' }).getByRole('link').first();
  const times = Number(/(\d+) times/.exec(await again.textContent())[1]);
  await again.click();
  await expect.eventually(() => rows.count(), times);

  // While the next one is raised it is told of.
  const { data } = await graphql(page, '{ bottleneckMap { recurrences { source { id name } category times } } }');
  const [most] = data.bottleneckMap.recurrences;
  await page.goto('/impediments');
  await expect.visible(page.locator('[data-card]:visible'));
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Raise an impediment' });
  await dialog.getByLabel('What is in the way?').fill('The same again, this morning');
  await dialog.getByRole('combobox', { name: 'Raising team' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Category').selectOption({ value: most.category });
  await dialog.getByRole('combobox', { name: /^Waits for/ }).fill(most.source.name);
  await page
    .getByRole('option', { name: new RegExp(`^${most.source.name}`) })
    .first()
    .click();
  await expect.visible(dialog.getByText(`raised ${most.times} times before`));
  await checkAccessibility(page, 'raising what came up before');
  await page.keyboard.press('Control+Enter');
  await expect.gone(dialog);
  await page.goto(`/sources/${most.source.id}`);
  await expect.visible(page.getByRole('link', { name: new RegExp(`, ${most.times + 1} times$`) }));
  await checkAccessibility(page, 'a source with what comes back');
  expect.equal(master.faults, []);

  // On a phone the map scrolls by itself, and a mark is large enough for a finger.
  const phone = await person({ width: 360, height: 780, touch: true });
  await phone.exploreDemo('Scrum of Scrums Master');
  await phone.page.goto('/impediments/bottlenecks');
  const theirs = phone.page.locator('.bottlenecks__mark');
  await expect.visible(theirs.first());
  const box = await theirs.first().boundingBox();
  expect.ok(box.width >= 44 && box.height >= 44, `a mark of ${box.width} x ${box.height} is large enough`);
  expect.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'it fits');
  await checkAccessibility(phone.page, 'the map of bottlenecks on a phone');
  await theirs.first().tap();
  await expect.visible(phone.page.getByRole('link', { name: 'All bottlenecks' }));
  await checkAccessibility(phone.page, 'what a mark counts, on a phone');
  expect.equal(phone.faults, []);
}

async function sumOf(rows) {
  const days = await rows.locator('td:last-child').allTextContents();
  return days.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
}
