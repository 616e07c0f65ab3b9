import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { ANA, artifact, comment, draft, HEAD_DRAFT, review, WREN } from '../testing/artifact-facts';
import { approvedByWren, openReview } from '../testing/open-review';
import { renderArtifact } from '../testing/render-artifact';
import { DRAFT } from '../editor/draft.operations';
import { ASK_FOR_REVIEW, DRAFT_COMMENTS } from './review.operations';

beforeEach(() => localStorage.clear());

const AT = '2026-03-09T14:05:00.000Z';
const STALE = { revision: 5, stale: true, askedAgain: [ANA], viewerCan: ['review:comment'], approvalsMissing: 2 };

test('of a draft that was changed since nobody gives a verdict; it is asked for again of the same people', async () => {
  const asked = always(ASK_FOR_REVIEW)(() => ({ askForReview: review({ id: 'Review_2' }) }));
  openReview(review({ ...STALE, verdicts: [approvedByWren(false)] }), [asked.answer], ['review:ask']);
  expect(await screen.findByText('The draft was changed since this review was asked for.')).toBeVisible();
  expect(screen.getByText(/^It is of revision 5, and the draft is at 7 now/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Give your verdict' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ask for the review again' });
  expect(within(dialog).getByText(/^Wren Gale wrote in it since, or left/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Ask' }));
  // Two approvals are needed, and one of the two who were asked wrote in it.
  expect(await within(dialog).findByText(/^Ask at least 2 people/)).toBeVisible();
  expect(asked.variables).toHaveLength(0);
});

test('asked again, the same reviewers are asked, for the draft as it is', async () => {
  const asked = always(ASK_FOR_REVIEW)(() => ({ askForReview: review({ id: 'Review_2' }) }));
  openReview(review({ ...STALE, askedAgain: [ANA, WREN] }), [asked.answer], ['review:ask']);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask again' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ask' }));
  await waitFor(() =>
    expect(asked.variables[0]).toMatchObject({
      revision: 7,
      reviewerIds: [ANA.id, WREN.id],
      whatChanged: 'Clearer words.',
    }),
  );
  expect(await screen.findAllByText('The review is asked for again.')).not.toHaveLength(0);
});

test('whoever may not ask is told to wait, and not offered to', async () => {
  openReview(review(STALE));
  expect(await screen.findByText(/you will be told when it is asked for again/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Ask again' })).toBeNull();
});

test('while no review is open, earlier rounds and what was said of lines stay readable', async () => {
  const {
    stale: _stale,
    approvalsMissing: _missing,
    askedAgain: _again,
    comments: _comments,
    ...round
  } = review({
    id: 'Review_0',
    revision: 4,
    endedAt: AT,
    endedAs: 'WITHDRAWN',
    verdicts: [{ ...approvedByWren(true), words: 'Well said.' }],
  });
  const said = always(DRAFT_COMMENTS)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: {
        __typename: 'ArtifactDraft',
        reviewComments: [
          comment({ viewerCan: [] }),
          comment({ id: 'ReviewComment_3', pagePath: 'reviews', body: 'And here.', viewerCan: [] }),
        ],
      },
    },
  }));
  openReview(null, [said.answer], ['review:ask'], [round]);
  const rounds = await screen.findByRole('region', { name: 'Earlier rounds' });
  expect(within(rounds).getByText('Revision 4')).toBeVisible();
  expect(within(rounds).getByText(/It was withdrawn/)).toBeVisible();
  expect(within(rounds).getByText(/approved it on/)).toHaveTextContent('Wren Gale');
  expect(within(rounds).getByText('Well said.')).toBeVisible();
  expect(await screen.findByText('Why two?')).toBeVisible();
  expect(await screen.findByText('And here.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Comment on line/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Ask for a review' })).toBeVisible();
});

test('it is asked for again from the draft, too', async () => {
  const written = always(DRAFT)(() => ({ artifact: { __typename: 'Artifact', id: 'Artifact_1', draft: draft() } }));
  const head = artifact({ viewerCan: ['review:ask'], draft: { ...HEAD_DRAFT, review: review(STALE) } });
  renderArtifact('/artifacts/A-5/draft', head, [written.answer]);
  expect(await screen.findByText(/^It was changed since its review was asked for/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open the review' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await screen.findByRole('dialog', { name: 'Ask for the review again' })).toBeVisible();
});
