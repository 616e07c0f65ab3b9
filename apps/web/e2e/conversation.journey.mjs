import { graphql, nameOf, raise } from './board.mjs';

export const name =
  'A conversation: somebody is named and finds it in their inbox, quotes, edits and removes; half words outlive the tab and a sign-out';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const developer = await person();
  await developer.exploreDemo('Developer');
  const master = await person();
  await master.exploreDemo('Scrum of Scrums Master');
  const masterName = await nameOf(master.page);
  const developerName = await nameOf(developer.page);
  const key = await raise(developer.page, 'The lock gate sticks at low tide');

  // An @ names somebody, by keyboard alone.
  await developer.page.goto(`/impediments/${key}`);
  const field = commentField(developer.page);
  await field.click();
  await developer.page.keyboard.type(`See IMP-1. Could you look, @${masterName.slice(0, -2)}`);
  await expect.visible(developer.page.getByRole('option', { name: new RegExp(masterName) }));
  await developer.page.keyboard.press('Enter');
  expect.match(await field.inputValue(), new RegExp(`\\[@${masterName}\\]\\(person:Person_[0-9a-f-]{36}\\) $`));
  await developer.page.keyboard.type('before **noon**?');
  await developer.page.keyboard.press('Control+Enter');
  const first = comment(developer.page, 'Could you look');
  await expect.visible(first.locator('strong', { hasText: 'noon' }));
  await expect.visible(first.getByRole('link', { name: `@${masterName}` }));
  await expect.visible(first.getByRole('link', { name: 'IMP-1', exact: true }));
  await expect.eventually(() => field.inputValue(), '');

  // Whoever was named finds it, and answers with a quotation.
  await master.page.goto('/inbox');
  const news = master.page.getByRole('listitem').filter({ hasText: 'The lock gate sticks at low tide' });
  await expect.visible(news.filter({ hasText: /mention/i }));
  await news.getByRole('link').first().click();
  const toQuote = comment(master.page, 'Could you look');
  await toQuote.hover();
  await toQuote.getByRole('button', { name: `Quote ${developerName}` }).click();
  await expect.eventually(
    async () => (await commentField(master.page).inputValue()).split('\n').slice(0, 3),
    [`> **${developerName}** said:`, '>', `> See IMP-1. Could you look, @${masterName} before **noon**?`],
  );

  // It arrives while the other one types: the words stay under their hands.
  await field.scrollIntoViewIfNeeded();
  await field.click();
  await developer.page.keyboard.type('By the way');
  const before = await field.boundingBox();
  await master.page.keyboard.type('I am there at ten.');
  await master.page.keyboard.press('Control+Enter');
  const answer = comment(developer.page, 'I am there at ten.');
  await expect.visible(answer.locator('blockquote'));
  await settled(developer.page);
  const after = await field.boundingBox();
  expect.ok(Math.abs(after.y - before.y) <= 1, `the field stays where it was: ${before.y} and ${after.y}`);
  expect.equal(await field.inputValue(), 'By the way');

  // Its author says it better; the other one sees that.
  await toQuote.hover();
  expect.equal(
    await toQuote.getByRole('button', { name: /^(Edit|Remove)/ }).count(),
    0,
    'others’ words are not theirs',
  );
  await first.hover();
  await first.getByRole('button', { name: 'Edit your comment' }).click();
  await developer.page.getByRole('textbox', { name: 'Your comment' }).fill('Could you look before eleven?');
  await developer.page.keyboard.press('Control+Enter');
  await expect.visible(comment(master.page, 'before eleven?').getByText(/edited/));

  // And takes it back, asked first.
  await first.hover();
  await comment(developer.page, 'before eleven?').getByRole('button', { name: 'Remove your comment' }).click();
  await expect.visible(developer.page.getByRole('dialog', { name: 'Remove your comment?' }));
  await checkAccessibility(developer.page, 'a comment is removed');
  await developer.page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.gone(comment(master.page, 'before eleven?'));
  expect.equal(await developer.page.locator('.comment').count(), 1);
  expect.equal((await bodies(master.page, key)).length, 1);

  // The tab is closed with half a comment and half a description in it; both are back in the next one.
  await developer.page.getByRole('button', { name: 'Edit description' }).click();
  await developer.page.getByRole('textbox', { name: 'description' }).fill('Since the dredging');
  expect.equal(await field.inputValue(), 'By the way');
  await developer.page.close();
  const next = await developer.context.newPage();
  next.on('pageerror', (error) => developer.faults.push(String(error)));
  await next.goto(`/impediments/${key}`);
  await expect.eventually(() => commentField(next).inputValue(), 'By the way');
  expect.equal(await next.getByRole('textbox', { name: 'description' }).inputValue(), 'Since the dredging');
  await expect.visible(next.getByText(/Your text from \d\d:\d\d is back\./));

  // Also after a sign-out, and for nobody else who uses this browser.
  await signOut(next);
  await enterDemo(next, 'Scrum of Scrums Master');
  await next.goto(`/impediments/${key}`);
  await expect.visible(commentField(next));
  expect.equal(await commentField(next).inputValue(), '');
  await signOut(next);
  await enterDemo(next, 'Developer');
  await next.goto(`/impediments/${key}`);
  await expect.eventually(() => commentField(next).inputValue(), 'By the way');
  await next.getByRole('textbox', { name: 'description' }).press('Control+Enter');
  await expect.visible(next.getByText('Since the dredging'));

  // Nothing serious for axe in any of it, light and dark, wide and narrow.
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ]) {
    const where = `${width} px, ${colorScheme}`;
    await next.setViewportSize({ width, height: 800 });
    await next.emulateMedia({ colorScheme });
    await commentField(next).fill('');
    await commentField(next).pressSequentially('@');
    await expect.visible(next.getByRole('listbox', { name: 'People to mention' }));
    await checkAccessibility(next, `the people to mention, ${where}`);
    const list = await next.getByRole('listbox', { name: 'People to mention' }).boundingBox();
    expect.ok(list.x >= 0 && list.x + list.width <= width, `the list is on the screen, ${where}`);
    await next.keyboard.press('Enter');
    await next.getByRole('radiogroup', { name: 'Comment: write or preview' }).getByText('Preview').click();
    await expect.visible(next.getByRole('region', { name: 'Preview of Comment' }).getByRole('link'));
    await checkAccessibility(next, `the preview, ${where}`);
    expect.ok(await next.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} fits`);
    await next.getByRole('radiogroup', { name: 'Comment: write or preview' }).getByText('Write').click();
  }
  expect.equal([...developer.faults, ...master.faults], []);
}

const commentField = (page) => page.getByRole('textbox', { name: 'Comment', exact: true });
/** The first: quotations of it come later. */
const comment = (page, words) => page.locator('.comment').filter({ hasText: words }).first();

/** Two frames: what arrives is laid out, and what follows from it. */
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

async function bodies(page, key) {
  const { data } = await graphql(
    page,
    `{ impediment(key: "${key}") { comments(first: 50) { edges { node { body } } } } }`,
  );
  return data.impediment.comments.edges.map(({ node }) => node.body);
}

async function signOut(page) {
  await page.goto('/impediments');
  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  // Nobody has an organization of their own here yet: the first screen.
  await page.getByRole('button', { name: 'Explore the demo' }).waitFor();
}

async function enterDemo(page, role) {
  await page.goto('/demo');
  await page.getByRole('region', { name: role, exact: true }).getByRole('button').first().click();
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
}
