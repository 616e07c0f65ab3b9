import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { DRAFT, DRAFT_PAGE } from '../editor/draft.operations';
import { artifact, draft, draftPage, HEAD_DRAFT } from '../testing/artifact-facts';
import { renderArtifact } from '../testing/render-artifact';
import { DRAFT_CHECKLIST, WRITE_CHECKLIST } from './checklists.operations';

const HEAD = artifact({ kind: 'CHECKLIST', viewerCan: ['draft:write'], draft: HEAD_DRAFT });

beforeEach(() => localStorage.clear());

test('steps are written by keys; a new one keeps the id that the server gave it', async () => {
  const whole = always(DRAFT)(() => ({ artifact: { __typename: 'Artifact', id: 'Artifact_1', draft: draft() } }));
  const page = always(DRAFT_PAGE)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: { __typename: 'ArtifactDraft', id: 'ArtifactDraft_1', revision: 7, page: draftPage() },
    },
  }));
  const list = always(DRAFT_CHECKLIST)(() => ({
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      draft: {
        __typename: 'ArtifactDraft',
        id: 'ArtifactDraft_1',
        revision: 7,
        checklist: [{ __typename: 'ChecklistStep', id: 's1', text: 'Tell everybody', hint: '', depth: 0 }],
      },
    },
  }));
  let revision = 7;
  const written = always(WRITE_CHECKLIST)(({ steps }) => ({
    writeChecklist: {
      __typename: 'ArtifactDraft',
      artifact: { __typename: 'Artifact', id: 'Artifact_1' },
      revision: (revision += 1),
      checklist: [steps].flat().map(({ id, text, hint, depth }, index) => ({
        __typename: 'ChecklistStep' as const,
        id: String(id ?? `given-${index}`),
        text,
        hint: hint ?? '',
        depth: depth ?? 0,
      })),
    },
  }));
  renderArtifact('/artifacts/A-5/draft', HEAD, [whole.answer, page.answer, list.answer, written.answer]);
  await userEvent.click(await screen.findByRole('textbox', { name: 'Step 1, level 1' }));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Step 2, level 1' })).toHaveFocus());
  await userEvent.keyboard('Switch{Alt>}{ArrowRight}{/Alt}');
  expect(await screen.findByRole('textbox', { name: 'Step 2, level 2' })).toHaveValue('Switch');
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(written.variables.at(-1)?.steps).toEqual([
    { id: 's1', text: 'Tell everybody', hint: '', depth: 0 },
    { id: null, text: 'Switch', hint: '', depth: 1 },
  ]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Step 2, level 2' }), ' over');
  await waitFor(() => expect(written.variables.at(-1)?.revision).toBe(8));
  expect(written.variables.at(-1)?.steps).toEqual([
    { id: 's1', text: 'Tell everybody', hint: '', depth: 0 },
    { id: 'given-1', text: 'Switch over', hint: '', depth: 1 },
  ]);
});
