import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_TEAMS } from '../impediments.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card, CHECKOUT, teams } from '../testing/impediment-facts';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { setRaising } from './raise-dialog-state';
import { RAISE_IMPEDIMENT } from './raise.operations';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const raise = on(RAISE_IMPEDIMENT, ({ input }) => ({ raiseImpediment: card(2, { title: input.title }) }));

afterEach(() => {
  act(() => setRaising(false));
  localStorage.clear();
});

async function open() {
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  return screen.findByRole('dialog', { name: 'Raise an impediment' });
}

test('where there are no teams it says so, and leads to where they come from', async () => {
  const none = on(IMPEDIMENT_TEAMS, () => ({
    organization: { ...teams.organization, products: [] },
  }));
  renderImpediments('/impediments', [board, none], { can: ['impediment:raise', 'import:view'] });
  const dialog = await open();
  expect(await within(dialog).findByRole('heading', { name: 'First come the teams' })).toBeVisible();
  expect(within(dialog).queryByRole('button', { name: /^Raise/ })).toBeNull();
  expect(within(dialog).getByRole('link', { name: 'Import them' })).toHaveAttribute('href', '/imports');
});

test('a field that is refused gets the focus and is announced: the first one, also the second time', async () => {
  const { asked } = renderImpediments('/impediments', [board, raise]);
  const dialog = await open();
  const team = () => within(dialog).getByRole('combobox', { name: 'Raising team' });
  const title = within(dialog).getByRole('textbox', { name: 'What is in the way?' });
  await userEvent.keyboard('Fog{Control>}{Enter}{/Control}');
  await waitFor(() => expect(team()).toHaveFocus());
  expect(screen.getByText('Raising team: Choose the team that raises it.')).toBeInTheDocument();
  title.focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(team()).toHaveFocus());
  await userEvent.type(team(), 'quay{Enter}');
  title.focus();
  await userEvent.clear(title);
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await waitFor(() => expect(screen.getByText(/^What is in the way\?: Say in one line/)).toBeInTheDocument());
  expect(title).toHaveFocus();
  expect(asked(RAISE_IMPEDIMENT)).toHaveLength(0);
});

test('what the server refuses of a field leads to that field; whoever types on is not led away', async () => {
  const reply = onItsWay();
  let calls = 0;
  renderImpediments(
    '/impediments',
    [
      board,
      on(RAISE_IMPEDIMENT, async () => {
        if (calls++ > 0) await reply.arrived;
        return {
          code: 'INVALID_INPUT',
          details: { fields: [{ field: 'input.description', problem: 'It is too long.' }] },
        };
      }),
    ],
    { teams: [CHECKOUT] },
  );
  const dialog = await open();
  const title = within(dialog).getByRole('textbox', { name: 'What is in the way?' });
  await userEvent.keyboard('Fog{Enter}');
  await waitFor(() => expect(within(dialog).getByRole('textbox', { name: /^Description/ })).toHaveFocus());
  await userEvent.type(title, ' again{Enter}');
  await userEvent.keyboard(' and again');
  reply.arrive();
  await waitFor(() => expect(within(dialog).getByRole('textbox', { name: /^Description/ })).toBeInvalid());
  expect(title).toHaveFocus();
});
