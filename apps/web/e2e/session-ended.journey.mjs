import { ADMINISTRATOR } from './person.mjs';

export const name = 'A session ended from elsewhere is renewed above the screen, and no typed word is lost';

export async function run({ person, expect, checkAccessibility }) {
  const here = await person();
  await here.setUp();
  const elsewhere = await person();
  await elsewhere.page.goto('/profile');
  await elsewhere.signIn();

  const { page } = here;
  await page.goto('/profile');
  await page.getByLabel('New password').fill('words that must not be lost');
  await elsewhere.page.getByRole('button', { name: 'End other sessions' }).click();
  await expect.visible(elsewhere.page.getByText('Your other sessions are ended.'));

  await page.getByRole('button', { name: 'End other sessions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect.visible(dialog);
  await checkAccessibility(page, 'sign-in above the screen');
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Password').fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await expect.gone(dialog);
  expect.equal(await page.getByLabel('New password').inputValue(), 'words that must not be lost');

  // A page that is opened afresh without a session asks at the door and comes back to the same address.
  await here.context.clearCookies();
  await page.goto('/profile?from=a-link');
  await here.signIn();
  await expect.visible(page.getByRole('heading', { name: 'Profile', level: 1 }));
  expect.match(page.url(), /\/profile\?from=a-link$/);
  expect.equal(here.faults, []);
}
