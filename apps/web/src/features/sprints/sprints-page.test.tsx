import { expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SprintFactsFragment, ThroughputFactsFragment } from '../../generated/graphql';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { sprintsRoutes } from './routes';
import { EDIT_SPRINT, FINISH_SPRINT, RECORD_SPRINT, REMOVE_SPRINT, SPRINTS_PAGE } from './sprints.operations';
import { sprint, TEAM, throughput } from './testing/sprint-facts';

const FINISHED = [1, 2, 3].map((number) => sprint(number, { doneItems: 4 + number }));

function show(
  sprints: SprintFactsFragment[],
  facts: Partial<ThroughputFactsFragment> = {},
  ...more: MockLink.MockedResponse[]
) {
  const finished = sprints.filter(({ state }) => state === 'CLOSED').toReversed();
  const page = always(SPRINTS_PAGE)(() => ({
    team: { ...TEAM, throughput: throughput(finished, facts) },
    sprints: {
      __typename: 'SprintConnection',
      totalCount: sprints.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: sprints.map((node) => ({ __typename: 'SprintEdge', cursor: node.id, node })),
    },
  }));
  return renderScreen(signedIn(sprintsRoutes), `/teams/${TEAM.id}/sprints`, [
    lastingSession(viewer()),
    page.answer,
    ...more,
  ]);
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

test('what was planned and done, and the mean with what it is taken of', async () => {
  show(FINISHED.toReversed());
  expect(await screen.findByRole('heading', { level: 1, name: 'Sprints of Yard' })).toBeVisible();
  expect(screen.getByText('6').parentElement).toHaveTextContent('6 items per sprint');
  expect(screen.getByText('Mean of Sprint 3: 7, Sprint 2: 6, Sprint 1: 5')).toBeVisible();
  expect(row('Sprint 2')).toHaveTextContent('Finished');
  expect(row('Sprint 2')).toHaveTextContent('6 of 10');
  expect(screen.queryByText('Velocity')).toBeNull();
});

test('the chart is walked by keys, tells of each sprint, and is a table as well', async () => {
  show(FINISHED.toReversed());
  await screen.findByRole('heading', { level: 1, name: 'Sprints of Yard' });
  const bars = [5, 6, 7].map((done, index) => screen.getByLabelText(`Sprint ${index + 1}: ${done} of 10 items`));
  expect(bars.map((bar) => bar.tabIndex)).toEqual([-1, -1, 0]);
  act(() => bars[2]?.focus());
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(bars[0]).toHaveFocus();
  expect(screen.getByRole('figure')).toHaveTextContent(/Sprint 1.*2 Mar – 15 Mar.*5 of 10 items/);
  await userEvent.keyboard('{End}');
  expect(bars[2]).toHaveFocus();
  await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
  const table = screen.getByRole('table', { name: /planned and done/ });
  const rows = within(table)
    .getAllByRole('row')
    .map((one) => [...one.children].map(({ textContent }) => textContent));
  expect(rows[1]).toEqual(['Sprint 3', '30 Mar – 12 Apr', '10', '7', '–', '–']);
});

test('below two finished sprints there is not enough data, and it says how many are missing', async () => {
  show([sprint(1)]);
  expect(await screen.findByText('Not enough data')).toBeVisible();
  expect(screen.getByText('1 of 2 finished sprints that say how many items were done')).toBeVisible();
});

test('without sprints it says what to do; who may not is told who does', async () => {
  show([], { viewerCan: ['sprint:view'] });
  expect(await screen.findByRole('heading', { name: 'No sprints yet' })).toBeVisible();
  expect(screen.getByText(/Somebody of the team records/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New sprint' })).toBeNull();
});

test('a new sprint follows the last one and is recorded with what is changed', async () => {
  const recorded = always(RECORD_SPRINT)(() => ({ recordSprint: sprint(4) }));
  show(FINISHED.toReversed(), {}, recorded.answer);
  await screen.findByRole('heading', { level: 1, name: 'Sprints of Yard' });
  await userEvent.click(screen.getByRole('button', { name: 'New sprint' }));
  const dialog = await screen.findByRole('dialog', { name: 'New sprint of Yard' });
  expect(within(dialog).getByLabelText('Name')).toHaveValue('Sprint 4');
  expect(within(dialog).getByLabelText(/First day/)).toHaveValue('2026-04-13');
  expect(within(dialog).getByLabelText(/Last day/)).toHaveValue('2026-04-26');
  expect(within(dialog).getByLabelText(/Items planned/)).toHaveValue(6);
  await userEvent.selectOptions(within(dialog).getByLabelText('State'), 'Planned');
  expect(within(dialog).queryByLabelText(/Items done/)).toBeNull();
  await userEvent.selectOptions(within(dialog).getByLabelText('State'), 'Finished');
  await userEvent.type(within(dialog).getByLabelText(/Items done/), '9');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record sprint' }));
  await screen.findByText('Sprints of Yard');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(recorded.variables).toMatchObject([
    {
      teamId: TEAM.id,
      input: { name: 'Sprint 4', state: 'CLOSED', startsOn: '2026-04-13', endsBefore: '2026-04-27', doneItems: 9 },
    },
  ]);
});

test('the one that runs is finished with what was done', async () => {
  const finished = always(FINISH_SPRINT)(() => ({ finishSprint: sprint(4) }));
  const running = sprint(4, { state: 'ACTIVE', doneItems: null });
  show([running, ...FINISHED.toReversed()], {}, finished.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Finish…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Finish Sprint 4' });
  expect(dialog).toHaveTextContent('10 planned');
  await userEvent.type(within(dialog).getByLabelText(/Items done/), '7');
  fireEvent.change(within(dialog).getByLabelText('Last day'), { target: { value: '2026-04-24' } });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Finish sprint' }));
  expect(finished.variables).toMatchObject([
    { id: 'Sprint_4', version: 1, input: { doneItems: 7, endsBefore: '2026-04-25' } },
  ]);
  expect(finished.variables[0]?.input).not.toHaveProperty('donePoints');
});

test('a conflict shows what is there now, keeps what was typed, and saves over it', async () => {
  const current = { ...FINISHED[2], doneItems: 3, version: 2 };
  const conflict: MockLink.MockedResponse = {
    request: { query: EDIT_SPRINT, variables: () => true },
    result: { errors: [{ message: '', extensions: { code: 'CONFLICT', details: { currentVersion: 2, current } } }] },
  };
  const edited = always(EDIT_SPRINT)(() => ({ editSprint: sprint(3) }));
  show(FINISHED.toReversed(), {}, conflict, edited.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Sprint 3: actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit Sprint 3' });
  await userEvent.clear(within(dialog).getByLabelText(/Sprint Goal/));
  await userEvent.type(within(dialog).getByLabelText(/Sprint Goal/), 'Pay by card');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('Items done now')).toBeVisible();
  expect(within(dialog).getByText('Items done now').nextElementSibling).toHaveTextContent('3');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine over it' }));
  await screen.findByRole('button', { name: 'New sprint' });
  expect(edited.variables).toMatchObject([{ version: 2, input: { goal: 'Pay by card' } }]);
});

test('an imported one says what was changed by hand, and how to follow the import again', async () => {
  const counted = {
    __typename: 'SprintCount' as const,
    plannedItems: 10,
    plannedPoints: null,
    doneItems: 5,
    donePoints: null,
  };
  show([sprint(1, { imported: true, editedByHand: ['doneItems'], doneItems: 8, counted })]);
  expect(await screen.findByText('Imported; items done changed by hand')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sprint 1: actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit Sprint 1' });
  expect(within(dialog).getByLabelText(/Items done/)).toHaveAccessibleDescription(
    'The import counts 5; empty this to follow it.',
  );
});

test('one is removed after it was said what that means; who may not has no menu', async () => {
  const removed = always(REMOVE_SPRINT)(() => ({ removeSprint: { __typename: 'Done', done: true } }));
  show([sprint(2, { imported: true }), sprint(1, { viewerCan: ['sprint:view'] })], {}, removed.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Sprint 2: actions' }));
  expect(screen.queryByRole('button', { name: 'Sprint 1: actions' })).toBeNull();
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Remove Sprint 2?' });
  expect(dialog).toHaveTextContent('An import that brings it again leaves it removed, and says so.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await screen.findByRole('button', { name: 'New sprint' });
  expect(removed.variables).toMatchObject([{ id: 'Sprint_2', version: 1 }]);
});
