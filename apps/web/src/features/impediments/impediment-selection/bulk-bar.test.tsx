import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { presentCommands } from '../../../platform/commands/command-registry';
import { IMPEDIMENT_LEVELS } from '../impediments.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { ladder } from '../testing/brief-facts';
import { boardOf, card, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { TRIAGE_MANY } from './bulk.operations';
import { selection } from './selection';

const raised = card(1, { title: 'Crane permit' });
const triaged = card(2, { title: 'No test data', state: 'IN_PROGRESS', severity: 'HIGH', level: 2, owner: ROWAN });
const started = card(3, { title: 'Old runner', state: 'TRIAGED', severity: 'LOW', owner: ROWAN });
const board = on(IMPEDIMENT_BOARD, () => boardOf(raised, triaged, started));

async function select(...numbers: number[]): Promise<HTMLElement> {
  await screen.findByRole('table', { name: 'Open impediments' });
  act(() => selection.set(numbers.map((number) => `impediment-${number}`)));
  return screen.findByRole('region', { name: 'Selected impediments' });
}

beforeEach(() => {
  localStorage.clear();
  selection.clear();
});

test('a triage of many is of what is raised; the others stay as they are, and the dialog says so', async () => {
  const { asked } = renderImpediments('/impediments/list', [
    board,
    on(TRIAGE_MANY, () => ({
      bulk: {
        __typename: 'BulkOutcome' as const,
        changed: [card(1, { state: 'TRIAGED', version: 2, owner: ROWAN, severity: 'MEDIUM' })],
        left: [],
        undo: null,
      },
    })),
  ]);
  const bar = await select(1, 2);
  await userEvent.click(within(bar).getByRole('button', { name: 'Triage …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Triage: 1 impediment' });
  expect(dialog).toHaveTextContent('1 other of the selection stays as it is: only what is raised is triaged together.');
  await userEvent.type(within(dialog).getByLabelText('Owner'), 'Row');
  await userEvent.click(await screen.findByRole('option', { name: /Rowan/ }));
  await userEvent.type(within(dialog).getByLabelText('Next step'), 'Ask the harbour');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Change 1 impediment' }));
  await waitFor(() => expect(asked(TRIAGE_MANY)).toHaveLength(1));
  expect(asked(TRIAGE_MANY)[0]).toMatchObject({ items: [{ id: 'impediment-1', version: 1 }] });
});

test('two others stay as they are; where none is raised, triage is not offered', async () => {
  renderImpediments('/impediments/list', [board]);
  const bar = await select(1, 2, 3);
  await userEvent.click(within(bar).getByRole('button', { name: 'Triage …' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent('2 others of the selection stay as they are');
  await userEvent.keyboard('{Escape}');
  await select(2, 3);
  expect(screen.getByRole('button', { name: 'Triage …' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Triage …' })).toHaveAttribute('title', 'None of them waits for triage.');
});

test('to the top level each goes with its own brief: many do not go there together', async () => {
  renderImpediments('/impediments/list', [board, on(IMPEDIMENT_LEVELS, () => ladder)]);
  const bar = await select(2, 3);
  await userEvent.click(within(bar).getByRole('button', { name: 'Level …' }));
  const level = within(await screen.findByRole('dialog')).getByLabelText('Level');
  expect(
    within(level)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Team', 'Scrum of Scrums']);
  expect(level).toHaveAccessibleDescription('To Executive Action Team each goes with a brief of its own.');
});

test('what can be done with the selection is in the command palette, before everything else', async () => {
  renderImpediments('/impediments/list', [board]);
  await select(1, 2);
  const [first] = presentCommands();
  expect(first?.label).toBe('Triage: 1 selected impediment …');
  const labels = presentCommands().map(({ label }) => label);
  expect(labels).toContain('Labels: 2 selected impediments …');
  act(() => first?.run());
  expect(await screen.findByRole('dialog', { name: 'Triage: 1 impediment' })).toBeVisible();
  act(() => selection.clear());
  await waitFor(() => expect(presentCommands().some(({ id }) => id.startsWith('bulk:'))).toBe(false));
});
