import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { viewer } from '../../../platform/testing/answers';
import { always } from '../../../platform/testing/always';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { todayIn } from '../../../platform/dates/day-words';
import { ORGANIZATION_OVERVIEW } from '../organization.operations';
import { organizationRoutes } from '../routes';
import { overview } from '../testing/harbour';

const today = todayIn('Europe/Lisbon');

function show(at: string, viewerCan: string[] = []) {
  const asked = always(ORGANIZATION_OVERVIEW)(() => ({ organization: overview(viewerCan) }));
  const { address } = renderScreen(signedIn(organizationRoutes), at, [lastingSession(viewer()), asked.answer]);
  return { address, days: () => asked.variables.map(({ on }) => on) };
}

test('a stand-in says for whom and until when, a vacancy is named', async () => {
  const { days } = show('/organization');
  const area = await screen.findByRole('region', { name: 'Quay' });
  expect(within(area).getByRole('link', { name: 'Fern Gale' })).toHaveAttribute('href', '/people/Person_Fern');
  expect(area).toHaveTextContent('for Basil Drizzle, away until 9 March 2027');
  expect(within(area).getByText('Vacant')).toBeVisible();
  expect(area).toHaveTextContent('Developers2');
  expect(days()).toEqual([today]);
});

test('warnings lead to their place', async () => {
  show('/organization');
  const list = await screen.findByRole('region', { name: 'To look at' });
  expect(list).toHaveTextContent('One thing to look at');
  expect(list).toHaveTextContent('Nobody answersProduct Owner of Yard');
  expect(within(list).getByRole('link', { name: 'Yard' })).toHaveAttribute('href', '/teams/TEAM_Yard');
});

test('the day comes from the address and goes there', async () => {
  const { days, address } = show('/organization?on=2025-03-31');
  await screen.findByText(/on 31 March 2025/);
  expect(days()).toEqual(['2025-03-31']);
  await userEvent.click(screen.getByRole('button', { name: 'A month earlier' }));
  expect(address()).toBe('/organization?on=2025-02-28');
  await screen.findByText(/on 28 February 2025/);
  fireEvent.change(screen.getByLabelText('Day shown'), { target: { value: '2024-12-24' } });
  await screen.findByText(/on 24 December 2024/);
  await userEvent.click(screen.getByRole('button', { name: 'Today' }));
  expect(address()).toBe('/organization');
  expect(days()).toContain('2025-02-28');
});

test('the filter finds a team by the people who answer for it', async () => {
  const { address } = show('/organization');
  await userEvent.type(await screen.findByLabelText('Filter areas, teams and people'), 'basil');
  expect(screen.getByRole('link', { name: 'Yard' })).toBeVisible();
  await waitFor(() => expect(address()).toBe('/organization?q=basil'));
  await userEvent.type(screen.getByLabelText('Filter areas, teams and people'), 'x');
  expect(screen.getByRole('heading', { name: 'Nothing fits “basilx”' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(screen.getByRole('region', { name: 'Quay' })).toBeVisible();
});

test('a filter in the address is there from the start', async () => {
  show('/organization?q=nobody+at+all');
  expect(await screen.findByRole('heading', { name: 'Nothing fits “nobody at all”' })).toBeVisible();
  expect(screen.getByLabelText('Filter areas, teams and people')).toHaveValue('nobody at all');
});

test('a folded area keeps its teams away until it is opened', async () => {
  show('/organization');
  await userEvent.click(await screen.findByRole('button', { name: 'Hide the teams of Quay' }));
  const area = screen.getByRole('region', { name: 'Quay' });
  expect(within(area).queryByRole('link', { name: 'Yard' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show the teams of Quay' }));
  expect(within(area).getByRole('link', { name: 'Yard' })).toBeVisible();
});

test('only what the server permits is offered', async () => {
  show('/organization');
  await screen.findByRole('region', { name: 'Quay' });
  expect(screen.queryByRole('button', { name: 'New' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Yard: actions' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Assign/ })).toBeNull();
});

test('a vacancy can be ended where roles may be assigned, but not in the past', async () => {
  show('/organization', ['role:assign']);
  expect(await screen.findByRole('button', { name: 'Assign: Product Owner of Yard' })).toBeVisible();
  fireEvent.change(screen.getByLabelText('Day shown'), { target: { value: '2024-12-24' } });
  await screen.findByText(/on 24 December 2024/);
  expect(screen.queryByRole('button', { name: 'Assign: Product Owner of Yard' })).toBeNull();
});

test('an organization without products says what to do', async () => {
  const empty = { ...overview(['product:create', 'import:run']), products: [], warnings: [] };
  const asked = always(ORGANIZATION_OVERVIEW)(() => ({ organization: empty }));
  renderScreen(signedIn(organizationRoutes), '/organization', [lastingSession(viewer()), asked.answer]);
  expect(await screen.findByRole('link', { name: 'Import an organization' })).toHaveAttribute('href', '/imports');
  expect(screen.getByRole('button', { name: 'Create a product' })).toBeVisible();
});
