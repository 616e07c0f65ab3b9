import { cardOf, columnOf, graphql, openMoveMenu, raise } from './board.mjs';

export const name =
  'Dragging moves only where it may, a lost connection makes a move wait, two editors keep both texts, a double click makes one';

export const withDemo = true;

export async function run({ person, expect }) {
  const master = await person({ width: 1440, height: 1000 });
  await master.exploreDemo('Scrum Master');
  const { page, context } = master;
  await expect.visible(page.locator('[data-card]'));

  // F14: a double click on Raise makes one row.
  await page.keyboard.press('c');
  await page.getByLabel('What is in the way?').fill('Double click on the ramp');
  await page.getByRole('button', { name: /^Raise Ctrl/ }).dblclick();
  await expect.visible(page.getByText(/^IMP-\d+ is raised\.$/));
  const rows = async () =>
    (await graphql(page, '{ impediments(filter: { search: "Double click on the ramp" }) { totalCount } }')).data
      .impediments.totalCount;
  expect.equal(await rows(), 1);

  // Filters live in the address.
  const key = await raise(page, 'Ramp seven drags');
  await page.goto('/impediments?text=Ramp+seven+drags');
  await expect.eventually(() => page.locator('[data-card]').count(), 1);
  await page.reload();
  await expect.eventually(() => page.locator('[data-card]').count(), 1);

  // Dragged to where it may not go, it stays; to Triaged, it asks for what triage needs.
  await drag(page, expect, key, 'Resolved');
  await expect.eventually(() => columnOf(page, key), 0);
  await drag(page, expect, key, 'Triaged');
  await expect.visible(page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await expect.eventually(() => columnOf(page, key), 0);

  // When the way to the api is cut a move shows at once, waits visibly, and is sent when the way is back.
  const me = (await graphql(page, '{ viewer { person { id } } }')).data.viewer.person.id;
  const { id, version } = (await graphql(page, `{ impediment(key: "${key}") { id version } }`)).data.impediment;
  await graphql(
    page,
    'mutation($id: ID!, $version: Int!, $input: TriageImpedimentInput!) { triageImpediment(id: $id, version: $version, input: $input) { id } }',
    {
      id,
      version,
      input: { ownerId: me, severity: 'LOW', level: 1, nextStep: 'Push' },
    },
  );
  await expect.eventually(() => columnOf(page, key), 1);
  await context.route('**/graphql', (route) => route.abort());
  await openMoveMenu(page, key);
  await page.getByRole('menuitem', { name: /^In progress/ }).click();
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));
  expect.equal(await columnOf(page, key), 2);
  await context.unroute('**/graphql');
  await expect.gone(page.getByRole('button', { name: '1 change waits' }));
  await expect.eventually(
    async () => (await graphql(page, `{ impediment(key: "${key}") { state } }`)).data.impediment.state,
    'IN_PROGRESS',
  );

  // F11: two edit one title; one conflict, and neither text is lost.
  const other = await context.newPage();
  // The second one hears nothing live, so that the api has to tell them; who sees the change first may save over it.
  await other.routeWebSocket(/\/graphql$/, () => {});
  await page.goto(`/impediments/${key}`);
  await other.goto(`/impediments/${key}`);
  for (const each of [page, other]) await each.getByRole('button', { name: /edit.*title/i }).click();
  await page.getByRole('textbox', { name: /title/i }).fill('Ramp seven drags: mine');
  await other.getByRole('textbox', { name: /title/i }).fill('Ramp seven drags: yours');
  await page.keyboard.press('Enter');
  await expect.visible(page.getByRole('heading', { name: 'Ramp seven drags: mine' }));
  await other.keyboard.press('Enter');
  await expect.visible(other.getByText('Ramp seven drags: mine'));
  await expect.eventually(() => other.getByRole('textbox', { name: /title/i }).inputValue(), 'Ramp seven drags: yours');
  expect.equal(master.faults, []);
}

/** By mouse, in steps as a hand does, to the middle of a column of the card's own lane; let go where the column shows it. */
async function drag(page, expect, key, column) {
  const from = await cardOf(page, key).boundingBox();
  const head = await page.getByText(column, { exact: true }).first().boundingBox();
  const to = head.x + 60;
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
  await page.mouse.move(to, from.y + 20, { steps: 12 });
  await expect.eventually(() => page.locator('[data-over]').evaluateAll(holds, to), true);
  await page.mouse.up();
  await expect.eventually(() => page.locator('[data-drop]').count(), 0);
}

function holds(places, x) {
  return places.some((place) => place.getBoundingClientRect().left <= x && x <= place.getBoundingClientRect().right);
}
