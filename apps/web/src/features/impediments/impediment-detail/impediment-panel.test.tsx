import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { draftKey } from '../../../platform/drafts/draft-store';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { IMPEDIMENT_BY_KEY } from '../impediments.operations';
import { boardOf, card, CHECKOUT, detail, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { ADD_AFFECTED_TEAM, COMMENT_ON_IMPEDIMENT, EDIT_IMPEDIMENT, IMPEDIMENT_DETAIL } from './detail.operations';

// The parser of Markdown is an ES module, which this runner does not load.
jest.mock('../../../platform/markdown/markdown', () => ({
  Markdown: ({ text }: { text: string }) => <div>{text}</div>,
}));

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const panel = () => screen.findByRole('dialog', { name: 'IMP-1' });

afterEach(() => localStorage.clear());

test('its own address shows everything about it; Escape closes and focus returns to the card', async () => {
  const { address } = renderImpediments('/impediments/IMP-1?mine', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { owner: { ...ROWAN, id: 'person-1' } }))),
    on(IMPEDIMENT_DETAIL, () => ({
      impediment: detail(1, {
        description: 'Every *morning*',
        activity: {
          __typename: 'ActivityConnection',
          totalCount: 1,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          edges: [
            {
              __typename: 'ActivityEdge',
              cursor: '1',
              node: {
                __typename: 'ActivityEntry',
                id: 'event-1',
                at: new Date(Date.now() - 3.5 * 86_400_000).toISOString(),
                event: 'impediment.triaged',
                changes: [{ field: 'owner', from: null, to: 'Rowan Squall' }],
                note: null,
                actor: { __typename: 'Person', id: 'hazel', name: 'Hazel Gale' },
              },
            },
          ],
        },
      }),
    })),
  ]);
  const shown = await panel();
  expect(await within(shown).findByText('Every *morning*')).toBeVisible();
  const activity = within(shown).getByRole('region', { name: 'Activity' });
  expect(activity).toHaveTextContent('Hazel Gale triaged it and set the owner to Rowan Squall · 3 days ago');
  expect(within(activity).getByText('3 days ago')).toHaveAttribute('title', expect.stringContaining('Europe/Lisbon'));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/impediments?mine'));
  await waitFor(() => expect(screen.getByRole('link', { name: 'Impediment 1' })).toHaveFocus());
});

test('a key that does not exist says so', async () => {
  renderImpediments('/impediments/IMP-1', [board, on(IMPEDIMENT_DETAIL, () => ({ code: 'NOT_FOUND' }))]);
  expect(await within(await panel()).findByText('There is no impediment with this key.')).toBeVisible();
});

test('“affects us too” adds the viewer’s team in one click', async () => {
  const { asked } = renderImpediments(
    '/impediments/IMP-1',
    [
      board,
      on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1) })),
      on(ADD_AFFECTED_TEAM, () => ({ impediment: card(1, { affectedTeams: [CHECKOUT, QUAY] }) })),
    ],
    { teams: [QUAY] },
  );
  await userEvent.click(await within(await panel()).findByRole('button', { name: 'Affects us too' }));
  expect(asked(ADD_AFFECTED_TEAM)).toEqual([expect.objectContaining({ id: 'impediment-1', teamId: QUAY.id })]);
  expect(await screen.findByText('Quay is affected by IMP-1 too.')).toBeInTheDocument();
});

test('a comment is sent with Ctrl+Enter and the panel follows; a refused one stays', async () => {
  let comments = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { commentCount: comments }) })),
    on(COMMENT_ON_IMPEDIMENT, () => {
      if (comments++ === 0) return { code: 'RATE_LIMITED', details: { retryAfterSeconds: 2 } };
      return { impediment: card(1, { commentCount: 1 }) };
    }),
  ]);
  const field = await within(await panel()).findByRole('textbox', { name: 'Comment' });
  await userEvent.type(field, 'Ask the vendor{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
  expect(field).toHaveValue('Ask the vendor');
  await userEvent.type(field, '{Control>}{Enter}{/Control}');
  await waitFor(() => expect(field).toHaveValue(''));
  expect(asked(COMMENT_ON_IMPEDIMENT).map(({ body }) => body)).toEqual(['Ask the vendor', 'Ask the vendor']);
  await waitFor(() => expect(asked(IMPEDIMENT_DETAIL)).toHaveLength(2));
});

async function editTitle(words: string) {
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Edit title' }));
  const field = within(shown).getByRole('textbox', { name: 'title' });
  await userEvent.clear(field);
  await userEvent.type(field, `${words}{Enter}`);
  return field;
}

test('an edit goes on top of somebody else’s change of another field', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({
      impediment: calls < 2 ? detail(1) : detail(1, { title: 'Better words', version: 7 }),
    })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { version: 6, severity: 'HIGH' }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 6, current: {} } };
      return { impediment: detail(1, { title: input.title ?? '', version: 7 }) };
    }),
  ]);
  await editTitle('Better words');
  await waitFor(() => expect(asked(EDIT_IMPEDIMENT).map(({ version }) => version)).toEqual([1, 6]));
  expect(await screen.findByRole('heading', { name: 'Better words' })).toBeVisible();
});

test('a conflict in the same field shows theirs, keeps mine, and saving again replaces theirs', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1) })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { version: 6, title: 'Their words' }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 6, current: {} } };
      return { impediment: detail(1, { title: input.title ?? '', version: 7 }) };
    }),
  ]);
  const field = await editTitle('My words');
  expect(await screen.findByText(/It says now: “Their words”/)).toBeVisible();
  expect(field).toHaveValue('My words');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(asked(EDIT_IMPEDIMENT).map(({ version }) => version)).toEqual([1, 6]));
});

test('words from before come back, with what others wrote meanwhile beside them', async () => {
  localStorage.setItem(
    draftKey('organization-1', 'person-1', 'title:IMP-1'),
    JSON.stringify({ text: 'My half sentence', at: Date.now(), from: 'Impediment 1' }),
  );
  const { asked } = renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { title: 'Renamed', version: 4 }))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { title: 'Renamed', version: 4 }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => ({ impediment: detail(1, { title: input.title ?? '', version: 5 }) })),
  ]);
  const shown = await panel();
  expect(await within(shown).findByText(/It says now: “Renamed”/)).toBeVisible();
  expect(within(shown).getByRole('textbox', { name: 'title' })).toHaveValue('My half sentence');
  await userEvent.click(within(shown).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(asked(EDIT_IMPEDIMENT)).toEqual([
      expect.objectContaining({ version: 4, input: { title: 'My half sentence' } }),
    ]),
  );
});
