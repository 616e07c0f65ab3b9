import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { REQUEST_DEPENDENCY } from './dependency-acts.operations';
import { DEPENDENCIES, FIND_ITEMS } from './dependencies.operations';
import { item, record } from './testing/dependency-facts';
import { renderDependencies } from './testing/render-dependencies';

afterEach(() => localStorage.clear());

const none = () =>
  always(DEPENDENCIES)(() => ({
    dependencies: {
      __typename: 'DependencyConnection',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 0,
    },
  })).answer;
const found = () =>
  always(FIND_ITEMS)(() => ({
    backlog: {
      __typename: 'BacklogItemConnection',
      edges: [1, 9].map((number) => ({ __typename: 'BacklogItemEdge', cursor: `${number}`, node: item(number) })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: 2,
    },
  })).answer;

async function open() {
  const [button] = await screen.findAllByRole('button', { name: 'Ask for something …' });
  if (button) await userEvent.click(button);
  return within(await screen.findByRole('dialog'));
}
const choose = async (form: ReturnType<typeof within>, field: RegExp, typed: string, option: RegExp) => {
  await userEvent.type(form.getByRole('combobox', { name: field }), typed);
  await userEvent.click(await form.findByRole('option', { name: option }));
};

test('what is missing is said field by field', async () => {
  const asked = always(REQUEST_DEPENDENCY)(() => ({ requestDependency: record(7) }));
  renderDependencies('/dependencies', [none(), found(), asked.answer]);
  const form = await open();
  await userEvent.click(form.getByRole('button', { name: 'Ask' }));
  for (const problem of [
    'Choose the item that needs it.',
    'Choose who is to deliver it: an item or a team.',
    'Say by when.',
    'Say what is needed, in a sentence or two.',
  ])
    expect(form.getByText(problem)).toBeVisible();
  expect(asked.variables).toEqual([]);
});

test('a team may be asked before anybody knows the item', async () => {
  const asked = always(REQUEST_DEPENDENCY)(() => ({ requestDependency: record(7) }));
  renderDependencies('/dependencies', [none(), found(), asked.answer]);
  const form = await open();
  await choose(form, /Which item needs it/, 'Feat', /B-1 Feature 1/);
  await choose(form, /Who is to deliver it/, 'Vau', /Vault/);
  await userEvent.type(form.getByLabelText('Needed by'), '2090-03-10');
  await userEvent.type(form.getByLabelText('What do you need?'), 'Charges.');
  await userEvent.click(form.getByRole('button', { name: 'Ask' }));
  expect(await screen.findByRole('region', { name: 'Notes' })).toHaveTextContent('DEP-7 is asked of Vault.');
  expect(asked.variables).toEqual([
    {
      consumerId: 'item-1',
      providerTeamId: 'team-vault',
      neededBy: '2090-03-10',
      words: 'Charges.',
      idempotencyKey: expect.any(String),
    },
  ]);
});

test('an item never delivers to itself, and what was begun is there again', async () => {
  renderDependencies('/dependencies', [none(), found()]);
  let form = await open();
  await choose(form, /Which item needs it/, 'Feat', /B-1 Feature 1/);
  await userEvent.type(form.getByRole('combobox', { name: /Who is to deliver it/ }), 'Feat');
  expect(await form.findByRole('option', { name: /B-9 Feature 9/ })).toBeVisible();
  expect(form.queryByRole('option', { name: /B-1 / })).not.toBeInTheDocument();
  await userEvent.click(form.getByRole('option', { name: /B-9 Feature 9/ }));
  await userEvent.click(form.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  form = await open();
  expect(form.getByRole('combobox', { name: /Which item needs it/ })).toHaveValue('B-1 Feature 1');
  expect(form.getByRole('combobox', { name: /Who is to deliver it/ })).toHaveValue('B-9 Feature 9');
});

test('a circle is refused with every item of it, and keeps every word', async () => {
  renderDependencies('/dependencies', [
    none(),
    found(),
    {
      request: { query: REQUEST_DEPENDENCY, variables: () => true },
      result: {
        errors: [{ message: 'x', extensions: { code: 'DEPENDENCY_CYCLE', details: { keys: ['B-1', 'B-9', 'B-1'] } } }],
      },
    },
  ]);
  const form = await open();
  await choose(form, /Which item needs it/, 'Feat', /B-1 Feature 1/);
  await choose(form, /Who is to deliver it/, 'Feat', /B-9 Feature 9/);
  await userEvent.type(form.getByLabelText('Needed by'), '2090-03-10');
  await userEvent.type(form.getByLabelText('What do you need?'), 'Charges.');
  await userEvent.click(form.getByRole('button', { name: 'Ask' }));
  const alert = await form.findByRole('alert');
  expect(alert).toHaveTextContent('Each would wait for the next.');
  expect(alert).toHaveTextContent('B-1 needs B-9 needs B-1.');
  expect(form.getByLabelText('What do you need?')).toHaveValue('Charges.');
});
