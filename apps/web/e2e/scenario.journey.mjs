import { graphql } from './board.mjs';

export const name =
  'A Chief Product Owner moves by keys, tries another order, compares, is overtaken, catches up and publishes it with its decision';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const chief = await person();
  await chief.exploreDemo('Chief Product Owner');
  const area = await person();
  await area.exploreDemo('Area Product Owner');
  const { page } = chief;

  // By keys, seen live by the other; `z` takes it back.
  await page.goto('/order');
  await area.page.goto('/order');
  const before = await keysOf(page);
  await expect.visible(page.getByText(before[0]).first());
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  const move = page.getByRole('dialog', { name: new RegExp(`^Move ${before[0]}`) });
  await move.getByLabel('Position').fill('5');
  await checkAccessibility(page, 'moving to a position');
  await page.keyboard.press('Control+Enter');
  await expect.gone(move);
  const moved = [...before.slice(1, 5), before[0], ...before.slice(5)];
  await expect.eventually(() => keysOf(page), moved);
  await expect.eventually(() => shownKeys(area.page, 5), moved.slice(0, 5));
  await page.keyboard.press('z');
  await expect.eventually(() => keysOf(page), before);
  await checkAccessibility(page, 'the order');

  // A scenario: the last one comes first. Nobody else sees anything of it.
  await page.goto('/scenarios');
  await page
    .getByRole('button', { name: /^Try another order/ })
    .first()
    .click();
  const naming = page.getByRole('dialog');
  await naming.getByLabel('Name').fill('The last shall be first');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/scenarios\/[^/]+$/);
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1));
  const scenarioId = id.includes('_') ? id : `Scenario_${id}`;
  await expect.visible(page.getByText(before[0]).first());
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  const trial = page.getByRole('dialog', { name: new RegExp(`^Move ${before[0]}`) });
  await trial.getByLabel('Position').fill('9');
  await page.keyboard.press('Control+Enter');
  await expect.gone(trial);
  await expect.eventually(() => movesOf(page, scenarioId), 1);
  expect.equal(await keysOf(page), before);
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect.visible(page.getByText(before[0]).first());
  await checkAccessibility(page, 'a scenario compared with the order');

  // Meanwhile an Area Product Owner moves: publishing is refused with what moved, catching up makes it possible.
  const own = await ownMove(area.page);
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  const publish = page.getByRole('dialog', { name: /^Publish/ });
  await expect.visible(publish.getByText(own.key).first());
  expect.equal((await publishByHand(page, scenarioId)).errors?.[0]?.extensions.code, 'ORDER_MOVED');
  await publish.getByRole('button', { name: 'Catch up' }).click();
  const words = publish.getByLabel('Why this order');
  await expect.visible(words);
  await publish.getByLabel('What is decided').fill('The gate comes before the app');
  await words.fill('The quay is rebuilt in spring, and then it is too late.');
  await publish.getByLabel('What we gain', { exact: false }).fill('No second closing of the gate');
  await publish.getByLabel('What we give up', { exact: false }).fill('The app waits a month');
  await checkAccessibility(page, 'publishing a scenario');
  await publish.getByRole('button', { name: 'Publish and decide' }).click();
  await expect.gone(publish);

  // It is the order now, for everybody, and the decision says why.
  const after = await keysOf(page);
  expect.equal(after.indexOf(before[0]), 8);
  expect.equal(after.toSorted(), before.toSorted());
  await area.page.goto('/order');
  await expect.eventually(() => shownKeys(area.page, 5), after.slice(0, 5));
  await area.page.goto('/decisions');
  await area.page
    .getByRole('link', { name: /The gate comes before the app/ })
    .first()
    .click();
  await expect.visible(area.page.getByText('The app waits a month').first());
  expect.equal([...chief.faults, ...area.faults], []);
}

async function productOf(page) {
  const { data } = await graphql(page, '{ organization { products { id } } }');
  return data.organization.products[0].id;
}

async function rowsOf(page) {
  const { data } = await graphql(
    page,
    'query ($id: ID!) { productOrder(productId: $id, count: 200) { ownAreas { id } rows { position item { id key area { id } } } } }',
    { id: await productOf(page) },
  );
  return data.productOrder;
}

const keysOf = async (page) => (await rowsOf(page)).rows.map(({ item }) => item.key);

/** The first keys as the screen shows them. */
async function shownKeys(page, count) {
  const texts = await page.locator('[data-item-id]').allInnerTexts();
  return texts.slice(0, count).map((text) => /\b[A-Z]+-\d+\b/.exec(text)?.[0]);
}

/** Swaps the first two of the area that the person leads. */
async function ownMove(page) {
  const { ownAreas, rows } = await rowsOf(page);
  const [first, second] = rows.map(({ item }) => item).filter(({ area }) => area?.id === ownAreas[0].id);
  await graphql(
    page,
    'mutation ($ids: [ID!]!, $after: ID!) { moveInOrder(ids: $ids, to: { after: $after }) { number } }',
    {
      ids: [first.id],
      after: second.id,
    },
  );
  return first;
}

async function movesOf(page, id) {
  const { data } = await graphql(page, 'query ($id: ID!) { scenario(id: $id) { moveCount } }', { id });
  return data.scenario.moveCount;
}

async function publishByHand(page, id) {
  const { data } = await graphql(page, 'query ($id: ID!) { scenario(id: $id) { version } }', { id });
  return graphql(
    page,
    'mutation ($id: ID!, $version: Int!) { publishScenario(id: $id, version: $version, decision: { title: "x", outcome: "x", rationale: "x", gains: [], givesUp: [] }) { number } }',
    { id, version: data.scenario.version },
  );
}
