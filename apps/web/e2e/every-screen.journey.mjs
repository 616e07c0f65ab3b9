import { graphql } from './board.mjs';

export const name = 'Every screen, light and dark, wide and narrow: nothing serious for axe, nothing sticks out';

export async function run({ person, expect, checkAccessibility }) {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ]) {
    const visitor = await person({ width, height: 800, colorScheme });
    await visitor.exploreDemo('Administrator');
    const { page } = visitor;
    const { data } = await graphql(
      page,
      '{ impedimentBoard { impediments { key } } people(first: 1) { edges { node { id } } } organization { products { areas { teams { id } } } } }',
    );
    const key = data.impedimentBoard.impediments[0].key;
    const screens = [
      '/impediments',
      '/impediments?lanes=team&columns=level&density=compact',
      '/impediments?text=nothing+is+called+this',
      `/impediments/${key}`,
      `/impediments/${key}/page`,
      '/impediments/IMP-999999',
      '/impediments/list',
      `/impediments/list/${key}`,
      '/my-work',
      '/inbox',
      '/impediments/history',
      '/organization',
      '/organization?on=2025-06-01',
      `/teams/${data.organization.products[0].areas[0].teams[0].id}`,
      '/people',
      `/people/${data.people.edges[0].node.id}`,
      '/imports',
      '/profile',
      '/nowhere',
    ];
    for (const path of screens) {
      const where = `${path}, ${width} px, ${colorScheme}`;
      await page.goto(path);
      await expect.visible(page.locator('h1'), 15_000);
      await page.waitForLoadState('networkidle');
      await checkAccessibility(page, where);
      expect.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} fits`);
    }
    await page.goto('/impediments');
    await expect.visible(page.locator('[data-card]:visible'));
    await page.keyboard.press('c');
    await expect.visible(page.getByLabel('What is in the way?'));
    await checkAccessibility(page, `raise, ${width} px, ${colorScheme}`);
    expect.equal(visitor.faults, []);
  }
}
