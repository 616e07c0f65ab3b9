import { graphql } from './board.mjs';

export const name =
  'A session that ends in the demo goes on with one key press; after a reset the words are there to copy';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  // Nobody has a password here: one key press goes on as the same person, where they are.
  const visitor = await person();
  await visitor.exploreDemo('Scrum Master');
  const demo = visitor.page;
  const card = demo.locator('[data-card-key]').first();
  const key = await card.getAttribute('data-card-key');
  await demo.goto(`/impediments/${key}?text=${key}`);
  const box = demo.getByRole('textbox', { name: 'Comment' });
  await box.fill('Half a thought');
  await visitor.context.clearCookies();
  await demo.keyboard.press('Control+Enter');
  const ended = demo.getByRole('dialog', { name: 'Your session has ended' });
  const goOn = ended.getByRole('button', { name: /^Go on as/ });
  await expect.visible(goOn);
  await expect.eventually(() => goOn.evaluate((button) => button === document.activeElement), true);
  expect.equal(await ended.getByLabel('Password').count(), 0);
  await checkAccessibility(demo, 'an ended session in the demo');
  await demo.keyboard.press('Enter');
  await expect.gone(ended);
  expect.equal(await box.inputValue(), 'Half a thought');
  expect.match(demo.url(), new RegExp(`/impediments/${key}\\?text=${key}$`));

  // Somebody else resets it: it says what is true, gives the words back to copy, and leads to where one was.
  const another = await person();
  await another.exploreDemo('Scrum of Scrums Master');
  await graphql(another.page, 'mutation { resetDemo { viewer { id } } }');
  await demo.keyboard.press('Control+Enter');
  await expect.visible(ended.getByText('Somebody reset the demo'));
  await expect.visible(ended.getByText('Half a thought'));
  await checkAccessibility(demo, 'a demo that was reset');
  await ended.getByRole('button', { name: 'Choose a person again' }).click();
  await demo.getByRole('region', { name: 'Scrum Master', exact: true }).getByRole('button').first().click();
  await demo.getByRole('navigation', { name: 'Screens' }).waitFor();
  await expect.eventually(() => new URL(demo.url()).pathname, `/impediments/${key}`);
  expect.equal(visitor.faults, []);
}
