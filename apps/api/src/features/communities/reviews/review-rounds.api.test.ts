import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Rounds');
});
afterAll(() => app?.stop());

const POEM = 'One\n\nTwo\n\nThree';
const approve = (review: string): string => `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`;

async function written(title: string): Promise<{ id: string; review: string }> {
  const { id } = await told.create(title);
  await told.write(told.story.ben, id, POEM);
  return { id, review: await told.ask(id) };
}

describe('earlier rounds', () => {
  const ROUNDS = `draft { review { askedAgain { name } } earlierReviews { revision endedAs verdicts { verdict person { name } } }
    reviewComments { quote current resolved viewerCan } }`;

  test('say who approved which revision, and what was said of lines, also while no review is open', async () => {
    const { story, dan } = told;
    const { id, review } = await written('Rounds');
    const first = await told.revision(id);
    await story.done(story.cleo, approve(review));
    await story.done(
      dan,
      `commentOnLine(reviewId: "${review}", pagePath: "index", line: 3, body: "Why two?") { id comments { line } }`,
    );
    await told.write(story.ben, id, `${POEM}\n\nFour`);
    const next = await told.ask(id);
    const round = {
      revision: first,
      endedAs: 'ASKED_ANEW',
      verdicts: [{ verdict: 'APPROVED', person: { name: 'Cleo' } }],
    };
    const comment = { quote: 'Two', current: true, resolved: false };
    expect(await told.of(id, ROUNDS)).toMatchObject({
      draft: {
        review: { askedAgain: expect.arrayContaining([{ name: 'Cleo' }, { name: 'Dan' }]) },
        earlierReviews: [round],
        reviewComments: [comment],
      },
    });
    await story.done(story.ben, `withdrawReview(id: "${next}") { state }`);
    expect(await told.of(id, ROUNDS)).toMatchObject({
      draft: {
        review: null,
        earlierReviews: [{ revision: first + 1, endedAs: 'WITHDRAWN', verdicts: [] }, round],
        reviewComments: [{ ...comment, viewerCan: [] }],
      },
    });
  });

  test('ask nobody again who wrote in it since, or who is here no more', async () => {
    const { story, dan } = told;
    const { id } = await written('Asked again');
    const eve = await story.house.person('Eve');
    await story.done(story.ben, told.asking(id, await told.revision(id), [story.ana, eve, dan]));
    await told.write(story.ana, id, `${POEM}\n\nFour`);
    await story.house.query('update people set deactivated_at = now() where organization_id = $1 and id = $2', [
      story.house.id,
      eve.id,
    ]);
    expect(await told.of(id, 'draft { review { stale askedAgain { name } } }')).toEqual({
      draft: { review: { stale: true, askedAgain: [{ name: 'Dan' }] } },
    });
  });
});

describe('the lines of comments', () => {
  test('are found without the texts of pages: very long lines, empty ones, the same words twice', async () => {
    const { story } = told;
    const long = 'ü😀'.repeat(1_500);
    const { id } = await told.create('Long lines');
    await told.write(story.ben, id, `Same\n\n${long} a\nSame\n${long} b`);
    const review = await told.ask(id);
    const on = (line: number): string =>
      `commentOnLine(reviewId: "${review}", pagePath: "index", line: ${line}, body: ${text(`On ${line}`)}) { id }`;
    for (const line of [1, 2, 3, 4, 5]) await story.done(story.cleo, on(line));
    const places = async (): Promise<unknown> =>
      (
        await told.of<{ draft: { reviewComments: { body: string; line: number; current: boolean }[] } }>(
          id,
          'draft { reviewComments { body line current } }',
        )
      ).draft.reviewComments.map(({ line, current }) => (current ? line : null));
    expect(await places()).toEqual([1, 2, 3, 4, 5]);
    await told.write(story.ben, id, `New\nSame\nx\n${long} c\nSame\n\n${long} b`);
    expect(await places()).toEqual([2, null, 4, 5, 4]);
  });
});
