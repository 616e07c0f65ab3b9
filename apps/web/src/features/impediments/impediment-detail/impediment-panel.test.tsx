import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { answerOf, ASK, briefLine } from '../testing/brief-facts';
import { boardOf, card, CHECKOUT, detail, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { ADD_AFFECTED_TEAM, IMPEDIMENT_DETAIL } from './detail.operations';

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

test('what it cost, and what each further working day adds with the teams that are shown', async () => {
  let facts = { version: 1, blockedTeamDays: 34, affectedTeams: [CHECKOUT] };
  const add = () => (facts = { ...facts, version: 2, affectedTeams: [CHECKOUT, QUAY] });
  renderImpediments(
    '/impediments/IMP-1',
    [
      on(IMPEDIMENT_BOARD, () => boardOf(card(1, facts))),
      on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, facts) })),
      on(ADD_AFFECTED_TEAM, () => ({ impediment: card(1, add()) })),
    ],
    { teams: [QUAY] },
  );
  const shown = within(await panel());
  expect(await shown.findByText('34 blocked team-days so far · each working day adds 1')).toBeVisible();
  await userEvent.click(shown.getByRole('button', { name: 'Affects us too' }));
  expect(await shown.findByText('34 blocked team-days so far · each working day adds 2')).toBeVisible();
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

test('what the top level was asked and answered stands in the panel; what waits is not asked twice', async () => {
  const answered = briefLine({ state: 'ANSWERED', answer: answerOf() });
  const waiting = briefLine({ id: 'EscalationBrief_2', overdue: true });
  const { unmount } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { level: 3, briefs: [waiting, answered] }) })),
  ]);
  const briefs = await within(await panel()).findByRole('region', { name: 'Escalation brief' });
  const [first, second] = within(briefs).getAllByRole('listitem');
  expect(first).toHaveTextContent('Waits for an answer; it was needed by 10 Mar 2026');
  expect(second).toHaveTextContent('Rowan Squall asked Hazel Gale and Linden Frost');
  expect(second).toHaveTextContent('Agreed with a change');
  expect(second).toHaveTextContent('For six months.');
  expect(within(briefs).getAllByRole('link', { name: ASK })[1]).toHaveAttribute('href', '/briefs/EscalationBrief_1');
  expect(within(briefs).queryByRole('link', { name: 'Write a new one' })).not.toBeInTheDocument();
  unmount();
  renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { level: 3, briefs: [answered] }) })),
  ]);
  expect(await within(await panel()).findByRole('link', { name: 'Write a new one' })).toHaveAttribute(
    'href',
    '/impediments/IMP-1/brief',
  );
});

test('where nothing was asked there is no word of it, but one step below the top the way is there', async () => {
  renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { level: 2 }))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { level: 2 }) })),
  ]);
  expect(await within(await panel()).findByRole('link', { name: 'Brief …' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Escalation brief' })).not.toBeInTheDocument();
});
