import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOrder } from '../order/testing/render-order';
import { itemSelection } from '../selection/item-selection';
import { scenarioRoutes } from './scenario-routes';
import { ScenarioServer } from './testing/scenario-server';

afterEach(() => act(() => itemSelection.clear()));

const show = (server: ScenarioServer) => renderOrder(scenarioRoutes, '/scenarios/scenario-1', server.server);
const keys = (count = 5) =>
  [...document.querySelectorAll<HTMLElement>('[data-item-key]')].slice(0, count).map((link) => link.dataset['itemKey']);
const onto = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  act(() => link.focus());
};
const row = (name: string) => screen.getByRole('link', { name }).closest('tr');

test('a row moves at once by keys, is sent as one move, and shows how far it went', async () => {
  const server = new ScenarioServer(6);
  show(server);
  await onto('B-5 Feature 5');
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  expect(keys()).toEqual(['B-1', 'B-2', 'B-5', 'B-3', 'B-4']);
  await waitFor(() => expect(server.sent('MoveInScenario')).toHaveLength(1));
  expect(server.sent('MoveInScenario')[0]).toMatchObject({
    id: 'scenario-1',
    version: 1,
    ids: ['item-5'],
    to: { before: 'item-3' },
  });
  await waitFor(() => expect(row('B-5 Feature 5')).toHaveTextContent(/2 up.*5/));
  expect(row('B-3 Feature 3')).toHaveTextContent(/1 down/);
  expect(screen.getByText('1 move')).toBeVisible();
});

test('moves one after the other each build on the version before', async () => {
  const server = new ScenarioServer(6);
  show(server);
  for (const name of ['B-5 Feature 5', 'B-6 Feature 6']) {
    await onto(name);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  }
  await waitFor(() => expect(server.sent('MoveInScenario').map(({ version }) => version)).toEqual([1, 2]));
  await waitFor(() => expect(keys(6)).toEqual(['B-1', 'B-2', 'B-3', 'B-5', 'B-6', 'B-4']));
});

test('the last move can be taken back; a later one is never meant', async () => {
  const server = new ScenarioServer(6);
  show(server);
  await onto('B-3 Feature 3');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  const notes = await screen.findByRole('region', { name: 'Notes' });
  await waitFor(() => expect(notes).toHaveTextContent('B-3 moved up from 3 to 2.'));
  await userEvent.keyboard('z');
  await waitFor(() => expect(server.sent('UndoScenarioMove')).toHaveLength(1));
  await waitFor(() => expect(keys()).toEqual(['B-1', 'B-2', 'B-3', 'B-4', 'B-5']));
  await waitFor(() => expect(notes).toHaveTextContent('Taken back: B-3 moved up from 3 to 2.'));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(within(notes).getByRole('button', { name: 'Undo' })).toBeVisible());
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  await screen.findByRole('button', { name: 'Make private' });
  await userEvent.click(within(notes).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(notes).toHaveTextContent('Not taken back: the scenario was changed since.'));
  expect(server.sent('UndoScenarioMove')).toHaveLength(1);
});

test('what is refused goes back where it was, and says why', async () => {
  const server = new ScenarioServer(6);
  server.refuse = {
    code: 'SCENARIO_IN_OTHER_STATE',
    details: { state: 'PUBLISHED', action: 'scenario:edit', legal: [] },
  };
  show(server);
  await onto('B-3 Feature 3');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(keys()).toEqual(['B-1', 'B-3', 'B-2', 'B-4', 'B-5']);
  const notes = await screen.findByRole('region', { name: 'Notes' });
  await waitFor(() => expect(notes).toHaveTextContent('The scenario is published now.'));
  expect(keys()).toEqual(['B-1', 'B-2', 'B-3', 'B-4', 'B-5']);
});

test('to a position by its number; nobody asks for a reason', async () => {
  const server = new ScenarioServer(6);
  show(server);
  await onto('B-6 Feature 6');
  await userEvent.keyboard('p');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByLabelText(/Why/)).not.toBeInTheDocument();
  await userEvent.type(dialog.getByRole('spinbutton', { name: 'Position' }), '2');
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }));
  await waitFor(() => expect(server.sent('MoveInScenario')[0]).toMatchObject({ to: { position: 2 } }));
  await waitFor(() => expect(keys()).toEqual(['B-1', 'B-6', 'B-2', 'B-3', 'B-4']));
});

test('whoever only looks moves nothing', async () => {
  const server = new ScenarioServer(6, { state: 'SHARED', viewerCan: ['scenario:view', 'scenario:comment'] });
  show(server);
  await onto('B-3 Feature 3');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(keys()).toEqual(['B-1', 'B-2', 'B-3', 'B-4', 'B-5']);
  expect(screen.queryByRole('button', { name: 'Publish …' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Share' })).not.toBeInTheDocument();
});
