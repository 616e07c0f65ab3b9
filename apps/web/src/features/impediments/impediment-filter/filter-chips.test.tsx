import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1, { owner: ROWAN }), card(2)));
const chip = (name: string) => screen.findByRole('button', { name: `Remove ${name}` });

test('Backspace and Delete on a chip take it away and go on to the next; the last leads to the words', async () => {
  const { address } = renderImpediments('/impediments?mine&severity=none&team=team-checkout', [board]);
  (await chip('Mine')).focus();
  await userEvent.keyboard('{Backspace}');
  await waitFor(async () => expect(await chip('Team: Checkout')).toHaveFocus());
  await userEvent.keyboard('{Delete}');
  await waitFor(async () => expect(await chip('Severity: Not yet known')).toHaveFocus());
  await userEvent.keyboard('{Backspace}');
  expect(address()).toBe('/impediments');
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

test('a value that nothing open has says so and can be taken away', async () => {
  const { address } = renderImpediments('/impediments?team=team-gone&category=LEGAL', [board]);
  await userEvent.click(await chip('Team: not among the open ones'));
  expect(address()).toBe('/impediments?category=LEGAL');
});

test('an owner keeps the name in the chip when their last impediment leaves', async () => {
  const { receive } = renderImpediments(`/impediments?owner=${ROWAN.id}`, [board]);
  await chip('Owner: Rowan Squall');
  await receive({ impediment: card(1, { owner: null, version: 2 }) });
  expect(screen.getByText('No impediment fits this filter')).toBeVisible();
  expect(await chip('Owner: Rowan Squall')).toBeVisible();
});

test('a facet is chosen by typing, with counts, and goes to the address', async () => {
  const { address } = renderImpediments('/impediments', [board]);
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('f');
  const form = await screen.findByRole('dialog', { name: 'Filter' });
  const owner = within(form).getByRole('combobox', { name: 'Owner' });
  await userEvent.click(owner);
  await userEvent.keyboard('row');
  expect(
    within(form)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Rowan Squall1']);
  await userEvent.keyboard('{Enter}');
  expect(address()).toBe(`/impediments?owner=${ROWAN.id}`);
});
