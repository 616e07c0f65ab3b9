import { beforeEach, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { ANA, artifact, comment, current, draftPage, review } from '../testing/artifact-facts';
import { approvedByWren, openReview } from '../testing/open-review';
import { renderArtifact } from '../testing/render-artifact';
import { ARTIFACT_DIFF } from '../versions/versions.operations';
import { DRAFT_PAGE } from '../editor/draft.operations';
import {
  COMMENT_ON_LINE,
  DRAFT_BROKEN_LINKS,
  DRAFT_REVIEW,
  EDIT_REVIEW_COMMENT,
  GIVE_VERDICT,
  PUBLISH_VERSION,
  REMOVE_REVIEW_COMMENT,
} from './review.operations';

beforeEach(() => localStorage.clear());

const AT = '2026-03-09T14:05:00.000Z';

test('an approval from before the last change does not count, and says so', async () => {
  openReview(review({ verdicts: [approvedByWren(false)], approvalsMissing: 2 }));
  const state = await screen.findByRole('region', { name: 'How the review stands' });
  expect(within(state).getByText('2 approvals are missing.')).toBeVisible();
  expect(within(state).getByText('Approved, before the last change')).toBeVisible();
  expect(within(state).getByText('Has not answered')).toBeVisible();
  expect(await screen.findByText('Clearer words.')).toBeVisible();
});

test('what changed is told to those who do not see colours', async () => {
  openReview(review());
  const page = await screen.findByRole('region', { name: 'Changed: Start' });
  const rows = within(page).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('one'),
    expect.stringContaining('Removed: twice'),
    expect.stringContaining('Added: two'),
  ]);
  expect(within(page).getByText('ice')).toHaveProperty('tagName', 'DEL');
});

test('a comment hangs on its line; one whose line changed shows the words as they were', async () => {
  const commented = always(COMMENT_ON_LINE)(() => ({ commentOnLine: review() }));
  openReview(
    review({
      comments: [
        comment(),
        comment({ id: 'ReviewComment_2', current: false, quote: 'too', body: 'Spelling.', line: 9 }),
        comment({ id: 'ReviewComment_3', pagePath: 'reviews', body: 'Elsewhere.' }),
      ],
    }),
    [commented.answer],
  );
  expect(await screen.findByText('Why two?')).toBeVisible();
  expect(screen.getByText('too')).toHaveProperty('tagName', 'Q');
  expect(
    within(screen.getByRole('region', { name: 'On pages that are not changed' })).getByText('Elsewhere.'),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Comment on line 1' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Comment on line 1' }), 'Which one?');
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
  await waitFor(() => expect(commented.variables).toHaveLength(1));
  expect(commented.variables[0]).toMatchObject({
    reviewId: 'Review_1',
    pagePath: 'index',
    line: 1,
    body: 'Which one?',
  });
});

test('whoever asks for changes says which', async () => {
  const given = always(GIVE_VERDICT)(() => ({ giveVerdict: review() }));
  openReview(review({ reviewers: [ANA] }), [given.answer]);
  await screen.findByRole('button', { name: 'Give your verdict' });
  await userEvent.keyboard('v');
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Ask for changes' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask for changes' }));
  expect(given.variables).toHaveLength(0);
  await userEvent.type(within(dialog).getByRole('textbox', { name: /In words/ }), 'Name the owner.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask for changes' }));
  await waitFor(() => expect(given.variables[0]).toMatchObject({ verdict: 'CHANGES_ASKED', words: 'Name the owner.' }));
});

test('publishing names the revision that was looked at, and what is missing when it is refused', async () => {
  const refusedOnce: MockLink.MockedResponse = {
    request: { query: PUBLISH_VERSION, variables: () => true },
    result: {
      errors: [
        {
          message: 'NOT_READY_TO_PUBLISH',
          extensions: {
            code: 'NOT_READY_TO_PUBLISH',
            details: { approvalsMissing: 1, changesAskedBy: ['Wren Gale'], treeProblems: 0 },
          },
        },
      ],
    },
  };
  const published = always(PUBLISH_VERSION)(() => ({
    publishVersion: { __typename: 'ArtifactVersion', id: 'ArtifactVersion_3', number: 3, artifact: artifact() },
  }));
  const { address } = openReview(review(), [refusedOnce, published.answer], ['version:publish']);
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish version 3' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  expect(await within(dialog).findByText('One approval is missing. Wren Gale asked for changes.')).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(address()).toMatch(/^\/artifacts\/A-5\/pages/));
  expect(published.variables[0]).toMatchObject({ revision: 7, whatChanged: 'Clearer words.' });
});

const written = (path: string, body: string) =>
  always(DRAFT_PAGE)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: {
        __typename: 'ArtifactDraft',
        id: 'ArtifactDraft_1',
        revision: 7,
        page: draftPage({ id: `Page_${path}`, path, body }),
      },
    },
  }));

test('any line of a changed page is commented on once it is shown whole', async () => {
  const commented = always(COMMENT_ON_LINE)(() => ({ commentOnLine: review() }));
  const body = written('index', 'one\ntwo\nthree\nfour\nfive').answer;
  openReview(review({ comments: [comment({ line: 5, quote: 'five', body: 'Why five?' })] }), [body, commented.answer]);
  const page = await screen.findByRole('region', { name: 'Changed: Start' });
  expect(screen.queryByRole('button', { name: 'Comment on line 5' })).toBeNull();
  expect(screen.getByText('five')).toHaveProperty('tagName', 'Q');
  await userEvent.click(within(page).getByRole('button', { name: 'The whole page: Start' }));
  expect(await within(page).findByText('Why five?')).toBeVisible();
  expect(within(page).getByText('ice')).toHaveProperty('tagName', 'DEL');
  await userEvent.click(within(page).getByRole('button', { name: 'Comment on line 4' }));
  await userEvent.type(within(page).getByRole('textbox', { name: 'Comment on line 4' }), 'And this?');
  await userEvent.click(within(page).getByRole('button', { name: 'Comment' }));
  await waitFor(() => expect(commented.variables[0]).toMatchObject({ pagePath: 'index', line: 4, body: 'And this?' }));
});

test('a page that is not changed is read and commented on too', async () => {
  const commented = always(COMMENT_ON_LINE)(() => ({ commentOnLine: review() }));
  openReview(review(), [written('reviews', 'Ask two people.').answer, commented.answer]);
  const others = await screen.findByRole('region', { name: 'On pages that are not changed' });
  await userEvent.type(within(others).getByRole('combobox', { name: 'Read another page' }), 'Code');
  await userEvent.click(await screen.findByRole('option', { name: /Code reviews/ }));
  const page = await within(others).findByRole('region', { name: 'Not changed: Code reviews' });
  expect(await within(page).findByText('Ask two people.')).toBeVisible();
  await userEvent.click(within(page).getByRole('button', { name: 'Comment on line 1' }));
  await userEvent.type(within(page).getByRole('textbox', { name: 'Comment on line 1' }), 'Three?');
  await userEvent.click(within(page).getByRole('button', { name: 'Comment' }));
  await waitFor(() => expect(commented.variables[0]).toMatchObject({ pagePath: 'reviews', line: 1, body: 'Three?' }));
});

test('links that lead nowhere are named with the way to them, and counted beyond twenty', async () => {
  const link = (line: number) => ({
    __typename: 'BrokenLink' as const,
    pagePath: 'guide/start',
    line,
    target: 'gone.md',
    why: 'there is no page of that path',
  });
  const broken = always(DRAFT_BROKEN_LINKS)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: {
        __typename: 'ArtifactDraft',
        artifact: { __typename: 'Artifact', id: 'Artifact_1' },
        brokenLinks: Array.from({ length: 22 }, (_, index) => link(index + 1)),
      },
    },
  }));
  openReview(review(), [broken.answer]);
  expect(await screen.findByText('22 links lead nowhere.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'guide/start:7' })).toHaveAttribute(
    'href',
    '/artifacts/A-5/draft/guide/start',
  );
  expect(screen.queryByRole('link', { name: 'guide/start:21' })).toBeNull();
  expect(screen.getByText('And 2 others besides.')).toBeVisible();
});

test('without a draft it says which version is published', async () => {
  const nothing = always(DRAFT_REVIEW)(() => ({
    artifact: { __typename: 'Artifact', id: 'Artifact_1', draft: null },
  }));
  renderArtifact('/artifacts/A-5/review', artifact({ current: current({ id: 'ArtifactVersion_3', number: 3 }) }), [
    nothing.answer,
    always(ARTIFACT_DIFF)(() => ({ artifactDiff: [] })).answer,
  ]);
  expect(await screen.findByText('There is nothing to review.')).toBeVisible();
  expect(screen.getByText(/^Version 3 was published on /)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Read version 3' })).toHaveAttribute('href', '/artifacts/A-5');
});

test('who wrote a comment edits and removes it; others are not offered to', async () => {
  const own = comment({ by: ANA, version: 3, viewerCan: ['review:edit-comment', 'review:remove-comment'] });
  const edited = always(EDIT_REVIEW_COMMENT)(() => ({
    editReviewComment: review({ comments: [{ ...own, body: 'Why 2?', editedAt: AT, version: 4 }] }),
  }));
  const removed = always(REMOVE_REVIEW_COMMENT)(() => ({ removeReviewComment: review() }));
  openReview(review({ comments: [own, comment({ id: 'ReviewComment_2', body: 'Not mine.' })] }), [
    edited.answer,
    removed.answer,
  ]);
  await screen.findByText('Why two?');
  expect(screen.getAllByRole('button', { name: 'Edit' })).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const words = screen.getByRole('textbox', { name: 'Your comment' });
  await userEvent.clear(words);
  await userEvent.type(words, 'Why 2?');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your comment' })).not.toBeInTheDocument());
  expect(edited.variables[0]).toMatchObject({ id: 'ReviewComment_1', version: 3, body: 'Why 2?' });
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(removed.variables[0]).toMatchObject({ id: 'ReviewComment_1' }));
});
