import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { COMMUNITY_TEAMS } from '../adoption/adoption.operations';
import { artifactLine } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';
import { ARTIFACTS, COPIES, CREATE_ARTIFACT, LIBRARY_COMMUNITIES, WRITING_COMMUNITIES } from './library.operations';
import { filterOf, readLibrary, WHOLE_LIBRARY, writeLibrary } from './library-view';

const TESTING = { __typename: 'Community' as const, id: 'Community_1', name: 'Testing' };
const listed = always(ARTIFACTS)(() => ({
  artifacts: {
    __typename: 'ArtifactConnection',
    totalCount: 1,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    edges: [
      { __typename: 'ArtifactEdge', cursor: '1', node: { ...artifactLine({ draft: DRAFT() }), community: TESTING } },
    ],
  },
}));
function DRAFT() {
  return { __typename: 'ArtifactDraft' as const, state: 'IN_REVIEW' as const };
}

const around = [
  always(LIBRARY_COMMUNITIES)(() => ({
    communities: {
      __typename: 'CommunityConnection',
      edges: [{ __typename: 'CommunityEdge', cursor: '1', node: TESTING }],
    },
  })).answer,
  always(COMMUNITY_TEAMS)(() => ({
    organization: { __typename: 'Organization', id: 'organization-1', products: [] },
  })).answer,
];

const mine = (...communities: (typeof TESTING)[]) =>
  always(WRITING_COMMUNITIES)(() => ({
    communities: {
      __typename: 'CommunityConnection',
      edges: communities.map((node) => ({
        __typename: 'CommunityEdge' as const,
        cursor: node.id,
        node: { ...node, viewerCan: ['artifact:create'] },
      })),
    },
  })).answer;

test('each says of which kind and version it is, and what is written next; the filter goes to the server', async () => {
  const { address } = renderCommunities('/artifacts', [listed.answer, ...around]);
  const list = await screen.findByRole('list', { name: 'Artifacts' });
  expect(list).toHaveTextContent('A-5 · Playbook');
  expect(list).toHaveTextContent('version 2');
  expect(list).toHaveTextContent('the next version is in review');
  expect(list).toHaveTextContent('3 teams follow it');
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'CHECKLIST');
  await userEvent.click(screen.getByRole('button', { name: 'Review overdue' }));
  await waitFor(() =>
    expect(listed.variables.at(-1)).toMatchObject({ filter: { kinds: ['CHECKLIST'], reviewOverdue: true } }),
  );
  await waitFor(() => expect(address()).toBe('/artifacts?kind=CHECKLIST&overdue=1'));
});

test('a template says what it is for, and may begin as a copy; its draft opens', async () => {
  const copies = always(COPIES)(() => ({
    artifacts: {
      __typename: 'ArtifactConnection',
      edges: [
        {
          __typename: 'ArtifactEdge',
          cursor: '1',
          node: { __typename: 'Artifact', id: 'Artifact_4', key: 'A-4', title: 'Choosing', community: TESTING },
        },
      ],
    },
  }));
  const create = always(CREATE_ARTIFACT)(() => ({
    artifact: { __typename: 'Artifact', id: 'Artifact_9', key: 'A-9' },
  }));
  const { address } = renderCommunities('/artifacts', [
    listed.answer,
    ...around,
    mine(TESTING),
    copies.answer,
    create.answer,
  ]);
  await screen.findByRole('list', { name: 'Artifacts' });
  await userEvent.keyboard('n');
  const dialog = within(await screen.findByRole('dialog', { name: 'Write something' }));
  await waitFor(() => expect(dialog.getByLabelText('Of which community?')).toHaveValue('Community_1'));
  await userEvent.selectOptions(dialog.getByLabelText('What?'), 'TEMPLATE');
  await userEvent.selectOptions(dialog.getByLabelText('For what?'), 'BRIEF');
  await userEvent.click(dialog.getByRole('button', { name: 'Begin the draft' }));
  expect(dialog.getByText(/Give it a title/)).toBeVisible();
  await userEvent.type(dialog.getByLabelText('Title'), 'Asking leadership');
  await userEvent.click(dialog.getByRole('combobox', { name: /Begin with a copy of/ }));
  await userEvent.click(await dialog.findByRole('option', { name: /A-4/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Begin the draft' }));
  await waitFor(() => expect(address()).toBe('/artifacts/A-9/draft'));
  expect(create.variables[0]).toMatchObject({
    input: {
      communityId: 'Community_1',
      kind: 'TEMPLATE',
      templateFor: 'BRIEF',
      title: 'Asking leadership',
      fromArtifactId: 'Artifact_4',
    },
  });
});

test('whoever is in no community is shown the way to one', async () => {
  renderCommunities('/artifacts', [listed.answer, ...around, mine()]);
  await screen.findByRole('list', { name: 'Artifacts' });
  await userEvent.keyboard('n');
  expect(await screen.findByRole('dialog', { name: 'You are in no community yet' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Show the communities' })).toBeVisible();
});

test('the address says what is shown, and nothing else', () => {
  const view = { ...WHOLE_LIBRARY, text: 'night', kind: 'PLAYBOOK', teamId: 'Team_1', mine: true } as const;
  expect(readLibrary(writeLibrary(view))).toEqual(view);
  expect(readLibrary(new URLSearchParams('kind=NONSENSE&state=x'))).toEqual(WHOLE_LIBRARY);
  // The archive only where it is asked for.
  expect(filterOf(WHOLE_LIBRARY)).toEqual({ states: ['DRAFT', 'IN_REVIEW', 'PUBLISHED'] });
  expect(filterOf({ ...WHOLE_LIBRARY, state: 'ARCHIVED' })).toEqual({ states: ['ARCHIVED'] });
});
