import { EditorView } from '@codemirror/view';
import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ChangeProposalQuery } from '../../../generated/graphql';
import { draftKey } from '../../../platform/drafts/draft-store';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { VERSION_CHECKLIST } from '../checklists/checklists.operations';
import { VERSION_PAGE } from '../reading/reading.operations';
import { artifact, diff, ROWAN, versionPage } from '../testing/artifact-facts';
import '../testing/measured-ranges';
import { renderArtifact } from '../testing/render-artifact';
import { ANSWER_PROPOSAL, PROPOSAL, PROPOSE_CHANGE } from './proposals.operations';

const proposal = (
  changes: Partial<ChangeProposalQuery['changeProposal']> = {},
): ChangeProposalQuery['changeProposal'] => ({
  __typename: 'ChangeProposal',
  id: 'ChangeProposal_1',
  pagePath: 'index',
  why: 'It is clearer.',
  at: '2026-03-09T14:05:00.000Z',
  state: 'OPEN',
  conflicts: false,
  version: 1,
  viewerCan: ['proposal:answer'],
  answer: null,
  by: ROWAN,
  answeredBy: null,
  body: 'two',
  diff: diff(),
  ...changes,
});

beforeEach(() => localStorage.clear());

test('a reader writes the page as they would have it, says why, and finds it again after a reload', async () => {
  const page = always(VERSION_PAGE)(() => ({ node: versionPage({ body: 'one' }) }));
  const proposed = always(PROPOSE_CHANGE)(() => ({ proposeChange: proposal() }));
  const shown = always(PROPOSAL)(() => ({ changeProposal: proposal() }));
  const { address } = renderArtifact('/artifacts/A-5/propose/index', artifact(), [
    page.answer,
    proposed.answer,
    shown.answer,
  ]);
  const area = await screen.findByRole('textbox', { name: 'Text of Start, Markdown' });
  await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'It is clearer.');
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  expect(await screen.findByText(/Nothing is changed yet/)).toBeVisible();
  const view = EditorView.findFromDOM(area);
  act(() => view?.dispatch({ changes: { from: 0, to: 3, insert: 'two' } }));
  expect(Object.keys(localStorage).some((key) => key.includes('propose:A-5/index'))).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/proposals/ChangeProposal_1'));
  expect(proposed.variables[0]).toMatchObject({ pagePath: 'index', baseNumber: 2, body: 'two', why: 'It is clearer.' });
  expect(Object.keys(localStorage).some((key) => key.includes('propose:A-5/index'))).toBe(false);
});

const begun = (text: string, from: string) =>
  localStorage.setItem(
    draftKey(viewer().organization.id, viewer().person.id, 'propose:A-5/index'),
    JSON.stringify({ text, from, at: Date.now() }),
  );

test('words that began with an older version come into the present one, and undo nothing of it', async () => {
  begun('one, mine\ntwo\nthree', 'one\ntwo\nthree');
  const page = always(VERSION_PAGE)(() => ({ node: versionPage({ body: 'one\ntwo\nthree, theirs' }) }));
  const proposed = always(PROPOSE_CHANGE)(() => ({ proposeChange: proposal() }));
  renderArtifact('/artifacts/A-5/propose/index', artifact(), [page.answer, proposed.answer]);
  expect(await screen.findAllByText(/^The page changed since you began\./)).not.toHaveLength(0);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Why' }), 'It is clearer.');
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  await waitFor(() =>
    expect(proposed.variables[0]).toMatchObject({ baseNumber: 2, body: 'one, mine\ntwo\nthree, theirs' }),
  );
});

test('where both changed the same place, whoever proposes chooses first', async () => {
  begun('one, mine', 'one');
  const page = always(VERSION_PAGE)(() => ({ node: versionPage({ body: 'one, theirs' }) }));
  const proposed = always(PROPOSE_CHANGE)(() => ({ proposeChange: proposal() }));
  renderArtifact('/artifacts/A-5/propose', artifact(), [page.answer, proposed.answer]);
  expect(await screen.findByRole('region', { name: 'Two people wrote in the same place' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Propose it' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save mine in every place' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Why' }), 'It is clearer.');
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  await waitFor(() => expect(proposed.variables[0]).toMatchObject({ baseNumber: 2, body: 'one, mine' }));
});

test('declining says why; one in the place of a later change is not taken over by a press', async () => {
  const answered = always(ANSWER_PROPOSAL)(() => ({ answerProposal: proposal({ state: 'DECLINED' }) }));
  const shown = always(PROPOSAL)(() => ({ changeProposal: proposal({ conflicts: true }) }));
  renderArtifact('/artifacts/A-5/proposals/ChangeProposal_1', artifact(), [shown.answer, answered.answer]);
  expect(await screen.findByText('The page changed in the same place since.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Take it over' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Decline' }));
  expect(within(dialog).getByText('Say why: Rowan Squall took the trouble.')).toBeVisible();
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Why not/ }), 'We do.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Decline' }));
  await waitFor(() =>
    expect(answered.variables[0]).toMatchObject({ take: false, writtenIn: false, words: 'We do.', version: 1 }),
  );
});

test('one that was written in by hand is taken over as it is', async () => {
  const answered = always(ANSWER_PROPOSAL)(() => ({ answerProposal: proposal({ state: 'TAKEN' }) }));
  const shown = always(PROPOSAL)(() => ({ changeProposal: proposal({ conflicts: true }) }));
  renderArtifact('/artifacts/A-5/proposals/ChangeProposal_1', artifact(), [shown.answer, answered.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'I have written it in' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'It is in the draft' }));
  await waitFor(() => expect(answered.variables[0]).toMatchObject({ take: true, writtenIn: true }));
});

test('the steps of a checklist are proposed as lines, and not while they could not be published', async () => {
  const shown = always(VERSION_CHECKLIST)(() => ({
    node: {
      __typename: 'ArtifactVersion',
      id: 'ArtifactVersion_2',
      number: 2,
      publishedAt: '2026-03-09T14:05:00.000Z',
      checklist: [{ __typename: 'ChecklistStep', id: 'ChecklistStep_1', text: 'Call', hint: 'First', depth: 0 }],
    },
  }));
  const proposed = always(PROPOSE_CHANGE)(() => ({ proposeChange: proposal({ pagePath: 'steps' }) }));
  const after = always(PROPOSAL)(() => ({ changeProposal: proposal({ pagePath: 'steps' }) }));
  const list = artifact({ kind: 'CHECKLIST' });
  renderArtifact('/artifacts/A-5/propose', list, [shown.answer, proposed.answer, after.answer]);
  const area = await screen.findByRole('textbox', { name: 'Steps of Engineering playbook' });
  const view = EditorView.findFromDOM(area);
  expect(view?.state.doc.toString()).toBe('- [ ] Call\n  First');
  const write = (insert: string) =>
    act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'It is clearer.');
  write('Call them');
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  expect(await screen.findByText(/^Line 1 belongs to no step/)).toBeVisible();
  expect(proposed.variables).toHaveLength(0);
  write('- [ ] Call\n  First\n- [x] Write ');
  await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));
  await waitFor(() =>
    expect(proposed.variables[0]).toMatchObject({
      pagePath: 'steps',
      baseNumber: 2,
      body: '- [ ] Call\n  First\n- [ ] Write',
    }),
  );
});
