import { PATIENCE } from './expect.mjs';

/** Who sets an organization up in a journey. */
export const ADMINISTRATOR = {
  name: 'Ana Lindqvist',
  email: 'ana@harbour.example',
  password: 'an administrator under test',
};

/**
 * A browser of its own for one person: cookies, storage and faults apart from everybody else's.
 * @param {{ width?: number, height?: number, colorScheme?: 'light' | 'dark', touch?: boolean, keepsPages?: boolean }} [options]
 *   `touch`: a screen for fingers, without a mouse; `keepsPages`: the browser keeps the app's files for a time without a
 *   connection, which each new browser otherwise spends seconds on
 * @returns {Promise<{ page: import('playwright-core').Page, context: import('playwright-core').BrowserContext, faults: string[], setUp: () => Promise<void>, signIn: (who?: { email: string, password: string }) => Promise<void>, exploreDemo: (role: string, place?: number) => Promise<void> }>}
 *   `faults` collects what broke in the page or was refused by its content security policy.
 */
export async function personIn(
  { browser, address, contexts },
  { width = 1440, height = 900, colorScheme, touch = false, keepsPages = false } = {},
) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    reducedMotion: 'reduce',
    hasTouch: touch,
    isMobile: touch,
    serviceWorkers: keepsPages ? 'allow' : 'block',
    ...(colorScheme && { colorScheme }),
  });
  context.setDefaultTimeout(PATIENCE);
  contexts.push(context);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text())) faults.push(message.text());
  });

  return {
    page,
    context,
    faults,
    /** Creates the first organization and ends on the board as its administrator. */
    async setUp() {
      await page.goto('/');
      await page.getByRole('button', { name: 'Create the organization' }).click();
      await page.getByLabel('Organization').fill('Harbour');
      await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
      await page.getByLabel('Your e-mail').fill(ADMINISTRATOR.email);
      await page.getByLabel('Password').fill(ADMINISTRATOR.password);
      await page.getByRole('button', { name: 'Create the organization' }).click();
      await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    },
    /** Fills the sign-in that is on the screen; where it leads is up to the journey. */
    async signIn({ email, password } = ADMINISTRATOR) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
    },
    /** Builds the demo when it is not there yet, and is the first persona with this role, or a later one. */
    async exploreDemo(role, place = 0) {
      await page.goto('/');
      const button = page.getByRole('button', { name: 'Explore the demo' });
      await button.or(page.getByRole('link', { name: 'Explore the demo instead' })).click();
      const group = page.getByRole('region', { name: role, exact: true });
      await group.getByRole('button').nth(place).click();
      await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    },
  };
}
