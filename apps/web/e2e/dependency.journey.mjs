import { graphql, nameOf } from './board.mjs';

export const name =
  'Two Area Product Owners negotiate: asked, another day proposed, taken, late on the map, delivered; what nobody answers becomes an impediment';

const DAY = 86_400_000;
const day = (offset) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);

export const withDemo = true;

export async function run({ person, restart, expect, checkAccessibility }) {
  const asking = await person();
  await asking.exploreDemo('Area Product Owner');
  const giving = await person();
  await giving.exploreDemo('Area Product Owner', 1);
  const [consumer] = await itemsOf(asking.page);
  const [provider, other] = await itemsOf(giving.page);

  // Asked from the item that needs it; the other side finds it where work waits.
  const { page } = asking;
  await page.goto(`/backlog/${consumer.key}/page`);
  await page
    .getByRole('button', { name: /Ask for something/ })
    .first()
    .click();
  const request = page.getByRole('dialog', { name: `What does ${consumer.key} need?` });
  await request.getByRole('button', { name: 'Ask' }).click();
  await expect.visible(request.getByText(/^(Say|Choose) /).first());
  await request.getByLabel('Who is to deliver it?').fill(provider.key);
  await page.getByRole('option', { name: new RegExp(`^${provider.key} `) }).click();
  await request.getByLabel('Needed by').fill(day(14));
  await request.getByLabel('What do you need?').fill('An address that says which deck is full.');
  await checkAccessibility(page, 'asking for something');
  await page.keyboard.press('Control+Enter');
  await expect.gone(request);
  const [{ key }] = await dependenciesOf(page, consumer.id);

  const provides = giving.page;
  await provides.goto('/inbox');
  await expect.visible(provides.getByText(/which deck is full/).first());
  await provides.goto('/dependencies?show=mine');
  await provides.goto(`/dependencies/${key}`);
  await provides.getByRole('button', { name: 'Propose another day …' }).click();
  const counter = provides.getByRole('dialog', { name: `Propose another day for ${key}` });
  await counter.locator('input[type=date]').fill(day(28));
  await counter.getByRole('textbox').last().fill('The sensors come in two weeks.');
  await checkAccessibility(provides, 'another day is proposed');
  await provides.keyboard.press('Control+Enter');
  await expect.gone(counter);

  // The asking side sees it without a reload, and takes the day: committed, and later than needed.
  await page.goto(`/dependencies/${key}`);
  await expect.visible(page.getByText('The sensors come in two weeks.').first());
  await page.getByRole('button', { name: 'Take the proposed day …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it' }).click();
  await expect.gone(page.getByRole('dialog'));
  await expect.eventually(() => stateOf(page, key), ['COMMITTED', ['TOO_LATE']]);
  await checkAccessibility(page, 'a dependency that comes too late');
  await page.goto('/dependencies/map');
  await expect.visible(page.getByRole('table').getByText(key).first());
  await checkAccessibility(page, 'the map of dependencies');

  // What would go in a circle is refused by name.
  const refused = await graphql(
    provides,
    `
      mutation ($c: ID!, $p: ID!, $d: Date!) {
        requestDependency(consumerId: $c, providerId: $p, neededBy: $d, words: "Back") {
          id
        }
      }
    `,
    { c: provider.id, p: consumer.id, d: day(10) },
  );
  expect.equal(refused.errors?.[0]?.extensions.code, 'DEPENDENCY_CYCLE');

  // Delivered, and told.
  await expect.visible(provides.getByRole('button', { name: 'Delivered …' }));
  await provides.getByRole('button', { name: 'Delivered …' }).click();
  await provides.getByRole('dialog').getByRole('button', { name: 'Delivered', exact: true }).click();
  await expect.gone(provides.getByRole('dialog'));
  await page.goto(`/dependencies/${key}`);
  await expect.eventually(() => stateOf(page, key), ['DELIVERED', []]);

  // What nobody answers: a week later one click makes an impediment of it, that blocks the item.
  const asked = await graphql(
    page,
    `
      mutation ($c: ID!, $p: ID!, $d: Date!) {
        requestDependency(consumerId: $c, providerId: $p, neededBy: $d, words: "The keys of the gate") {
          key
        }
      }
    `,
    { c: consumer.id, p: other.id, d: day(30) },
  );
  const forgotten = asked.data.requestDependency.key;
  await restart({ ahead: 8 * DAY });
  await page.goto(`/dependencies/${forgotten}`);
  await page.getByRole('button', { name: 'Make it an impediment' }).click();
  await expect.eventually(
    async () =>
      (
        await graphql(
          page,
          'query ($key: String!) { dependency(key: $key) { impediment { blockedItems { externalKey } } } }',
          { key: forgotten },
        )
      ).data.dependency.impediment?.blockedItems.map(({ externalKey }) => externalKey) ?? [],
    [consumer.key],
  );
  await expect.visible(page.getByRole('link', { name: /IMP-\d+/ }).first());
  expect.equal([...asking.faults, ...giving.faults], []);
  expect.ok((await nameOf(page)) !== (await nameOf(provides)), 'two people');
}

/** Open features of the area that the viewer leads, the first of the order first. */
async function itemsOf(page) {
  const { data } = await graphql(page, '{ organization { products { id } } }');
  const productId = data.organization.products[0].id;
  const order = await graphql(
    page,
    'query ($id: ID!) { productOrder(productId: $id) { ownAreas { id } rows { item { id key tier area { id } } } } }',
    { id: productId },
  );
  const { ownAreas, rows } = order.data.productOrder;
  return rows
    .map(({ item }) => item)
    .filter(({ tier, area }) => tier === 'FEATURE' && ownAreas.some(({ id }) => id === area?.id))
    .slice(-3);
}

async function dependenciesOf(page, itemId) {
  const { data } = await graphql(
    page,
    'query ($itemId: ID!) { dependencies(filter: { itemId: $itemId, askedByMe: true }) { edges { node { key } } } }',
    { itemId },
  );
  return data.dependencies.edges.map(({ node }) => node);
}

async function stateOf(page, key) {
  const { data } = await graphql(page, 'query ($key: String!) { dependency(key: $key) { state conflicts } }', { key });
  return [data.dependency.state, data.dependency.conflicts.filter((one) => one !== 'RANKED_BELOW')];
}
