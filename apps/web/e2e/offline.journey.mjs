import { cardOf, columnOf, graphql, openMoveMenu, raise } from './board.mjs';

export const name =
  'Without a connection reading goes on, also after a reload; what was changed waits, is sent in its turn, or is shown as a conflict';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility, kill, restart }) {
  const master = await person({ keepsPages: true });
  await master.exploreDemo('Scrum Master');
  const { page, context } = master;
  const key = await raise(page, 'The crane stands still');
  const me = (await graphql(page, '{ viewer { person { id } } }')).data.viewer.person.id;
  const keptKeys = async () => (await page.evaluate(kept)).map(([name]) => name);
  const keepsWords = async (wanted = 'The crane stands still') =>
    (await page.evaluate(kept)).some(([, words]) => words.includes(wanted));
  const impediment = async () =>
    (await graphql(page, `{ impediment(key: "${key}") { id version state title } }`)).data.impediment;
  const { id, version } = await impediment();
  await graphql(
    page,
    'mutation($id: ID!, $version: Int!, $input: TriageImpedimentInput!) { triageImpediment(id: $id, version: $version, input: $input) { id } }',
    { id, version, input: { ownerId: me, severity: 'LOW', level: 1, nextStep: 'Call the maker' } },
  );
  await page.goto('/impediments?text=crane');
  await expect.eventually(() => columnOf(page, key), 1);

  // The app's own files are kept, and so is what the board showed.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.reload();
  await expect.eventually(() => columnOf(page, key), 1);
  await expect.eventually(keptKeys, ['cache']);
  // What was read last is written within two seconds.
  await expect.eventually(() => keepsWords(), true);

  // The server is gone: the move shows, and waits visibly.
  await kill();
  await openMoveMenu(page, key);
  await page.getByRole('menuitem', { name: /^In progress/ }).click();
  await expect.visible(page.getByText('No connection.'));
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));
  await expect.eventually(() => columnOf(page, key), 2);

  // Also after a reload there is something to read, and the edit stands where it was made, and says that it waits.
  await page.reload();
  await expect.visible(page.locator(`[data-card-key="${key}"]`));
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));
  await expect.eventually(() => columnOf(page, key), 2);
  await expect.eventually(() => cardOf(page, key).getByText('its change waits for the connection').count(), 1);

  // One that was never opened says what the board knows of it.
  await page.goto('/impediments');
  const unread = page.locator('[data-card-key]').filter({ hasNotText: 'crane' }).first();
  const title = await unread.textContent();
  await unread.click();
  await expect.visible(page.getByText('This is what the board knows of it.'));
  await expect.visible(page.getByRole('heading', { name: title, level: 2 }));
  await page.keyboard.press('Escape');

  // Something new can be raised for any team.
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Raising team' }).click();
  await expect.eventually(async () => (await page.getByRole('option').count()) > 3, true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await restart();
  await expect.visible(page.getByText(`Sent: Start ${key}.`));
  await expect.eventually(async () => (await impediment()).state, 'IN_PROGRESS');
  await expect.gone(page.getByText('No connection.'));
  await expect.gone(page.getByRole('button', { name: /waits/ }));

  // Comments wait in the list, one after another; the box is free, also after a reload, and each is posted once.
  const said = () => page.locator('.comment').allTextContents();
  const box = page.getByRole('textbox', { name: 'Comment' });
  await page.goto(`/impediments/${key}`);
  await box.fill('The maker comes on Monday');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect.eventually(async () => (await said()).filter((one) => /Waits for the connection/.test(one)).length, 1);
  await expect.eventually(() => box.inputValue(), '');
  await box.fill('With a spare part');
  await page.keyboard.press('Control+Enter');
  await expect.eventually(async () => (await said()).filter((one) => /Waits for the connection/.test(one)).length, 2);
  // The panel beside it covers nothing of what waits.
  const [waits, panel] = await Promise.all([
    page.getByRole('button', { name: '2 changes wait' }).boundingBox(),
    page.locator('.ch-side-panel').boundingBox(),
  ]);
  expect.equal(waits.x + waits.width <= panel.x, true);
  await checkAccessibility(page, 'comments that wait');
  await page.reload();
  await expect.eventually(async () => (await said()).filter((one) => /Waits for the connection/.test(one)).length, 2);
  expect.equal(await box.inputValue(), '');
  await context.setOffline(false);
  const bodies = async () =>
    (
      await graphql(page, `{ impediment(key: "${key}") { comments(first: 9) { edges { node { body } } } } }`)
    ).data.impediment.comments.edges.map(({ node }) => node.body);
  await expect.eventually(bodies, ['The maker comes on Monday', 'With a spare part']);
  await expect.gone(page.getByText('Waits for the connection.'));

  // Somebody else changes the same title meanwhile: a conflict, and neither text is lost.
  const other = await person({ keepsPages: true });
  await other.page.goto('/');
  await other.page.context().addCookies(await context.cookies());
  await other.page.goto(`/impediments/${key}`);
  await page.goto(`/impediments/${key}`);
  await page.getByRole('button', { name: /edit.*title/i }).click();
  await page.getByRole('textbox', { name: /title/i }).fill('The crane stands still: mine');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect.visible(page.getByText('No connection.'));
  await other.page.getByRole('button', { name: /edit.*title/i }).click();
  await other.page.getByRole('textbox', { name: /title/i }).fill('The crane stands still: theirs');
  await other.page.keyboard.press('Enter');
  await expect.eventually(
    async () => (await graphql(other.page, `{ impediment(key: "${key}") { title } }`)).data.impediment.title,
    'The crane stands still: theirs',
  );
  await context.setOffline(false);
  await expect.visible(page.getByText('The crane stands still: theirs'));
  await expect.eventually(
    () => page.getByRole('textbox', { name: /title/i }).inputValue(),
    'The crane stands still: mine',
  );

  // It waits no longer: it is in the field.
  await expect.eventually(keptKeys, ['cache']);
  await page.getByRole('button', { name: 'Take theirs' }).click();

  // A move that somebody overtook, found after a reload: what was wanted, what is there now, by whom, and the ways on.
  await page.goto('/impediments?text=crane');
  await expect.eventually(() => columnOf(page, key), 2);
  await raise(page, 'The crane of the other quay');
  const moved = await page.locator('[data-card-key]').filter({ hasText: 'other quay' }).getAttribute('data-card-key');
  const facts = async () =>
    (await graphql(other.page, `{ impediment(key: "${moved}") { id version state } }`)).data.impediment;
  const before = await facts();
  await graphql(
    other.page,
    'mutation($id: ID!, $version: Int!, $input: TriageImpedimentInput!) { triageImpediment(id: $id, version: $version, input: $input) { id } }',
    { id: before.id, version: before.version, input: { ownerId: me, severity: 'LOW', level: 1, nextStep: 'Look' } },
  );
  await expect.eventually(() => columnOf(page, moved), 1);
  await expect.eventually(() => keepsWords('The crane of the other quay'), true);
  await context.setOffline(true);
  await openMoveMenu(page, moved);
  await page.getByRole('menuitem', { name: /^In progress/ }).click();
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));
  await page.reload();
  await expect.eventually(() => columnOf(page, moved), 2);
  const { id: movedId, version: movedVersion } = await facts();
  await graphql(
    other.page,
    'mutation($id: ID!, $version: Int!) { declineImpediment(id: $id, version: $version, reason: "There is one crane") { id } }',
    { id: movedId, version: movedVersion },
  );
  await context.setOffline(false);
  await expect.visible(page.getByText(`Not saved: Start ${moved}.`).first());
  await expect.visible(page.getByText(new RegExp(`${moved} is declined now.*declined it`)).first());
  await expect.visible(page.getByText('One change that you made without a connection was not saved.'));
  await page.getByRole('button', { name: '1 not saved' }).click();
  const list = page.getByRole('dialog', { name: 'Changes that wait' });
  await expect.visible(list.getByText(`${moved} is declined now`));
  await expect.visible(list.getByRole('button', { name: 'Try again' }));
  await checkAccessibility(page, 'a change that came too late');
  await expect.visible(list.getByRole('link', { name: `Open ${moved}` }));
  await list.getByRole('button', { name: 'Discard' }).click();
  await expect.gone(page.getByText('One change that you made'));

  // Who leaves on purpose leaves nothing to read behind.
  await expect.eventually(keptKeys, ['cache']);
  await page.goto('/impediments');
  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect.eventually(keptKeys, []);
  expect.equal(master.faults, []);
}

/** What the app keeps on the disk for times without a connection, by its keys. Runs in the page. */
function kept() {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  return settled(indexedDB.open('chapterhouse')).then(async (database) => {
    const store = database.transaction('kept').objectStore('kept');
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    database.close();
    return keys.map((key, at) => [key, JSON.stringify(values[at])]);
  });
}
