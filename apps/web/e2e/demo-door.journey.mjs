export const name = 'The demo is built from the first screen and entered as any persona by one click';

export async function run({ person, expect, checkAccessibility }) {
  const visitor = await person();
  const { page } = visitor;
  await visitor.exploreDemo('Scrum Master');
  await expect.visible(page.getByText('Demo', { exact: true }));
  const first = await page.getByRole('button', { name: /profile and sign-out/ }).getAttribute('aria-label');

  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Be somebody else in the demo' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Who would you like to be?' }));
  await checkAccessibility(page);
  await page.getByRole('region', { name: 'Administrator' }).getByRole('button').first().click();
  await expect.visible(page.getByRole('navigation', { name: 'Screens' }));
  const second = await page.getByRole('button', { name: /profile and sign-out/ }).getAttribute('aria-label');
  expect.ok(first !== second, 'somebody else is signed in');
  expect.equal(visitor.faults, []);
}
