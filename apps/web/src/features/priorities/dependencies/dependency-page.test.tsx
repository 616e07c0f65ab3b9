import type { MockLink } from '@apollo/client/testing';
import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DependencyRecordFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import {
  COMMIT_DEPENDENCY,
  COUNTER_DEPENDENCY,
  EDIT_DEPENDENCY,
  RAISE_IMPEDIMENT_OF_DEPENDENCY,
} from './dependency-acts.operations';
import { DEPENDENCY, FIND_ITEMS } from './dependencies.operations';
import { item, record, step } from './testing/dependency-facts';
import { renderDependencies } from './testing/render-dependencies';

afterEach(() => localStorage.clear());

function show(dependency: DependencyRecordFragment, answers: MockLink.MockedResponse[] = []) {
  return renderDependencies('/dependencies/DEP-7', [always(DEPENDENCY)(() => ({ dependency })).answer, ...answers]);
}
const dialog = async () => within(await screen.findByRole('dialog'));
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('what is needed and every step, with who, when and their words', async () => {
  show(
    record(7, {
      state: 'COMMITTED',
      promisedFor: '2020-03-14',
      waitsFor: [],
      steps: [
        step('REQUESTED', { date: '2020-03-10', words: 'Before the season.' }),
        step('COUNTERED', { date: '2020-03-14', words: 'The audit comes first.' }),
        step('COMMITTED', { date: '2020-03-14' }),
      ],
    }),
  );
  const said = await screen.findByRole('region', { name: 'What was said' });
  const steps = within(said)
    .getAllByRole('listitem')
    .map((one) => one.textContent);
  expect(steps[0]).toContain('Rowan Squall asked for it, by 10 March 2020');
  expect(steps[1]).toMatch(/proposed 14 March 2020 instead.*The audit comes first\./);
  expect(steps[2]).toContain('took the proposed day, 14 March 2020');
  expect(screen.getByText('An address for charge 7')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Commit …' })).not.toBeInTheDocument();
});

test('a commitment is begun with the day that is needed, says when it is late, and may name the item', async () => {
  const committed = always(COMMIT_DEPENDENCY)(() => ({ commitDependency: record(7, { state: 'COMMITTED' }) }));
  const found = always(FIND_ITEMS)(() => ({
    backlog: {
      __typename: 'BacklogItemConnection',
      edges: [{ __typename: 'BacklogItemEdge', cursor: '1', node: item(9, { title: 'Charging' }) }],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 1,
    },
  }));
  show(record(7, { neededBy: '2090-03-10', viewerCan: ['dependency:commit', 'dependency:decline'] }), [
    committed.answer,
    found.answer,
  ]);
  await press('Commit …');
  const form = await dialog();
  const day = form.getByLabelText('Committed for');
  expect(day).toHaveValue('2090-03-10');
  await userEvent.clear(day);
  await userEvent.type(day, '2090-03-14');
  expect(form.getByText('That is 4 days later than it is needed.')).toBeVisible();
  await userEvent.type(form.getByRole('combobox', { name: /Delivered by the item/ }), 'Charg');
  await userEvent.click(await form.findByRole('option', { name: /B-9 Charging/ }));
  await userEvent.click(form.getByRole('button', { name: 'Commit' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(committed.variables).toEqual([
    {
      id: 'dependency-7',
      version: 1,
      promisedFor: '2090-03-14',
      words: '',
      providerId: 'item-9',
      idempotencyKey: expect.any(String),
    },
  ]);
  expect(await screen.findByRole('region', { name: 'Notes' })).toHaveTextContent(
    'You committed to DEP-7 for 14 March 2090.',
  );
});

test('answered by keys alone: the button is gone with the answer, and the focus is at the heading', async () => {
  let now = record(7, { neededBy: '2090-03-10', viewerCan: ['dependency:commit'] });
  const committed = always(COMMIT_DEPENDENCY)(() => {
    now = record(7, { state: 'COMMITTED', promisedFor: '2090-03-10', version: 2 });
    return { commitDependency: now };
  });
  renderDependencies('/dependencies/DEP-7', [always(DEPENDENCY)(() => ({ dependency: now })).answer, committed.answer]);
  (await screen.findByRole('button', { name: 'Commit …' })).focus();
  await userEvent.keyboard('{Enter}');
  (await dialog()).getByLabelText(/Anything that goes with it/).focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'DEP-7' })).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Commit …' })).not.toBeInTheDocument();
});

test('another day needs its reason, which outlives a closed dialog', async () => {
  const countered = always(COUNTER_DEPENDENCY)(() => ({ counterDependency: record(7, { state: 'COUNTERED' }) }));
  show(record(7, { neededBy: '2090-03-10', viewerCan: ['dependency:commit', 'dependency:counter'] }), [
    countered.answer,
  ]);
  await press('Propose another day …');
  await userEvent.click((await dialog()).getByRole('button', { name: 'Propose' }));
  expect((await dialog()).getByText('Choose a day.')).toBeVisible();
  expect((await dialog()).getByText('Say why, so that the other side can plan with it.')).toBeVisible();
  await userEvent.type((await dialog()).getByLabelText('Why then'), 'The audit comes first.');
  await userEvent.click((await dialog()).getByRole('button', { name: 'Cancel' }));
  await press('Propose another day …');
  expect((await dialog()).getByLabelText('Why then')).toHaveValue('The audit comes first.');
  await userEvent.type((await dialog()).getByLabelText('What day can you keep?'), '2090-04-01');
  await userEvent.click((await dialog()).getByRole('button', { name: 'Propose' }));
  await waitFor(() => expect(countered.variables).toHaveLength(1));
  expect(countered.variables[0]).toMatchObject({ proposedFor: '2090-04-01', words: 'The audit comes first.' });
});

test('where the other side was faster, the words are kept and it is read again', async () => {
  show(record(7, { neededBy: '2090-03-10', viewerCan: ['dependency:commit'] }), [
    {
      request: { query: COMMIT_DEPENDENCY, variables: () => true },
      result: {
        errors: [
          {
            message: 'x',
            extensions: {
              code: 'DEPENDENCY_IN_OTHER_STATE',
              details: { state: 'WITHDRAWN', action: 'dependency:commit', legal: [] },
            },
          },
        ],
      },
    },
  ]);
  await press('Commit …');
  await userEvent.type((await dialog()).getByLabelText(/Anything that goes with it/), 'With the tests.');
  await userEvent.click((await dialog()).getByRole('button', { name: 'Commit' }));
  expect(await (await dialog()).findByRole('note')).toHaveTextContent('The other side changed it a moment before you.');
  expect((await dialog()).getByLabelText(/Anything that goes with it/)).toHaveValue('With the tests.');
});

test('needed earlier than promised: that it is asked anew is said before; what stays is not sent', async () => {
  const saved = always(EDIT_DEPENDENCY)(() => ({ editDependency: record(7) }));
  show(
    record(7, {
      state: 'COMMITTED',
      neededBy: '2090-03-10',
      promisedFor: '2090-03-08',
      viewerCan: ['dependency:edit', 'dependency:withdraw'],
    }),
    [saved.answer],
  );
  await press('More about this dependency');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change what is asked …' }));
  const form = await dialog();
  await userEvent.clear(form.getByLabelText('Needed by'));
  await userEvent.type(form.getByLabelText('Needed by'), '2090-03-01');
  expect(form.getByText('It is committed for 8 March 2090: needed earlier, it is asked anew.')).toBeVisible();
  await userEvent.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved.variables).toHaveLength(1));
  expect(saved.variables[0]).toEqual({
    id: 'dependency-7',
    version: 1,
    neededBy: '2090-03-01',
    idempotencyKey: expect.any(String),
  });
});

test('one press makes an impediment of what nobody answered, and leads to it', async () => {
  const impediment = {
    __typename: 'Impediment' as const,
    id: 'impediment-12',
    key: 'IMP-12',
    title: 'No address for charges',
    state: 'RAISED' as const,
  };
  const raised = always(RAISE_IMPEDIMENT_OF_DEPENDENCY)(() => ({
    raiseImpedimentOfDependency: record(7, { impediment }),
  }));
  show(record(7, { overdue: true, viewerCan: ['dependency:raise-impediment'] }), [raised.answer]);
  await press('Make it an impediment');
  const note = await screen.findByText('DEP-7 is an impediment now: IMP-12.');
  expect(note).toBeVisible();
  expect(screen.getByText('It affects Ferries and blocks B-1.')).toBeVisible();
  await press('Open IMP-12');
  expect(await screen.findByText('Elsewhere')).toBeVisible();
});

test.each([
  ['nothing', always(DEPENDENCY)(() => ({ dependency: null })).answer],
  // What the api says of a key that nothing has.
  ['NOT_FOUND', refused(DEPENDENCY, { key: 'DEP-7' }, 'NOT_FOUND')],
])('a key that nothing has says so, and leads on: %s', async (_, answer) => {
  renderDependencies('/dependencies/DEP-7', [answer]);
  expect(await screen.findByText('There is no dependency DEP-7.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show all dependencies' })).toHaveAttribute('href', '/dependencies?show=all');
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});
