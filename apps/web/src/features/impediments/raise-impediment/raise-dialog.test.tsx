import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EarlierImpedimentFragment, SimilarImpedimentsQuery } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { SIMILAR_IMPEDIMENTS } from '../similar-impediments.operations';
import { IMPEDIMENT_SOURCES } from '../sources.operations';
import { boardOf, card, CHECKOUT, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { setRaising } from './raise-dialog-state';
import { RAISE_IMPEDIMENT } from './raise.operations';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const HARBOUR_OFFICE = {
  __typename: 'Source' as const,
  id: 'source-1',
  name: 'Harbour office',
  kind: 'DEPARTMENT' as const,
};
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

test('kept open for the next: team, source and category stay, the words go; a link to each, a new key for each', async () => {
  let number = 20;
  const sources = on(IMPEDIMENT_SOURCES, () => ({ sources: [HARBOUR_OFFICE] }));
  const every = on(RAISE_IMPEDIMENT, ({ input }) => ({ raiseImpediment: card(number++, { title: input.title }) }));
  const { asked, address } = renderImpediments('/impediments', [board, every, sources], { teams: [CHECKOUT] });
  const dialog = await open();
  const field = (name: string | RegExp) => within(dialog).getByRole('textbox', { name });
  await userEvent.keyboard('First');
  await userEvent.type(within(dialog).getByRole('combobox', { name: /^Waits for/ }), 'harb');
  await userEvent.click(await screen.findByRole('option', { name: /Harbour office/ }));
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Category' }), 'Tooling');
  await userEvent.type(field(/^Description/), 'It smells');
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  await waitFor(() => expect(field('What is in the way?')).toHaveValue(''));
  expect(field('What is in the way?')).toHaveFocus();
  expect(field(/^Description/)).toHaveValue('');
  expect(screen.getByText('IMP-20 is raised.')).toBeInTheDocument();

  await userEvent.keyboard('Second{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  expect(await within(dialog).findByRole('link', { name: 'IMP-21' })).toBeVisible();
  await userEvent.click(within(dialog).getByRole('checkbox', { name: /^Keep open for the next/ }));
  await userEvent.type(field('What is in the way?'), 'Third{Enter}');
  expect(await within(dialog).findByRole('link', { name: 'IMP-22' })).toBeVisible();

  const sent = asked(RAISE_IMPEDIMENT);
  expect(sent.map(({ input }) => input)).toEqual(
    ['First', 'Second', 'Third'].map((title) =>
      expect.objectContaining({
        title,
        description: title === 'First' ? 'It smells' : '',
        category: 'TOOLING',
        raisingTeamId: CHECKOUT.id,
        sourceId: HARBOUR_OFFICE.id,
      }),
    ),
  );
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  await userEvent.click(within(dialog).getByRole('link', { name: 'IMP-21' }));
  await waitFor(() => expect(address()).toBe('/impediments/IMP-21'));
  expect(screen.queryByRole('dialog', { name: 'Raise an impediment' })).not.toBeInTheDocument();
});

test('who is of no team gets the team of last time', async () => {
  const { asked } = renderImpediments('/impediments', [board, raise], { teams: [] });
  const dialog = await open();
  const team = () => screen.getByRole('combobox', { name: 'Raising team' });
  expect(team()).toHaveValue('');
  await userEvent.type(team(), 'quay');
  await userEvent.click(await screen.findByRole('option', { name: /Quay/ }));
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'What is in the way?' }), 'Fog{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await open();
  await waitFor(() => expect(team()).toHaveValue('Quay'));
  await userEvent.keyboard('More fog{Enter}');
  await waitFor(() => expect(asked(RAISE_IMPEDIMENT)).toHaveLength(2));
  expect(asked(RAISE_IMPEDIMENT)[1]).toMatchObject({ input: { raisingTeamId: QUAY.id } });
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

test('one title is one line: the open one, how many more there are and how the last of them was resolved', async () => {
  const one = (number: number, facts: Partial<EarlierImpedimentFragment>): EarlierImpedimentFragment => ({
    __typename: 'Impediment',
    id: `impediment-${number}`,
    key: `IMP-${number}`,
    title: 'The printer burns',
    state: 'CLOSED',
    resolution: `Remedy ${number}`,
    resolvedAt: '2026-02-01T10:00:00Z',
    owner: null,
    ...facts,
  });
  const ongoing = { state: 'IN_PROGRESS', resolution: '', resolvedAt: null } as const;
  renderImpediments('/impediments', [
    board,
    on(SIMILAR_IMPEDIMENTS, () => ({
      similarImpediments: [
        one(9, ongoing),
        one(8, { ...ongoing, title: 'the printer burns ' }),
        one(6, {}),
        one(7, { resolvedAt: '2026-03-01T10:00:00Z' }),
        one(5, { title: 'The printer smokes' }),
      ],
    })),
  ]);
  const dialog = await open();
  await userEvent.keyboard('The printer is on fire');
  const link = await within(dialog).findByRole('link', { name: 'The printer burns' });
  expect(link).toHaveAttribute('href', '/impediments/IMP-9');
  const more = within(dialog).getByText(/^and 3 more like it/);
  expect(more).toHaveTextContent(/^and 3 more like it; open: IMP-8; the last one resolved: IMP-7, .*: Remedy 7$/);
  expect(
    within(dialog)
      .getAllByRole('link')
      .map((each) => each.textContent),
  ).toEqual(['The printer burns', 'IMP-8', 'IMP-7', 'The printer smokes']);
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

test('words come back after a closed tab, and say so; one step throws both texts away', async () => {
  const first = renderImpediments('/impediments', [board], { teams: [CHECKOUT] });
  const dialog = await open();
  await userEvent.keyboard('The printer is on fire');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /^Description/ }), 'Smoke everywhere');
  first.unmount();
  setRaising(false);
  renderImpediments('/impediments', [board], { teams: [CHECKOUT] });
  const again = await open();
  const title = within(again).getByRole('textbox', { name: 'What is in the way?' });
  const description = within(again).getByRole('textbox', { name: /^Description/ });
  expect([title, description].map((field) => Reflect.get(field, 'value'))).toEqual([
    'The printer is on fire',
    'Smoke everywhere',
  ]);
  expect(within(again).getAllByText(/are back|is back/)).toHaveLength(1);
  await userEvent.click(within(again).getByRole('button', { name: 'Discard' }));
  expect(title).toHaveValue('');
  expect(description).toHaveValue('');
});

test('somebody who may not raise has no key for it', async () => {
  renderImpediments('/impediments', [board], { can: [] });
  await screen.findByRole('link', { name: 'Impediment 1' });
  await userEvent.keyboard('c');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
