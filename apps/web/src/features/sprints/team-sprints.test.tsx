import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SprintFactsFragment } from '../../generated/graphql';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { TEAM_SPRINTS } from './sprints.operations';
import { TeamSprints } from './team-sprints';
import { sprint, TEAM, throughput } from './testing/sprint-facts';

function show(sprints: SprintFactsFragment[], blocked: number) {
  const asked = always(TEAM_SPRINTS)(() => ({
    team: { ...TEAM, throughput: throughput(sprints.filter(({ state }) => state === 'CLOSED').toReversed()) },
    sprints: {
      __typename: 'SprintConnection',
      totalCount: 13,
      edges: sprints.map((node) => ({ __typename: 'SprintEdge', cursor: node.id, node })),
    },
    blockedItems: { __typename: 'BlockedItemConnection', totalCount: blocked },
  }));
  const routes = signedIn([{ path: 'team', element: <TeamSprints teamId={TEAM.id} /> }]);
  renderScreen(routes, '/team', [lastingSession(viewer()), asked.answer]);
}

test('the sprint that runs, what the team gets done, and the ways to more', async () => {
  show([sprint(3, { state: 'ACTIVE', goal: 'Pay by invoice' }), sprint(2), sprint(1)], 4);
  expect(await screen.findByText('Pay by invoice')).toBeVisible();
  expect(screen.getByText(/runs until/)).toHaveTextContent('Sprint 3 runs until 12 April');
  expect(screen.getByRole('link', { name: 'All 13 sprints' })).toHaveAttribute('href', '/teams/Team_1/sprints');
  expect(screen.getByRole('link', { name: '4 items are blocked' })).toHaveAttribute(
    'href',
    '/impediments/blocked?team=Team_1',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Finish Sprint 3…' }));
  expect(await screen.findByRole('dialog', { name: 'Finish Sprint 3' })).toBeVisible();
});

test('without sprints it says what they are for, and begins with the first', async () => {
  show([], 0);
  expect(await screen.findByText(/No sprints are recorded/)).toBeVisible();
  expect(screen.queryByText(/blocked/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'New sprint' }));
  expect(await screen.findByRole('dialog', { name: 'New sprint of Yard' })).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('Sprint 1');
});
