import type { MockLink } from '@apollo/client/testing';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DelegationBoardFactsFragment, SaveDelegationBoardMutationVariables } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { delegationRoutes } from '../delegation-routes';
import { DECISION_SCOPES } from '../scopes/decision-scopes.operations';
import { board, cell, DONE, QUAY, ROWAN, scopes, SPRINT, TOOLS, YARD } from '../testing/delegation-facts';
import {
  DELEGATION_BOARD,
  DELEGATION_TEMPLATES,
  DELEGATION_VERSIONS,
  SAVE_DELEGATION_BOARD,
  USE_DELEGATION_TEMPLATE,
} from './delegation.operations';

type Board = DelegationBoardFactsFragment;

// A screen's code comes when it is opened; here it is there at once.
beforeAll(async () => void (await import('./delegation-page')));

afterEach(() => localStorage.clear());

/** The server with the board of Yard, and what Quay above it says of tools. */
function show(
  present: () => Board,
  save: (sent: SaveDelegationBoardMutationVariables) => Board = () => present(),
  others: MockLink.MockedResponse[] = [],
) {
  const above = board({ scope: QUAY, cells: [cell(TOOLS, 'CONSULT')], viewerCan: [] });
  const asked = always(DELEGATION_BOARD)(({ scopeId }) => ({
    delegationBoard: scopeId === YARD.id ? present() : above,
  }));
  const saved = always(SAVE_DELEGATION_BOARD)((sent) => ({ saveDelegationBoard: save(sent) }));
  const places = always(DECISION_SCOPES)(() => scopes);
  renderScreen(signedIn(delegationRoutes), `/decisions/delegation?of=${YARD.id}`, [
    lastingSession(viewer()),
    places.answer,
    asked.answer,
    ...others,
    saved.answer,
  ]);
  return { saved: saved.variables };
}

// By labels, not roles: there are seven radio buttons in each row.
const row = async (name: string) => {
  const found = (await screen.findByText(name, { selector: 'h3' })).closest('li');
  if (found === null) throw new Error(`${name} stands in no row.`);
  return found;
};
const track = (name: string) => screen.findByLabelText(`Level of ${name}`);
const radios = async (name: string) => [...(await track(name)).querySelectorAll('input')];
const checked = async (name: string) =>
  (await radios(name)).find((radio) => radio.checked)?.getAttribute('aria-label') ?? null;
const focusRow = async (name: string) => {
  const all = await radios(name);
  (all.find((radio) => radio.checked) ?? all[0])?.focus();
};

test('each note stands at its level with a sentence; what is inherited says from where; what nobody delegated says so', async () => {
  show(board);
  expect(await checked('Sprint content')).toBe('7 Delegate, The team');
  expect(await row('Sprint content')).toHaveTextContent('As the server says it of Sprint content.');
  expect(await row('Tools')).toHaveTextContent('from Quay');
  expect(await checked('Definition of Done')).toBeNull();
  expect(await row('Definition of Done')).toHaveTextContent(
    'The Product Owner of Yard decides about Definition of Done: nobody delegated it.',
  );
});

test('keys move notes and walk the rows; the sentence follows at once, and the whole board is saved as one', async () => {
  let present = board();
  const { saved } = show(
    () => present,
    () => (present = board({ number: 4, cells: [cell(SPRINT, 'INQUIRE', { vetoHours: 16 })] })),
  );
  await focusRow('Sprint content');
  await userEvent.keyboard('6');
  expect(await row('Sprint content')).toHaveTextContent(
    'The team Yard decides about Sprint content and tells the Product Owner of Yard, who may veto for 16 working hours.',
  );
  await userEvent.keyboard('{ArrowDown}');
  expect((await radios('Tools'))[2]).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}4');
  expect(await checked('Definition of Done')).toBe('4 Agree, The team');
  const bar = screen.getByRole('region', { name: 'Unsaved changes' });
  expect(bar).toHaveTextContent('2 changes are not saved.');
  screen.getByLabelText(/Why, for the versions/).focus();
  await userEvent.paste('It went well.');
  await userEvent.click(within(bar).getByRole('button', { name: 'Save as version 4' }));
  await waitFor(() => expect(bar).not.toBeInTheDocument());
  const terms = { delegateKind: 'TEAM', role: null, personId: null, answerHours: 16 };
  expect(saved).toEqual([
    expect.objectContaining({
      scopeKind: 'TEAM',
      scopeId: YARD.id,
      number: 3,
      note: 'It went well.',
      // What is inherited stays so: it is not sent.
      cells: [
        { decisionAreaId: SPRINT.id, level: 'INQUIRE', vetoHours: 16, ...terms },
        { decisionAreaId: DONE.id, level: 'AGREE', vetoHours: 0, ...terms },
      ],
    }),
  ]);
});

test('a note that is taken away shows what the board above says; what is inherited becomes this board’s own', async () => {
  const own = board({ cells: [cell(SPRINT, 'DELEGATE'), cell(TOOLS, 'INQUIRE', { vetoHours: 8 })] });
  const { saved } = show(() => own);
  await focusRow('Tools');
  await userEvent.keyboard('{Delete}');
  await waitFor(async () => expect(await checked('Tools')).toBe('3 Consult, The team'));
  expect(await row('Tools')).toHaveTextContent('from Quay');
  await userEvent.click(within(await track('Tools')).getByLabelText(/^3 Consult/));
  expect(await row('Tools')).not.toHaveTextContent('from Quay');
  await userEvent.click(screen.getByRole('button', { name: 'Save as version 4' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.cells).toContainEqual(expect.objectContaining({ decisionAreaId: TOOLS.id, level: 'CONSULT' }));
});

test('a role that was not chosen is asked for at its place, and nothing is sent', async () => {
  const { saved } = show(board);
  await focusRow('Sprint content');
  await userEvent.keyboard('{Enter}');
  const fields = within(await screen.findByRole('group', { name: 'Whom Sprint content is delegated to' }));
  await userEvent.selectOptions(fields.getByLabelText('Who is trusted'), 'Who holds a role');
  await userEvent.click(screen.getByRole('button', { name: 'Save as version 4' }));
  expect(fields.getByText('Choose the role.')).toBeVisible();
  await userEvent.selectOptions(fields.getByLabelText('Role'), 'Product Owner');
  await userEvent.click(screen.getByRole('button', { name: 'Save as version 4' }));
  expect(fields.getByText('The Product Owner is accountable here already; trust somebody else.')).toBeVisible();
  expect(saved).toEqual([]);
  await userEvent.selectOptions(fields.getByLabelText('Role'), 'Technical Lead');
  expect(await row('Sprint content')).toHaveTextContent('The Technical Lead of Quay decides about Sprint content');
  await userEvent.keyboard('{Escape}');
  expect((await radios('Sprint content'))[6]).toHaveFocus();
});

test('whoever saves second is told what the first did to the same note, and takes it or saves over it', async () => {
  let present = board();
  const { saved } = show(() => present, undefined, [
    {
      request: { query: SAVE_DELEGATION_BOARD, variables: () => true },
      result: { errors: [{ message: 'x', extensions: { code: 'CONFLICT', details: { currentVersion: 4 } } }] },
    },
  ]);
  await focusRow('Sprint content');
  await userEvent.keyboard('4');
  present = board({ number: 4, savedBy: ROWAN, cells: [cell(SPRINT, 'TELL'), cell(DONE, 'SELL')] });
  await userEvent.click(screen.getByRole('button', { name: 'Save as version 4' }));
  const note = await screen.findByRole('note');
  expect(note).toHaveTextContent('Sprint content now1 Tell, The team');
  expect(await checked('Sprint content')).toBe('4 Agree, The team');
  expect(await checked('Definition of Done')).toBe('2 Sell, The team');
  await userEvent.click(screen.getByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({ number: 4, cells: [{ level: 'AGREE' }, { level: 'SELL' }] });
});

test('nobody loses what they moved by looking at another board', async () => {
  show(board);
  await focusRow('Sprint content');
  await userEvent.keyboard('6');
  const look = async (name: string) => {
    await userEvent.click(screen.getByRole('combobox', { name: 'Board of' }));
    await userEvent.click(screen.getByRole('option', { name: new RegExp(`^${name}`) }));
  };
  await look('Quay');
  expect(await screen.findByRole('list', { name: 'Decision areas of Quay' })).toBeVisible();
  await look('Yard');
  expect(await checked('Sprint content')).toBe('6 Inquire, The team');
  expect(screen.getByRole('note')).toHaveTextContent(/^Your choices from .+ are back/);
});

test('who may not save reads the same board without fields', async () => {
  show(() => board({ viewerCan: ['delegation:view'] }));
  expect(await row('Sprint content')).toHaveTextContent('7 Delegate, The team');
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Template' })).not.toBeInTheDocument();
});

test('an empty board begins with a template: its areas come, its notes are laid on, nothing is saved yet', async () => {
  let present = board({ number: 0, savedBy: null, savedAt: null, cells: [], decisionAreas: [] });
  const templates = always(DELEGATION_TEMPLATES)(() => ({
    delegationTemplates: [
      { __typename: 'DelegationTemplate', id: 'first', name: 'First steps', description: 'Little so far.', cells: [] },
    ],
  }));
  const used = always(USE_DELEGATION_TEMPLATE)(() => {
    present = { ...present, decisionAreas: [SPRINT, TOOLS] };
    return { useDelegationTemplate: { ...present, cells: [cell(SPRINT, 'AGREE')] } };
  });
  const { saved } = show(() => present, undefined, [templates.answer, used.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Start from a template' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(await dialog.findByRole('button', { name: 'Lay it on the board' }));
  await waitFor(async () => expect(await checked('Sprint content')).toBe('4 Agree, The team'));
  expect(await checked('Tools')).toBeNull();
  expect(screen.getByRole('button', { name: 'Save as version 1' })).toBeVisible();
  expect(saved).toEqual([]);
});

test('versions say what each changed, and an earlier one is laid on the board again', async () => {
  const version = (number: number, cells: Board['cells']) => ({
    __typename: 'DelegationBoardVersion' as const,
    number,
    savedBy: ROWAN,
    savedAt: '2026-03-02T08:00:00Z',
    note: '',
    cells,
  });
  const versions = always(DELEGATION_VERSIONS)(() => ({
    delegationBoard: {
      __typename: 'DelegationBoard',
      number: 3,
      versions: [version(2, [cell(SPRINT, 'AGREE'), cell(DONE, 'TELL')]), version(3, [cell(SPRINT, 'DELEGATE')])],
    },
  }));
  show(() => board({ cells: [cell(SPRINT, 'DELEGATE'), cell(TOOLS, 'TELL')] }), undefined, [versions.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Versions' }));
  const dialog = within(await screen.findByRole('dialog'));
  const latest = await dialog.findByRole('listitem', { name: 'Version 3' });
  expect(latest).toHaveTextContent('Sprint content 7 Delegate, The team; was 4 Agree, The team');
  expect(latest).toHaveTextContent('Definition of Done taken off; was 1 Tell, The team');
  expect(within(latest).queryByRole('button')).not.toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: /version 2/ }));
  await waitFor(async () => expect(await checked('Definition of Done')).toBe('1 Tell, The team'));
  expect(await checked('Sprint content')).toBe('4 Agree, The team');
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('3 changes are not saved.');
  // What that version did not say comes from above again.
  expect(await row('Tools')).toHaveTextContent('from Quay');
});

test('what is moved is there again after a reload, and can be thrown away; saved, it is no draft any more', async () => {
  let present = board();
  const server = () =>
    show(
      () => present,
      () => (present = board({ number: 4, cells: [cell(SPRINT, 'INQUIRE')] })),
    );
  server();
  await focusRow('Sprint content');
  await userEvent.keyboard('6');
  screen.getByLabelText(/Why, for the versions/).focus();
  await userEvent.paste('It went well.');
  cleanup();
  server();
  expect(await checked('Sprint content')).toBe('6 Inquire, The team');
  expect(screen.getByLabelText(/Why, for the versions/)).toHaveValue('It went well.');
  expect(screen.getByRole('note')).toHaveTextContent(/^Your choices from .+ are back/);
  await userEvent.click(within(screen.getByRole('note')).getByRole('button', { name: 'Discard' }));
  expect(await checked('Sprint content')).toBe('7 Delegate, The team');
  await focusRow('Sprint content');
  await userEvent.keyboard('6');
  await userEvent.click(await screen.findByRole('button', { name: 'Save as version 4' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Unsaved changes' })).not.toBeInTheDocument());
  cleanup();
  server();
  expect(await checked('Sprint content')).toBe('6 Inquire, The team');
  expect(screen.queryByRole('note')).not.toBeInTheDocument();
});
