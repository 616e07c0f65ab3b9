import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOrder } from '../order/testing/render-order';
import { CREATE_SCENARIO } from './scenario-acts.operations';
import { scenarioRoutes } from './scenario-routes';
import { SCENARIOS } from './scenarios.operations';
import { ROWAN, scenario, ScenarioServer } from './testing/scenario-server';

const show = (server: ScenarioServer, at: string) => renderOrder(scenarioRoutes, at, server.server);
const dialog = async () => within(await screen.findByRole('dialog'));

test('scenarios: whose they are, how far they go, and whether the order went on; what is over stands apart', async () => {
  const server = new ScenarioServer(3);
  server.server.on(SCENARIOS, () => ({
    scenarios: [
      scenario({ moveCount: 3, behindBy: 2 }),
      scenario({
        id: 'scenario-2',
        name: 'Old',
        owner: ROWAN,
        state: 'PUBLISHED',
        publishedAt: '2026-03-09T09:00:00Z',
      }),
    ],
  }));
  show(server, '/scenarios');
  const now = await screen.findByRole('region', { name: 'Tried now' });
  expect(now).toHaveTextContent(/Vault first.*Private.*yours.*3 moves.*the order is 2 moves ahead/);
  expect(screen.getByRole('region', { name: 'Published or discarded' })).toHaveTextContent(
    /Old.*Published.*Rowan Squall/,
  );
});

test('a new one needs a name, and opens', async () => {
  const server = new ScenarioServer(3);
  server.server.on(SCENARIOS, () => ({ scenarios: [] })).on(CREATE_SCENARIO, () => ({ createScenario: server.record }));
  const { address } = show(server, '/scenarios');
  expect(await screen.findByText('No scenario yet')).toBeVisible();
  await userEvent.keyboard('n');
  const form = await dialog();
  await userEvent.click(form.getByRole('button', { name: 'Begin' }));
  expect(form.getByText('Give it a name.')).toBeVisible();
  await userEvent.type(form.getByLabelText('Name'), 'Vault first');
  await userEvent.click(form.getByRole('button', { name: 'Begin' }));
  await waitFor(() => expect(address()).toBe('/scenarios/scenario-1'));
  expect(server.sent('CreateScenario')[0]).toMatchObject({ productId: 'product-1', name: 'Vault first', note: '' });
});

test('whoever may not begin one is offered none, not by a key either', async () => {
  const server = new ScenarioServer(3);
  server.server.mayBegin = ['item:create-task'];
  server.server.on(SCENARIOS, () => ({ scenarios: [] }));
  show(server, '/scenarios');
  expect(await screen.findByText(/Product Owners begin one/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Try another order/ })).not.toBeInTheDocument();
  await userEvent.keyboard('n');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
