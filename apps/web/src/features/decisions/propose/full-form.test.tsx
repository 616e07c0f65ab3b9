import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { DECISIONS } from '../decisions.operations';
import { DECISION_FLOW_PREVIEW } from '../flow/flow.operations';
import { DECISION } from '../page/decision.operations';
import { EDIT_DECISION, PROPOSE_DECISION } from '../record-acts.operations';
import { type Decision, flow, found, line, record } from '../testing/decision-facts';
import { renderDecisions } from '../testing/render-decisions';

afterEach(() => localStorage.clear());

const usual = () => [
  always(DECISION_FLOW_PREVIEW)(() => ({ decisionFlowPreview: flow() })).answer,
  always(DECISIONS)(() => found([{ decision: line(3, { title: 'Nightly tests' }) }])).answer,
];
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

test('lists and options are written side by side, and sent as the api takes them', async () => {
  const propose = always(PROPOSE_DECISION)(() => ({ proposeDecision: record(21) }));
  const page = always(DECISION)(() => ({ decision: record(21) })).answer;
  const { address } = renderDecisions('/decisions/new', [propose.answer, page, ...usual()]);
  await userEvent.type(await screen.findByRole('textbox', { name: 'What is to be decided?' }), 'Weekly');
  await userEvent.type(field(/^What it depends on/), '- quick{Enter}- safe');
  await userEvent.click(screen.getByRole('button', { name: 'Compare options' }));
  expect(field('Name of option 1')).toHaveFocus();
  await userEvent.keyboard('Every day');
  await userEvent.type(field('Name of option 2'), 'Every week');
  await userEvent.click(screen.getByRole('button', { name: 'Another option' }));
  expect(field('Name of option 3')).toHaveFocus();
  const second = field('Name of option 2').closest('li');
  if (!second) throw new Error('An option is an item of a list.');
  await userEvent.type(within(second).getByRole('textbox', { name: /^Speaks for it/ }), 'calm');
  await userEvent.click(within(second).getByRole('checkbox', { name: 'This one is chosen' }));
  await userEvent.click(screen.getByRole('button', { name: 'Option 2 to the front' }));
  expect(field('Name of option 1')).toHaveFocus();
  expect(field('Name of option 1')).toHaveValue('Every week');
  await userEvent.click(screen.getByRole('button', { name: /^Propose Ctrl/ }));
  await waitFor(() => expect(address()).toBe('/decisions/D-21'));
  expect(propose.variables).toMatchObject([
    {
      input: {
        drivers: ['quick', 'safe'],
        options: [
          { title: 'Every week', arguments: [{ tone: 'GOOD', text: 'calm' }] },
          { title: 'Every day', arguments: [] },
        ],
        chosenOption: 0,
      },
    },
  ]);
});

test('people by name or from elsewhere, what it replaces and what it touches', async () => {
  const propose = always(PROPOSE_DECISION)(() => ({ proposeDecision: record(21) }));
  const page = always(DECISION)(() => ({ decision: record(21) })).answer;
  const { address } = renderDecisions('/decisions/new', [propose.answer, page, ...usual()]);
  await userEvent.type(await screen.findByRole('textbox', { name: 'What is to be decided?' }), 'Weekly');
  await userEvent.type(screen.getByRole('combobox', { name: /^Consulted/ }), 'rowan');
  await userEvent.click(await screen.findByRole('option', { name: /Rowan Squall/ }));
  await userEvent.type(screen.getByRole('combobox', { name: /^Informed/ }), 'Dr. Brandt');
  await userEvent.click(await screen.findByRole('option', { name: /Dr. Brandt.*not in this organization/ }));
  await userEvent.type(screen.getByRole('combobox', { name: /^Replaces/ }), 'nightly');
  await userEvent.click(await screen.findByRole('option', { name: 'D-3 Nightly tests' }));
  await userEvent.type(screen.getByRole('combobox', { name: /^Touches/ }), 'https://harbour.example/x');
  await userEvent.click(await screen.findByRole('option', { name: /harbour.example.*Page/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Propose Ctrl/ }));
  await waitFor(() => expect(address()).toBe('/decisions/D-21'));
  expect(propose.variables).toMatchObject([
    {
      input: {
        people: [
          { part: 'CONSULTED', personId: 'person-2' },
          { part: 'INFORMED', name: 'Dr. Brandt' },
        ],
        supersedesIds: ['decision-3'],
        links: [{ kind: 'URL', url: 'https://harbour.example/x' }],
      },
    },
  ]);
});

test('what the server finds for a typing slip is offered to be replaced, whatever its title says', async () => {
  renderDecisions('/decisions/new', usual());
  await userEvent.type(await screen.findByRole('combobox', { name: /^Replaces/ }), 'nigthly');
  expect(await screen.findByRole('option', { name: 'D-3 Nightly tests' })).toBeVisible();
});

test('an option is taken away, and the chosen one stays the chosen one', async () => {
  renderDecisions('/decisions/new', usual());
  await userEvent.click(await screen.findByRole('button', { name: 'Compare options' }));
  await userEvent.keyboard('One');
  await userEvent.type(field('Name of option 2'), 'Two');
  const [, chosen] = screen.getAllByRole('checkbox', { name: 'This one is chosen' });
  if (chosen) await userEvent.click(chosen);
  await userEvent.click(screen.getByRole('button', { name: 'Take option 1 away' }));
  expect(field('Name of option 1')).toHaveValue('Two');
  expect(field('Name of option 1')).toHaveFocus();
  expect(screen.getByRole('checkbox', { name: 'This one is chosen' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Take option 1 away' }));
  expect(screen.getByRole('button', { name: 'Compare options' })).toHaveFocus();
});

test('what replaces another holds where it held and says so; Enter in a field sends nothing', async () => {
  const propose = always(PROPOSE_DECISION)(() => ({ proposeDecision: record(21) }));
  const old = always(DECISION)(({ key }) => ({
    decision: record(Number(key.slice(2)), { title: 'Monthly', outcome: 'Old words.' }),
  })).answer;
  renderDecisions('/decisions/new?supersedes=D-7', [propose.answer, old, ...usual()]);
  expect(await screen.findByRole('heading', { name: 'Replace D-7' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Remove D-7 Monthly' })).toBeVisible();
  expect(field(/^The decision, in/)).toHaveValue('');
  await userEvent.type(field('What is to be decided?'), 'Weekly{Enter}');
  expect(propose.variables).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(propose.variables).toMatchObject([
      { input: { title: 'Weekly', outcome: '', scopeId: 'team-1', supersedesIds: ['decision-7'] } },
    ]),
  );
});

const PROPOSED: Partial<Decision> = { state: 'PROPOSED', viewerCan: ['decision:edit'], version: 3 };

test('an edit sends only what was changed; what others change meanwhile is followed, and told where both did', async () => {
  let words: Partial<Decision> = { title: 'One', outcome: 'a' };
  const decision = always(DECISION)(() => ({ decision: record(7, { ...PROPOSED, ...words }) }));
  const edit = always(EDIT_DECISION)(() => ({ editDecision: record(7, PROPOSED) }));
  const { client, address } = renderDecisions('/decisions/D-7/edit', [decision.answer, edit.answer, ...usual()]);
  const outcome = await screen.findByRole('textbox', { name: /^The decision, in/ });
  await userEvent.type(outcome, ' and mine');
  words = { title: 'Renamed', outcome: 'theirs', version: 4 };
  await act(async () => void (await client.refetchQueries({ include: [DECISION] })));
  await waitFor(() => expect(field('What is to be decided?')).toHaveValue('Renamed'));
  expect(outcome).toHaveValue('a and mine');
  expect(screen.getByText(/Saving puts yours in the place of theirs: what is proposed\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() => expect(address()).toBe('/decisions/D-7'));
  expect(edit.variables).toEqual([
    { id: 'decision-7', version: 4, input: { outcome: 'a and mine' }, idempotencyKey: expect.any(String) },
  ]);
  expect(localStorage).toHaveLength(0);
});

test('what was written before is back, and says so above the words, not between them and the buttons', async () => {
  renderDecisions('/decisions/new', usual());
  await userEvent.type(await screen.findByRole('textbox', { name: 'What is to be decided?' }), 'Weekly');
  await waitFor(() => expect(localStorage).not.toHaveLength(0));
  cleanup();
  renderDecisions('/decisions/new', usual());
  expect(await screen.findByRole('textbox', { name: 'What is to be decided?' })).toHaveValue('Weekly');
  const note = screen.getByText(/What you wrote at .* is back\./);
  expect(note.closest('.full-form__words')).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(field('What is to be decided?')).toHaveValue('');
});

test('what is decided is not edited, and the way on is said', async () => {
  const decision = always(DECISION)(() => ({ decision: record(7) })).answer;
  renderDecisions('/decisions/D-7/edit', [decision, ...usual()]);
  expect(await screen.findByText('It is decided: its words never change.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open D-7' })).toHaveAttribute('href', '/decisions/D-7');
});
