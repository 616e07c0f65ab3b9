import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { IMPEDIMENT_TEAMS } from '../impediments.operations';
import { impedimentsRoutes } from '../routes';
import type { BlockedItem } from './blocked-table';
import { BLOCKED_WORK } from './blocked-work.operations';

const YARD = { __typename: 'Team' as const, id: 'Team_1', name: 'Yard' };
const ITEM: BlockedItem = {
  __typename: 'BlockedItem',
  externalKey: 'YARD-7',
  title: 'Count what is in a lane',
  state: 'IN_PROGRESS',
  since: '2026-03-02T09:00:00Z',
  blockedWorkingDays: 9,
  teams: [YARD],
  impediments: [
    { __typename: 'Impediment', id: 'i1', key: 'IMP-1', title: 'No test data', owner: null },
    {
      __typename: 'Impediment',
      id: 'i2',
      key: 'IMP-2',
      title: 'Gate is shut',
      owner: { __typename: 'Person', id: 'p', name: 'Ana' },
    },
  ],
};

function show(items: BlockedItem[], search = '') {
  const asked = always(BLOCKED_WORK)(({ teamId }) => ({
    blockedItems: {
      __typename: 'BlockedItemConnection',
      totalCount: teamId ? 0 : items.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: (teamId ? [] : items).map((node) => ({ __typename: 'BlockedItemEdge', cursor: node.externalKey, node })),
    },
  }));
  const teams = always(IMPEDIMENT_TEAMS)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      products: [
        {
          __typename: 'Product',
          id: 'Product_1',
          areas: [{ __typename: 'Area', id: 'Area_1', name: 'Quay', teams: [YARD] }],
        },
      ],
    },
  }));
  const answers = [lastingSession(viewer()), asked.answer, teams.answer];
  return { ...renderScreen(signedIn(impedimentsRoutes), `/impediments/blocked${search}`, answers), asked };
}

test('what is blocked, of whom, for how long, and by what', async () => {
  show([ITEM, { ...ITEM, externalKey: 'EXT-9', title: null, state: null, blockedWorkingDays: 1, impediments: [] }]);
  const row = await screen.findByRole('row', { name: /YARD-7/ });
  expect(row).toHaveTextContent('YARD-7 Count what is in a lane In progress');
  expect(within(row).getByRole('link', { name: 'YARD-7 Count what is in a lane' })).toHaveAttribute(
    'href',
    '/backlog/YARD-7',
  );
  expect(row).toHaveTextContent('2 Mar 2026');
  expect(within(row).getByRole('cell', { name: '9' })).toBeVisible();
  expect(within(row).getByRole('link', { name: 'Yard' })).toHaveAttribute('href', '/teams/Team_1');
  const by = within(row).getByRole('list', { name: '2 impediments in the way of YARD-7' });
  expect(within(by).getByRole('link', { name: 'IMP-1 No test data' })).toHaveAttribute('href', '/impediments/IMP-1');
  expect(by).toHaveTextContent('nobody yet');
  expect(by).toHaveTextContent('Ana');
  expect(screen.getByText('2 items')).toBeVisible();
});

test('the team is in the address; a team without any says so and leads back to all', async () => {
  const { address, asked } = show([ITEM]);
  await screen.findByRole('row', { name: /YARD-7/ });
  await userEvent.selectOptions(screen.getByLabelText('Team'), 'Yard');
  expect(address()).toBe('/impediments/blocked?team=Team_1');
  expect(await screen.findByRole('heading', { name: 'Nothing of this team is blocked' })).toBeVisible();
  expect(asked.variables.at(-1)).toMatchObject({ teamId: 'Team_1' });
  await userEvent.click(screen.getByRole('link', { name: 'Show all teams' }));
  expect(await screen.findByRole('row', { name: /YARD-7/ })).toBeVisible();
});

test('with nothing blocked it says how items come here', async () => {
  show([]);
  expect(await screen.findByRole('heading', { name: 'Nothing is blocked' })).toBeVisible();
  expect(screen.getByText(/names them under “Blocked items”/)).toBeVisible();
});
