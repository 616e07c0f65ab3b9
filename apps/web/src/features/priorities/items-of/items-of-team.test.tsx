import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import { setCreating } from '../item-form/create-state';
import { CHECKOUT, itemLine, pageOf, PAYMENTS, PRODUCT_ID } from '../testing/item-facts';
import { renderPriorities } from '../testing/render-priorities';
import { ITEMS_OF } from './items-of.operations';
import { ItemsOfTeam } from './items-of-team';

beforeEach(() => localStorage.clear());
afterEach(() => act(() => setCreating(null)));

const routes = [{ path: '/', element: <ItemsOfTeam team={CHECKOUT} area={PAYMENTS} productId={PRODUCT_ID} /> }];

test('what the team has to do, as the order has it, and the way to all of it', async () => {
  const asked = always(ITEMS_OF)(() => pageOf([itemLine(1, { title: 'Receipts', points: 3 }), itemLine(2)], 9));
  renderPriorities('/', [asked.answer], routes);
  expect(await screen.findByRole('link', { name: /B-1 Receipts/ })).toHaveAttribute('href', '/backlog/B-1');
  expect(screen.getByText('3 points')).toBeVisible();
  expect(asked.variables).toEqual([{ productId: PRODUCT_ID, filter: { teamIds: ['team-1'] }, first: 6 }]);
  expect(screen.getByRole('link', { name: 'All 9 open items' })).toHaveAttribute(
    'href',
    '/backlog?product=product-1&view=list&teams=team-1',
  );
});

test('a new item is begun for the team', async () => {
  renderPriorities('/', [always(ITEMS_OF)(() => pageOf([])).answer], routes);
  expect(await screen.findByText('No open item is this team’s.')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'New item' }));
  expect(await screen.findByRole('combobox', { name: /Team or area/ })).toHaveValue('Checkout');
});

test('a refusal is told in its place', async () => {
  const variables = { productId: PRODUCT_ID, filter: { teamIds: ['team-1'] }, first: 6 };
  renderPriorities('/', [refused(ITEMS_OF, variables, 'RATE_LIMITED', { retryAfterSeconds: 5 })], routes);
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
});
