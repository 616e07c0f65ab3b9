import { columnOf, graphql, openMoveMenu, raise } from './board.mjs';

export const name =
  'Without a connection reading goes on, also after a reload; what was changed waits, is sent in its turn, or is shown as a conflict';

export async function run({ person, expect, kill, restart }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page, context } = master;
  const key = await raise(page, 'The crane stands still');
  const me = (await graphql(page, '{ viewer { person { id } } }')).data.viewer.person.id;
  const keptKeys = async () => (await page.evaluate(kept)).map(([name]) => name);
  const keepsWords = async () =>
    (await page.evaluate(kept)).some(([, words]) => words.includes('The crane stands still'));
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
  await expect.eventually(keptKeys, ['cache'], 10_000);
  // What was read last is written within two seconds.
  await expect.eventually(keepsWords, true, 10_000);

  // The server is gone: the move shows, and waits visibly.
  await kill();
  await openMoveMenu(page, key);
  await page.getByRole('menuitem', { name: /^In progress/ }).click();
  await expect.visible(page.getByText('No connection.'), 20_000);
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));
  await expect.eventually(() => columnOf(page, key), 2);

  // Also after a reload there is something to read, and the edit is not forgotten.
  await page.reload();
  await expect.visible(page.locator(`[data-card-key="${key}"]`), 20_000);
  await expect.visible(page.getByRole('button', { name: '1 change waits' }));

  await restart();
  await expect.visible(page.getByText(`Sent: Start ${key}.`), 40_000);
  await expect.eventually(async () => (await impediment()).state, 'IN_PROGRESS');
  await expect.gone(page.getByText('No connection.'), 10_000);
  await expect.gone(page.getByRole('button', { name: /waits/ }));

  // Somebody else changes the same title meanwhile: a conflict, and neither text is lost.
  const other = await person();
  await other.page.goto('/');
  await other.page.context().addCookies(await context.cookies());
  await other.page.goto(`/impediments/${key}`);
  await page.goto(`/impediments/${key}`);
  await page.getByRole('button', { name: /edit.*title/i }).click();
  await page.getByRole('textbox', { name: /title/i }).fill('The crane stands still: mine');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect.visible(page.getByText('No connection.'), 20_000);
  await other.page.getByRole('button', { name: /edit.*title/i }).click();
  await other.page.getByRole('textbox', { name: /title/i }).fill('The crane stands still: theirs');
  await other.page.keyboard.press('Enter');
  await expect.eventually(
    async () => (await graphql(other.page, `{ impediment(key: "${key}") { title } }`)).data.impediment.title,
    'The crane stands still: theirs',
  );
  await context.setOffline(false);
  await expect.visible(page.getByText('The crane stands still: theirs'), 30_000);
  await expect.eventually(
    () => page.getByRole('textbox', { name: /title/i }).inputValue(),
    'The crane stands still: mine',
  );

  // It waits no longer: it is in the field. Who leaves on purpose leaves nothing to read behind.
  await expect.eventually(keptKeys, ['cache'], 10_000);
  await page.keyboard.press('Escape');
  await page.goto('/impediments');
  await page.getByRole('button', { name: /profile and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect.eventually(keptKeys, [], 10_000);
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
