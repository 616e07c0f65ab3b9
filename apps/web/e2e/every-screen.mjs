import { graphql } from './board.mjs';

/**
 * Walks through every screen at one width, each in light and in dark: axe finds nothing serious, nothing sticks out.
 * @param {number} width of the window, in pixels
 */
export async function everyScreen({ person, expect, checkAccessibility }, width) {
  const visitor = await person({ width, height: 800 });
  await visitor.exploreDemo('Administrator');
  const { page } = visitor;
  const inBothThemes = async (where) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await checkAccessibility(page, `${where}, ${width} px, ${colorScheme}`);
    }
  };
  const { data } = await graphql(
    page,
    '{ impedimentBoard { impediments { key briefs { id } } } people(first: 1) { edges { node { id } } } organization { products { areas { teams { id } } } } }',
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
    `/impediments/${key}/brief`,
    `/briefs/${data.impedimentBoard.impediments.flatMap(({ briefs }) => briefs)[0].id}`,
    '/asked-of-me',
    '/my-work',
    '/inbox',
    '/impediments/history',
    '/organization',
    '/organization?on=2025-06-01',
    `/teams/${data.organization.products[0].areas[0].teams[0].id}`,
    `/teams/${data.organization.products[0].areas[0].teams[0].id}/sprints`,
    '/impediments/blocked',
    '/impediments/bottlenecks',
    '/impediments/bottlenecks?look=table',
    '/impediments/bottlenecks?quarter=2015-Q1',
    '/impediments/bottlenecks/list',
    '/impediments/numbers?months=12',
    '/impediments/numbers?by=source',
    '/impediments/numbers?by=team&look=table',
    '/impediments/numbers/list?number=OVERDUE&from=2020-01-01&endsBefore=2030-01-01',
    '/people',
    `/people/${data.people.edges[0].node.id}`,
    '/organization/settings/ladder',
    '/organization/settings/calendar',
    '/imports',
    '/profile',
    '/nowhere',
  ];
  for (const path of screens) {
    await page.goto(path);
    await expect.visible(page.locator('h1'), 15_000);
    await page.waitForLoadState('networkidle');
    await inBothThemes(path);
    expect.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      `${path} fits ${width} px`,
    );
  }
  await page.goto('/impediments');
  await expect.visible(page.locator('[data-card]:visible'));
  await page.keyboard.press('c');
  await expect.visible(page.getByLabel('What is in the way?'));
  await inBothThemes('raise');
  expect.equal(visitor.faults, []);
}
