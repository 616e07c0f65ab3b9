import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CommunityLineFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { COMMUNITIES, FOUND_COMMUNITY, JOIN_COMMUNITY } from '../community/community.operations';
import { plainBeginning } from '../community/plain-beginning';
import { withTopics } from '../community/topics-field';
import { communityLine } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';

const listed = (...communities: CommunityLineFragment[]) =>
  always(COMMUNITIES)(() => ({
    communities: {
      __typename: 'CommunityConnection',
      totalCount: communities.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: communities.map((node) => ({ __typename: 'CommunityEdge' as const, cursor: node.id, node })),
    },
  }));

test('the directory says what each is for and who facilitates it; joining is one press', async () => {
  const join = always(JOIN_COMMUNITY)(() => ({
    community: communityLine({ viewerIsMember: true, memberCount: 3, viewerCan: ['community:leave'] }),
  }));
  renderCommunities('/communities', [listed(communityLine()).answer, join.answer]);
  const list = await screen.findByRole('list', { name: 'Communities' });
  expect(list).toHaveTextContent('We make sure that it works.');
  expect(list).not.toHaveTextContent('More of it.');
  expect(list).toHaveTextContent('2 members · facilitated by Rowan Squall');
  await userEvent.click(within(list).getByRole('button', { name: 'Join Testing' }));
  expect(await screen.findByText('You are in Testing.')).toBeVisible();
  expect(join.variables[0]).toMatchObject({ id: 'Community_1' });
});

test('where nobody facilitates it, the card says so', async () => {
  renderCommunities('/communities', [listed(communityLine({ facilitators: [] })).answer]);
  expect(await screen.findByText(/nobody facilitates it/)).toBeVisible();
});

test('words and the choice go to the server and stand in the address', async () => {
  const asked = listed(communityLine());
  const { address } = renderCommunities('/communities', [asked.answer]);
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search the communities' }), 'night');
  await waitFor(() => expect(asked.variables.at(-1)).toMatchObject({ text: 'night', mine: null }));
  await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
  await waitFor(() => expect(asked.variables.at(-1)).toMatchObject({ text: 'night', mine: true }));
  await waitFor(() => expect(address()).toBe('/communities?text=night&show=mine'));
});

test('without any, the screen says what communities are for; one is founded from the keyboard', async () => {
  const found = always(FOUND_COMMUNITY)(({ name }) => ({ community: communityLine({ id: 'Community_9', name }) }));
  const { address } = renderCommunities('/communities', [listed().answer, found.answer]);
  expect(await screen.findByText('No community yet')).toBeVisible();
  await userEvent.keyboard('n');
  const dialog = within(await screen.findByRole('dialog', { name: 'Found a community' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Found it' }));
  expect(dialog.getByText(/Name the community/)).toBeVisible();
  expect(found.variables).toHaveLength(0);
  await userEvent.type(dialog.getByLabelText('Name'), 'Night work');
  await userEvent.type(dialog.getByRole('textbox', { name: 'Purpose' }), 'What happens at night.');
  await userEvent.type(dialog.getByRole('textbox', { name: /Topics/ }), 'nights,Nights,tests');
  await userEvent.click(dialog.getByRole('button', { name: 'Found it' }));
  await waitFor(() => expect(address()).toBe('/communities/Community_9'));
  expect(found.variables[0]).toMatchObject({
    name: 'Night work',
    purpose: 'What happens at night.',
    topics: ['nights', 'tests'],
  });
});

test('a card has room for the beginning of a purpose, without its marks', () => {
  expect(plainBeginning('# Title\n\nWe *test* [all](https://a.example) of `it`.\n\nMore')).toBe('We test all of it.');
  expect(plainBeginning(`${'word '.repeat(60)}end`)).toMatch(/word …$/);
  expect(plainBeginning('# Only a title')).toBe('Only a title');
});

test('topics stay each once, whatever their case', () => {
  expect(withTopics(['Tests'], 'tests, nights ,')).toEqual(['Tests', 'nights']);
});
