import { beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_DETAIL } from '../impediment-detail/detail.operations';
import { selection } from '../impediment-selection/selection';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card, detail, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';

const four = [
  card(1, { title: 'Crane permit', voteCount: 2 }),
  card(2, { title: 'No test data', owner: ROWAN, voteCount: 5 }),
  card(3, { title: 'Old runner', dueOn: '2026-02-01' }),
  card(4, { title: 'Berth booking', state: 'TRIAGED', owner: ROWAN, severity: 'HIGH' }),
];
const board = on(IMPEDIMENT_BOARD, () => boardOf(...four));
const table = () => screen.findByRole('table', { name: 'Open impediments' });
const keysIn = (list: HTMLElement) =>
  within(list)
    .queryAllByRole('link')
    .map((link) => link.dataset['cardKey']);
const title = (name: string) => screen.findByRole('link', { name });

async function focusOn(name: string): Promise<void> {
  const link = await title(name);
  act(() => link.focus());
}

beforeEach(() => {
  localStorage.clear();
  selection.clear();
});

test('heads put the list in order, say so, and the address and this browser remember it', async () => {
  const { address } = renderImpediments('/impediments/list?owner=none', [board]);
  expect(keysIn(await table())).toEqual(['IMP-1', 'IMP-3']);
  const head = (name: string) => screen.getByRole('columnheader', { name });
  expect(head('Age')).toHaveAttribute('aria-sort', 'descending');
  await userEvent.click(within(head('Due')).getByRole('button'));
  expect(head('Due')).toHaveAttribute('aria-sort', 'ascending');
  expect(head('Age')).toHaveAttribute('aria-sort', 'none');
  expect(keysIn(await table())).toEqual(['IMP-3', 'IMP-1']);
  expect(address()).toContain('owner=none');
  expect(address()).toContain('order=due');
  await userEvent.click(within(head('Due')).getByRole('button'));
  expect(head('Due')).toHaveAttribute('aria-sort', 'descending');
  expect(JSON.parse(localStorage.getItem('chapterhouse.list.view') ?? '')).toMatchObject({ order: 'due' });
});

test('columns are chosen and ordered by keyboard', async () => {
  const { address } = renderImpediments('/impediments/list?show=state,owner', [board]);
  await table();
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Votes' }));
  await userEvent.click(screen.getByRole('button', { name: 'Votes: earlier' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Votes: earlier' })).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  expect(address()).toContain(`show=${encodeURIComponent('key,title,votes,state,owner')}`);
  // At the end it can go no further: the focus is on the way back.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Votes: later' })).toHaveFocus());
  await userEvent.click(screen.getByRole('checkbox', { name: 'State' }));
  expect(screen.getAllByRole('columnheader', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
    '',
    'Key',
    'Title',
    'Votes',
    'Owner',
    'Moves',
  ]);
});

test('arrows walk, Shift selects on the way, x and Ctrl+A select, Escape selects nothing', async () => {
  renderImpediments('/impediments/list', [board]);
  await focusOn('Crane permit');
  await userEvent.keyboard('{ArrowDown}');
  expect(await title('No test data')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(await title('Old runner')).toHaveFocus();
  expect(screen.getByText('2 selected')).toBeVisible();
  await userEvent.keyboard('x');
  expect(screen.getByText('1 selected')).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(screen.getByText('4 selected')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Select all 4 that are shown' })).toBeChecked();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText(/selected$/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Home}');
  expect(await title('Crane permit')).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(await title('Berth booking')).toHaveFocus();
});

test('boxes select; with Shift all between', async () => {
  renderImpediments('/impediments/list', [board]);
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Select IMP-1 / }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^Select IMP-3 / }), { shiftKey: true });
  expect([...selection.ids()]).toEqual(['impediment-1', 'impediment-2', 'impediment-3']);
  expect(screen.getByRole('checkbox', { name: /that are shown$/ })).toBePartiallyChecked();
});

test('Enter opens the panel beside the list, the filter stays, and closing leads back to the row', async () => {
  const { address } = renderImpediments('/impediments/list?severity=none', [
    board,
    on(IMPEDIMENT_DETAIL, ({ key }) => ({ impediment: detail(Number(key.slice(4)), { title: 'Crane permit' }) })),
  ]);
  await focusOn('Crane permit');
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('dialog', { name: /IMP-1/ });
  expect(address()).toBe('/impediments/list/IMP-1?severity=none');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/impediments/list?severity=none'));
  await waitFor(async () => expect(await title('Crane permit')).toHaveFocus());
});

test('live: while somebody is on the list rows keep their places; afterwards they fall into order', async () => {
  const { receive } = renderImpediments('/impediments/list?order=votes&desc', [board]);
  expect(keysIn(await table())).toEqual(['IMP-2', 'IMP-1', 'IMP-3', 'IMP-4']);
  await focusOn('No test data');
  await receive({ impediment: { ...card(3), title: 'Old runner', voteCount: 9, version: 2 } });
  await receive({ event: 'impediment.closed', impediment: card(1, { state: 'CLOSED', version: 2 }) });
  expect(keysIn(await table())).toEqual(['IMP-2', 'IMP-3', 'IMP-4']);
  expect(await title('No test data')).toHaveFocus();
  const link = await title('No test data');
  act(() => link.blur());
  await waitFor(async () => expect(keysIn(await table())).toEqual(['IMP-3', 'IMP-2', 'IMP-4']));
});

test('the switch shows the same as a board', async () => {
  const { address } = renderImpediments('/impediments/list?owner=none', [board]);
  await table();
  await userEvent.click(screen.getByRole('radio', { name: 'Board' }));
  expect(await screen.findByRole('list', { name: /^Raised, Payments/ })).toBeVisible();
  expect(address()).toBe('/impediments?owner=none');
});

test('what has a clock that stands still says so where it would say until when', async () => {
  const clock = { __typename: 'ImpedimentClock' as const, pausedAt: '2026-01-02T00:00:00Z', pausedBecause: 'Vendor' };
  renderImpediments('/impediments/list', [on(IMPEDIMENT_BOARD, () => boardOf(card(1, { clock }), card(2)))]);
  expect(within(await table()).getByText('paused')).toHaveAttribute('title', 'Clock paused: Vendor');
});
