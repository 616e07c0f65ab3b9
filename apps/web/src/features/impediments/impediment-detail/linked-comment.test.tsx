import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { MoreImpedimentCommentsQuery } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { comment, commentsOf } from '../testing/comment-facts';
import { boardOf, card, detail } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { commentHash } from './comment-hash';
import { IMPEDIMENT_DETAIL, MORE_COMMENTS } from './detail.operations';

afterEach(() => localStorage.clear());

const many = Array.from({ length: 60 }, (_, index) => comment(index + 1));
const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: true, endCursor: 'comment-50' };
const server = [
  on(IMPEDIMENT_BOARD, () => boardOf(card(1))),
  on(IMPEDIMENT_DETAIL, () => ({
    impediment: detail(1, { comments: commentsOf(many.slice(0, 50), { totalCount: many.length, pageInfo }) }),
  })),
  on(MORE_COMMENTS, (): Omit<MoreImpedimentCommentsQuery, '__typename'> => ({
    impediment: {
      __typename: 'Impediment',
      id: 'impediment-1',
      comments: commentsOf(many.slice(50), { totalCount: many.length }),
    },
  })),
];
const marked = () => [...document.querySelectorAll('[data-linked]')].map((one) => one.getAttribute('data-comment'));

test.each(['comment-3', 'comment-57'])('an address leads to %s, which is marked and has the focus', async (id) => {
  renderImpediments(`/impediments/IMP-1${commentHash(id)}`, server);
  await screen.findByRole('dialog', { name: 'IMP-1' });
  await waitFor(() => expect(document.activeElement).toHaveAttribute('data-comment', id));
  expect(marked()).toEqual([id]);
});

test('one that is gone leads to the impediment', async () => {
  renderImpediments(`/impediments/IMP-1${commentHash('comment-99')}`, server);
  await screen.findByText('Comment 60');
  expect(marked()).toEqual([]);
});
