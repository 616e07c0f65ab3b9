import { graphql, nameOf } from './board.mjs';

export const name =
  'A triage of three people: begun, dots, results and actions live, a restart in the middle, handed over, ended with minutes';

export const limit = 900_000;

/** A restarted server and a connection that comes back take a while. */
const AGAIN = 90_000;
const RUNNING =
  'query ($id: ID!) { triageSession(id: $id) { state current { id } facilitator { name } viewerDotsLeft items { id dots viewerDots result impediment { key title } actions { title } } } }';

export const withDemo = true;

export async function run({ person, restart, kill, expect, checkAccessibility }) {
  const leader = await person();
  await leader.exploreDemo('Scrum of Scrums Master');
  const member = await person();
  const phone = await person({ width: 360, height: 780, touch: true });
  const { page } = leader;

  // The chapter's home says what its triage would be about; one press begins it.
  const { data } = await graphql(page, '{ chapters { id name viewerCan members { person { name } } } }');
  const chapter = data.chapters.find(({ viewerCan }) => viewerCan.includes('triage:start'));
  await page.goto('/chapters');
  await page.getByRole('link', { name: chapter.name }).click();
  await expect.visible(page.getByRole('heading', { level: 1, name: chapter.name }));
  await expect.visible(page.getByText('on its agenda now').first());
  await checkAccessibility(page, 'the home of a chapter');
  await page.getByRole('button', { name: 'Begin the triage' }).click();
  await page.waitForURL(/\/triage\/[^/]+$/);
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1));
  const address = new URL(page.url()).pathname;
  const at = async (who = page) => (await graphql(who, RUNNING, { id })).data.triageSession;
  const { items } = await at();
  expect.ok(items.length >= 2, 'the demo has something to triage');

  // Two more come, one by a phone; everybody sees who is here.
  await asMember(member, chapter);
  await asMember(phone, chapter, await nameOf(member.page));
  await member.page.goto(`/chapters/${encodeURIComponent(chapter.id)}`);
  await member.page.getByRole('link', { name: 'Join the triage' }).click();
  await phone.page.goto(address);
  for (const one of [page, member.page, phone.page]) await expect.visible(one.getByText('3 here'));
  await checkAccessibility(page, 'a triage that begins');
  await checkAccessibility(phone.page, 'a triage that begins, on a phone');

  // Dots: shown at once where they are placed, and to the others soon after.
  const first = items[0];
  const dotsOf = (who, item) => who.getByRole('group', { name: `Dots of ${nameOfItem(item)}` }).first();
  await dotsOf(member.page, first).getByRole('button', { name: 'Place a dot' }).click();
  await dotsOf(member.page, first).getByRole('button', { name: 'Place a dot' }).click();
  await expect.eventually(async () => (await at()).items[0].dots, 2);
  await expect.eventually(async () => (await dotsOf(page, first).textContent()).includes('2 dots'), true);

  // The first item, for all three, by one key.
  await page.keyboard.press('n');
  const headings = [page, member.page, phone.page].map((one) =>
    one.getByRole('region', { name: 'Under discussion' }).getByRole('heading', { level: 2 }),
  );
  for (const heading of headings) await expect.eventually(() => heading.textContent(), titleOf(first));
  await expect.visible(page.getByRole('timer'));
  await checkAccessibility(page, 'an item under discussion');
  await checkAccessibility(phone.page, 'an item under discussion, on a phone');

  // Somebody promises something on the phone; it stands on the desk.
  await phone.page.getByRole('button', { name: 'Note an action' }).click();
  await phone.page.getByLabel('What is promised?').fill('Call the network people');
  await phone.page.getByRole('button', { name: 'Note it' }).click();
  await expect.visible(page.getByRole('region', { name: 'Actions' }).getByText('Call the network people'));

  // It leaves with a result, which all see; what it did to the impediment is on the record.
  await settle(page);
  for (const one of [page, member.page]) {
    await expect.visible(one.getByRole('region', { name: 'Result' }).getByText('Parked'));
  }

  // The server dies. A dot that is placed meanwhile is kept, and counted once when it is back.
  const second = items[1];
  await page.keyboard.press('n');
  await expect.eventually(() => headings[1].textContent(), titleOf(second));
  const before = await at();
  await kill();
  await dotsOf(member.page, second).getByRole('button', { name: 'Place a dot' }).click();
  await expect.visible(member.page.getByText('The connection is lost; trying again.').first());
  await restart();
  await expect.eventually(async () => (await at().catch(() => null))?.items[1].dots, before.items[1].dots + 1, AGAIN);
  for (const one of [page, member.page, phone.page]) {
    await expect.gone(one.getByText('The connection is lost; trying again.'), AGAIN);
  }
  const after = await at();
  expect.equal(after.items[0].dots, 2);
  expect.equal(after.current, before.current);
  for (const heading of headings) await expect.eventually(() => heading.textContent(), titleOf(second));
  await expect.eventually(
    async () => (await dotsOf(page, second).textContent()).includes(`${before.items[1].dots + 1} dot`),
    true,
  );

  // Whoever comes late, or anew, sees the same.
  await phone.page.reload();
  await expect.visible(phone.page.getByRole('region', { name: 'Under discussion' }));
  await expect.eventually(
    () => phone.page.getByRole('region', { name: 'Under discussion' }).getByRole('heading', { level: 2 }).textContent(),
    titleOf(second),
  );

  // A wall shows one item, large.
  await page.keyboard.press('p');
  await expect.visible(page.getByRole('heading', { level: 1, name: titleOf(second) }));
  await checkAccessibility(page, 'a triage on a wall');
  await page.keyboard.press('Escape');
  await expect.visible(page.getByRole('region', { name: 'Agenda' }));

  // Handed over, somebody else leads.
  const next = await nameOf(member.page);
  await page.getByRole('button', { name: 'More of this triage' }).click();
  await page.getByRole('menuitem', { name: 'Hand over the facilitation …' }).click();
  const over = page.getByRole('dialog', { name: 'Hand over the facilitation' });
  await over.getByLabel('To whom?').selectOption({ label: next });
  await over.getByRole('button', { name: 'Hand over' }).click();
  await expect.gone(over);
  await expect.visible(member.page.getByRole('button', { name: 'End the triage …' }));
  await expect.gone(page.getByRole('button', { name: 'End the triage …' }));

  // Ended: minutes for all, what was not reached is parked, and the chapter is told.
  await member.page.getByRole('button', { name: 'End the triage …' }).click();
  const end = member.page.getByRole('dialog', { name: 'End the triage?' });
  await checkAccessibility(member.page, 'ending a triage');
  await end.getByRole('button', { name: 'End it' }).click();
  for (const one of [page, member.page, phone.page]) {
    await expect.visible(one.getByRole('article', { name: 'Minutes' }));
  }
  await expect.visible(page.getByRole('article').getByText('Call the network people').first());
  await checkAccessibility(page, 'minutes of a triage');
  await checkAccessibility(phone.page, 'minutes of a triage, on a phone');
  await page.goto('/inbox');
  await expect.visible(page.locator(`a[href="${address}"]`).first());
  await phone.page.goto('/actions');
  await expect.visible(phone.page.getByText('Call the network people'));
  expect.equal([...leader.faults, ...member.faults, ...phone.faults], []);
}

const titleOf = ({ impediment }) => impediment?.title;
const nameOfItem = ({ impediment }) => `${impediment.key} ${impediment.title}`;

/** Ends what is under discussion in the one way that is always legal. */
async function settle(page) {
  const ending = page.getByRole('region', { name: 'How it ends' });
  await ending.getByRole('button', { name: 'Park' }).first().click();
  await ending.getByLabel('Why is it parked?').fill('The vendor answers on Monday.');
  await ending
    .getByRole('button', { name: /^Park Ctrl/ })
    .or(ending.locator('button[type="submit"]'))
    .first()
    .click();
}

/** Signs in to the demo as a Scrum Master who is a member of the chapter, another one than those named. */
async function asMember(who, { members }, ...taken) {
  const names = new Set(members.map(({ person }) => person.name));
  for (let place = 0; place < 12; place += 1) {
    await who.exploreDemo('Scrum Master', place);
    const name = await nameOf(who.page);
    if (names.has(name) && !taken.includes(name)) return;
    await who.context.clearCookies();
  }
  throw new Error('The demo has too few members of the chapter.');
}
