import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { ANA, boardOf, card, detail, moved, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { ASSIGN_IMPEDIMENT } from '../impediment-moves/moves.operations';
import { LABELS_TO_CHOOSE } from '../impediment-selection/labels.operations';
import { readLink } from './add-link';
import {
  IMPEDIMENT_DETAIL,
  LABEL_IMPEDIMENT,
  LINK_IMPEDIMENT,
  OPEN_OF_SOURCE,
  UNLINK_IMPEDIMENT,
} from './detail.operations';

// The parser of Markdown is an ES module, which this runner does not load.
jest.mock('../../../platform/markdown/markdown', () => ({
  Markdown: ({ text }: { text: string }) => <div>{text}</div>,
}));

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1), card(2), card(3)));
const panel = (key = 'IMP-1') => screen.findByRole('dialog', { name: key });
const other = (number: number) => ({
  __typename: 'Impediment' as const,
  id: `impediment-${number}`,
  key: `IMP-${number}`,
  title: `Impediment ${number}`,
  state: 'TRIAGED' as const,
});
const linkTo = (number: number) => ({
  __typename: 'ImpedimentLink' as const,
  id: `link-${number}`,
  kind: 'RELATED' as const,
  title: `Impediment ${number}`,
  url: null,
  impediment: other(number),
});
const linked = (links: ReturnType<typeof linkTo>[]) => ({
  __typename: 'Impediment' as const,
  id: 'impediment-1',
  watchers: [],
  links,
  duplicates: [],
});

test.each([
  ['IMP-12', '', { toKey: 'IMP-12' }],
  [' imp 12 ', '', { toKey: 'IMP-12' }],
  ['https://here.example/impediments/IMP-12/page?mine', 'x', { toKey: 'IMP-12' }],
  ['https://elsewhere.example/impediments/IMP-12', '', { url: 'https://elsewhere.example/impediments/IMP-12' }],
  ['https://wiki.example/a', ' The page ', { url: 'https://wiki.example/a', title: 'The page' }],
  ['nonsense', '', { url: 'nonsense' }],
])('%s is read as what it means', (typed, title, input) => {
  expect(readLink(typed, title, 'https://here.example')).toEqual(input);
});

test('links are added by key, said to be wrong where they are, and taken away', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { links: calls > 1 ? [linkTo(7)] : [] }) })),
    on(LINK_IMPEDIMENT, () => {
      calls += 1;
      return calls === 1 ? { code: 'NOT_FOUND' } : { impediment: linked([linkTo(7)]) };
    }),
    on(UNLINK_IMPEDIMENT, () => {
      calls = 0;
      return { impediment: linked([]) };
    }),
  ]);
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Link something' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Key or address/ }), 'imp-99{Enter}');
  expect(await screen.findByText('There is no impediment with this key.')).toBeVisible();
  await userEvent.clear(screen.getByRole('textbox', { name: /Key or address/ }));
  await userEvent.type(screen.getByRole('textbox', { name: /Key or address/ }), 'imp-7{Enter}');
  const region = await within(shown).findByRole('region', { name: /^Linked/ });
  expect(await within(region).findByRole('link', { name: /IMP-7 Impediment 7/ })).toHaveAttribute(
    'href',
    '/impediments/IMP-7',
  );
  await userEvent.click(within(region).getByRole('button', { name: 'Take the link to IMP-7 away' }));
  await waitFor(() => expect(within(region).queryByRole('link', { name: /IMP-7/ })).toBeNull());
  expect(asked(LINK_IMPEDIMENT).map(({ toKey }) => toKey)).toEqual(['IMP-99', 'IMP-7']);
  expect(asked(UNLINK_IMPEDIMENT)).toEqual([expect.objectContaining({ linkId: 'link-7' })]);
});

test('what else waits for the same source is there, without itself', async () => {
  const source = { __typename: 'Source' as const, id: 'source-1', name: 'Legal', kind: 'DEPARTMENT' as const };
  renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { source }))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { source }) })),
    on(OPEN_OF_SOURCE, () => ({
      impediments: {
        __typename: 'ImpedimentConnection' as const,
        totalCount: 9,
        edges: [1, 4, 5].map((number) => ({
          __typename: 'ImpedimentEdge' as const,
          cursor: String(number),
          node: other(number),
        })),
      },
    })),
  ]);
  const region = await within(await panel()).findByRole('region', { name: /^Linked/ });
  expect(await within(region).findByText('Also waiting for Legal')).toBeVisible();
  expect(
    within(region)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['IMP-4 Impediment 4 Triaged', 'IMP-5 Impediment 5 Triaged', 'Show 6 others']);
});

test('labels are put on, made and taken off; the owner is changed where it stands', async () => {
  const label = { __typename: 'Label' as const, id: 'label-1', name: 'network' };
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { labels: [label] }) })),
    on(LABELS_TO_CHOOSE, () => ({ labels: [label, { ...label, id: 'label-2', name: 'office' }] })),
    on(LABEL_IMPEDIMENT, () => ({ impediment: moved(1, { labels: [label] }) })),
    on(ASSIGN_IMPEDIMENT, () => ({ impediment: moved(1, { owner: ROWAN, version: 2 }) })),
  ]);
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Label' }));
  const field = await screen.findByRole('combobox', { name: 'Label' });
  await userEvent.type(field, 'off');
  await userEvent.click(await screen.findByRole('option', { name: /office/ }));
  await waitFor(() => expect(asked(LABEL_IMPEDIMENT)).toEqual([expect.objectContaining({ add: ['office'] })]));
  await userEvent.click(within(shown).getByRole('button', { name: /Remove network/ }));
  await waitFor(() => expect(asked(LABEL_IMPEDIMENT)[1]).toEqual(expect.objectContaining({ remove: ['network'] })));

  await userEvent.click(within(shown).getByRole('button', { name: 'Change the owner' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Owner' }), 'Row');
  await userEvent.click(await screen.findByRole('option', { name: /Rowan Squall/ }));
  await waitFor(() =>
    expect(asked(ASSIGN_IMPEDIMENT)).toEqual([expect.objectContaining({ ownerId: ROWAN.id, version: 1 })]),
  );
});

test('previous and next follow the order of the screen, by button and key; the ends are ends', async () => {
  const mine = { owner: ANA };
  let second: Partial<ImpedimentCardFragment> = mine;
  const { address, receive } = renderImpediments('/impediments/IMP-1?mine', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, mine), card(2, mine), card(3, mine))),
    on(IMPEDIMENT_DETAIL, ({ key }) => ({ impediment: detail(Number(key.slice(4)), key === 'IMP-2' ? second : mine) })),
  ]);
  const first = await panel();
  expect(await within(first).findByText('1 of 3')).toBeInTheDocument();
  expect(within(first).getByRole('button', { name: 'Previous impediment' })).toBeDisabled();
  await userEvent.click(within(first).getByRole('button', { name: 'Next impediment' }));
  await waitFor(() => expect(address()).toBe('/impediments/IMP-2?mine'));
  await userEvent.keyboard('j');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-3?mine'));
  await userEvent.keyboard('j');
  await userEvent.keyboard('k');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-2?mine'));

  // Somebody takes it: it leaves the filter, and the way on stays.
  second = { owner: ROWAN, version: 2 };
  await receive({ impediment: card(2, second), cursor: '3:1' });
  expect(await within(await panel('IMP-2')).findByText('of 2')).toBeInTheDocument();
  await userEvent.keyboard('j');
  await waitFor(() => expect(address()).toBe('/impediments/IMP-3?mine'));
});

test('its own page shows the same, live, and leads back to where somebody was', async () => {
  let title = 'Impediment 1';
  const { address, receive } = renderImpediments('/impediments/list/IMP-1?mine', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { description: 'Every morning', title }) })),
  ]);
  await userEvent.click(await within(await panel()).findByRole('link', { name: 'Open as a page' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'IMP-1' })).toBeVisible();
  expect(await screen.findByText('Every morning')).toBeVisible();
  expect(screen.getByRole('complementary', { name: 'Facts' })).toBeVisible();
  // It follows what others do, as the board does.
  title = 'Named better';
  await receive({ impediment: card(1, { title, version: 2 }), cursor: '3:1' });
  expect(await screen.findByRole('heading', { name: 'Named better' })).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Back to where you were' }));
  await waitFor(() => expect(address()).toBe('/impediments/list/IMP-1?mine'));
});
