import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { BRIEF_TO_WRITE } from '../briefs/briefs.operations';
import { IMPEDIMENT_BY_KEY, IMPEDIMENT_LEVELS } from '../impediments.operations';
import { ladder } from '../testing/brief-facts';
import { boardOf, card, detail, moved, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { RESOLVE_IMPEDIMENT, TRIAGE_IMPEDIMENT } from './moves.operations';

const started = card(1, { state: 'IN_PROGRESS', severity: 'HIGH', owner: ROWAN, version: 3 });

async function move(title: string, to: RegExp) {
  (await screen.findByRole('link', { name: title })).focus();
  await userEvent.keyboard('m');
  await userEvent.click(await screen.findByRole('menuitem', { name: to }));
  return screen.findByRole('dialog');
}

test('triage asks for owner, severity, level, next step and due, by keyboard alone', async () => {
  const { asked } = renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { version: 2 }))),
    on(TRIAGE_IMPEDIMENT, ({ input }) => ({
      impediment: moved(1, { state: 'TRIAGED', severity: input.severity, owner: ROWAN, version: 3 }),
    })),
  ]);
  const dialog = await move('Impediment 1', /^Triaged/);
  const owner = within(dialog).getByRole('combobox', { name: 'Owner' });
  expect(owner).toHaveFocus();
  await userEvent.keyboard('Rowan');
  await screen.findByRole('option', { name: /Rowan Squall/ });
  await userEvent.keyboard('{Enter}{Tab}{Tab}');
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Severity' }), 'HIGH');
  const due = within(dialog).getByLabelText(/^Due/);
  fireEvent.change(due, { target: { value: '2020-02-01' } });
  expect(due).toHaveAccessibleDescription(/^This day is over/);
  fireEvent.change(due, { target: { value: '' } });
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Next step' }), 'Call the vendor');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(asked(TRIAGE_IMPEDIMENT)).toEqual([
    expect.objectContaining({
      id: 'impediment-1',
      version: 2,
      input: { ownerId: ROWAN.id, severity: 'HIGH', level: 1, nextStep: 'Call the vendor', dueOn: null },
    }),
  ]);
  expect(screen.getByText('IMP-1 moved to Triaged.')).toBeInTheDocument();
});

test('a conflict keeps the words, shows what is there now, and the next sending goes on top', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf(started)),
    on(RESOLVE_IMPEDIMENT, () => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 8, current: {} } };
      return { impediment: moved(1, { ...started, state: 'RESOLVED', version: 9 }) };
    }),
    on(IMPEDIMENT_BY_KEY, () => ({
      impediment: detail(1, { ...started, version: 8, nextStep: 'Ask Legal' }),
    })),
  ]);
  const dialog = await move('Impediment 1', /^Resolved/);
  await userEvent.type(within(dialog).getByRole('textbox'), 'A new certificate');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const alert = await within(dialog).findByRole('alert');
  expect(alert).toHaveTextContent('owner Rowan Squall');
  expect(alert).toHaveTextContent('next step “Ask Legal”');
  expect(within(dialog).getByRole('textbox')).toHaveValue('A new certificate');
  await userEvent.click(within(dialog).getByRole('button', { name: /^Resolve/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const [first, second] = asked(RESOLVE_IMPEDIMENT);
  expect(first).toMatchObject({ version: 3, resolution: 'A new certificate' });
  expect(second).toMatchObject({ version: 8, resolution: 'A new certificate' });
  expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
});

test('words that were not sent are there again when the dialog opens the next time', async () => {
  renderImpediments('/impediments', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(5, { ...started, id: 'i5', key: 'IMP-5' }))),
  ]);
  const dialog = await move('Impediment 1', /^Resolved/);
  await userEvent.type(within(dialog).getByRole('textbox'), 'Half a sentence');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const again = await move('Impediment 1', /^Resolved/);
  expect(within(again).getByRole('textbox')).toHaveValue('Half a sentence');
});

const ladderOf = on(IMPEDIMENT_LEVELS, () => ladder);

test('the way to the top level leads to the brief, from its level', async () => {
  const { address } = renderImpediments('/impediments', [
    ladderOf,
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { ...started, level: 2 }))),
    on(BRIEF_TO_WRITE, () => ({ impediment: detail(1, { level: 2, viewerCan: [] }) })),
  ]);
  const dialog = await move('Impediment 1', /^Another level/);
  expect(within(dialog).getByRole('combobox', { name: 'Level' })).toHaveDisplayValue('Executive Action Team');
  expect(within(dialog).queryByRole('button', { name: /^Escalate to/ })).not.toBeInTheDocument();
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Level' }), 'Team');
  expect(within(dialog).getByRole('button', { name: /^Take it down to Team/ })).toBeEnabled();
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Level' }), 'Executive Action Team');
  await userEvent.click(within(dialog).getByRole('link', { name: 'Write the brief' }));
  await waitFor(() => expect(address()).toBe('/impediments/IMP-1/brief'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('triage at the top level leads to the brief', async () => {
  renderImpediments('/impediments', [ladderOf, on(IMPEDIMENT_BOARD, () => boardOf(card(1)))]);
  const dialog = await move('Impediment 1', /^Triaged/);
  expect(within(dialog).queryByRole('note')).not.toBeInTheDocument();
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Level' }), 'Executive Action Team');
  expect(within(dialog).getByRole('link', { name: 'Write the brief' })).toHaveAttribute(
    'href',
    '/impediments/IMP-1/brief',
  );
  expect(within(dialog).getByRole('button', { name: /^Triage/ })).toBeDisabled();
});

test('what time alone took to the top is triaged there without a brief', async () => {
  renderImpediments('/impediments', [ladderOf, on(IMPEDIMENT_BOARD, () => boardOf(card(1, { level: 3 })))]);
  const dialog = await move('Impediment 1', /^Triaged/);
  expect(within(dialog).getByRole('combobox', { name: 'Level' })).toHaveDisplayValue('Executive Action Team');
  expect(within(dialog).getByRole('button', { name: /^Triage/ })).toBeEnabled();
});
