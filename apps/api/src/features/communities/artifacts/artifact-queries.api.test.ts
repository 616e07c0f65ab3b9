import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ArtifactStory } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Queries');
});
afterAll(() => app?.stop());

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

/** Published, with a draft in review, a comment and a proposal. */
async function busy(title: string): Promise<string> {
  const { story } = told;
  const { id } = await told.create(title);
  await told.write(story.ben, id, 'One\n\nTwo');
  await told.publish(id);
  await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
  await told.write(story.ben, id, 'One\n\nTwo and more');
  const review = await told.ask(id);
  await story.done(story.cleo, `commentOnLine(reviewId: "${review}", pagePath: "index", line: 1, body: "Why?") { id }`);
  await story.done(story.cleo, `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`);
  await story.done(
    story.cleo,
    `proposeChange(artifactId: "${id}", pagePath: "index", baseNumber: 1, body: "Three", why: "Why not") { id }`,
  );
  return id;
}

const VERSION =
  'number title whatChanged publishedBy { name } approvedBy { name } pages { path title } artifact { key }';
const REVIEW = `revision askedBy { name } reviewers { name } verdicts { counts person { name } } approvalsMissing viewerCan
  comments { line current by { name } replies { body } viewerCan } artifact { key }`;
const PROPOSAL = 'state conflicts by { name } answeredBy { name } diff { kind } viewerCan artifact { key }';
const ALL = `key title state viewerCan watchedByViewer community { name viewerIsMember } current { ${VERSION} } versions { ${VERSION} }
  draft { revision state updatedBy { name } basedOn { number } pages { path } changedPages { kind path wasPath } review { ${REVIEW} } earlierReviews { revision } reviewComments { line } }
  proposals(states: [OPEN]) { totalCount edges { node { ${PROPOSAL} } } } adoption { teams behind }`;

test('a list of artifacts with all that hangs on them takes as many statements for eight as for two', async () => {
  const { story } = told;
  const list = (): Promise<unknown> =>
    story.seen(story.cleo, `artifacts(first: 50) { totalCount edges { node { ${ALL} } } }`);
  const asked = (): Promise<unknown> => story.seen(told.dan, `reviewsAskedOfMe { ${REVIEW} }`);
  const ofCommunity = (): Promise<unknown> =>
    story.seen(story.cleo, `community(id: "${story.communityId}") { artifacts(states: [PUBLISHED]) { ${ALL} } }`);
  await busy('First');
  await busy('Second');
  const few = [await statements(list), await statements(asked), await statements(ofCommunity)];
  for (const title of ['Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth']) await busy(title);
  const many = [await statements(list), await statements(asked), await statements(ofCommunity)];
  expect(many).toEqual(few);
});

/** All rows that were read while `work` did. */
async function rowsRead(work: () => Promise<unknown>): Promise<string> {
  const spy = jest.spyOn(Tx.prototype, 'query');
  await work();
  const rows = await Promise.all(spy.mock.results.map(({ value }): unknown => value));
  spy.mockRestore();
  return JSON.stringify(rows);
}

test('texts of pages, versions and proposals are not read where nobody asks for them', async () => {
  const { story } = told;
  const { id } = await told.create('Long');
  await told.write(story.ben, id, 'Page apart\n\nTwo');
  await told.publish(id, 'News apart');
  await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
  const review = await told.ask(id);
  await story.done(story.cleo, `commentOnLine(reviewId: "${review}", pagePath: "index", line: 3, body: "Why?") { id }`);
  await story.done(
    story.cleo,
    `proposeChange(artifactId: "${id}", pagePath: "index", baseNumber: 1, body: "Words apart", why: "Why not") { id }`,
  );
  const heads =
    'versions { number title } proposals { edges { node { why } } } draft { review { comments { line current } } }';
  const read = await rowsRead(() => told.of(id, heads));
  expect(read).toContain('Why not');
  expect(read).not.toContain(' apart');
  const texts = await rowsRead(() => told.of(id, 'versions { whatChanged } proposals { edges { node { body } } }'));
  expect(texts).toContain('News apart');
  expect(texts).toContain('Words apart');
});
