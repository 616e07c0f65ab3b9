import { EditorView } from '@codemirror/view';
import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MockLink } from '@apollo/client/testing';
import { always } from '../../../platform/testing/always';
import { artifact, draft, draftPage, HEAD_DRAFT, PAGES, pageLine } from '../testing/artifact-facts';
import '../testing/measured-ranges';
import { renderArtifact } from '../testing/render-artifact';
import './code-editor';
import './draft-page';
import { ADD_PAGE, DRAFT, DRAFT_PAGE, MOVE_PAGE, WRITE_PAGE } from './draft.operations';

const HEAD = artifact({
  viewerCan: ['draft:begin', 'draft:write', 'review:ask'],
  draft: HEAD_DRAFT,
});

function open(answers: MockLink.MockedResponse[], at = '/artifacts/A-5/draft', shown = draftPage()) {
  const whole = always(DRAFT)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: draft({
        changedPages: [
          { __typename: 'PageChange', kind: 'CHANGED', path: 'reviews', title: 'Code reviews', wasPath: null },
        ],
      }),
    },
  }));
  const page = always(DRAFT_PAGE)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: { __typename: 'ArtifactDraft', id: 'ArtifactDraft_1', revision: 7, page: shown },
    },
  }));
  return renderArtifact(at, HEAD, [whole.answer, page.answer, ...answers]);
}

const area = () => screen.findByRole('textbox', { name: 'Text of Start, Markdown' });

async function write(text: string) {
  const view = EditorView.findFromDOM(await area());
  act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }));
}
const wrote = () => always(WRITE_PAGE)(({ page }) => ({ writePage: draftPage({ version: 4, body: page.body }) }));

beforeEach(() => localStorage.clear());

test('what is written is previewed and saves itself, with what the writer began from', async () => {
  const writing = wrote();
  open([writing.answer]);
  await write('one\n**two**\nthree');
  expect(screen.getByText('Not saved yet')).toBeVisible();
  await userEvent.click(await screen.findByRole('radio', { name: 'Both' }));
  const preview = screen.getByRole('region', { name: 'Preview of Start' });
  expect(await within(preview).findByText('two')).toHaveProperty('tagName', 'STRONG');
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(writing.variables).toEqual([
    {
      artifactId: 'Artifact_1',
      page: {
        path: 'index',
        pageId: 'DraftPage_index',
        body: 'one\n**two**\nthree',
        baseVersion: 3,
        baseBody: 'one\ntwo\nthree',
      },
    },
  ]);
});

test('where two wrote in the same place both are shown, and what is chosen is saved over theirs', async () => {
  const conflict: MockLink.MockedResponse = {
    request: { query: WRITE_PAGE, variables: () => true },
    result: {
      errors: [
        {
          message: 'CONFLICT',
          extensions: {
            code: 'CONFLICT',
            details: { currentVersion: 4, current: { body: 'one\ntwo, theirs\nthree' } },
          },
        },
      ],
    },
  };
  const writing = wrote();
  open([conflict, writing.answer]);
  await write('one\ntwo, mine\nthree');
  const view = await screen.findByRole('region', { name: 'Two people wrote in the same place' });
  expect(within(view).getByText(/in the same place: one place/)).toBeVisible();
  await userEvent.click(within(view).getByRole('radio', { name: 'Theirs' }));
  expect(within(view).getByText(/two, theirs/)).toBeVisible();
  await userEvent.click(within(view).getByRole('button', { name: 'Save mine in every place' }));
  await waitFor(() => expect(writing.variables).toHaveLength(1));
  expect(writing.variables[0]?.page).toEqual({
    path: 'index',
    pageId: 'DraftPage_index',
    body: 'one\ntwo, mine\nthree',
    baseVersion: 4,
    baseBody: 'one\ntwo, theirs\nthree',
  });
  expect(await screen.findByText('Saved')).toBeVisible();
});

test('the tree says what changed; pages are added and moved by keyboard', async () => {
  const added = always(ADD_PAGE)(() => ({
    addPage: draft({ pages: [...PAGES, pageLine('reviews/tools', 'Tools', 1)] }),
  }));
  const moved = always(MOVE_PAGE)(() => ({ movePage: draft() }));
  const { address } = open([added.answer, moved.answer]);
  const tree = await screen.findByRole('navigation', { name: 'Pages of the draft' });
  expect(within(tree).getByText('Changed')).toBeVisible();
  await userEvent.click(within(tree).getByRole('button', { name: 'Change Code reviews' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
  await waitFor(() => expect(moved.variables).toHaveLength(1));
  expect(moved.variables[0]).toMatchObject({ path: 'reviews', toParentPath: null, afterPath: null });
  await userEvent.click(within(tree).getByRole('button', { name: 'Change Code reviews' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Add a page below' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), 'Tools{Enter}');
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/draft/reviews/tools'));
  expect(added.variables[0]).toMatchObject({ parentPath: 'reviews', title: 'Tools' });
});

test('a page that is moved stays under the hands of whoever writes it, and is written where it is', async () => {
  const moved = always(MOVE_PAGE)(() => ({
    movePage: draft({
      pages: [pageLine('reviews', 'Code reviews'), { ...pageLine('reviews/index', 'Start'), id: 'Page_index' }],
    }),
  }));
  const writing = always(WRITE_PAGE)(({ page }) => ({
    writePage: draftPage({ id: 'Page_index', path: 'reviews/index', version: 4, body: page.body }),
  }));
  const { address } = open(
    [moved.answer, writing.answer],
    '/artifacts/A-5/draft/index',
    draftPage({ id: 'Page_index', version: 3 }),
  );
  await write('one, mine');
  await userEvent.click(screen.getByRole('button', { name: 'Change Start' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Move down' }));
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/draft/reviews/index'));
  await waitFor(() => expect(writing.variables[0]?.page).toMatchObject({ pageId: 'Page_index', body: 'one, mine' }));
  expect(await screen.findByText('Saved')).toBeVisible();
});

test('what only this browser has is not left without a question', async () => {
  const refused: MockLink.MockedResponse = {
    request: { query: WRITE_PAGE, variables: () => true },
    result: { errors: [{ message: 'FORBIDDEN', extensions: { code: 'FORBIDDEN', details: {} } }] },
  };
  open([refused]);
  const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await area();
  expect(leaves()).toBe(true);
  await write('one, mine');
  expect(await screen.findByText('Kept in this browser')).toBeVisible();
  expect(leaves()).toBe(false);
});
