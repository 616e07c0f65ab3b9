import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DependencyMapQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { DEPENDENCY_MAP } from './dependencies.operations';
import { curve, layoutOf } from './map-layout';
import { monthsIn, shareOf, spanOf, spanWords } from './map-time';
import { BOOKING, dependency, line, PAYMENTS } from './testing/dependency-facts';
import { renderDependencies } from './testing/render-dependencies';

type Drawn = DependencyMapQuery['dependencyMap'];
const SPAN = { from: '2020-02-01', endsBefore: '2020-08-01' };

const drawn = (...lines: Drawn['lines']): Drawn => ({
  __typename: 'DependencyMap',
  ...SPAN,
  areas: [PAYMENTS, BOOKING],
  lines,
});
const late = dependency(2, {
  state: 'COMMITTED',
  promisedFor: '2020-04-20',
  conflicts: ['TOO_LATE'],
});

test('the table says what the map draws, and both show which one is pointed at', async () => {
  const map = always(DEPENDENCY_MAP)(() => ({ dependencyMap: drawn(line(dependency(1)), line(late)) }));
  renderDependencies('/dependencies/map?month=2020-02', [map.answer]);
  const table = await screen.findByRole('table');
  const [, first, second] = within(table).getAllByRole('row');
  if (!first || !second) throw new Error('Two are needed.');
  expect(first).toHaveTextContent('DEP-1Vault (Payments)Ferries (Booking)10 March 2020');
  expect(second).toHaveTextContent('20 April 2020Too late');
  expect(
    screen.getByText('2 dependencies, 1 in conflict. A line that leads back to the left comes too late.'),
  ).toBeVisible();
  expect(map.variables.at(-1)).toEqual({ productId: 'product-1', ...SPAN });
  act(() => within(second).getByRole('link', { name: 'DEP-2' }).focus());
  await waitFor(() =>
    expect(document.querySelector('.dependency-map__line[data-held]')).toHaveAttribute('data-conflict'),
  );
});

test('months, and only what is in conflict, live in the address', async () => {
  const map = always(DEPENDENCY_MAP)(() => ({ dependencyMap: drawn(line(dependency(1)), line(late)) }));
  const { address } = renderDependencies('/dependencies/map?month=2020-02', [map.answer]);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Only what is in conflict (1)' }));
  expect(screen.queryByRole('link', { name: 'DEP-1' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));
  await userEvent.click(screen.getByRole('radio', { name: '3 months' }));
  await waitFor(() => expect(address()).toBe('/dependencies/map?month=2020-04&conflicts=1&months=3'));
  expect(map.variables.at(-1)).toMatchObject({ from: '2020-04-01', endsBefore: '2020-07-01' });
});

test('months without any say so', async () => {
  renderDependencies('/dependencies/map', [always(DEPENDENCY_MAP)(() => ({ dependencyMap: drawn() })).answer]);
  expect(await screen.findByText('Nothing is needed in these months')).toBeVisible();
});

test('a line that comes too late leads backwards, and marks on the same day stand below each other', () => {
  const { lanes, lines } = layoutOf(drawn(line(dependency(1)), line(late), line(dependency(3))), 600);
  const [inTime, tooLate, third] = lines;
  expect(lanes.map(({ name }) => name)).toEqual(['Payments', 'Booking']);
  expect(inTime?.provider.x).toBe(inTime?.consumer.x);
  expect(tooLate?.provider.x).toBeGreaterThan(tooLate?.consumer.x ?? Infinity);
  // All three are needed on the same day.
  expect(new Set(lines.map(({ consumer }) => consumer.y)).size).toBe(3);
  expect(lanes[1]?.height).toBeGreaterThan(lanes[0]?.height ?? Infinity);
  expect(third?.consumer.y).toBeLessThan((lanes[1]?.top ?? 0) + (lanes[1]?.height ?? 0));
});

test('what is of no area has a lane of its own, only where there is such', () => {
  const stray = line(dependency(1), { providerArea: null });
  expect(layoutOf(drawn(stray), 600).lanes.map(({ name }) => name)).toEqual(['Payments', 'Booking', 'No area']);
});

test('an arch stays in its row, a curve leaves upright', () => {
  expect(curve({ x: 0, y: 10 }, { x: 90, y: 10 })).toMatch(/^M0 10 C0 -8 90 -8 90 10$/);
  expect(curve({ x: 0, y: 0 }, { x: 90, y: 100 })).toBe('M0 0 C0 50 90 50 90 100');
});

test('time: whole months, days outside at the edges', () => {
  expect(spanOf(null, 3, '2026-03-20')).toEqual({ from: '2026-03-01', endsBefore: '2026-06-01' });
  expect(spanOf(null, 3, '2026-03-10').from).toBe('2026-02-01');
  expect(monthsIn(SPAN)).toHaveLength(6);
  expect(spanWords(SPAN)).toBe('February to July 2020');
  expect(spanWords({ from: '2026-12-01', endsBefore: '2027-03-01' })).toBe('December 2026 to February 2027');
  expect(shareOf('2019-01-01', SPAN)).toBe(0);
  expect(shareOf('2030-01-01', SPAN)).toBe(1);
});
