import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { IMPEDIMENT_NUMBERS } from './numbers.operations';
import { windowOf } from './numbers-view';
import { counted, facts, group, type Groups, NONE, report, share, sources, time } from './testing/number-answers';
import { todayIn } from '../../../platform/dates/day-words';

const SPAN = windowOf(todayIn('UTC'), 6);

function show(
  address: string,
  total = facts(),
  groups: Groups = [],
  before = facts({ timeToTriage: time(90, 7.1, 20) }),
) {
  const numbers = on(IMPEDIMENT_NUMBERS, () => ({ now: report(total, groups), before: report(before) }));
  return renderImpediments(`/impediments/numbers${address}`, [numbers, sources]);
}

const card = (title: string) => screen.findByRole('region', { name: title });

test('each number says what it is, what it means, how it is counted, and what it was before', async () => {
  show('');
  const triage = await card('Time to triage');
  expect(triage).toHaveTextContent('5.2 working hours');
  expect(triage).toHaveTextContent('Half of 124 impediments were triaged within 5.2 h, 85 of 100 within 14 h.');
  expect(triage).toHaveTextContent('1.9 h less than in the 6 months before: 7.1 h, of 90 impediments.');
  expect(triage).toHaveTextContent('Working hours from being raised to the first triage');
  expect(await card('Overdue')).toHaveTextContent('12 of the 100 that were raised with a clock outlived it.');
  expect(await card('Reopened')).toHaveTextContent('0 %');
});

test('a number opens the list that it counts: all, those of a share, those of a level, those of a month', async () => {
  const { from, endsBefore } = SPAN;
  const month = from.slice(0, 7);
  show('?area=Area_1&source=Source_1', facts(), [group({ month })]);
  const link = (within_: HTMLElement, name: string) => within(within_).getByRole('link', { name }).getAttribute('href');
  const list = (query: string) => `/impediments/numbers/list?${query}`;
  const scope = 'area=Area_1&source=Source_1';
  const triage = await card('Time to triage');
  expect(link(triage, 'Open the 124 impediments')).toBe(
    list(`number=TIME_TO_TRIAGE&from=${from}&endsBefore=${endsBefore}&${scope}`),
  );
  const overdue = await card('Overdue');
  expect(link(overdue, 'Open the 12')).toBe(
    list(`number=OVERDUE&from=${from}&endsBefore=${endsBefore}&${scope}&counted=`),
  );
  expect(link(overdue, 'Open all 100')).toBe(list(`number=OVERDUE&from=${from}&endsBefore=${endsBefore}&${scope}`));
  expect(link(await card('Time to resolve'), 'Scrum of Scrums')).toBe(
    list(`number=TIME_TO_RESOLVE&from=${from}&endsBefore=${endsBefore}&level=2&${scope}`),
  );
  const bars = within(triage).getByRole('group', { name: /^Time to triage in working hours/ });
  await userEvent.hover(within(bars).getByRole('img', { name: /median 5.2\sh, 85 % within 14\sh, of 124/u }));
  const monthly = within(triage)
    .getByRole('link', { name: /^Open the 124 of / })
    .getAttribute('href');
  expect(monthly).toContain(`from=${month}-01`);
  expect(within(bars).getAllByRole('img')).toHaveLength(6);
  expect(within(bars).getAllByRole('img', { name: /no data/ })).toHaveLength(5);
});

test('groups stand side by side, the highest first, what is of few last; the address says by what, of how many months, and of whom', async () => {
  const team = (id: string, name: string, median: number | null, count = 9) =>
    group({
      team: { __typename: 'Team', id, name },
      numbers: facts({ timeToTriage: median === null ? time(0, null, null) : time(count, median, median * 2) }),
    });
  const { address, asked } = show('', facts(), [
    team('Team_1', 'Yard', 3),
    team('Team_2', 'Quay', 30),
    team('Team_3', 'Gate', null),
    team('Team_4', 'Lock', 90, 4),
  ]);
  await card('Time to triage');
  await userEvent.click(screen.getByRole('radio', { name: 'Team' }));
  expect(address()).toBe('/impediments/numbers?by=team');
  const triage = await card('Time to triage');
  const list = await within(triage).findByRole('list', { name: /by teams, the highest first/ });
  expect(
    within(list)
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label')?.replaceAll(/\s/gu, ' ')),
  ).toEqual([
    'Quay: median 30 h, 85 % within 60 h, of 9',
    'Yard: median 3 h, 85 % within 6 h, of 9',
    'Lock: median 90 h, 85 % within 180 h, of 4',
  ]);
  expect(within(list).getByRole('link', { name: /^Quay/ }).getAttribute('href')).toContain('team=Team_2');
  await userEvent.selectOptions(screen.getByLabelText('Period'), 'Last 24 months');
  expect(address()).toBe('/impediments/numbers?months=24&by=team');
  expect(asked(IMPEDIMENT_NUMBERS).at(-1)).toMatchObject({ by: 'TEAM', areaId: null });
});

test('while others are on their way those before stay as they were asked for, and are said to be old', async () => {
  const { arrived, arrive } = onItsWay();
  const numbers = on(IMPEDIMENT_NUMBERS, async ({ by }) => {
    if (by === 'AREA') await arrived;
    const area = { __typename: 'Area' as const, id: 'Area_1', name: 'Harbour' };
    return {
      now: report(facts(), [by === 'AREA' ? group({ area }) : group({ month: SPAN.from.slice(0, 7) })]),
      before: report(facts()),
    };
  });
  renderImpediments('/impediments/numbers', [numbers, sources]);
  await card('Time to triage');
  await userEvent.click(screen.getByRole('radio', { name: 'Area' }));
  const triage = await card('Time to triage');
  expect(triage.parentElement).toHaveAttribute('aria-busy', 'true');
  expect(within(triage).getAllByRole('img')).toHaveLength(6);
  arrive();
  expect(await within(triage).findByRole('link', { name: /^Harbour/ })).toBeVisible();
  expect(triage.parentElement).not.toHaveAttribute('aria-busy');
});

test('a share that is nothing everywhere is said in one line; a press shows all', async () => {
  const team = (id: string) =>
    group({ team: { __typename: 'Team', id, name: id }, numbers: facts({ reopened: share(0, 9) }) });
  show('?by=team', facts(), [team('Yard'), team('Quay')]);
  const reopened = await card('Reopened');
  expect(reopened).toHaveTextContent('0 % in each of the teams.');
  await userEvent.click(within(reopened).getByRole('button', { name: 'Show all 2' }));
  expect(within(reopened).getByRole('link', { name: /^Yard: 0.%, 0 of 9/u })).toBeVisible();
});

test('the table says the same, with those before and all together, each number a link', async () => {
  show('?by=source&look=table', facts(), [
    group({ source: null }),
    group({ source: { __typename: 'Source', id: 'Source_1', name: 'Gateway' } }),
  ]);
  const table = await screen.findByRole('table', { name: 'Numbers by source' });
  const row = within(table).getByRole('row', { name: /^No source named/ });
  const [cell] = within(row).getAllByRole('link');
  expect(row).toHaveTextContent('No source named5.2141242780981212 of 10000 of 986160 of 98');
  expect(cell?.getAttribute('href')).toContain('source=none');
  const href = (name: string) => within(row).getByRole('link', { name }).getAttribute('href');
  expect(href('12')).toMatch(/number=OVERDUE.*&source=none&counted=$/u);
  expect(href('12 of 100')).toMatch(/number=OVERDUE.*&source=none$/u);
  // One stop for each number.
  const stops = within(row).getAllByRole('link');
  expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(5);
  expect(within(table).getAllByRole('row')).toHaveLength(6);
  expect(within(table).getByRole('row', { name: /^All together/ })).toHaveTextContent('1212 of 100');
});

test('no data is said as such, not as a zero; few are said to be few', async () => {
  show('', facts({ timeToResolve: time(0, null, null), timeToResolveByLevel: [], overdue: share(1, 3) }));
  const resolve = await card('Time to resolve');
  expect(resolve).toHaveTextContent('No data');
  expect(resolve).toHaveTextContent('None were resolved in this time.');
  expect(within(resolve).queryByRole('link', { name: /^Open/ })).toBeNull();
  expect(await card('Overdue')).toHaveTextContent(
    '1 of the 3 that were raised with a clock outlived it. Too few to build on.',
  );
});

test('with nothing at all it says what the screen is for, and offers to look further', async () => {
  const { address } = show('?team=Team_1', NONE, [], NONE);
  expect(await screen.findByRole('heading', { name: 'Nothing of these to count' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(address()).toBe('/impediments/numbers');
  await userEvent.click(await screen.findByRole('button', { name: 'Look at 24 months' }));
  expect(address()).toBe('/impediments/numbers?months=24');
});

test('an area that is gone is refused with what to do', async () => {
  const refused = on(IMPEDIMENT_NUMBERS, () => ({ code: 'NOT_FOUND' }));
  const { address } = renderImpediments('/impediments/numbers?area=Area_9&by=team', [refused, sources]);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(address()).toBe('/impediments/numbers?by=team');
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
});

test('a list leads back to the numbers as they were, also after looking at all of them', async () => {
  const numbers = on(IMPEDIMENT_NUMBERS, () => ({ now: report(facts()), before: report(facts()) }));
  const { address } = renderImpediments('/impediments/numbers?months=12', [numbers, counted(1), sources]);
  await userEvent.click(within(await card('Overdue')).getByRole('link', { name: 'Open the 12' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'All with a clock' }));
  await userEvent.click(screen.getByRole('link', { name: 'All numbers' }));
  expect(await card('Overdue')).toBeVisible();
  expect(address()).toBe('/impediments/numbers?months=12');
});
