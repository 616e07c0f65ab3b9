import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DependenciesQuery, DependencyFactsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import { DEPENDENCIES } from './dependencies.operations';
import { ANA, dependency, item } from './testing/dependency-facts';
import { renderDependencies } from './testing/render-dependencies';

const page = (...dependencies: DependencyFactsFragment[]): Omit<DependenciesQuery, '__typename'> => ({
  dependencies: {
    __typename: 'DependencyConnection',
    edges: dependencies.map((node) => ({ __typename: 'DependencyEdge', cursor: node.id, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: dependencies.length,
  },
});

test('both sides, what is agreed, whose turn it is and what is wrong', async () => {
  const late = dependency(2, {
    state: 'COMMITTED',
    promisedFor: '2020-03-20',
    waitsFor: [],
    answerDueAt: null,
    provider: item(9, { title: 'Charging', position: 12 }),
    conflicts: ['TOO_LATE'],
    conflictWords: ['Promised for 2020-03-20, but needed by 2020-03-10.'],
  });
  renderDependencies('/dependencies', [always(DEPENDENCIES)(() => page(dependency(1), late)).answer]);
  const list = await screen.findByRole('list', { name: 'Dependencies' });
  const [first, second] = [...list.children].map((child) => within(child as HTMLElement));
  expect(first?.getByRole('link', { name: 'DEP-1' })).toHaveAttribute('href', '/dependencies/DEP-1');
  expect(first?.getByText(/waits for Rowan Squall, due/)).toBeVisible();
  expect(first?.getByText('no item yet')).toBeVisible();
  expect(first?.getByText('Vault')).toBeVisible();
  expect(first?.getByText('Ferries')).toBeVisible();
  expect(second?.getByText('needed by 10 March 2020, committed for 20 March 2020')).toBeVisible();
  expect(second?.getByText('Promised for 20 March 2020, but needed by 10 March 2020.')).toBeVisible();
  expect(second?.getByText('place 12')).toBeVisible();
});

test('keys walk from line to line', async () => {
  renderDependencies('/dependencies', [always(DEPENDENCIES)(() => page(dependency(1), dependency(2))).answer]);
  await screen.findByText('DEP-1');
  await userEvent.keyboard('jj');
  expect(screen.getByRole('link', { name: 'DEP-2' })).toHaveFocus();
  await userEvent.keyboard('k');
  expect(screen.getByRole('link', { name: 'DEP-1' })).toHaveFocus();
});

test('what waits for the viewer says so', async () => {
  const mine = dependency(1, { waitsFor: [ANA], overdue: true });
  renderDependencies('/dependencies', [always(DEPENDENCIES)(() => page(mine)).answer]);
  expect(await screen.findByText(/waits for you, was due/)).toBeVisible();
});

test('the usual questions, the area and the team go into the address and to the server', async () => {
  const asked = always(DEPENDENCIES)(() => page(dependency(1)));
  const { address } = renderDependencies('/dependencies', [asked.answer]);
  await screen.findByText('DEP-1');
  expect(screen.getByRole('button', { name: 'Open' })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Waits for me' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Area' }), 'Payments');
  await waitFor(() => expect(address()).toBe('/dependencies?show=waiting&area=area-payments'));
  await waitFor(() =>
    expect(asked.variables.at(-1)?.filter).toEqual({
      productId: 'product-1',
      states: ['REQUESTED', 'COMMITTED', 'COUNTERED'],
      waitsForMe: true,
      areaIds: ['area-payments'],
    }),
  );
  const teams = screen.getByRole('combobox', { name: 'Team' });
  expect(within(teams).queryByRole('option', { name: 'Ferries' })).not.toBeInTheDocument();
  await userEvent.selectOptions(teams, 'Vault');
  await waitFor(() => expect(address()).toContain('team=team-vault'));
});

test.each([
  ['/dependencies', 'No open dependency'],
  ['/dependencies?show=waiting', 'Nothing waits for you'],
  ['/dependencies?show=all', 'No dependencies yet'],
])('an empty list says what it is for: %s', async (at, title) => {
  renderDependencies(at, [always(DEPENDENCIES)(() => page()).answer]);
  expect(await screen.findByText(title)).toBeVisible();
});

test('what could not be loaded says what to do, and is tried again', async () => {
  renderDependencies('/dependencies', [
    refused(
      DEPENDENCIES,
      { first: 30, filter: { productId: 'product-1', states: ['REQUESTED', 'COMMITTED', 'COUNTERED'] } },
      'INTERNAL',
      { errorId: 'e' },
    ),
    always(DEPENDENCIES)(() => page(dependency(1))).answer,
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('DEP-1')).toBeVisible();
});

test('only who may edit an item is offered to ask for something', async () => {
  renderDependencies('/dependencies', [always(DEPENDENCIES)(() => page()).answer]);
  await screen.findByText('No open dependency');
  expect(await screen.findAllByRole('button', { name: /^Ask for something/ })).toHaveLength(2);
});

test('who may edit none reads what there is, and is offered nothing that would be refused', async () => {
  renderDependencies('/dependencies', [always(DEPENDENCIES)(() => page()).answer], []);
  expect(await screen.findByText('No open dependency')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Ask for something/ })).not.toBeInTheDocument();
});
