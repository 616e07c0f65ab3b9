import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ArtifactProposalsQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { artifact, ROWAN } from '../testing/artifact-facts';
import { renderArtifact } from '../testing/render-artifact';
import { PROPOSALS } from './proposals.operations';

type Line = ArtifactProposalsQuery['artifact']['proposals']['edges'][number]['node'];

const line = (id: string, changes: Partial<Line>): Line => ({
  __typename: 'ChangeProposal',
  id,
  pagePath: 'index',
  why: 'It is clearer.',
  at: '2026-03-09T14:05:00.000Z',
  state: 'OPEN',
  conflicts: false,
  version: 1,
  viewerCan: [],
  answer: null,
  by: ROWAN,
  answeredBy: null,
  ...changes,
});

test('proposals are shown a page at a time, as the server orders them', async () => {
  const asked = always(PROPOSALS)(({ after }) => {
    const node =
      after === 'first' ? line('ChangeProposal_2', { why: 'Shorter.', state: 'TAKEN' }) : line('ChangeProposal_1', {});
    return {
      artifact: {
        __typename: 'Artifact',
        id: 'Artifact_1',
        proposals: {
          __typename: 'ChangeProposalConnection',
          totalCount: 2,
          pageInfo: {
            __typename: 'PageInfo',
            hasNextPage: after !== 'first',
            endCursor: after === 'first' ? 'second' : 'first',
          },
          edges: [{ __typename: 'ChangeProposalEdge', cursor: after === 'first' ? 'second' : 'first', node }],
        },
      },
    };
  });
  renderArtifact(
    '/artifacts/A-5/proposals',
    artifact({ openProposals: { __typename: 'ChangeProposalConnection', totalCount: 1 } }),
    [asked.answer],
  );
  expect(await screen.findByRole('link', { name: 'It is clearer.' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Proposals 1' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Shorter.' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: 'Shorter.' })).toBeVisible();
  const links = screen.getAllByRole('link', { name: /clearer|Shorter/ });
  expect(links.map(({ textContent }) => textContent)).toEqual(['It is clearer.', 'Shorter.']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
