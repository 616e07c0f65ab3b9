import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { selection } from '../impediment-selection/selection';
import { deadlineWords } from '../impediment-times';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { initialsOf } from './card-facts';

const labels = ['quay works', 'night shift'].map((name) => ({ __typename: 'Label' as const, id: name, name }));
const board = on(IMPEDIMENT_BOARD, () =>
  boardOf(card(1, { title: 'Crane permit', labels }), card(2, { title: 'No test data' }), card(3, { level: 2 })),
);

beforeEach(() => {
  localStorage.clear();
  selection.clear();
});

test('a card is selected by its box, and by its menu where there is no room for one', async () => {
  renderImpediments('/impediments', [board]);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select IMP-1 Crane permit' }));
  expect(screen.getByText('1 selected')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Move IMP-2 to…' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Select/ }));
  expect([...selection.ids()]).toEqual(['impediment-1', 'impediment-2']);
  expect(screen.getByRole('checkbox', { name: 'Select IMP-2 No test data' })).toBeChecked();
});

test('a card says the whole name and, for where it has no room, a short one that is only for the eye', async () => {
  renderImpediments('/impediments', [board]);
  const level = await screen.findByTitle('Scrum of Scrums');
  expect(within(level).getByText('SoS')).toHaveAttribute('aria-hidden', 'true');
  expect(within(level).getByText('Scrum of Scrums')).toBeInTheDocument();
  expect(screen.getByTitle('quay works, night shift')).toHaveTextContent('quay works +1');
});

test.each([
  ['Executive Action Team', 'EAT'],
  ['Scrum of Scrums', 'SoS'],
  ['Chapter', 'Cha'],
])('%s is %s in short', (name, short) => expect(initialsOf(name)).toBe(short));

test.each([
  ['clock', 3, false, 'clock 3 d'],
  ['clock', 0, false, 'clock < 1 d'],
  ['clock', 0, true, 'clock over'],
  ['clock', -4, true, 'clock 4 d over'],
  ['due', 3, false, 'due in 3 d'],
  ['due', 0, false, 'due today'],
  ['due', -4, true, 'due 4 d ago'],
] as const)('%s in %i days, overdue %s: %s', (because, days, overdue, words) =>
  expect(deadlineWords({ because, days, overdue })).toBe(words),
);
