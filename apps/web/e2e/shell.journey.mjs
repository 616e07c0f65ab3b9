import { ADMINISTRATOR } from './person.mjs';

export const name =
  'An administrator sets the house up, changes the password, and finds the way back after signing out';

const FIRST = ADMINISTRATOR.password;
const SECOND = 'another secret of this person';

export async function run({ person, expect, checkAccessibility }) {
  const ana = await person();
  const { page } = ana;

  await page.goto('/');
  await expect.visible(page.getByRole('heading', { name: 'Welcome to Chapterhouse' }));
  await checkAccessibility(page);
  await ana.setUp();

  // By keyboard: past the navigation, and the keys of this screen.
  await page.keyboard.press('?');
  await expect.visible(page.getByRole('dialog', { name: 'Keys of this screen' }));
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Profile and password' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Profile', level: 1 }));
  await expect.eventually(() => page.evaluate(() => document.activeElement?.tagName), 'H1');
  await checkAccessibility(page);

  await page.getByRole('radio', { name: 'Dark' }).click();
  await checkAccessibility(page, 'profile, dark');
  await page.reload();
  await expect.eventually(() => page.evaluate(() => document.documentElement.dataset.theme), 'dark');

  await page.getByLabel('Present password').fill('not the password at all');
  await page.getByLabel('New password').fill(SECOND);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect.visible(page.getByText('This is not your present password.'));
  await page.getByLabel('Present password').fill(FIRST);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect.visible(page.getByText('Your password is changed.'));

  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect.visible(page.getByRole('heading', { name: 'Sign in to Chapterhouse' }));

  await page.goto('/profile');
  await ana.signIn();
  await expect.visible(page.getByText('E-mail and password do not fit together.'));
  await page.getByLabel('Password').fill(SECOND);
  await page.getByLabel('Password').press('Enter');
  await expect.visible(page.getByRole('heading', { name: 'Profile', level: 1 }));

  await page.setViewportSize({ width: 360, height: 740 });
  await expect.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
  await checkAccessibility(page, 'profile, on a phone');
  expect.equal(ana.faults, []);
}
