import { graphql, nameOf } from './board.mjs';

export const name =
  'A community: founded, joined, a discussion with a mention, an idea from votes over a trial to adopted, followed by a team and nudged';

export const limit = 900_000;

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const founder = await person();
  await founder.exploreDemo('Scrum Master');
  const other = await person();
  await other.exploreDemo('Product Owner');
  const phone = await person({ width: 360, height: 780, touch: true, colorScheme: 'dark' });
  await phone.exploreDemo('Product Owner');
  const { page } = founder;
  const founderName = await nameOf(page);

  // Founded from the keyboard; whoever founds it facilitates it.
  await page.goto('/communities');
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Communities' }));
  await checkAccessibility(page, 'the directory of communities');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Found it' }).click();
  await expect.visible(dialog.getByText('Name the community', { exact: false }));
  await dialog.getByLabel('Name').fill('Night work');
  await dialog
    .getByRole('textbox', { name: 'Purpose' })
    .fill('What keeps the **night ferries** running, and how to test it by day.');
  await dialog.getByLabel('Topics').fill('nights, testing');
  await dialog.getByRole('button', { name: 'Found it' }).click();
  await page.waitForURL(/\/communities\/[^/]+$/);
  await expect.visible(page.getByRole('heading', { level: 1, name: 'Night work' }));
  await expect.visible(page.getByRole('list', { name: 'Members of Night work' }).getByText('facilitates'));
  await checkAccessibility(page, 'a new community');
  const home = new URL(page.url()).pathname;
  const communityId = decodeURIComponent(home.split('/').at(-1));

  // Somebody else finds it by a topic and joins; it shows at once on the founder's screen.
  await other.page.goto('/communities');
  await other.page.getByRole('searchbox', { name: 'Search the communities' }).fill('nights');
  await other.page.getByRole('button', { name: 'Join Night work' }).click();
  await expect.visible(other.page.getByText('You are in Night work.'));
  const otherName = await nameOf(other.page);
  await expect.visible(page.getByRole('list', { name: 'Members of Night work' }).getByText(otherName));

  // A question that names the founder, who finds it in the inbox and answers.
  await other.page.goto(home);
  await other.page.getByRole('button', { name: 'Start one' }).click();
  const start = other.page.getByRole('dialog');
  await start.getByLabel('What it is about').fill('Which test only fails at night?');
  const body = start.getByRole('textbox', { name: 'What you would like to talk about' });
  await body.fill('Ours is the one of the fog signal. ');
  await body.pressSequentially(`@${founderName.slice(0, 9)}`, { delay: 30 });
  await start.getByRole('option', { name: new RegExp(founderName) }).click();
  await body.press('End');
  await body.pressSequentially(' may know.');
  await start.getByRole('button', { name: 'Start it' }).click();
  await other.page.waitForURL(/\/discussions\/[^/]+$/);
  const talk = new URL(other.page.url()).pathname;
  await page.goto('/inbox');
  await page.getByRole('link', { name: 'Which test only fails at night?' }).click();
  await page.waitForURL(new RegExp(`${talk}$`));
  await page.getByRole('textbox', { name: 'Reply' }).fill('All that look at the clock.');
  await page.keyboard.press('Control+Enter');
  const replies = other.page.getByRole('region', { name: 'Replies' });
  await expect.visible(replies.getByText('All that look at the clock.'));
  await checkAccessibility(page, 'a discussion');

  // Its words are changed and taken away again.
  await page.getByRole('button', { name: 'Edit your reply' }).click();
  await page.getByRole('textbox', { name: 'Reply' }).first().fill('All that ask what time it is.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.visible(replies.getByText('All that ask what time it is.'));
  await phone.page.goto(talk);
  await expect.visible(phone.page.getByText('All that ask what time it is.'));
  await checkAccessibility(phone.page, 'a discussion, on a phone');

  // An idea, a vote, a word from somebody else.
  await other.page.goto(`${home}/ideas`);
  await other.page.getByRole('button', { name: 'Add an idea' }).click();
  const idea = other.page.getByRole('dialog');
  await idea.getByLabel('In one line').fill('A clock that tests can turn');
  await idea
    .getByRole('textbox', { name: 'What you would do' })
    .fill('Every test gets its own time. No test waits for midnight.');
  await idea.getByRole('button', { name: 'Add it' }).click();
  await other.page.waitForURL(/\/ideas\/[^/]+$/);
  const address = new URL(other.page.url()).pathname;
  await page.goto(`${home}/ideas`);
  await page.getByRole('button', { name: 'Vote for “A clock that tests can turn”, 0 so far' }).click();
  await expect.visible(page.getByRole('button', { name: 'Vote for “A clock that tests can turn”, 1 so far' }));
  await checkAccessibility(page, 'the board of ideas');
  await page.getByRole('link', { name: 'A clock that tests can turn' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('We would try it.');
  await page.keyboard.press('Control+Enter');
  await expect.visible(page.getByText('Discussed', { exact: true }));

  // A team tries it until a day, and says what it showed.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Try it in a team' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin the trial' }).click();
  await expect.visible(page.getByText('The trial has begun.'));
  await expect.visible(other.page.getByText('On trial', { exact: true }));
  await page.getByRole('button', { name: 'Say what it showed' }).click();
  await page.getByLabel('What it showed').fill('Forty tests less that wait; two found a real fault.');
  await page.getByRole('dialog').getByRole('button', { name: 'End the trial' }).click();
  await expect.visible(page.getByRole('region', { name: 'What the trial showed' }).getByText('Forty tests less'));
  await checkAccessibility(page, 'an idea that was tried');

  // It becomes a checklist: begun here, adopted there.
  await page.goto(home);
  await page.getByRole('button', { name: 'Write something' }).click();
  const write = page.getByRole('dialog');
  await write.getByLabel('What?').selectOption('CHECKLIST');
  await write.getByLabel('Title').fill('Before a night release');
  await write.getByRole('button', { name: 'Begin the draft' }).click();
  await page.waitForURL(/\/artifacts\/A-\d+\/draft/);
  const key = new URL(page.url()).pathname.split('/')[2];
  await page.goto(address);
  await page.getByRole('button', { name: 'Adopt it' }).click();
  const adopt = page.getByRole('dialog');
  await adopt.getByLabel('Which one?').fill('Before');
  await page.getByRole('option', { name: new RegExp(key) }).click();
  await adopt.getByRole('button', { name: 'Adopt it' }).click();
  await expect.visible(page.getByRole('link', { name: `${key} Before a night release` }));
  await expect.visible(other.page.getByRole('link', { name: `${key} Before a night release` }));
  await phone.page.goto(`${home}/ideas`);
  await expect.visible(phone.page.getByRole('region', { name: 'Adopted' }).getByText('A clock that tests can turn'));
  await checkAccessibility(phone.page, 'the board of ideas, on a phone');

  // Published thrice; a team that follows the first version is two behind, and nudged.
  const artifact = await publish(page, key, 1);
  await other.page.goto(`/artifacts/${key}/adoption`);
  await other.page.getByRole('button', { name: 'Adopt it for a team' }).first().click();
  const follow = other.page.getByRole('dialog');
  await follow.getByLabel('How does it go?').selectOption('WELL');
  await follow.getByLabel('In a few words').fill('Two of us tick it together.');
  await follow.getByRole('button', { name: 'Adopt it' }).click();
  await expect.visible(other.page.getByRole('region', { name: 'Teams that follow it' }).getByText('the latest'));
  await publish(page, key, 2);
  await publish(page, key, 3);
  await expect.visible(other.page.getByText('2 versions behind'));
  await page.goto(`/artifacts/${key}/adoption`);
  await checkAccessibility(page, 'who follows it');
  await page.getByRole('button', { name: 'Nudge who is behind' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nudge 1 team' }).click();
  await expect.visible(page.getByText('1 team will find it in the inbox.'));
  await other.page.goto('/inbox');
  await expect.visible(other.page.getByText('Your team follows an older version', { exact: false }));

  // The list of all that is published, and the community, closed and opened again.
  await page.goto(`/artifacts?community=${encodeURIComponent(communityId)}`);
  await expect.visible(page.getByRole('list', { name: 'Artifacts' }).getByText('1 team follows it'));
  await checkAccessibility(page, 'the list of artifacts');
  await page.goto(home);
  await page.getByRole('button', { name: 'More of Night work' }).click();
  await page.getByRole('menuitem', { name: 'Close it …' }).click();
  await page.getByRole('dialog').getByLabel('Why').fill('The night ferries rest in winter.');
  await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
  await expect.visible(page.getByText('This community is closed since', { exact: false }));
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect.gone(page.getByText('This community is closed since', { exact: false }));
  await phone.page.goto(home);
  await expect.visible(phone.page.getByRole('heading', { level: 1, name: 'Night work' }));
  await checkAccessibility(phone.page, 'a community, on a phone');
  expect.ok(artifact.id.startsWith('Artifact_'), 'the artifact is there');
  for (const one of [founder, other, phone]) expect.equal(one.faults, []);
}

/** The next version of a checklist, without reviews: those are walked elsewhere. */
async function publish(page, key, number) {
  const { data } = await graphql(
    page,
    'query ($key: String!) { artifact(key: $key) { id version approvalsNeeded draft { revision } } }',
    { key },
  );
  const { id, version, approvalsNeeded } = data.artifact;
  if (approvalsNeeded > 0)
    await done(page, 'editArtifact(id: $id, version: $version, changes: { approvalsNeeded: 0 }) { id }', {
      id: [id, 'ID!'],
      version: [version, 'Int!'],
    });
  const { beginDraft } = await done(page, 'beginDraft(artifactId: $id) { revision }', { id: [id, 'ID!'] });
  const { writeChecklist } = await done(
    page,
    'writeChecklist(artifactId: $id, revision: $revision, steps: $steps) { revision }',
    {
      id: [id, 'ID!'],
      revision: [beginDraft.revision, 'Int!'],
      steps: [[{ text: `Turn the clock ${number} times` }], '[ChecklistStepInput!]!'],
    },
  );
  await done(page, 'publishVersion(artifactId: $id, revision: $revision, whatChanged: $words) { number }', {
    id: [id, 'ID!'],
    revision: [writeChecklist.revision, 'Int!'],
    words: [`Turn ${number}`, 'String!'],
  });
  return data.artifact;
}

/** A change as the page's person; fails with what the server said. */
async function done(page, field, given) {
  const declared = Object.entries(given).map(([variable, [, type]]) => `$${variable}: ${type}`);
  const variables = Object.fromEntries(Object.entries(given).map(([variable, [value]]) => [variable, value]));
  const { data, errors } = await graphql(page, `mutation (${declared.join(', ')}) { ${field} }`, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
