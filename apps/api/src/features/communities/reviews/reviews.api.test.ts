import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Reviews');
});
afterAll(() => app?.stop());

const POEM = 'One\n\nTwo\n\nThree';
const approve = (review: string): string =>
  `giveVerdict(reviewId: "${review}", verdict: APPROVED) { approvalsMissing verdicts { counts person { name } } }`;
const askChanges = (review: string, words: string): string =>
  `giveVerdict(reviewId: "${review}", verdict: CHANGES_ASKED, words: ${text(words)}) { approvalsMissing }`;

async function waitingFor(who: TestPerson): Promise<string[]> {
  const seen = await told.story.seen<{ reviewsAskedOfMe: { id: string }[] }>(who, 'reviewsAskedOfMe { id }');
  return seen.reviewsAskedOfMe.map(({ id }) => id);
}

async function written(title: string): Promise<{ id: string; review: string }> {
  const { id } = await told.create(title);
  await told.write(told.story.ben, id, POEM);
  return { id, review: await told.ask(id) };
}

describe('approvals', () => {
  test('are for the revision that was asked for: a later change makes them stale, asking anew begins again', async () => {
    const { story, dan } = told;
    const { id, review } = await written('Stale');
    expect(await story.done(story.cleo, approve(review))).toEqual({
      approvalsMissing: 1,
      verdicts: [{ counts: true, person: { name: 'Cleo' } }],
    });
    const asked = await told.revision(id);
    await told.write(story.ben, id, `${POEM}\n\nFour`);
    expect(await told.refusal(dan, approve(review))).toMatchObject({
      code: 'REVIEW_STALE',
      details: { asked, revision: asked + 1 },
    });
    const standing = 'viewerCan stale revision approvalsMissing verdicts { counts person { name } }';
    const seenBy = async (who: TestPerson): Promise<Record<string, unknown>> =>
      (
        await story.seen<{ node: Record<string, unknown> }>(
          who,
          `node(id: "${review}") { ... on Review { ${standing} } }`,
        )
      ).node;
    expect(await seenBy(dan)).toEqual({
      viewerCan: ['review:comment'],
      stale: true,
      revision: asked,
      approvalsMissing: 2,
      verdicts: [{ counts: false, person: { name: 'Cleo' } }],
    });
    // Whoever waits for a verdict of nothing does not find it among what they have to do.
    expect(await waitingFor(dan)).not.toContain(review);
    expect(await told.of(id, 'viewerCan')).toMatchObject({ viewerCan: expect.arrayContaining(['review:ask']) });
    expect(await told.refusal(story.ben, told.publishing(id, await told.revision(id)))).toMatchObject({
      code: 'NOT_READY_TO_PUBLISH',
      details: { approvalsMissing: 2, changesAskedBy: [], treeProblems: 0 },
    });
    const next = await told.ask(id);
    expect(next).not.toBe(review);
    expect(await waitingFor(dan)).toContain(next);
    expect(await story.refused(story.cleo, approve(review))).toBe('REVIEW_ENDED');
    await story.done(story.cleo, approve(next));
    await story.done(dan, approve(next));
    expect(await story.done(story.ben, told.publishing(id, await told.revision(id)))).toMatchObject({
      number: 1,
      approvedBy: [{ name: 'Cleo' }, { name: 'Dan' }],
    });
    expect(await story.refused(dan, approve(next))).toBe('REVIEW_ENDED');
  });

  test('are given by those who were asked, never by who wrote it', async () => {
    const { story, dan } = told;
    const { id, review } = await written('Asked');
    expect(await story.refused(story.ana, approve(review))).toBe('FORBIDDEN');
    expect(await story.refused(story.ben, approve(review))).toBe('FORBIDDEN');
    expect(
      await told.refusal(story.ben, told.asking(id, await told.revision(id), [story.ben, story.cleo, dan])),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reviewerIds', problem: expect.stringMatching(/^Ben wrote in it/) }] },
    });
  });

  test('of somebody who changed it afterwards do not count for what they wrote', async () => {
    const { story, dan } = told;
    const { id } = await written('Later author');
    const review = await story.done<{ id: string }>(
      story.ben,
      told.asking(id, await told.revision(id), [story.ana, dan]),
    );
    await story.done(story.ana, approve(review.id));
    await told.write(story.ana, id, `${POEM}\n\nFour`);
    expect(await story.refused(story.ana, approve(review.id))).toBe('FORBIDDEN');
    expect(await story.refused(story.ben, told.asking(id, await told.revision(id), [story.ana, dan]))).toBe(
      'INVALID_INPUT',
    );
    const again = await story.done<{ id: string }>(story.ben, told.asking(id, await told.revision(id), [dan]));
    expect(await story.done(dan, approve(again.id))).toMatchObject({ approvalsMissing: 1 });
  });

  test('do not help while somebody asks for changes; saying yes later takes that back', async () => {
    const { story, dan } = told;
    const { id } = await written('Changes');
    const only = `editArtifact(id: "${id}", version: 1, changes: { approvalsNeeded: 1 }) { approvalsNeeded }`;
    expect(await story.refused(story.ben, only)).toBe('FORBIDDEN');
    await story.done(story.ana, only);
    const review = await told.ask(id);
    await story.done(story.cleo, approve(review));
    expect(await story.refused(dan, askChanges(review, ''))).toBe('INVALID_INPUT');
    await story.done(dan, askChanges(review, 'The second line is wrong'));
    expect(await told.refusal(story.ben, told.publishing(id, await told.revision(id)))).toMatchObject({
      code: 'NOT_READY_TO_PUBLISH',
      details: { approvalsMissing: 0, changesAskedBy: ['Dan'] },
    });
    await story.done(dan, approve(review));
    expect(await story.done(story.ben, told.publishing(id, await told.revision(id)))).toMatchObject({ number: 1 });
  });
});

describe('asking', () => {
  test('is for what was seen, of people who are here; it can be taken back', async () => {
    const { story } = told;
    const { id } = await told.create('Asking');
    const revision = await told.revision(id);
    expect(await story.refused(story.ben, told.asking(id, revision + 1, [story.cleo]))).toBe('CONFLICT');
    expect(await story.refused(story.ben, told.asking(id, revision, []))).toBe('INVALID_INPUT');
    expect(await story.refused(story.ben, told.asking(id, revision, [story.cleo], ''))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, told.asking(id, revision, [story.ben]))).toBe('FORBIDDEN');
    const asked = await story.done<{ id: string }>(story.ben, told.asking(id, revision, [story.cleo]));
    expect(await waitingFor(story.cleo)).toContain(asked.id);
    expect(await waitingFor(story.ben)).not.toContain(asked.id);
    expect(await told.of(id, 'state')).toEqual({ state: 'IN_REVIEW' });
    const withdraw = `withdrawReview(id: "${asked.id}") { state review { id } }`;
    expect(await story.refused(story.cleo, withdraw)).toBe('FORBIDDEN');
    expect(await story.done(story.ben, withdraw)).toEqual({ state: 'DRAFT', review: null });
    expect(await story.refused(story.ben, withdraw)).toBe('REVIEW_ENDED');
    expect(await waitingFor(story.cleo)).not.toContain(asked.id);
  });
});

describe('comments', () => {
  interface Seen {
    comments: { id: string; line: number; quote: string; current: boolean; pagePath: string; resolved: boolean }[];
  }
  const fields = '{ comments { id line quote current pagePath resolved viewerCan replies { body by { name } } } }';
  const comment = (review: string, line: number, path = 'index'): string =>
    `commentOnLine(reviewId: "${review}", pagePath: ${text(path)}, line: ${line}, body: "Why?") ${fields}`;

  test('follow their line while its words are there', async () => {
    const { story } = told;
    const { id, review } = await written('Lines');
    const made = await story.done<Seen>(story.cleo, comment(review, 3));
    expect(made.comments).toMatchObject([{ line: 3, quote: 'Two', current: true, pagePath: 'index', resolved: false }]);
    expect(await story.refused(story.cleo, comment(review, 9))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, comment(review, 1, 'gone'))).toBe('PAGE_GONE');
    const seen = async (): Promise<Seen['comments'][number] | undefined> =>
      (await told.of<{ draft: { review: Seen } }>(id, `draft { review ${fields} }`)).draft.review.comments[0];
    const meant = comment(review, 3).replace('line: 3', 'line: 1, quote: "Three"');
    expect((await story.done<Seen>(story.cleo, meant)).comments).toMatchObject([{}, { line: 5, quote: 'Three' }]);
    expect(await story.refused(story.cleo, meant.replace('Three', 'Gone'))).toBe('INVALID_INPUT');
    await told.write(story.ben, id, `Zero\n\n${POEM}`);
    expect(await seen()).toMatchObject({ line: 5, current: true });
    await told.write(story.ben, id, `Zero\n\nOne\n\nDue\n\nThree`);
    expect(await seen()).toMatchObject({ line: 3, current: false, quote: 'Two' });
    await story.done(story.ben, `addPage(artifactId: "${id}", title: "Top") { revision }`);
    await story.done(
      story.ben,
      `movePage(artifactId: "${id}", path: "index", toParentPath: "top", afterPath: null) { revision }`,
    );
    expect(await seen()).toMatchObject({ pagePath: 'top/index' });
  });

  test('are answered and resolved, and stay when the review is asked for anew', async () => {
    const { story } = told;
    const { id, review } = await written('Answers');
    const made = await story.done<Seen>(story.cleo, comment(review, 1));
    const commentId = made.comments[0]?.id ?? '';
    const reply = `replyToReviewComment(id: "${commentId}", body: "Because") ${fields}`;
    expect(await story.done(story.ben, reply)).toMatchObject({
      comments: [{ replies: [{ body: 'Because', by: { name: 'Ben' } }] }],
    });
    const next = await told.ask(id);
    const resolve = `resolveReviewComment(id: "${commentId}", resolved: true) { id comments { id resolved } }`;
    expect(await story.done(story.ben, resolve)).toEqual({ id: next, comments: [{ id: commentId, resolved: true }] });
    const outsider = await story.house.person('Eve');
    expect(await story.refused(outsider, reply)).toBe('FORBIDDEN');
    expect(await story.refused(outsider, comment(next, 1))).toBe('FORBIDDEN');
    await story.done(story.ben, `withdrawReview(id: "${next}") { state }`);
    expect(await story.refused(story.ben, reply)).toBe('REVIEW_ENDED');
  });

  test('are edited and removed by whoever wrote them, while nobody else replied', async () => {
    const { story, dan } = told;
    const { id, review } = await written('Own words');
    await story.done<Seen>(story.cleo, comment(review, 1));
    const { comments } = await story.done<Seen>(story.cleo, comment(review, 3));
    const [first = '', second = ''] = comments.map((one) => one.id);
    const shown = '{ id comments { id body version editedAt viewerCan } }';
    const edit = (which: string, version: number, body: string): string =>
      `editReviewComment(id: "${which}", version: ${version}, body: ${text(body)}) ${shown}`;
    const remove = (which: string, version: number): string =>
      `removeReviewComment(id: "${which}", version: ${version}) ${shown}`;
    expect(await story.refused(story.ben, edit(first, 1, 'Mine'))).toBe('FORBIDDEN');
    expect(await story.refused(dan, remove(first, 1))).toBe('FORBIDDEN');
    expect(await story.refused(story.cleo, edit(first, 1, ' '))).toBe('INVALID_INPUT');
    expect(await story.done(story.cleo, edit(first, 1, 'Why one?'))).toMatchObject({
      comments: [
        {
          body: 'Why one?',
          version: 2,
          editedAt: expect.any(String),
          viewerCan: expect.arrayContaining(['review:edit-comment', 'review:remove-comment']),
        },
        { body: 'Why?', editedAt: null },
      ],
    });
    expect(await told.refusal(story.cleo, edit(first, 1, 'Late'))).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { body: 'Why one?' } },
    });
    expect(await story.done(story.cleo, remove(second, 1))).toMatchObject({ comments: [{ id: first }] });
    expect(await story.refused(story.cleo, remove(second, 2))).toBe('NOT_FOUND');
    await story.done(story.ben, `replyToReviewComment(id: "${first}", body: "So") { id }`);
    expect(await story.refused(story.cleo, remove(first, 2))).toBe('FORBIDDEN');
    await story.done(story.ben, `withdrawReview(id: "${review}") { state }`);
    expect(await story.refused(story.cleo, edit(first, 2, 'After'))).toBe('REVIEW_ENDED');
    expect(await told.of(id, 'state')).toEqual({ state: 'DRAFT' });
  });

  test('stand on the lines of a tree and of steps, too', async () => {
    const { story } = told;
    const tree = await told.create('Tree', 'kind: DECISION_TREE');
    const mermaid = 'flowchart TD\n  A{Rows?} -->|yes| B([Database])\n  A -->|no| C([Files])';
    await story.done(
      story.ben,
      `writeTree(artifactId: "${tree.id}", revision: ${await told.revision(tree.id)}, mermaid: ${text(mermaid)}) { revision }`,
    );
    const ofTree = await story.done<Seen>(story.cleo, comment(await told.ask(tree.id), 3, 'tree'));
    expect(ofTree.comments).toMatchObject([
      { line: 3, quote: '  A -->|no| C([Files])', current: true, pagePath: 'tree' },
    ]);
    const list = await told.create('Steps', 'kind: CHECKLIST');
    const write = async (steps: string): Promise<unknown> =>
      story.done(
        story.ben,
        `writeChecklist(artifactId: "${list.id}", revision: ${await told.revision(list.id)}, steps: [${steps}]) { revision }`,
      );
    await write('{ text: "First" }, { text: "Second" }');
    const review = await told.ask(list.id);
    expect((await story.done<Seen>(story.cleo, comment(review, 2, 'steps'))).comments).toMatchObject([
      { line: 2, quote: '- [ ] Second', current: true, pagePath: 'steps' },
    ]);
    await write('{ text: "Second" }');
    const { draft } = await told.of<{ draft: { review: Seen } }>(list.id, `draft { review ${fields} }`);
    expect(draft.review.comments).toMatchObject([{ line: 1, current: true }]);
    expect(await story.refused(story.cleo, comment(review, 1, 'tree'))).toBe('PAGE_GONE');
  });
});

test('of a community that is closed nothing is asked any more', async () => {
  const closing = await ArtifactStory.tell(app, 'Closing');
  const { story } = closing;
  const { id } = await closing.create('Unfinished');
  const review = await closing.ask(id);
  const asked = async (): Promise<unknown> =>
    (await story.seen<{ reviewsAskedOfMe: unknown[] }>(story.cleo, 'reviewsAskedOfMe { id }')).reviewsAskedOfMe;
  expect(await asked()).toHaveLength(1);
  const { node } = await story.seen<{ node: { version: number } }>(
    story.ana,
    `node(id: "${story.communityId}") { ... on Community { version } }`,
  );
  const close = `closeCommunity(id: "${story.communityId}", version: ${node.version}, reason: "Done") { id }`;
  await story.done(story.ana, close);
  expect(await asked()).toEqual([]);
  expect(await closing.of(id, 'draft { review { id } }')).toEqual({ draft: { review: null } });
  expect(await story.seen(story.ana, `node(id: "${review}") { ... on Review { endedAt } }`)).toEqual({
    node: { endedAt: expect.any(String) },
  });
});
