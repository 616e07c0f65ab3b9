import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_BY_KEY, IMPEDIMENT_TEAMS } from '../impediments.operations';
import { WHAT_IS_THERE_NOW } from '../not-saved/not-saved.operations';
import { START_IMPEDIMENT } from '../impediment-moves/moves.operations';
import { ANA, boardOf, card, detail, HARBOUR, moved, QUAY, ROWAN, teams } from '../testing/impediment-facts';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';

const keysIn = (list: HTMLElement) =>
  within(list)
    .queryAllByRole('link')
    .map((link) => link.dataset['cardKey']);
const column = (name: RegExp) => screen.findByRole('list', { name });

const triaged = card(2, { state: 'TRIAGED', title: 'No test data', severity: 'CRITICAL', owner: ROWAN, version: 4 });
const elsewhere = card(3, {
  title: 'Crane permit',
  category: 'POLICY',
  owner: ANA,
  raisingTeam: { ...QUAY, area: HARBOUR },
  affectedTeams: [QUAY],
  clockEndsAt: '2026-01-02T00:00:00Z',
});
const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1), triaged, elsewhere));

test('columns by state, lanes by area, counts in both', async () => {
  renderImpediments('/impediments', [board]);
  expect(keysIn(await column(/^Raised, Payments/))).toEqual(['IMP-1']);
  expect(keysIn(await column(/^Raised, Harbour/))).toEqual(['IMP-3']);
  expect(keysIn(await column(/^Triaged, Payments/))).toEqual(['IMP-2']);
  expect(screen.getByRole('button', { name: /^Payments 2 impediments/ })).toBeVisible();
  expect(screen.getByText('3 closed in the last 30 days')).toHaveAttribute('href', '/impediments/history?state=CLOSED');
});

test('columns and lanes say how many teams are hit, each once; the head says it of what the filter shows', async () => {
  const { unmount } = renderImpediments('/impediments', [board]);
  expect(await screen.findByRole('button', { name: /^Payments 2 impediments 1 team hit/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Harbour 1 impediment 1 overdue 1 team hit/ })).toBeVisible();
  expect(screen.getByText('2 teams hit')).toBeVisible();
  expect(screen.getByText(/^3 open · 1 overdue/)).toHaveTextContent('2 teams hit');
  unmount();
  renderImpediments('/impediments?area=area-payments', [board]);
  expect(await screen.findByText(/^2 of 3 open · 0 overdue/)).toHaveTextContent('1 team hit');
});

test.each([
  ['?area=area-harbour', ['IMP-3']],
  ['?team=team-checkout&team=team-quay', ['IMP-1', 'IMP-2', 'IMP-3']],
  ['?severity=CRITICAL', ['IMP-2']],
  ['?category=TOOLING&owner=none', ['IMP-1']],
  ['?mine', ['IMP-3']],
  ['?overdue', ['IMP-3']],
  ['?text=test+data', ['IMP-2']],
])('the address %s narrows the board', async (search, keys) => {
  renderImpediments(`/impediments${search}`, [board]);
  await screen.findByText(`${keys.length} of 3 impediments`);
  const shown = screen.getAllByRole('link').flatMap((link) => link.dataset['cardKey'] ?? []);
  expect(shown.sort()).toEqual(keys);
});

test('a chip is taken away, words go to the address, the slash goes to the words', async () => {
  const { address } = renderImpediments('/impediments?category=POLICY&severity=none', [board]);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Category: Policy' }));
  expect(address()).toBe('/impediments?severity=none');
  await userEvent.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('crane');
  expect(screen.getByRole('searchbox')).toHaveValue('crane');
  await waitFor(() => expect(address()).toBe('/impediments?severity=none&text=crane'));
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(address()).toBe('/impediments');
});

test('a filter that nothing fits offers to clear it', async () => {
  const { address } = renderImpediments('/impediments?text=nowhere', [board]);
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the filter' }));
  expect(address()).toBe('/impediments');
});

test('the menu offers only legal moves and says why not the others', async () => {
  renderImpediments('/impediments', [board]);
  (await screen.findByRole('link', { name: 'No test data' })).focus();
  await userEvent.keyboard('m');
  const menu = await screen.findByRole('menu');
  expect(within(menu).getByRole('menuitem', { name: /^In progress/ })).not.toHaveAttribute('aria-disabled');
  const resolved = within(menu).getByRole('menuitem', { name: /^Resolved/ });
  expect(resolved).toHaveAttribute('aria-disabled', 'true');
  expect(resolved).toHaveTextContent('Only from In progress.');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('link', { name: 'No test data' })).toHaveFocus());
});

test('a card that this viewer cannot move offers no menu', async () => {
  renderImpediments('/impediments', [on(IMPEDIMENT_BOARD, () => boardOf(card(1, { viewerCan: [] })))]);
  await screen.findByRole('link', { name: 'Impediment 1' });
  expect(screen.queryByRole('button', { name: 'Move IMP-1 to…' })).not.toBeInTheDocument();
});

async function start() {
  (await screen.findByRole('link', { name: 'No test data' })).focus();
  await userEvent.keyboard('m');
  await userEvent.click(await screen.findByRole('menuitem', { name: /^In progress/ }));
}

test('a move shows at once, is announced, and stays when the server agrees', async () => {
  const reply = onItsWay();
  const { asked } = renderImpediments('/impediments', [
    board,
    on(START_IMPEDIMENT, async () => {
      await reply.arrived;
      return { impediment: moved(2, { ...triaged, state: 'IN_PROGRESS', version: 5 }) };
    }),
  ]);
  await start();
  expect(keysIn(await column(/^In progress, Payments/))).toEqual(['IMP-2']);
  expect(screen.getByText('IMP-2 moved to In progress.')).toBeInTheDocument();
  expect(asked(START_IMPEDIMENT)).toEqual([expect.objectContaining({ id: 'impediment-2', version: 4 })]);
  reply.arrive();
  expect(await screen.findByRole('button', { name: 'Move IMP-2 to…' })).toBeInTheDocument();
  expect(keysIn(await column(/^In progress, Payments/))).toEqual(['IMP-2']);
});

test('who is faster than the server: the menu opens with its answer, and the board goes on', async () => {
  const reply = onItsWay();
  const { receive } = renderImpediments('/impediments', [
    board,
    on(START_IMPEDIMENT, async () => {
      await reply.arrived;
      return { impediment: moved(2, { ...triaged, state: 'IN_PROGRESS', version: 5 }) };
    }),
  ]);
  await start();
  const link = within(await column(/^In progress, Payments/)).getByRole('link', { name: 'No test data' });
  act(() => link.focus());
  await userEvent.keyboard('m');
  expect(screen.queryByRole('menu')).toBeNull();
  reply.arrive();
  const menu = await screen.findByRole('menu');
  expect(within(menu).getByRole('menuitem', { name: /^Resolved/ })).not.toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Escape}');
  await receive({ event: 'impediment.raised', impediment: card(9) });
  expect(keysIn(await column(/^Raised, Payments/))).toContain('IMP-9');
});

test('a card that cannot be moved says so and holds nothing', async () => {
  const { receive } = renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { viewerCan: ['impediment:view'] }))),
  ]);
  within(await column(/^Raised, Payments/))
    .getByRole('link')
    .focus();
  await userEvent.keyboard('m');
  expect(await screen.findAllByText('You cannot move IMP-1 from where it is.')).not.toHaveLength(0);
  await receive({ event: 'impediment.raised', impediment: card(9) });
  expect(keysIn(await column(/^Raised, Payments/))).toContain('IMP-9');
});

test('a refused move goes back and says why', async () => {
  renderImpediments('/impediments', [
    board,
    on(START_IMPEDIMENT, () => ({ code: 'FORBIDDEN', details: { action: 'impediment:start', reason: 'Not yours.' } })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(2, { ...triaged, viewerCan: [] }) })),
  ]);
  await start();
  const note = await screen.findByText('IMP-2 went back to Triaged.');
  expect(note.parentElement).toHaveTextContent('Not yours.');
  expect(keysIn(await column(/^Triaged, Payments/))).toEqual(['IMP-2']);
});

test('after a conflict the card shows where it really is', async () => {
  renderImpediments('/impediments', [
    board,
    on(START_IMPEDIMENT, () => ({ code: 'CONFLICT', details: { currentVersion: 5, current: {} } })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(2, { ...triaged, state: 'RESOLVED', version: 5 }) })),
  ]);
  await start();
  const note = await screen.findByText('IMP-2 went back to Resolved.');
  expect(note.parentElement).toHaveTextContent('It is Resolved, owned by Rowan Squall, now.');
  expect(keysIn(await column(/^Resolved, Payments/))).toEqual(['IMP-2']);
});

test('somebody else was first with the same move: it is so, and that is all', async () => {
  const moved = { at: '2026-01-30T09:00:00Z', changes: [], note: null, __typename: 'ActivityEntry' as const };
  const edges = [
    { ...moved, id: 'activity-2', event: 'impediment.commented', actor: ANA },
    { ...moved, id: 'activity-1', event: 'impediment.started', actor: ROWAN },
  ].map((node) => ({ __typename: 'ActivityEdge' as const, node }));
  const now = detail(2, { ...triaged, state: 'IN_PROGRESS', version: 5 });
  renderImpediments('/impediments', [
    board,
    on(START_IMPEDIMENT, () => ({ code: 'CONFLICT', details: { currentVersion: 5, current: {} } })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: now })),
    on(WHAT_IS_THERE_NOW, () => ({ impediment: { ...now, activity: { ...now.activity, edges } } })),
  ]);
  await start();
  const note = await screen.findByText('IMP-2 is In progress already.');
  expect(note.parentElement).toHaveTextContent('Rowan Squall moved it there before.');
  expect(screen.queryByText('IMP-2 went back to In progress.')).toBeNull();
  expect(keysIn(await column(/^In progress, Payments/))).toEqual(['IMP-2']);
});

test('live: a change patches its card and marks it, a new one comes last, a closed one leaves', async () => {
  const { receive } = renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1), card(4, { title: 'No test data' }))),
  ]);
  await column(/^Raised, Payments/);
  await receive({ impediment: card(4, { title: 'No test data at all', version: 5 }) });
  const patched = screen.getByRole('link', { name: 'No test data at all' });
  expect(patched.closest('[data-card]')).toHaveClass('card--changed');
  await receive({ event: 'impediment.raised', impediment: card(9) });
  expect(keysIn(await column(/^Raised, Payments/))).toEqual(['IMP-1', 'IMP-4', 'IMP-9']);
  await receive({ event: 'impediment.closed', impediment: card(1, { state: 'CLOSED', version: 7 }) });
  expect(keysIn(await column(/^Raised, Payments/))).toEqual(['IMP-4', 'IMP-9']);
  expect(screen.getByText('4 closed in the last 30 days')).toBeVisible();
});

test('live: after too long a gap the board is loaded afresh', async () => {
  const { receive, asked } = renderImpediments('/impediments', [board]);
  await column(/^Raised, Payments/);
  await receive({ resync: true });
  await waitFor(() => expect(asked(IMPEDIMENT_BOARD)).toHaveLength(2));
});

test('without any team the first step is teams: nothing can be raised for nobody', async () => {
  const none = { ...teams.organization, products: [] };
  renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf()),
    on(IMPEDIMENT_TEAMS, () => ({ organization: none })),
  ]);
  expect(await screen.findByText('First come the teams')).toBeVisible();
  expect(screen.getByRole('link', { name: 'See the organization' })).toHaveAttribute('href', '/organization');
  expect(screen.queryByText(/0 overdue/)).toBeNull();
});

test('an empty board says what it is for and offers the first step', async () => {
  renderImpediments('/impediments', [on(IMPEDIMENT_BOARD, () => boardOf())]);
  expect(await screen.findByText('Nothing stands in the way')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Raise impediment' }));
  expect(await screen.findByRole('dialog', { name: 'Raise an impediment' })).toBeVisible();
});
