import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { ANA, ROWAN, rota, type Rota, turn, WREN } from '../testing/meeting-facts';
import { renderMeetings } from '../testing/render-meetings';
import { CREATE_ROTA, RESTORE_TURN, ROTA, ROTAS, SKIP_TURN, SWAP_TURNS } from './rotas.operations';

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-02-11T08:00:00Z'),
    doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

const share = (who: typeof ANA, taken: number, planned: number): Rota['fairness'][number] => ({
  __typename: 'RotaShare',
  person: who,
  taken,
  planned,
  fair: 4.3,
  skipped: who === ROWAN ? 1 : 0,
  lastOn: null,
  nextOn: '2026-02-16',
});

const TURNS = [
  turn('2026-02-02', WREN, { past: true }),
  turn('2026-02-09', ANA, { past: true }),
  turn('2026-02-16', ROWAN),
  turn('2026-02-23', WREN, {
    people: [{ __typename: 'TurnPerson', person: WREN, reason: 'SKIPPED_TO', insteadOf: ANA }],
  }),
  turn('2026-03-02', ANA),
];
const one = (changes: Partial<Rota> = {}) =>
  always(ROTA)(() => ({
    rota: rota({
      turns: TURNS,
      fairness: [share(ANA, 2, 2), share(ROWAN, 2, 3)],
      viewerCan: ['rota:skip', 'rota:swap'],
      ...changes,
    }),
  }));

test('turns a quarter ahead by month, why it is whose, and whether it is fair', async () => {
  const asked = one();
  renderMeetings('/rotas/Rota_1', [asked.answer]);
  const february = within(await screen.findByRole('region', { name: 'February 2026' }));
  expect(february.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    'Mon 2 FebruaryWren Gale',
    'Mon 9 FebruaryYou',
    'Mon 16 FebruaryRowan Squall',
    'Mon 23 FebruaryWren Gale for Ana Lindqvist, who skipped',
  ]);
  expect(asked.variables[0]).toEqual({ id: 'Rota_1', from: '2026-01-28', endsBefore: '2026-05-17' });
  const table = screen.getByRole('table', { name: 'Turns and shares' });
  expect(within(table).getByRole('row', { name: /Rowan Squall/ })).toHaveTextContent('2 + 3, passed on 14.3');
  expect(screen.getByText(/nobody is more than one turn away/)).toBeVisible();
});

test('a turn is passed on, and that is taken back', async () => {
  const skipped = always(SKIP_TURN)(() => ({ skipTurn: rota({ version: 5 }) }));
  const back = always(RESTORE_TURN)(() => ({ restoreTurn: rota({ version: 6 }) }));
  renderMeetings('/rotas/Rota_1', [one().answer, skipped.answer, back.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Turn of Mon, 2 March: actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Pass my turn on/ }));
  await waitFor(() =>
    expect(skipped.variables[0]).toMatchObject({ on: '2026-03-02', personId: ANA.id, version: 4, rotaId: 'Rota_1' }),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(back.variables[0]).toMatchObject({ on: '2026-03-02', version: 5 }));
});

test('two turns are swapped; only those of others that are to come are offered', async () => {
  const swapped = always(SWAP_TURNS)(() => ({ swapTurns: rota({ version: 5 }) }));
  renderMeetings('/rotas/Rota_1', [one().answer, swapped.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Turn of Mon, 2 March: actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Swap my turn…' }));
  const dialog = within(await screen.findByRole('dialog'));
  const choice = dialog.getByRole('combobox', { name: 'With whose turn' });
  expect(
    within(choice)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Choose a turn', 'Rowan Squall, Mon 16 February', 'Wren Gale, Mon 23 February']);
  await userEvent.click(dialog.getByRole('button', { name: 'Swap' }));
  expect(await dialog.findByText('Choose the turn that they swap with.')).toBeVisible();
  await userEvent.selectOptions(choice, 'Rowan Squall, Mon 16 February');
  await userEvent.click(dialog.getByRole('button', { name: 'Swap' }));
  await waitFor(() =>
    expect(swapped.variables[0]).toMatchObject({
      on: '2026-03-02',
      personId: ANA.id,
      withOn: '2026-02-16',
      withPersonId: ROWAN.id,
    }),
  );
});

test('pairs are shown as pairs, and of a mob who is at the keyboard', async () => {
  const people = [ANA, ROWAN, WREN].map((who) => ({
    __typename: 'TurnPerson' as const,
    person: who,
    reason: 'TURN' as const,
    insteadOf: null,
  }));
  const turns = [turn('2026-02-16', ANA, { people })];
  renderMeetings('/rotas/Rota_1', [one({ purpose: 'PAIRING', size: 2, turns }).answer]);
  const february = within(await screen.findByRole('region', { name: 'February 2026' }));
  expect(february.getByRole('listitem')).toHaveTextContent('Mon 16 FebruaryYou and Rowan SquallWren Gale');
  // Pairs follow from one another: none is passed on alone.
  expect(february.queryByRole('button')).not.toBeInTheDocument();
});

test('an empty list says what a rota is for; a new one says when its turns begin', async () => {
  const none = always(ROTAS)(() => ({ rotas: [] }));
  const made = always(CREATE_ROTA)(() => ({ createRota: rota({ id: 'Rota_1' }) }));
  const { address } = renderMeetings('/rotas', [none.answer, made.answer, one().answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Make the first rota' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New rota' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Reviews');
  await userEvent.click(dialog.getByRole('button', { name: 'Begin it' }));
  expect(await dialog.findByText(/^Name at least two people/)).toBeVisible();
  for (const name of ['Rowan', 'Wren']) {
    await userEvent.type(dialog.getByRole('combobox', { name: 'Who takes turns' }), `${name}{Enter}`);
  }
  expect(within(dialog.getByRole('region', { name: 'Turns begin' })).getAllByRole('listitem')[0]).toHaveTextContent(
    /^Monday, 9 February$/,
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Begin it' }));
  await waitFor(() => expect(address()).toBe('/rotas/Rota_1'));
  expect(made.variables[0]?.input).toEqual({
    purpose: 'CODE_REVIEW',
    name: 'Reviews',
    teamId: 'team-1',
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    startsOn: '2026-02-09',
    size: 1,
    personIds: [ROWAN.id, WREN.id],
  });
});

test('of many rotas those with the words typed are shown, and the address says so', async () => {
  const many = ['Reviews', 'Pairs', 'Mob', 'Night watch', 'Morning', 'Evening'].map((name, at) => ({
    ...rota({ id: `Rota_${at}`, name, team: { __typename: 'Team' as const, id: `team-${at}`, name: `Team ${at}` } }),
    turns: [],
  }));
  const listed = always(ROTAS)(() => ({ rotas: many }));
  const { address } = renderMeetings('/rotas', [listed.answer]);
  expect(await screen.findByText('6 rotas')).toBeVisible();
  await userEvent.keyboard('/watch 3');
  await waitFor(() => expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toHaveLength(1));
  expect(screen.getByRole('link', { name: 'Night watch' })).toBeVisible();
  await waitFor(() => expect(address()).toBe('/rotas?text=watch+3'));
});
