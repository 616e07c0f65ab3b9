import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RunPartsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { ROWAN } from '../testing/artifact-facts';
import { END_RUN, RUN, TICK_STEP } from './checklists.operations';
import { runRoutes } from './run-routes';

const AT = '2026-03-09T14:05:00.000Z';

const step = (id: string, text: string, depth = 0): RunPartsFragment['steps'][number] => ({
  __typename: 'RunStep',
  step: { __typename: 'ChecklistStep', id, text, hint: '', depth },
  done: false,
  at: null,
  note: '',
  by: null,
});

const run = (changes: Partial<RunPartsFragment> = {}): RunPartsFragment => ({
  __typename: 'ChecklistRun',
  id: 'ChecklistRun_1',
  title: 'Release 12',
  startedAt: AT,
  endedAt: null,
  done: 0,
  total: 2,
  rowVersion: 3,
  viewerCan: ['checklist-run:view', 'checklist-run:tick', 'checklist-run:end'],
  team: { __typename: 'Team', id: 'team-1', name: 'Checkout' },
  startedBy: ROWAN,
  version: {
    __typename: 'ArtifactVersion',
    id: 'ArtifactVersion_2',
    number: 2,
    artifact: { __typename: 'Artifact', id: 'Artifact_1', key: 'A-5', title: 'Release' },
  },
  steps: [step('s1', 'Tell everybody'), step('s2', 'Switch', 1)],
  ...changes,
});

test('steps are ticked with who and when, noted, and the run is ended with what is left', async () => {
  const shown = always(RUN)(() => ({ checklistRun: run() }));
  const ticked = always(TICK_STEP)(({ stepId, done, note }) => ({
    tickStep: run({
      done: 1,
      rowVersion: 4,
      steps: run().steps.map((one) =>
        one.step.id === stepId ? { ...one, done, note: note ?? '', at: AT, by: ROWAN } : one,
      ),
    }),
  }));
  const ended = always(END_RUN)(() => ({
    endChecklistRun: run({ endedAt: AT, rowVersion: 5, viewerCan: ['checklist-run:view'] }),
  }));
  renderScreen(signedIn(runRoutes), '/checklist-runs/ChecklistRun_1', [
    lastingSession(viewer()),
    shown.answer,
    ticked.answer,
    ended.answer,
  ]);
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Tell everybody' }));
  expect(await screen.findByText(/^Rowan Squall, /)).toBeVisible();
  expect(ticked.variables[0]).toMatchObject({ runId: 'ChecklistRun_1', stepId: 's1', done: true });
  expect(ticked.variables[0]).not.toHaveProperty('note');

  await userEvent.click(screen.getByRole('button', { name: 'Note something about “Switch”' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Note about “Switch”' }), 'At noon.');
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  await waitFor(() => expect(ticked.variables).toHaveLength(2));
  expect(ticked.variables[1]).toMatchObject({ stepId: 's2', done: false, note: 'At noon.' });

  await userEvent.click(screen.getByRole('button', { name: 'End the run' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('not done');
  await userEvent.click(screen.getAllByRole('button', { name: 'End the run' }).at(-1) ?? dialog);
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Switch' })).toBeDisabled());
  expect(ended.variables[0]).toMatchObject({ id: 'ChecklistRun_1', rowVersion: 4 });
});
