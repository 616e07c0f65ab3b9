import { graphql, nameOf } from './board.mjs';
import { hand } from './hand-files.mjs';

export const name =
  'Two write one page: their words are merged, and where both wrote in the same place one chooses; a picture, a diagram; reviewed by line, published, and a proposed change is taken over';
export const limit = 720_000;

/** A page is saved when its writer pauses. */
const SAVED = 90_000;

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const developer = await person();
  await developer.exploreDemo('Developer');
  const master = await person();
  await master.exploreDemo('Scrum Master');
  const owner = await person();
  await owner.exploreDemo('Product Owner');
  const names = {
    developer: await nameOf(developer.page),
    master: await nameOf(master.page),
    owner: await nameOf(owner.page),
  };
  const { key } = await playbook(developer.page, master.page);
  const { page } = developer;
  const other = master.page;

  // Both open the draft, and see one another.
  await Promise.all([page.goto(`/artifacts/${key}`), other.goto(`/artifacts/${key}/draft`)]);
  await page.waitForURL(/\/draft/);
  await expect.visible(page.getByRole('button', { name: `Also looking: ${names.master}` }));
  const mine = await begin(page, [
    '# How we ship',
    '',
    'Small steps.',
    '',
    '## Before',
    '',
    'Talk.',
    '',
    '## After',
    '',
    'Look.',
  ]);
  const theirs = textOf(other);
  await expect.eventually(() => lines(theirs), await lines(mine), SAVED);

  // At the same time, in two places: nothing of either is lost, and neither is disturbed.
  await toLine(page, mine, 3);
  await toLine(other, theirs, 11);
  await Promise.all([
    page.keyboard.type(' Every change is small enough to be undone in a minute.', { delay: 30 }),
    other.keyboard.type(' The numbers are looked at on the next morning, by two.', { delay: 30 }),
  ]);
  const both = [
    'Small steps. Every change is small enough to be undone in a minute.',
    'Look. The numbers are looked at on the next morning, by two.',
  ];
  for (const text of [mine, theirs]) {
    await expect.eventually(async () => (await lines(text)).filter((line) => both.includes(line)), both, SAVED);
  }

  // In the same place, one of them without a connection: nothing is saved over the other's words, one chooses by keyboard.
  await master.context.setOffline(true);
  await toLine(other, theirs, 7);
  await other.keyboard.type(' Draw it.');
  await expect.visible(other.getByText('Kept in this browser until the connection is back'), SAVED);
  await toLine(page, mine, 7);
  await page.keyboard.type(' Write an example.');
  await expect.eventually(() => body(page, key).then((text) => text.includes('Talk. Write an example.')), true, SAVED);
  await master.context.setOffline(false);
  const conflict = other.getByRole('region', { name: 'Two people wrote in the same place' });
  await expect.visible(conflict);
  await expect.visible(conflict.getByText('Talk. Draw it.'));
  await checkAccessibility(other, 'the choice between two texts');
  // While nothing is chosen nothing is saved, neither of the two.
  const saveChosen = conflict.getByRole('button', { name: 'Save what is chosen' });
  await saveChosen.press('Enter');
  await expect.visible(conflict.getByText('In one place nothing is chosen yet.'));
  const take = conflict.getByRole('button', { name: 'Take theirs' });
  await conflict.focus();
  for (let tabs = 0; tabs < 8 && !(await take.evaluate((button) => button === document.activeElement)); tabs += 1)
    await other.keyboard.press('Tab');
  await other.keyboard.press('Enter');
  await saveChosen.press('Enter');
  await expect.eventually(() => theirs.evaluate((field) => field === document.activeElement), true);
  await toLine(other, theirs, 7);
  await other.keyboard.type(' Draw it.');
  await expect.eventually(async () => (await lines(mine)).includes('Talk. Write an example. Draw it.'), true, SAVED);

  // A picture out of the clipboard, a diagram from the toolbar, and one that cannot be read.
  await toLine(page, mine, 11);
  await hand(page, 'paste', mine, [{ name: 'image.png', type: 'image/png', canvas: [320, 200] }]);
  const preview = page.getByRole('region', { name: 'Preview of How we ship' });
  const pictures = preview.locator('img[src^="/files/images/"]');
  await expect.eventually(() => pictures.evaluateAll((all) => all.map(({ naturalWidth }) => naturalWidth)), [320]);
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Diagram' }).click();
  await expect.eventually(() => drawn(preview), ['Is it ready?|yes|Ship it|no|Wait'.split('|').toSorted()]);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n```mermaid\nflowchart TD\n  a["<img src=x onerror=alert(1)>"] -->\n```\n');
  await expect.visible(preview.getByText('This diagram cannot be drawn.'));
  await expect.visible(preview.getByText(/^It ends too early, at line \d\.$/));
  await expect.visible(page.getByText('Saved', { exact: true }), SAVED);
  await checkAccessibility(page, 'a page being written');

  // Words that were typed a moment before the tab was closed are there in the next one.
  await page.keyboard.type('Closed too early.');
  const tab = await developer.context.newPage();
  await page.close();
  await tab.goto(`/artifacts/${key}/draft`);
  await expect.eventually(async () => (await lines(textOf(tab))).includes('Closed too early.'), true);
  await expect.visible(tab.getByText('Saved', { exact: true }), SAVED);

  // The Product Owner is asked, comments on a line, and approves.
  await tab.getByRole('button', { name: 'Ask for a review' }).click();
  const asking = tab.getByRole('dialog', { name: 'Ask for a review' });
  await asking.getByLabel('Who looks at it').fill(names.owner);
  await tab.getByRole('option').filter({ hasText: names.owner }).first().click();
  await asking.getByRole('textbox', { name: 'What changed' }).fill('How we ship, for the first time.');
  await tab.keyboard.press('Control+Enter');
  await tab.waitForURL(/\/review$/);
  await owner.page.goto(`/artifacts/${key}/review`);
  await owner.page.getByRole('button', { name: 'Comment on line 3', exact: true }).click();
  await owner.page.getByRole('textbox', { name: 'Comment on line 3' }).fill('A minute of whose time?');
  await owner.page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect.visible(tab.getByText('A minute of whose time?'));
  await tab.getByRole('button', { name: 'Reply' }).click();
  await tab.getByRole('textbox', { name: 'Reply' }).fill('Of whoever is on call.');
  await tab.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await expect.visible(owner.page.getByText('Of whoever is on call.'));
  await tab.getByRole('button', { name: 'Settle' }).click();
  await checkAccessibility(owner.page, 'a review');
  await owner.page.getByRole('button', { name: 'Give your verdict' }).click();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).last().click();
  await expect.visible(tab.getByText('It has all approvals that it needs.'));
  await tab.getByRole('button', { name: 'Publish', exact: true }).click();
  await tab.getByRole('dialog', { name: 'Publish version 1' }).waitFor();
  await tab.keyboard.press('Control+Enter');
  await tab.waitForURL(/\/pages/);

  // On a phone, in the dark: it is read, and another wording is proposed.
  const reader = await person({ width: 360, height: 740, colorScheme: 'dark' });
  await reader.exploreDemo('Developer', 1);
  await reader.page.goto(`/artifacts/${key}`);
  const article = reader.page.getByRole('article');
  await expect.eventually(() => drawn(article), ['Is it ready?|yes|Ship it|no|Wait'.split('|').toSorted()]);
  expect.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), 360);
  await checkAccessibility(reader.page, 'a page on a phone');
  await reader.page.getByRole('link', { name: 'Propose a change' }).click();
  const proposed = textOf(reader.page);
  await toLine(reader.page, proposed, 3);
  await reader.page.keyboard.type(' We ship in the morning.');
  await reader.page.getByLabel('Why').fill('Nobody wants to look at numbers at night.');
  await reader.page.getByRole('button', { name: 'Propose it' }).click();
  await reader.page.waitForURL(/\/proposals\/ChangeProposal_/);
  await checkAccessibility(reader.page, 'a proposal on a phone');

  // A member takes it over: it is in the draft.
  await tab.goto(`/artifacts/${key}/proposals`);
  await tab.getByRole('link', { name: 'Nobody wants to look at numbers at night.' }).click();
  await expect.visible(tab.getByText('We ship in the morning.'));
  await tab.getByRole('button', { name: 'Take it over' }).click();
  await tab.keyboard.press('Control+Enter');
  await expect.visible(reader.page.getByText('Taken over').first());
  await expect.eventually(() => body(tab, key).then((text) => text.includes('We ship in the morning.')), true);
  expect.equal([...developer.faults, ...master.faults, ...owner.faults, ...reader.faults], []);
}

/** A community of two, and an empty playbook that needs one approval. */
async function playbook(page, other) {
  const founded = await graphql(
    page,
    'mutation { foundCommunity(name: "Shipping", purpose: "Out.", topics: []) { id } }',
  );
  const { id } = founded.data.foundCommunity;
  await graphql(other, 'mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });
  const made = await graphql(page, 'mutation ($input: ArtifactInput!) { createArtifact(input: $input) { key } }', {
    input: { communityId: id, kind: 'PLAYBOOK', title: 'How we ship', approvalsNeeded: 1 },
  });
  return made.data.createArtifact;
}

const textOf = (page) => page.getByRole('textbox', { name: /^Text of .*, Markdown$/ });

/** The lines as the editor shows them. */
const lines = (text) =>
  text
    .locator('.cm-line')
    .allInnerTexts()
    .then((all) => all.map((line) => line.replace(/\n$/, '')));

async function begin(page, words) {
  const text = textOf(page);
  await text.click();
  await page.keyboard.insertText(words.join('\n'));
  return text;
}

/** The caret goes behind the words of a line, from 1, in however many rows it is shown. */
async function toLine(page, text, number) {
  await text
    .locator('.cm-line')
    .nth(number - 1)
    .click();
  for (let row = 0; row < 4; row += 1) await page.keyboard.press('End');
}

/** What the draft's first page says to everybody. */
async function body(page, key) {
  const asked =
    'query ($key: String!) { artifact(key: $key) { draft { pages { path } page(path: "index") { body } } } }';
  const { data } = await graphql(page, asked, { key });
  return data.artifact.draft?.page.body ?? '';
}

/** The words in each diagram that is drawn, in alphabetical order. */
const drawn = (place) =>
  place.locator('.diagram__picture').evaluateAll((all) =>
    all.flatMap((one) => {
      const svg = one.shadowRoot?.querySelector('svg');
      const words = [...(svg?.querySelectorAll('text') ?? [])].map((text) => text.textContent.trim()).filter(Boolean);
      return words.length > 0 ? [words.toSorted()] : [];
    }),
  );
