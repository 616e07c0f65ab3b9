import { resolve } from 'node:path';
import { createServer } from 'vite';

export const name = 'Every primitive in every state, light and dark, usual and more contrast, wide and narrow';

const LOOKS = [
  { theme: 'light', contrast: 'usual contrast', width: 1440 },
  { theme: 'dark', contrast: 'usual contrast', width: 1440 },
  { theme: 'light', contrast: 'more contrast', width: 1440 },
  { theme: 'dark', contrast: 'more contrast', width: 360 },
];

/** The living page is for development only: it is served as a developer sees it. */
export async function run({ browser, expect, checkAccessibility }) {
  const root = resolve(import.meta.dirname, '..');
  const server = await createServer({
    root,
    configFile: resolve(root, 'vite.config.ts'),
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-journey',
    server: { port: 0, hmr: false, proxy: {} },
  });
  await server.listen();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const broken = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/design.html`);
    await expect.visible(page.getByRole('heading', { name: 'Design system' }));
    for (const { theme, contrast, width } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('radio', { name: theme }).click();
      await page.getByRole('radio', { name: contrast }).click();
      await checkAccessibility(page, `design system, ${theme}, ${contrast}, ${width}`);
      await expect.equal(
        await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
        true,
      );
    }
    for (const what of ['Menu', 'Popover', 'Dialog']) {
      await page.getByRole('button', { name: what, exact: true }).click();
      await checkAccessibility(page, `design system, ${what} open`);
      await page.keyboard.press('Escape');
    }
    await expect.equal(broken, []);
  } finally {
    await context.close();
    await server.close();
  }
}
