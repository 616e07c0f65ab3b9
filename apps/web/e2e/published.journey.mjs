import { graphql, nameOf } from './board.mjs';

export const name =
  'A member drafts, two review, version 2 is published, a team adopts it; another that falls behind is nudged';

export const limit = 720_000;

const FOUND =
  'mutation { foundCommunity(name: "Calm releases", purpose: "So that nobody fears a release.", topics: ["Releases"]) { id } }';
const CREATE =
  'mutation ($id: ID!) { createArtifact(input: { communityId: $id, kind: PLAYBOOK, title: "How we release", summary: "From a branch to the harbour.", approvalsNeeded: 0 }) { id key version } }';
const DRAFT = '{ artifact(key: "KEY") { id version draft { revision page(path: "index") { body version } } } }';
const BEGIN = 'mutation ($id: ID!) { beginDraft(artifactId: $id) { revision } }';
const WRITE = 'mutation ($id: ID!, $page: PageWrite!) { writePage(artifactId: $id, page: $page) { version } }';
const PUBLISH =
  'mutation ($id: ID!, $revision: Int!, $words: String!) { publishVersion(artifactId: $id, revision: $revision, whatChanged: $words) { number } }';
const NEEDS =
  'mutation ($id: ID!, $version: Int!, $n: Int!) { editArtifact(id: $id, version: $version, changes: { approvalsNeeded: $n }) { version } }';
const TEAMS = '{ viewer { teams { id name } } }';
const ADOPT = 'mutation ($id: ID!, $team: ID!) { adopt(artifactId: $id, teamId: $team, number: 1) { id } }';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const [writer, first, second, follower, behind] = await Promise.all(Array.from({ length: 5 }, () => person()));
  await writer.exploreDemo('Developer');
  await first.exploreDemo('Product Owner', 1);
  await second.exploreDemo('Technical Lead');
  await follower.exploreDemo('Scrum Master');
  await behind.exploreDemo('Scrum Master', 2);
  const { page } = writer;

  // Version 1 is there, and one team follows it.
  const { data: founded } = await graphql(page, FOUND);
  const { data: made } = await graphql(page, CREATE, { id: founded.foundCommunity.id });
  const { id, key } = made.createArtifact;
  const draftNow = async () => (await graphql(page, DRAFT.replace('KEY', key))).data.artifact;
  const writeAndPublish = async (body, words) => {
    await graphql(page, BEGIN, { id });
    const { body: baseBody, version: baseVersion } = (await draftNow()).draft.page;
    await graphql(page, WRITE, { id, page: { path: 'index', body, baseVersion, baseBody } });
    const { draft } = await draftNow();
    return (await graphql(page, PUBLISH, { id, revision: draft.revision, words })).data.publishVersion.number;
  };
  expect.equal(await writeAndPublish('Release on Thursdays.\n', 'The first version.'), 1);
  const { data: own } = await graphql(behind.page, TEAMS);
  const late = own.viewer.teams[0];
  await graphql(behind.page, ADOPT, { id, team: late.id });
  await graphql(page, NEEDS, { id, version: (await draftNow()).version, n: 2 });

  // A member drafts the next version, and asks two to look at it.
  await page.goto(`/artifacts/${key}`);
  await page.getByRole('button', { name: 'Begin a draft' }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n- [ ] The one before can be put back\n');
  await expect.visible(page.getByRole('region', { name: /^Preview of/ }).getByRole('checkbox'));
  await expect.eventually(async () => (await draftNow()).draft.page.body.includes('put back'), true);
  await page.getByRole('button', { name: 'Ask for a review' }).click();
  const asking = page.getByRole('dialog', { name: 'Ask for a review' });
  for (const reviewer of [first, second]) {
    const reviewerName = await nameOf(reviewer.page);
    await asking.getByRole('combobox', { name: 'Who looks at it' }).fill(reviewerName);
    await page.getByRole('option', { name: reviewerName }).click();
  }
  await asking.getByRole('textbox', { name: 'What changed' }).fill('A release can be taken back.');
  await asking.getByRole('button', { name: 'Ask' }).click();
  await page.waitForURL(`**/artifacts/${key}/review`);
  await expect.visible(page.getByText('2 approvals are missing'));
  await checkAccessibility(page, 'a review that was asked for');

  // Whoever is asked finds it in the inbox.
  const approve = async (reviewer) => {
    await reviewer.page.goto('/inbox');
    await reviewer.page
      .getByRole('link', { name: /How we release/ })
      .first()
      .click();
    await reviewer.page.getByRole('button', { name: 'Give your verdict' }).click();
    await reviewer.page
      .getByRole('dialog', { name: 'What do you say?' })
      .getByRole('button', { name: 'Approve' })
      .click();
    await expect.visible(reviewer.page.getByText('Approved').first());
  };
  await approve(first);

  // The draft is changed: that approval counts no more, the other is told to wait, and both are asked again.
  await second.page.goto(`/artifacts/${key}/review`);
  await expect.visible(second.page.getByRole('button', { name: 'Give your verdict' }));
  const { body: baseBody, version: baseVersion } = (await draftNow()).draft.page;
  const body = `${baseBody}\nNobody releases alone.\n`;
  await graphql(page, WRITE, { id, page: { path: 'index', body, baseVersion, baseBody } });
  await expect.visible(second.page.getByText(/you will be told when it is asked for again/));
  expect.equal(await second.page.getByRole('button', { name: 'Give your verdict' }).count(), 0);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page
    .getByRole('dialog', { name: 'Ask for the review again' })
    .getByRole('button', { name: 'Ask', exact: true })
    .click();
  await expect.visible(page.getByRole('region', { name: 'Earlier rounds' }).getByText(/approved it on/));
  await checkAccessibility(page, 'a review that was asked for again');

  // Nothing is published before both have approved what is there now.
  for (const reviewer of [first, second]) await approve(reviewer);
  await expect.eventually(() => page.getByText('Approved', { exact: true }).count(), 2);

  // Version 2 is published, and says what changed.
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog', { name: 'Publish version 2' }).getByRole('button', { name: 'Publish' }).click();
  await expect.visible(page.getByText('Version 2 of How we release is published.'));
  await page.goto(`/artifacts/${key}/versions`);
  await expect.visible(page.getByText('A release can be taken back.'));

  // A team adopts it, with a word how it goes.
  await follower.page.goto(`/artifacts/${key}/adoption`);
  await follower.page.getByRole('button', { name: 'Adopt it for a team' }).click();
  const adopting = follower.page.getByRole('dialog', { name: 'Adopt How we release' });
  await adopting.getByRole('textbox', { name: 'In a few words' }).fill('From the next Sprint on.');
  await adopting.getByRole('button', { name: 'Adopt it' }).click();
  await adopting.waitFor({ state: 'hidden' });
  await expect.visible(follower.page.getByText('From the next Sprint on.'));
  await checkAccessibility(follower.page, 'who follows what');

  // A third version; who follows the first is two behind, is nudged, and finds it in the inbox.
  await graphql(page, NEEDS, { id, version: (await draftNow()).version, n: 0 });
  expect.equal(await writeAndPublish('Release on any day.\n', 'Any day.'), 3);
  await page.goto(`/artifacts/${key}/adoption`);
  await expect.visible(page.getByText('2 versions behind'));
  await page.getByRole('button', { name: 'Nudge who is behind' }).click();
  const nudging = page.getByRole('dialog', { name: 'Nudge who is behind' });
  await expect.visible(nudging.getByRole('checkbox', { name: late.name }));
  await nudging.getByRole('button', { name: 'Nudge 1 team' }).click();
  await expect.visible(page.getByText('1 team will find it in the inbox.'));
  await behind.page.goto('/inbox');
  await expect.visible(behind.page.getByText('Your team follows an older version').first());
  await behind.page
    .getByRole('link', { name: /How we release/ })
    .first()
    .click();
  await behind.page.waitForURL(`**/artifacts/${key}**`);
  // Asked once a week: the box is not to be ticked again.
  await page.getByRole('button', { name: 'Nudge who is behind' }).click();
  expect.equal(await nudging.getByRole('checkbox', { name: late.name }).isDisabled(), true);

  for (const one of [writer, first, second, follower, behind]) expect.equal(one.faults, []);
}
