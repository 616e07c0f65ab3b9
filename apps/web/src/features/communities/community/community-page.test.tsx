import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CommunityQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { ANA, ROWAN } from '../testing/artifact-facts';
import { community, communityLine } from '../testing/community-facts';
import { renderCommunities } from '../testing/render-communities';
import {
  CLOSE_COMMUNITY,
  COMMUNITY,
  COMMUNITY_MEMBERS,
  LEAVE_COMMUNITY,
  SET_FACILITATOR,
} from './community.operations';

const member = (person: typeof ANA, facilitator: boolean) => ({
  __typename: 'CommunityMemberEdge' as const,
  cursor: person.id,
  node: { __typename: 'CommunityMember' as const, facilitator, since: '2026-02-03', person },
});

function open(facts: Partial<CommunityQuery['community']>, ...answers: Parameters<typeof renderCommunities>[1]) {
  const members = always(COMMUNITY_MEMBERS)(() => ({
    community: {
      __typename: 'Community',
      id: 'Community_1',
      members: {
        __typename: 'CommunityMemberConnection',
        totalCount: 2,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: [member(ROWAN, true), member(ANA, false)],
      },
    },
  }));
  return renderCommunities('/communities/Community_1', [
    always(COMMUNITY)(() => ({ community: community(facts) })).answer,
    members.answer,
    ...answers,
  ]);
}

test('the home says what it is for, what it publishes, tries and talks about, and who it is', async () => {
  open({});
  const published = await screen.findByRole('region', { name: 'What it publishes' });
  expect(published).toHaveTextContent('How we test');
  expect(published).toHaveTextContent('version 2');
  expect(published).toHaveTextContent('3 teams follow it');
  expect(screen.getByRole('region', { name: 'Ideas' })).toHaveTextContent('Test first');
  expect(screen.getByRole('region', { name: 'Discussions' })).toHaveTextContent('Which test fails at night?');
  const members = await screen.findByRole('list', { name: 'Members of Testing' });
  expect(within(members).getAllByRole('listitem')[0]).toHaveTextContent('Rowan Squall');
  expect(members).toHaveTextContent('facilitates');
  expect(screen.getByRole('button', { name: 'Join' })).toBeVisible();
  // Only members write, and only who facilitates edits.
  expect(screen.queryByRole('button', { name: 'Write something' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Start one' })).not.toBeInTheDocument();
});

test('whoever leaves can come back by the same message; a refusal says what to do', async () => {
  let left = 0;
  const leave = always(LEAVE_COMMUNITY)(() => ({
    community: communityLine({ viewerCan: ['community:join'], memberCount: 2 - ++left }),
  }));
  open({ viewerIsMember: true, viewerCan: ['community:leave'] }, leave.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'More of Testing' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Leave' }));
  expect(await screen.findByText('You left Testing.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Join again' })).toBeVisible();
});

test('the last facilitator is told to name another one first', async () => {
  const refusal = {
    request: { query: LEAVE_COMMUNITY, variables: () => true },
    result: { errors: [{ message: 'no', extensions: { code: 'LAST_FACILITATOR', details: {} } }] },
  };
  open({ viewerIsMember: true, viewerCan: ['community:leave'] }, refusal);
  await userEvent.click(await screen.findByRole('button', { name: 'More of Testing' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Leave' }));
  expect(await screen.findByText('Nobody else facilitates the community.')).toBeVisible();
});

test('a facilitator names another one, and closes it with a reason', async () => {
  const set = always(SET_FACILITATOR)(() => ({ community: communityLine({ facilitators: [ROWAN, ANA] }) }));
  const close = always(CLOSE_COMMUNITY)(() => ({ community: communityLine({ closedAt: '2026-03-09T14:05:00Z' }) }));
  open({ viewerCan: ['community:set-facilitator', 'community:close', 'community:edit'] }, set.answer, close.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'More of Ana Lindqvist' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Let them facilitate it' }));
  expect(await screen.findByText('Ana Lindqvist facilitates it now.')).toBeVisible();
  expect(set.variables[0]).toMatchObject({ personId: 'person-1', facilitator: true });

  await userEvent.click(screen.getByRole('button', { name: 'More of Testing' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Close it …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Close Testing?' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Close it' }));
  expect(dialog.getByText('Say why: its members will ask.')).toBeVisible();
  expect(close.variables).toHaveLength(0);
  await userEvent.type(dialog.getByLabelText('Why'), 'All is tested.');
  await userEvent.click(dialog.getByRole('button', { name: 'Close it' }));
  expect(await screen.findByText('Testing is closed.')).toBeVisible();
  expect(close.variables[0]).toMatchObject({ reason: 'All is tested.', version: 3 });
});

test('one that is closed says since when, and why', async () => {
  open({ closedAt: '2025-03-09T14:05:00Z', closeReason: 'All is tested.', viewerCan: ['community:reopen'] });
  expect(await screen.findByText('This community is closed since 9 March 2025.')).toBeVisible();
  expect(screen.getByText('All is tested.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open it again' })).toBeVisible();
});
