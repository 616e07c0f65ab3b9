import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { todayIn } from '../../../platform/dates/day-words';
import { HARBOUR, PAYMENTS } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import type { ShownMap } from './bottleneck-words';
import { BOTTLENECK_MAP } from './bottlenecks.operations';
import { quarterBefore, quarterOf, quartersWords } from './quarters';

const QUARTER = quarterOf(todayIn('UTC'));
const GATEWAY = { __typename: 'Source' as const, id: 'Source_1', name: 'Payment gateway' };
const LEGAL = { __typename: 'Source' as const, id: 'Source_2', name: 'Legal' };

const cost = (blockedTeamDays: number, impedimentCount: number) => ({
  __typename: 'Blocked' as const,
  blockedTeamDays,
  impedimentCount,
});
const mark = (area: typeof HARBOUR, days: number, impedimentCount: number, recurring = false) => ({
  ...cost(days, impedimentCount),
  __typename: 'Bottleneck' as const,
  area,
  recurring,
});
const row = (source: typeof GATEWAY, bottlenecks: ReturnType<typeof mark>[]) => ({
  ...cost(
    bottlenecks.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0),
    3,
  ),
  __typename: 'SourceBottlenecks' as const,
  source,
  recurring: bottlenecks.some(({ recurring }) => recurring),
  bottlenecks,
});

function map(more: Partial<ShownMap> = {}): ShownMap {
  return {
    __typename: 'BottleneckMap',
    quarters: [quarterBefore(QUARTER), QUARTER],
    total: cost(1_046, 9),
    withoutSource: cost(4, 1),
    sources: [row(GATEWAY, [mark(PAYMENTS, 1_000, 4, true), mark(HARBOUR, 30, 2)]), row(LEGAL, [mark(HARBOUR, 12, 2)])],
    moreSources: 0,
    areas: [mark(PAYMENTS, 1_000, 4, true), mark(HARBOUR, 42, 4)],
    recurrences: [{ __typename: 'Recurrence', source: GATEWAY, category: 'EXTERNAL', times: 4, blockedTeamDays: 900 }],
    ...more,
  };
}

const NONE: Partial<ShownMap> = {
  total: cost(0, 0),
  withoutSource: cost(0, 0),
  sources: [],
  areas: [],
  recurrences: [],
};
const show = (at: string, found: Partial<ShownMap> = {}) =>
  renderImpediments(`/impediments/bottlenecks${at}`, [on(BOTTLENECK_MAP, () => ({ bottleneckMap: map(found) }))]);
const drawn = () => screen.findByRole('table', { name: /^What teams wait for, by area/ });
const list = (query: string) => `/impediments/bottlenecks/list?quarter=${QUARTER}${query}`;

test('sources by areas: each mark says what it is and opens what it counts; so do the names and the sums', async () => {
  show('');
  const table = await drawn();
  const links = within(table)
    .getAllByRole('link')
    .map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]);
  expect(links).toEqual([
    ['Payments: 1,000 blocked team-days, 4 impediments', list('&area=area-payments')],
    ['Harbour: 42 blocked team-days, 4 impediments', list('&area=area-harbour')],
    ['Payment gateway: 1,030 blocked team-days, 3 impediments; recurring: External 4 times', list('&source=Source_1')],
    [
      'Payment gateway, Payments: 1,000 blocked team-days, 4 impediments; recurring',
      list('&source=Source_1&area=area-payments'),
    ],
    ['Payment gateway, Harbour: 30 blocked team-days, 2 impediments', list('&source=Source_1&area=area-harbour')],
    ['Legal: 12 blocked team-days, 3 impediments', list('&source=Source_2')],
    ['Legal, Harbour: 12 blocked team-days, 2 impediments', list('&source=Source_2&area=area-harbour')],
  ]);
  // More than colour says what recurs.
  expect(table.querySelectorAll('.bottlenecks__ring')).toHaveLength(1);
  expect(screen.getByRole('link', { name: '1,046 blocked team-days' })).toHaveAttribute('href', list(''));
  expect(screen.getByRole('link', { name: '4 team-days' })).toHaveAttribute('href', list('&source=none'));
  const again = screen.getByRole('region', { name: 'What recurs' });
  expect(within(again).getByRole('link')).toHaveTextContent('Payment gateway External4 times900 team-days');
  expect(within(again).getByRole('link')).toHaveAttribute('href', list('&source=Source_1&category=external'));
});

test('one tab stop; arrows lead over gaps from mark to mark and to the names; a mark tells of itself', async () => {
  show('');
  const table = await drawn();
  const stops = () =>
    within(table)
      .getAllByRole('link')
      .filter(({ tabIndex }) => tabIndex === 0);
  expect(stops()).toHaveLength(1);
  const [stop] = stops();
  act(() => stop?.focus());
  const label = () => document.activeElement?.getAttribute('aria-label')?.split(':')[0];
  expect(label()).toBe('Payment gateway, Payments');
  expect(await screen.findByRole('tooltip')).toHaveTextContent('1,000 blocked team-days, 4 impediments');
  const walk: [string, string][] = [
    ['ArrowRight', 'Payment gateway, Harbour'],
    ['ArrowRight', 'Payment gateway, Harbour'],
    ['ArrowDown', 'Legal, Harbour'],
    ['ArrowLeft', 'Legal'],
    ['ArrowUp', 'Payment gateway'],
    ['ArrowRight', 'Payment gateway, Payments'],
    ['ArrowUp', 'Payments'],
    ['End', 'Harbour'],
  ];
  for (const [key, to] of walk) {
    await userEvent.keyboard(`{${key}}`);
    expect([key, label()]).toEqual([key, to]);
  }
  expect(stops()).toHaveLength(1);
});

test('the same as a table, one press away, and in the address', async () => {
  const { address } = show('');
  await drawn();
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  expect(address()).toBe('/impediments/bottlenecks?look=table');
  const table = await screen.findByRole('table', { name: /^Sources by areas/ });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(rows).toEqual([
    'Payment gatewayPayments three times or more1,0004',
    'Payment gatewayHarbour302',
    'LegalHarbour122',
    'No source named41',
    'All together1,0469',
  ]);
  expect(within(table).getByRole('link', { name: '30: open what Payment gateway cost Harbour' })).toHaveAttribute(
    'href',
    list('&source=Source_1&area=area-harbour'),
  );
});

test('the quarters are chosen, in the address and asked for', async () => {
  const { address, asked } = show('');
  await drawn();
  const earlier = quarterBefore(QUARTER);
  await userEvent.selectOptions(screen.getByLabelText('Two quarters'), quartersWords(earlier));
  expect(address()).toBe(`/impediments/bottlenecks?quarter=${earlier}`);
  await waitFor(() => expect(asked(BOTTLENECK_MAP)).toEqual([{ quarter: QUARTER }, { quarter: earlier }]));
  await userEvent.selectOptions(screen.getByLabelText('Two quarters'), `${quartersWords(QUARTER)}, so far`);
  expect(address()).toBe('/impediments/bottlenecks');
});

test('an address that names no quarter shows the present ones; one further back is among the choices', async () => {
  const { asked } = show('?quarter=2001-Q3&look=map');
  await drawn();
  expect(screen.getByLabelText('Two quarters')).toHaveDisplayValue('Q2 and Q3 2001');
  expect(asked(BOTTLENECK_MAP)).toEqual([{ quarter: '2001-Q3' }]);
  const other = show('?quarter=2099-Q1');
  await waitFor(() => expect(other.asked(BOTTLENECK_MAP)).toEqual([{ quarter: QUARTER }]));
});

test('thirty sources at first, all when asked for; of those that are not there it says so', async () => {
  const sources = Array.from({ length: 40 }, (_, index) =>
    row({ ...GATEWAY, id: `Source_${index}`, name: `Source ${index}` }, [mark(HARBOUR, 40 - index, 1)]),
  );
  show('', { sources, moreSources: 1_234 });
  const table = await drawn();
  expect(within(table).getAllByRole('row')).toHaveLength(31);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 40 sources' }));
  expect(within(table).getAllByRole('row')).toHaveLength(41);
  expect(screen.getByText(/1,234 more cost\s+something/)).toBeVisible();
});

test('with nothing to draw it says what the map is for, and where to look', async () => {
  const { address } = show('', NONE);
  expect(await screen.findByRole('heading', { name: 'Nobody was blocked for a day' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Look at the two quarters before' }));
  expect(address()).toBe(`/impediments/bottlenecks?quarter=${quarterBefore(quarterBefore(QUARTER))}`);
});

test('when nothing names a source it leads to those that could', async () => {
  show('', { ...NONE, total: cost(4, 2), withoutSource: cost(4, 2) });
  expect(await screen.findByRole('heading', { name: 'No impediment says what it waits for' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open 2 impediments' })).toHaveAttribute('href', list('&source=none'));
});

test('what cannot be loaded says so and is tried again', async () => {
  renderImpediments('/impediments/bottlenecks', [on(BOTTLENECK_MAP, () => ({ code: 'INTERNAL' }))]);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});
