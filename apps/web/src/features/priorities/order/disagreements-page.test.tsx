import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ScoreDisagreementsQuery } from '../../../generated/graphql';
import { orderRoutes } from './order-routes';
import { SCORE_DISAGREEMENTS } from './scoring.operations';
import { HARBOUR, OrderServer, orderItem } from './testing/order-server';
import { renderOrder } from './testing/render-order';

type Disagreement = ScoreDisagreementsQuery['scoreDisagreements'][number];

const apart = (number: number, position: number, scorePosition: number): Disagreement => {
  const { score, ...item } = orderItem(number);
  return {
    __typename: 'ScoreDisagreement',
    position,
    scorePosition,
    gap: scorePosition - position,
    item: { ...item, score: { ...score, costOfDelay: 26, wsjf: 5.2 } },
  };
};

const show = (found: Disagreement[]) => {
  const server = OrderServer.of(3).on(SCORE_DISAGREEMENTS, () => ({ scoreDisagreements: found }));
  return { server, ...renderOrder(orderRoutes, '/order/disagreements', server) };
};

test('where order and score are farthest apart, and which way', async () => {
  show([apart(1, 1, 90), apart(2, 40, 3)]);
  const table = await screen.findByRole('table', { name: 'Where order and score disagree' });
  expect(within(table).getByRole('row', { name: /B-1/ })).toHaveTextContent(/26.*5.*5\.2.*1.*90.*89 places higher/);
  expect(within(table).getByRole('row', { name: /B-2/ })).toHaveTextContent('37 places lower');
  expect(within(table).getByRole('link', { name: /B-1/ })).toHaveAttribute('href', '/backlog/B-1');
});

test('of one area only', async () => {
  const { server, address } = show([apart(1, 1, 90)]);
  await screen.findByRole('table');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Area' }), 'Harbour');
  await waitFor(() => expect(address()).toBe(`/order/disagreements?area=${HARBOUR.id}`));
  await waitFor(() =>
    expect(server.asked.findLast(({ name }) => name === 'ScoreDisagreements')?.variables).toMatchObject({
      areaId: HARBOUR.id,
    }),
  );
});

test('without scores it says what would be compared', async () => {
  show([]);
  expect(await screen.findByRole('heading', { name: 'Order and score agree' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Score items beside the order' })).toHaveAttribute('href', '/order?scores=1');
});
