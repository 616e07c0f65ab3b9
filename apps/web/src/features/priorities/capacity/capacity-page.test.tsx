import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CapacityFactsFragment } from '../../../generated/graphql';
import { OrderServer } from '../order/testing/order-server';
import { renderOrder } from '../order/testing/render-order';
import { PRODUCT_CAPACITY, SET_CAPACITY_TARGETS } from './capacity.operations';
import { capacityRoutes } from './capacity-routes';
import { CUSTOMS, capacityOf, PAYMENTS } from './testing/capacity-facts';

const targets = { areas: { [PAYMENTS.id]: 60 }, kinds: { DEBT: 20 } };

function show(capacity: CapacityFactsFragment, own: string[] = [], at = '/capacity') {
  const server = OrderServer.of(3).on(PRODUCT_CAPACITY, () => ({
    productCapacity: capacity,
    productOrder: {
      __typename: 'ProductOrder' as const,
      number: 1,
      length: 3,
      ownAreas: own.map((id) => ({ __typename: 'Area' as const, id })),
    },
  }));
  const rendered = renderOrder(capacityRoutes, at, server);
  return { server, ...rendered };
}
const sent = (server: OrderServer, of: string) => server.asked.filter(({ name }) => name === of);

test('what the order holds beside what is meant, for areas, kinds, and kinds within areas', async () => {
  show(capacityOf(targets));
  const areas = await screen.findByRole('table', { name: /^By area/ });
  const payments = within(areas).getByRole('row', { name: /^Payments/ });
  expect(payments).toHaveTextContent('100 points · 20 items · 2 without a size');
  expect(payments).toHaveTextContent('70 %');
  expect(payments).toHaveTextContent('10 points over');
  expect(within(areas).getByRole('row', { name: /^Without an area/ })).toHaveTextContent('10 %');
  expect(within(areas).queryByRole('spinbutton', { name: /Without an area/ })).not.toBeInTheDocument();
  const kinds = screen.getByRole('table', { name: /^By kind/ });
  expect(within(kinds).getByRole('row', { name: /^Debt/ })).toHaveTextContent('5 points over');
  expect(screen.getByRole('spinbutton', { name: 'Target of Debt in Customs, percent' })).toHaveValue(null);
});

test('targets are changed in place and saved together; more than a hundred is not sent', async () => {
  const { server } = show(capacityOf(targets));
  server.on(SET_CAPACITY_TARGETS, () => ({
    setCapacityTargets: { __typename: 'ProductCapacity' as const, version: 4 },
  }));
  const customs = await screen.findByRole('spinbutton', { name: 'Target of Customs, percent' });
  await userEvent.type(customs, '50');
  await userEvent.click(screen.getByRole('button', { name: 'Save the targets' }));
  expect(screen.getByText('The areas together have 110 %: take 10 % away.')).toBeVisible();
  expect(sent(server, 'SetCapacityTargets')).toHaveLength(0);
  await userEvent.clear(customs);
  await userEvent.type(customs, '40');
  await userEvent.click(screen.getByRole('button', { name: 'Save the targets' }));
  await waitFor(() => expect(sent(server, 'SetCapacityTargets')).toHaveLength(1));
  expect(sent(server, 'SetCapacityTargets')[0]?.variables).toMatchObject({
    version: 3,
    targets: [
      { areaId: PAYMENTS.id, kind: null, share: 60 },
      { areaId: CUSTOMS.id, kind: null, share: 40 },
      { areaId: null, kind: 'DEBT', share: 20 },
    ],
  });
});

test('an Area Product Owner divides their own area, and sees the others', async () => {
  show(capacityOf(targets, { viewerCan: ['capacity:set-area'] }), [CUSTOMS.id]);
  expect(await screen.findByRole('spinbutton', { name: 'Target of Value in Customs, percent' })).toBeVisible();
  expect(screen.getAllByRole('spinbutton')).toHaveLength(4);
});

test('somebody was first: what was changed stays, and may be saved over theirs', async () => {
  const { server } = show(capacityOf(targets));
  server.on(SET_CAPACITY_TARGETS, () => ({ code: 'CONFLICT', details: { currentVersion: 4 } }));
  await userEvent.type(await screen.findByRole('spinbutton', { name: 'Target of Customs, percent' }), '40');
  await userEvent.click(screen.getByRole('button', { name: 'Save the targets' }));
  expect(await screen.findByText('Somebody saved other targets before you.')).toBeVisible();
  expect(screen.getByRole('spinbutton', { name: 'Target of Customs, percent' })).toHaveValue(40);
});

test('how it is counted, and of how much of the order, stands in the address', async () => {
  const { server, address } = show(capacityOf(targets));
  await userEvent.click(await screen.findByRole('radio', { name: 'Items' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Of the order' }), 'The first 50');
  await waitFor(() => expect(address()).toBe('/capacity?measure=ITEMS&first=50'));
  await waitFor(() =>
    expect(sent(server, 'ProductCapacity').at(-1)?.variables).toMatchObject({ measure: 'ITEMS', first: 50 }),
  );
});
