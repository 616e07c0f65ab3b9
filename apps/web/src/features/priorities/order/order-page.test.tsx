import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { itemSelection } from '../selection/item-selection';
import { orderRoutes } from './order-routes';
import { SCORE_ITEM } from './scoring.operations';
import { OrderServer, orderItem, PAYMENTS } from './testing/order-server';
import { renderOrder } from './testing/render-order';

afterEach(() => act(() => itemSelection.clear()));

const show = (server: OrderServer, at = '/order') => renderOrder(orderRoutes, at, server);
/** Keys from the top, as many as asked for. */
const keys = (count = 5) =>
  [...document.querySelectorAll<HTMLElement>('[data-item-key]')].slice(0, count).map((link) => link.dataset['itemKey']);
const row = async (name: string) => {
  const found = (await screen.findByRole('link', { name })).closest('tr');
  if (!found) throw new Error('A row holds it.');
  return found;
};
const sent = (server: OrderServer) =>
  server.asked.filter(({ name }) => name === 'MoveInOrder').map(({ variables }) => variables);
const windows = (server: OrderServer) =>
  server.asked.filter(({ name }) => name === 'ProductOrder').map(({ variables }) => variables['from']);
const onto = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  act(() => link.focus());
};

test('rows with their position, place and marks', async () => {
  const server = OrderServer.of(3, {
    2: {
      servesGoal: null,
      blocked: true,
      dependencies: [{ __typename: 'Dependency', id: 'd', key: 'DEP-4', conflicts: ['TOO_LATE'] }],
    },
  });
  show(server);
  const first = await row('B-1 Feature 1');
  expect(first).toHaveTextContent(/^1/);
  expect(first).toHaveTextContent('Payments');
  expect(first).toHaveTextContent('Serves: Every port pays');
  const second = await row('B-2 Feature 2');
  expect(second).toHaveTextContent(/No goal.*1 conflict.*Blocked/);
  expect(within(second).getByTitle('DEP-4: Too late')).toBeVisible();
});

test('of a long order only the window in sight is asked for', async () => {
  const server = OrderServer.of(1_000);
  show(server);
  await row('B-1 Feature 1');
  expect(windows(server)).toEqual([1]);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
});

test('Alt and arrows move a row at once; a pause sends one move, and it can be taken back', async () => {
  const server = OrderServer.of(6);
  show(server);
  await onto('B-4 Feature 4');
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  expect(keys()).toEqual(['B-1', 'B-4', 'B-2', 'B-3', 'B-5']);
  expect(screen.getByRole('link', { name: 'B-4 Feature 4' })).toHaveFocus();
  await waitFor(() => expect(sent(server)).toHaveLength(1));
  expect(sent(server)[0]).toMatchObject({ ids: ['item-4'], to: { before: 'item-2' }, withinArea: false });
  expect(
    await within(screen.getByRole('region', { name: 'Notes' })).findByText('B-4 moved up from 4 to 2.'),
  ).toBeVisible();
  expect(keys()).toEqual(['B-1', 'B-4', 'B-2', 'B-3', 'B-5']);
  await userEvent.keyboard('z');
  await waitFor(() => expect(keys()).toEqual(['B-1', 'B-2', 'B-3', 'B-4', 'B-5']));
});

test('what is said of a move names both places, and takes the place of what was said before', async () => {
  show(OrderServer.of(6));
  const notes = () => within(screen.getByRole('region', { name: 'Notes' }));
  await onto('B-4 Feature 4');
  for (const words of ['B-4 moved up from 4 to 3.', 'B-4 moved up from 3 to 2.']) {
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(await notes().findByText(words)).toBeVisible();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(words);
  }
  expect(notes().queryByText('B-4 moved up from 4 to 3.')).not.toBeInTheDocument();
  expect(notes().getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
});

test('a refused move goes back visibly and says why', async () => {
  const server = OrderServer.of(4);
  server.refuse = { code: 'FORBIDDEN', details: { reason: 'Only the Chief Product Owner may.' } };
  show(server);
  await onto('B-3 Feature 3');
  await userEvent.keyboard('p');
  const dialog = await screen.findByRole('dialog', { name: 'Move B-3 to position …' });
  await userEvent.type(within(dialog).getByRole('spinbutton', { name: 'Position' }), '1');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
  expect(
    await within(screen.getByRole('region', { name: 'Notes' })).findByText(/^B-3 went back to 3\. Only the Chief/),
  ).toBeVisible();
  expect(keys()).toEqual(['B-1', 'B-2', 'B-3', 'B-4']);
  expect(await row('B-3 Feature 3')).toHaveAttribute('data-mark', 'back');
});

test("an Area Product Owner's move stays between the area's own places", async () => {
  const server = OrderServer.of(6);
  server.viewerCan = ['order:view', 'order:move-area'];
  server.ownAreas = [PAYMENTS];
  show(server);
  await onto('B-5 Feature 5');
  await userEvent.keyboard('t');
  expect(keys(6)).toEqual(['B-5', 'B-2', 'B-1', 'B-4', 'B-3', 'B-6']);
  await waitFor(() => expect(sent(server)[0]).toMatchObject({ to: { topOfArea: true }, withinArea: true }));
  // What is not theirs cannot be moved, and its menu says nothing of it.
  await onto('B-2 Feature 2');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(sent(server)).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'What can be done with B-2' }));
  const menu = await screen.findByRole('menu');
  expect(within(menu).queryByRole('menuitem', { name: /top of/ })).not.toBeInTheDocument();
  expect(within(menu).getByRole('menuitem', { name: /Who moved it/ })).toBeVisible();
});

test('with the reason, which stands in the history of moves', async () => {
  const server = OrderServer.of(5);
  const { address } = show(server);
  await onto('B-5 Feature 5');
  await userEvent.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Move B-5' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Where to' }), 'To the top of the order');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Why/ }), 'The pilot waits for it.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
  await waitFor(() => expect(keys(2)).toEqual(['B-5', 'B-1']));
  await userEvent.click(screen.getByRole('button', { name: 'What moved' }));
  const panel = await screen.findByRole('dialog', { name: 'What moved' });
  expect(await within(panel).findByText('The pilot waits for it.')).toBeVisible();
  expect(panel).toHaveTextContent('moved up from 5 to 1, by Ana Lindqvist');
  expect(address()).toBe('/order?moves=all');
});

test('what others move shows as it happens, without loading the order again', async () => {
  const server = OrderServer.of(150);
  show(server);
  await row('B-1 Feature 1');
  act(() => server.moveByOther(['item-90'], { before: 'item-2' }));
  await waitFor(() => expect(keys(3)).toEqual(['B-1', 'B-90', 'B-2']));
  act(() => server.moveByOther(['item-5'], { topOfArea: true }, true));
  await waitFor(() => expect(keys(5)).toEqual(['B-5', 'B-90', 'B-2', 'B-1', 'B-4']));
  expect(windows(server)).toEqual([1]);
});

test('several that are selected move together and keep their order', async () => {
  const server = OrderServer.of(6);
  show(server);
  await onto('B-5 Feature 5');
  await userEvent.keyboard('x{Shift>}{ArrowDown}{/Shift}');
  expect(await screen.findByText('2 items selected')).toBeVisible();
  await userEvent.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Move 2 items' });
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Where to' }), 'To the top of the order');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
  expect(keys(4)).toEqual(['B-5', 'B-6', 'B-1', 'B-2']);
  await waitFor(() => expect(sent(server)[0]).toMatchObject({ ids: ['item-5', 'item-6'], to: { top: true } }));
});

test('a row is selected by its menu, too; then every row has its box on a narrow screen', async () => {
  show(OrderServer.of(4));
  await row('B-2 Feature 2');
  const list = screen.getByRole('table').parentElement;
  expect(list).not.toHaveAttribute('data-selecting');
  const choose = async (item: RegExp) => {
    await userEvent.click(screen.getByRole('button', { name: 'What can be done with B-2' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: item }));
  };
  await choose(/^Select it(?! no)/);
  expect(await screen.findByText('1 item selected')).toBeVisible();
  expect(list).toHaveAttribute('data-selecting');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select B-3 Feature 3' }));
  expect(screen.getByText('2 items selected')).toBeVisible();
  await choose(/^Select it no more/);
  expect(screen.getByText('1 item selected')).toBeVisible();
});

test('the filter narrows to what the server finds, with the positions of the whole order', async () => {
  const server = OrderServer.of(40);
  show(server, '/order?areas=area-payments');
  expect(await row('B-3 Feature 3')).toHaveTextContent(/^3/);
  expect(keys(3)).toEqual(['B-1', 'B-3', 'B-5']);
  act(() => server.moveByOther(['item-5'], { topOfArea: true }, true));
  await waitFor(() => expect(keys(3)).toEqual(['B-5', 'B-1', 'B-3']));
});

test('a score beside the order: its parts and what they come to', async () => {
  const server = OrderServer.of(3).on(SCORE_ITEM, ({ value, timeCriticality, riskReduction }) => ({
    scoreBacklogItem: orderItem(2, {
      version: 2,
      score: {
        __typename: 'ItemScore',
        value: value ?? null,
        timeCriticality: timeCriticality ?? null,
        riskReduction: riskReduction ?? null,
        costOfDelay: 26,
        wsjf: 5.2,
      },
    }),
  }));
  show(server, '/order?scores=1');
  await onto('B-2 Feature 2');
  await userEvent.keyboard('s');
  const dialog = await screen.findByRole('dialog', { name: 'Score B-2' });
  const choose = async (part: string, value: string) =>
    userEvent.click(within(within(dialog).getByRole('radiogroup', { name: part })).getByRole('radio', { name: value }));
  await choose('Value', '13');
  await choose('Time criticality', '8');
  await choose('Risk reduction or opportunity', '5');
  expect(dialog).toHaveTextContent('Cost of delay 26');
  expect(dialog).toHaveTextContent('WSJF 5.2');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the score' }));
  await waitFor(async () => expect(await row('B-2 Feature 2')).toHaveTextContent(/13.*8.*5.*26.*5.*5\.2/));
});

test('an empty order says what it is for, an empty filter the way out, a refusal what to do', async () => {
  const { unmount } = show(OrderServer.of(0));
  expect(await screen.findByRole('heading', { name: 'Nothing to order yet' })).toBeVisible();
  unmount();
  show(OrderServer.of(3), '/order?text=zzz');
  expect(await screen.findByRole('heading', { name: 'Nothing in the order fits this' })).toBeVisible();
});
