import { graphql } from './board.mjs';

const PROPOSE = 'mutation($input: ProposeDecisionInput!) { proposeDecision(input: $input) { key } }';

const MEETINGS =
  'query($from: Date!, $endsBefore: Date!) { occurrences(from: $from, endsBefore: $endsBefore) { id cadence { id } } rotas { id } }';
const SHARED_SCENARIOS = 'query($productId: ID!) { scenarios(productId: $productId) { id } }';
const FIRST_ITEM = 'query($productId: ID!) { backlog(productId: $productId, first: 1) { edges { node { key } } } }';

const CHAPTERS = '{ chapters { id session { id } sessions(first: 5) { edges { node { id state } } } } }';
const BEGIN = 'mutation($id: ID!) { startTriage(chapterId: $id) { id items { id } } }';
const TAKE_UP = 'mutation($id: ID!) { takeUpItem(itemId: $id, seconds: 600) { id } }';

/** Addresses of a chapter, of a session that has ended, and of one that runs with an item under discussion. */
async function triagesOf(page) {
  const { data } = await graphql(page, CHAPTERS);
  const ended = (one) => one.sessions.edges.find(({ node }) => node.state === 'ENDED')?.node;
  const chapter = data.chapters.find((one) => ended(one) && !one.session) ?? data.chapters[0];
  const { data: begun } = await graphql(page, BEGIN, { id: chapter.id });
  const { id, items } = begun.startTriage;
  if (items.length > 0) await graphql(page, TAKE_UP, { id: items[0].id });
  const address = (one) => `/triage/${encodeURIComponent(one)}`;
  return {
    home: `/chapters/${encodeURIComponent(chapter.id)}`,
    ended: address(ended(chapter).id),
    running: address(id),
  };
}

/** One with everything that a record may say. */
function proposalOf({ organization, impedimentBoard, people }) {
  const argument = (tone, text) => ({ tone, text });
  return {
    title: 'Payments are released every week',
    kind: 'PROCESS',
    scopeKind: 'PRODUCT',
    scopeId: organization.products[0].id,
    context: 'Releases are **large**, and large ones break.',
    drivers: ['A release takes no weekend'],
    options: [
      {
        title: 'Every day',
        description: 'Each change by itself.',
        arguments: [argument('BAD', 'Nobody is ready for it')],
      },
      { title: 'Every week', arguments: [argument('GOOD', 'Small'), argument('NEUTRAL', 'On Tuesdays')] },
    ],
    chosenOption: 1,
    outcome: 'Every Tuesday at ten.',
    rationale: 'Small releases break less.',
    gains: ['Calm'],
    givesUp: ['A week of tests'],
    consequences: [argument('GOOD', 'No release weekend'), argument('BAD', 'More switches')],
    confirmation: 'The calendar shows it.',
    people: [
      { part: 'CONSULTED', personId: people.edges[0].node.id },
      { part: 'INFORMED', name: 'Dr. Ilse Brandt' },
    ],
    links: [
      { kind: 'IMPEDIMENT', thingId: impedimentBoard.impediments[0].id },
      { kind: 'ITEM', key: 'PAY-12' },
      { kind: 'URL', url: 'https://harbour.example/releases', title: 'The calendar' },
    ],
    revisitOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  };
}

/** Looks at what is on the page, in light and in dark. */
export function themesOf(page, checkAccessibility, width) {
  return async (where) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await checkAccessibility(page, `${where}, ${width} px, ${colorScheme}`, { colours: colorScheme === 'dark' });
    }
  };
}

/** Each of the addresses: it has a heading, axe finds nothing serious, nothing sticks out. */
export async function walkThrough(screens, { page, expect, inBothThemes, width }) {
  for (const path of screens) {
    await page.goto(path);
    await expect.visible(page.locator('h1'));
    await page.waitForLoadState('networkidle');
    await inBothThemes(path);
    expect.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
      `${path} fits ${width} px`,
    );
  }
}

/**
 * Walks through every screen at one width, each in light and in dark: axe finds nothing serious, nothing sticks out.
 * @param {number} width of the window, in pixels
 */
export async function everyScreen({ person, expect, checkAccessibility }, width) {
  const visitor = await person({ width, height: 800 });
  await visitor.exploreDemo('Administrator');
  const { page } = visitor;
  const inBothThemes = themesOf(page, checkAccessibility, width);
  const { data } = await graphql(
    page,
    '{ impedimentBoard { impediments { id key briefs { id } } } people(first: 1) { edges { node { id } } } organization { products { id areas { teams { id } } } } decisions(first: 1, filter: { revisitDue: true }) { edges { node { decision { key } } } } }',
  );
  const key = data.impedimentBoard.impediments[0].key;
  const proposal = await graphql(page, PROPOSE, { input: proposalOf(data) });
  const decision = proposal.data.proposeDecision.key;
  const { data: planned } = await graphql(page, FIRST_ITEM, { productId: data.organization.products[0].id });
  const item = planned.backlog.edges[0].node.key;
  const { data: tried } = await graphql(page, SHARED_SCENARIOS, { productId: data.organization.products[0].id });
  const scenario = `/scenarios/${encodeURIComponent(tried.scenarios[0].id)}`;
  const from = new Date().toISOString().slice(0, 10);
  const endsBefore = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { data: meetings } = await graphql(page, MEETINGS, { from, endsBefore });
  const triages = await triagesOf(page);
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
    '/decisions',
    '/decisions?text=release+every+week',
    '/decisions?states=VETOED,SUPERSEDED&from=2020-01-01&personId=' + data.people.edges[0].node.id,
    '/decisions?text=nothing+is+called+this',
    '/decisions/D-1',
    '/decisions/D-999999',
    `/decisions/${decision}`,
    `/decisions/${decision}/edit`,
    `/decisions/${data.decisions.edges[0].node.decision.key}`,
    '/decisions/D-1/edit',
    '/decisions/new',
    '/decisions/new?supersedes=D-1',
    '/decisions/delegation',
    `/decisions/delegation?of=${data.organization.products[0].areas[0].teams[0].id}`,
    '/decisions/delegation?of=nowhere',
    '/decisions/delegation/numbers',
    '/decisions/delegation/numbers?months=3',
    '/order',
    '/order?scores=1&moves=all',
    '/order?text=nothing+is+called+this',
    `/order/${item}`,
    '/order/disagreements',
    '/capacity',
    '/capacity?measure=ITEMS&first=50',
    '/backlog',
    '/backlog?view=list&text=re&ready=0',
    '/backlog?view=board',
    '/backlog?text=nothing+is+called+this',
    `/backlog/${item}`,
    `/backlog/${item}/page`,
    '/backlog/B-999999/page',
    '/goals',
    '/dependencies',
    '/dependencies?show=waiting',
    '/dependencies/map',
    '/dependencies/DEP-1',
    '/dependencies/DEP-999999',
    '/scenarios',
    scenario,
    `${scenario}/compare`,
    `${scenario}/comments`,
    '/scenarios/nowhere',
    '/calendar?whose=all',
    '/calendar?look=list&whose=all',
    '/calendar?kinds=STRATEGY_SESSION&from=2015-01-05',
    `/calendar/${encodeURIComponent(meetings.occurrences[0].id)}?whose=all`,
    `/calendar/${encodeURIComponent(meetings.occurrences[0].id)}/page`,
    '/calendar/nowhere/page',
    '/cadences?whose=all',
    '/cadences?ended=1',
    '/cadences/new',
    '/cadences/new?kind=DAILY_SCRUM',
    `/cadences/${encodeURIComponent(meetings.occurrences[0].cadence.id)}`,
    `/cadences/${encodeURIComponent(meetings.occurrences[0].cadence.id)}/edit`,
    '/cadences/nowhere',
    '/rotas',
    `/rotas/${encodeURIComponent(meetings.rotas[0].id)}`,
    '/rotas/nowhere',
    '/chapters',
    triages.home,
    `${triages.home}?by=month&look=table`,
    '/chapters/nowhere',
    triages.running,
    `${triages.running}/projector`,
    triages.ended,
    '/triage/nowhere',
    '/actions',
    '/actions?whose=all&state=done',
    '/actions?overdue=1',
    '/mirror',
    '/profile',
    '/nowhere',
  ];
  await walkThrough(screens, { page, expect, inBothThemes, width });
  await page.goto('/impediments');
  await expect.visible(page.locator('[data-card]:visible'));
  await page.keyboard.press('c');
  await expect.visible(page.getByLabel('What is in the way?'));
  await inBothThemes('raise');
  await page.goto('/decisions');
  await expect.visible(page.locator('[data-hit]').first());
  await page.keyboard.press('d');
  await expect.visible(page.getByLabel('What is to be decided?'));
  await expect.visible(page.getByRole('heading', { name: 'How it is decided' }));
  await inBothThemes('propose a decision');
  await page.goto('/backlog');
  await expect.visible(page.locator('[data-item-key]').first());
  await page.keyboard.press('n');
  await expect.visible(page.getByLabel('What is needed?'));
  await inBothThemes('write an item');
  expect.equal(visitor.faults, []);
}
