import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SimilarImpedimentsQuery } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { SIMILAR_IMPEDIMENTS } from '../similar-impediments.operations';
import { boardOf, card, CHECKOUT, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { setRaising } from './raise-dialog-state';
import { RAISE_IMPEDIMENT } from './raise.operations';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const raise = on(RAISE_IMPEDIMENT, ({ input }) => ({ raiseImpediment: card(2, { title: input.title }) }));

afterEach(() => {
  setRaising(false);
  localStorage.clear();
});

async function open() {
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  return screen.findByRole('dialog', { name: 'Raise an impediment' });
}

test('one key, a title with the team prefilled, Ctrl+Enter: on the board, with a link', async () => {
  const { asked, address } = renderImpediments('/impediments', [board, raise], { teams: [CHECKOUT] });
  const dialog = await open();
  expect(within(dialog).getByRole('combobox', { name: 'Raising team' })).toHaveValue('Checkout');
  const title = within(dialog).getByRole('textbox', { name: 'What is in the way?' });
  expect(title).toHaveFocus();
  await userEvent.keyboard('The printer is on fire{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('link', { name: 'The printer is on fire' })).toBeInTheDocument();
  expect(asked(RAISE_IMPEDIMENT)).toEqual([
    {
      input: expect.objectContaining({ title: 'The printer is on fire', raisingTeamId: CHECKOUT.id, sourceId: null }),
      idempotencyKey: expect.any(String),
    },
  ]);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Open IMP-2' }));
  await waitFor(() => expect(address()).toBe('/impediments/IMP-2'));
});

test('an impatient double click sends once; a second try after no reply uses the same key', async () => {
  let calls = 0;
  const reply = onItsWay();
  const { asked } = renderImpediments(
    '/impediments',
    [
      board,
      on(RAISE_IMPEDIMENT, async ({ input }) => {
        if (calls++ === 0) await reply.arrived;
        return { raiseImpediment: card(2, { title: input.title }) };
      }),
    ],
    { teams: [CHECKOUT] },
  );
  const dialog = await open();
  await userEvent.keyboard('The printer is on fire');
  await userEvent.dblClick(within(dialog).getByRole('button', { name: /^Raise Ctrl/ }));
  reply.arrive();
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(asked(RAISE_IMPEDIMENT)).toHaveLength(1);
});

test('raise another keeps the dialog, empties it and takes a new key', async () => {
  const { asked } = renderImpediments('/impediments', [board, raise], { teams: [CHECKOUT] });
  const dialog = await open();
  await userEvent.keyboard('First');
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Raise another' }));
  await userEvent.click(within(dialog).getByRole('button', { name: /^Raise Ctrl/ }));
  const title = within(dialog).getByRole('textbox', { name: 'What is in the way?' });
  await waitFor(() => expect(title).toHaveValue(''));
  expect(title).toHaveFocus();
  await userEvent.keyboard('Second{Enter}');
  await waitFor(() => expect(asked(RAISE_IMPEDIMENT)).toHaveLength(2));
  const [first, second] = asked(RAISE_IMPEDIMENT).map((variables) => variables['idempotencyKey']);
  expect(first).not.toBe(second);
});

test('earlier ones that read alike are shown with how they were resolved', async () => {
  const { asked } = renderImpediments('/impediments', [
    board,
    on(SIMILAR_IMPEDIMENTS, (): Omit<SimilarImpedimentsQuery, '__typename'> => ({
      similarImpediments: [
        {
          __typename: 'Impediment',
          id: 'impediment-8',
          key: 'IMP-8',
          title: 'The printer burns',
          state: 'CLOSED',
          resolution: 'Bought a new one',
          resolvedAt: '2026-02-01T10:00:00Z',
          owner: ROWAN,
        },
      ],
    })),
  ]);
  const dialog = await open();
  await userEvent.keyboard('The printer is on fire');
  const link = await within(dialog).findByRole('link', { name: 'The printer burns' });
  expect(link.parentElement).toHaveTextContent(/IMP-8, resolved .* by Rowan Squall: Bought a new one/);
  expect(asked(SIMILAR_IMPEDIMENTS)).toEqual([{ title: 'The printer is on fire' }]);
});

test('without a title or a team it says what to do and sends nothing', async () => {
  const { asked } = renderImpediments('/impediments', [board, raise]);
  const dialog = await open();
  await userEvent.keyboard('{Enter}');
  expect(within(dialog).getByText('Say in one line what is in the way.')).toBeVisible();
  expect(within(dialog).getByText('Choose the team that raises it.')).toBeVisible();
  expect(asked(RAISE_IMPEDIMENT)).toHaveLength(0);
});

test('a refusal keeps every word; typed words outlive a closed dialog', async () => {
  renderImpediments(
    '/impediments',
    [board, on(RAISE_IMPEDIMENT, () => ({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 5 } }))],
    { teams: [CHECKOUT, QUAY] },
  );
  const dialog = await open();
  await userEvent.keyboard('The printer is on fire{Enter}');
  expect(await within(dialog).findByText('Too many attempts.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const again = await open();
  expect(within(again).getByRole('textbox', { name: 'What is in the way?' })).toHaveValue('The printer is on fire');
});

test('somebody who may not raise has no key for it', async () => {
  renderImpediments('/impediments', [board], { can: [] });
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
