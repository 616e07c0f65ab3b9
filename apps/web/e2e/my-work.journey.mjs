import { graphql, raise } from './board.mjs';

export const name = 'My work and the inbox: what waits is there, leads to its place, and is read once it was read';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const { page } = master;
  await page.goto('/impediments');
  const key = await raise(page, 'The pilot boat has no fuel card');

  // What is raised for a team waits for its Scrum Master.
  await page.getByRole('link', { name: 'My work' }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: 'My work' }));
  const line = page.getByRole('link', { name: /The pilot boat has no fuel card/ });
  await expect.visible(line);
  await checkAccessibility(page, 'my work');
  await line.click();
  await expect.visible(page.getByRole('dialog', { name: key }));
  await page.keyboard.press('Escape');
  await expect.eventually(() => new URL(page.url()).pathname, '/my-work');

  // Somebody else's comment reaches the inbox of whoever raised it, and its badge counts it.
  const other = await person({ width: 360, height: 780 });
  await other.exploreDemo('Scrum of Scrums Master');
  const { data } = await graphql(other.page, `{ impediment(key: "${key}") { id } }`);
  const unread = async () => (await graphql(page, '{ inbox(first: 1) { unreadCount } }')).data?.inbox?.unreadCount;
  const had = await unread();
  await graphql(
    other.page,
    'mutation ($id: ID!, $body: String!) { commentOnImpediment(id: $id, body: $body) { id } }',
    {
      id: data.impediment.id,
      body: 'The office has a spare one.',
    },
  );
  await expect.eventually(async () => (await unread()) > had, true);
  await page.getByRole('link', { name: /Inbox/ }).click();
  const news = page.getByRole('listitem').filter({ hasText: 'The pilot boat has no fuel card' }).first();
  await expect.visible(news);
  await checkAccessibility(page, 'the inbox');
  // By keys: to the line, into it, and there the comment is what has the focus.
  const title = news.getByRole('link').first();
  const atTitle = () => title.evaluate((link) => link === document.activeElement);
  for (let step = 0; step < 5 && !(await atTitle()); step += 1) await page.keyboard.press('j');
  expect.equal(await atTitle(), true);
  await page.keyboard.press('Enter');
  const comment = page.getByRole('listitem').filter({ hasText: 'The office has a spare one.' });
  await expect.visible(comment);
  await expect.eventually(() => comment.evaluate((one) => one === document.activeElement), true);
  await checkAccessibility(page, 'a comment that an entry of the inbox leads to');
  await expect.eventually(async () => (await unread()) <= had, true);
  expect.equal([...master.faults, ...other.faults], []);
}
