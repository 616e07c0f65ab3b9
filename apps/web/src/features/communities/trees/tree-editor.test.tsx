import { EditorView } from '@codemirror/view';
import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { artifact, draft, draftPage, HEAD_DRAFT } from '../testing/artifact-facts';
import '../testing/measured-ranges';
import { renderArtifact } from '../testing/render-artifact';
import { DRAFT, DRAFT_PAGE } from '../editor/draft.operations';
import { DRAFT_TREE, WRITE_TREE } from './trees.operations';

const HEAD = artifact({ kind: 'DECISION_TREE', viewerCan: ['draft:write'], draft: HEAD_DRAFT });
const BEGUN = 'flowchart TD\n%% why\na{"Urgent?"}\nb(["Call"])\nc(["Wait"])\na -->|"Yes"| b\na -->|"No"| c\n';

beforeEach(() => localStorage.clear());

function open(mermaid = BEGUN) {
  const whole = always(DRAFT)(() => ({ artifact: { __typename: 'Artifact', id: 'Artifact_1', draft: draft() } }));
  const page = always(DRAFT_PAGE)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: { __typename: 'ArtifactDraft', id: 'ArtifactDraft_1', revision: 7, page: draftPage() },
    },
  }));
  const tree = always(DRAFT_TREE)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: {
        __typename: 'ArtifactDraft',
        id: 'ArtifactDraft_1',
        revision: 7,
        tree: { __typename: 'DecisionTree', mermaid },
      },
    },
  }));
  const written = always(WRITE_TREE)((sent) => ({
    writeTree: {
      __typename: 'ArtifactDraft',
      artifact: { __typename: 'Artifact', id: 'Artifact_1' },
      revision: sent.revision + 1,
      tree: { __typename: 'DecisionTree', mermaid: sent.mermaid },
    },
  }));
  renderArtifact('/artifacts/A-5/draft', HEAD, [whole.answer, page.answer, tree.answer, written.answer]);
  return written;
}

const editor = async () => {
  await userEvent.click(await screen.findByRole('radio', { name: 'Side by side' }));
  const view = EditorView.findFromDOM(await screen.findByRole('textbox', { name: /as Mermaid text$/ }));
  if (!view) throw new Error('There is no editor.');
  return view;
};

test('what is changed in the tree is changed in the text, with its comments, and saved; u takes it back', async () => {
  const written = open();
  const text = await editor();
  const row = await screen.findByRole('treeitem', { name: /Yes: Outcome, Call/ });
  await userEvent.click(row);
  await userEvent.type(screen.getByRole('textbox', { name: 'Outcome' }), ' now');
  await waitFor(() => expect(text.state.doc.toString()).toContain('b(["Call now"])'));
  expect(text.state.doc.toString()).toContain('%% why');
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(written.variables.at(-1)).toMatchObject({ artifactId: 'Artifact_1', revision: 7 });
  await userEvent.click(screen.getByRole('button', { name: 'Take the last change of the tree back' }));
  await waitFor(() => expect(text.state.doc.toString()).toBe(BEGUN));
});

test('the outline is worked by keys: an answer is added, and one removed with what only it leads to', async () => {
  open();
  const text = await editor();
  const tree = await screen.findByRole('tree');
  const [first] = within(tree).getAllByRole('treeitem');
  await userEvent.click(first ?? tree);
  await userEvent.keyboard('a');
  const field = await screen.findByRole('textbox', { name: 'Answer to “Urgent?” that leads here' });
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('Later');
  await waitFor(() => expect(text.state.doc.toString()).toContain('a -->|"Later"| n1'));
  await userEvent.click(await within(tree).findByRole('treeitem', { name: /No: Outcome, Wait/ }));
  await userEvent.keyboard('{Delete}');
  await waitFor(() => expect(text.state.doc.toString()).not.toContain('Wait'));
});

test('what is typed as text is checked at its place, and the tree waits until it is mended', async () => {
  open();
  const text = await editor();
  act(() => text.dispatch({ changes: { from: text.state.doc.length, insert: 'd["Oops' } }));
  const wrong = await screen.findByRole('region', { name: 'What is wrong with it' });
  expect(await within(wrong).findByRole('button', { name: 'Line 8' })).toBeVisible();
  expect(text.dom.querySelector('.cm-problem')).not.toBeNull();
  expect(screen.getByText(/The text has slips/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add an answer' })).toBeNull();
});
