import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommunityStory } from '../../../test/community-story.js';
import { settleReactions } from '../../../test/settle-reactions.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: CommunityStory;
let dora: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CommunityStory.tell(app, 'Harbour');
  dora = await story.team.scrumMaster('Dora');
  await story.house.query(
    `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, 'dora@example.org', 'x')`,
    [story.house.id, dora.id],
  );
});
afterAll(() => app?.stop());

interface Entry {
  reason: string;
  event: string;
  excerpt: string;
  readAt: string | null;
  artifact: { key: string } | null;
}

async function entries(person: TestPerson): Promise<Entry[]> {
  await settleReactions(app, story.house.id);
  const { inbox } = await story.seen<{ inbox: { edges: { node: Entry }[] } }>(
    person,
    'inbox { edges { node { reason event excerpt readAt artifact { key } } } }',
  );
  return inbox.edges.map(({ node }) => node);
}

/** What is unread, the latest first. */
async function unread(person: TestPerson): Promise<string[]> {
  const all = await entries(person);
  return all.filter(({ readAt }) => readAt === null).map(({ reason, event }) => `${reason} ${event}`);
}

interface Written {
  id: string;
  key: string;
  revision: number;
}

async function written(text: string, approvalsNeeded?: number): Promise<Written> {
  const { ana, ben, communityId } = story;
  const created = await story.done<{ id: string; key: string }>(
    // Fewer approvals than usual only facilitators ask for.
    approvalsNeeded === undefined ? ben : ana,
    `createArtifact(input: { communityId: "${communityId}", kind: PLAYBOOK, title: "${text}" ${
      approvalsNeeded === undefined ? '' : `approvalsNeeded: ${approvalsNeeded}`
    } }) { id key }`,
  );
  return { ...created, revision: await write(ben, created.id, text) };
}

async function write(by: TestPerson, artifactId: string, text: string): Promise<number> {
  const { page } = await story.done<{ page: { path: string; body: string; version: number } }>(
    by,
    `beginDraft(artifactId: "${artifactId}") { page(path: "index") { path body version } }`,
  );
  const given = `path: "${page.path}", body: ${JSON.stringify(text)}, baseVersion: ${page.version}, baseBody: ${JSON.stringify(page.body)}`;
  await story.done(by, `writePage(artifactId: "${artifactId}", page: { ${given} }) { version }`);
  const after = await story.done<{ revision: number }>(by, `beginDraft(artifactId: "${artifactId}") { revision }`);
  return after.revision;
}

const publish = ({ id, revision }: Written): Promise<object> =>
  story.done(story.ben, `publishVersion(artifactId: "${id}", revision: ${revision}, whatChanged: "More words") { id }`);

describe('the inbox, of artifacts', () => {
  it('a review is asked of people, and asks no more of whoever gave a verdict', async () => {
    const { ana, ben, cleo } = story;
    const it = await written('Pairing');
    const reviewers = [ana, cleo].map(({ id }) => `"Person_${id}"`).join(', ');
    const { id } = await story.done<{ id: string }>(
      ben,
      `askForReview(artifactId: "${it.id}", revision: ${it.revision}, reviewerIds: [${reviewers}], whatChanged: "The *first* words") { id }`,
    );
    expect((await entries(cleo))[0]).toEqual({
      reason: 'REVIEW_ASKED',
      event: 'review.asked',
      excerpt: 'The first words',
      readAt: null,
      artifact: { key: it.key },
    });
    await story.done(cleo, `giveVerdict(reviewId: "${id}", verdict: CHANGES_ASKED, words: "Too short") { id }`);
    expect(await unread(cleo)).toEqual([]);
    expect(await unread(ana)).toEqual(['REVIEW_ASKED review.asked']);
    expect(await unread(ben)).toEqual(['WATCHING review.changes-asked']);
    await story.done(ben, `withdrawReview(id: "${id}") { revision }`);
    expect(await unread(ana)).toEqual([]);
  });

  it('a review that is asked for anew is another entry, also of whoever had answered; the old one is done with', async () => {
    const { ana, ben, cleo } = story;
    const it = await written('Stale');
    const ask = async (revision: number, words: string): Promise<string> => {
      const reviewers = [ana, cleo].map(({ id }) => `"Person_${id}"`).join(', ');
      const given = `artifactId: "${it.id}", revision: ${revision}, reviewerIds: [${reviewers}], whatChanged: "${words}"`;
      return (await story.done<{ id: string }>(ben, `askForReview(${given}) { id }`)).id;
    };
    const asked = async (who: TestPerson): Promise<object[]> =>
      (await entries(who))
        .filter(({ reason, artifact }) => reason === 'REVIEW_ASKED' && artifact?.key === it.key)
        .map(({ excerpt, readAt }) => ({ excerpt, isRead: readAt !== null }));
    const review = await ask(it.revision, 'First');
    await story.done(cleo, `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`);
    await ask(await write(ben, it.id, 'Stale no more'), 'Second');
    for (const reviewer of [ana, cleo])
      expect(await asked(reviewer)).toEqual([
        { excerpt: 'Second', isRead: false },
        { excerpt: 'First', isRead: true },
      ]);
  });

  it('a comment on a line tells who wrote it and asked, a reply whoever talked, and both whom they mention', async () => {
    const { ben, cleo } = story;
    const it = await written('Mobbing');
    const { id } = await story.done<{ id: string }>(
      ben,
      `askForReview(artifactId: "${it.id}", revision: ${it.revision}, reviewerIds: ["Person_${cleo.id}"], whatChanged: "Words") { id }`,
    );
    const mention = `[@Dora](person:Person_${dora.id})`;
    const { comments } = await story.done<{ comments: { id: string }[] }>(
      cleo,
      `commentOnLine(reviewId: "${id}", pagePath: "index", line: 1, body: "Why? ${mention} knows") { comments { id } }`,
    );
    expect((await entries(ben))[0]).toMatchObject({ reason: 'WATCHING', event: 'review.commented' });
    expect((await entries(dora))[0]).toMatchObject({ reason: 'MENTIONED', excerpt: 'Why? @Dora knows' });
    await story.done(ben, `replyToReviewComment(id: "${comments[0]?.id}", body: "Because") { id }`);
    expect((await entries(cleo))[0]).toMatchObject({ reason: 'WATCHING', event: 'review.replied', excerpt: 'Because' });
  });

  it('who follows it hears of a new version, and of being behind, until the team has moved on', async () => {
    const { ana, ben } = story;
    const it = await written('Reviews of code', 0);
    await publish(it);
    const adopted = await story.done<{ id: string }>(
      ben,
      `adopt(artifactId: "${it.id}", teamId: "Team_${story.team.id}", number: 1) { id }`,
    );
    for (const text of ['Second', 'Third']) await publish({ ...it, revision: await write(ben, it.id, text) });
    expect((await unread(dora)).filter((told) => told.startsWith('ARTIFACT'))).toEqual([
      'ARTIFACT_PUBLISHED artifact.published',
      'ARTIFACT_PUBLISHED artifact.published',
    ]);
    await story.done(ana, `nudgeTeams(artifactId: "${it.id}", teamIds: ["Team_${story.team.id}"]) { id }`);
    expect((await entries(dora))[0]).toMatchObject({ reason: 'ADOPTION_BEHIND', artifact: { key: it.key } });
    await story.done(dora, `editAdoption(id: "${adopted.id}", rowVersion: 2, note: "Soon") { id }`);
    expect(await unread(dora)).toContain('ADOPTION_BEHIND adoption.nudged');
    await story.done(dora, `editAdoption(id: "${adopted.id}", rowVersion: 3, number: 3) { id }`);
    expect(await unread(dora)).not.toContain('ADOPTION_BEHIND adoption.nudged');
    const { artifact } = await story.seen<{ artifact: { version: number } }>(
      ana,
      `artifact(key: "${it.key}") { version }`,
    );
    const archive = `archiveArtifact(id: "${it.id}", version: ${artifact.version}, reason: "We *pair* now") { id }`;
    await story.done(ana, archive);
    expect((await entries(dora))[0]).toMatchObject({ event: 'artifact.archived', excerpt: 'We pair now' });
  });

  it('whom a page mentions is told once it is published, and not again by the next version', async () => {
    const { ben } = story;
    const it = await written('On call', 0);
    const mentioned = `Ask [@Dora](person:Person_${dora.id}).`;
    const revision = await write(ben, it.id, mentioned);
    const told = async (): Promise<string[]> =>
      (await entries(dora)).flatMap(({ reason, artifact }) =>
        artifact?.key === it.key && reason === 'MENTIONED' ? [reason] : [],
      );
    expect(await told()).toEqual([]);
    await publish({ ...it, revision });
    expect((await entries(dora))[0]).toMatchObject({ reason: 'MENTIONED', event: 'artifact.published' });
    await publish({ ...it, revision: await write(ben, it.id, `${mentioned} By night too.`) });
    expect(await told()).toEqual(['MENTIONED']);
  });

  it('a proposal asks facilitators until it is answered, and whoever made it hears how', async () => {
    const { ana, ben, cleo } = story;
    const it = await written('Standups', 0);
    await publish(it);
    const propose = (body: string): Promise<{ id: string }> =>
      story.done(
        cleo,
        `proposeChange(artifactId: "${it.id}", pagePath: "index", baseNumber: 1, body: "${body}", why: "Clearer") { id }`,
      );
    const [first] = [await propose('Sit down'), await propose('Lie down')];
    const made = 'PROPOSAL_MADE proposal.made';
    expect((await unread(ana)).filter((told) => told === made)).toHaveLength(2);
    await story.done(ben, `answerProposal(id: "${first.id}", version: 1, take: false, words: "We stand") { id }`);
    expect((await unread(ana)).filter((told) => told === made)).toHaveLength(1);
    expect((await entries(cleo))[0]).toMatchObject({
      reason: 'PROPOSAL_ANSWERED',
      event: 'proposal.declined',
      excerpt: 'We stand',
    });
  });

  it('members hear that their community is closed, and why', async () => {
    const { ben, cleo } = story;
    const { id } = await story.done<{ id: string }>(cleo, 'foundCommunity(name: "Short", purpose: "A while") { id }');
    await story.done(ben, `joinCommunity(id: "${id}") { id }`);
    await story.done(cleo, `closeCommunity(id: "${id}", version: 1, reason: "Done") { id }`);
    expect((await entries(ben))[0]).toMatchObject({ reason: 'TOLD', event: 'community.closed', excerpt: 'Done' });
    expect((await entries(cleo)).map(({ event }) => event)).not.toContain('community.closed');
  });
});
