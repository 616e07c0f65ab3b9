import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { BACKLOG } from '../backlog/backlog.operations';
import { CREATE_ITEM } from '../item-acts/item-acts.operations';
import { itemLine, pageOf } from '../testing/item-facts';
import { renderPriorities } from '../testing/render-priorities';
import { setCreating } from './create-state';

// What is loaded lazily takes its time on a busy machine.
beforeAll(() => Promise.all([import('../backlog/backlog-page'), import('./create-item-dialog')]));
beforeEach(() => localStorage.clear());
afterEach(() => act(() => setCreating(null)));

const backlog = () => always(BACKLOG)(() => pageOf([itemLine(1)])).answer;

test('a key opens the form; a title is enough, and what follows from it is sent along', async () => {
  const created = always(CREATE_ITEM)(({ input }) => ({ item: itemLine(42, { title: input.title }) }));
  renderPriorities('/backlog', [backlog(), created.answer]);
  await screen.findByRole('button', { name: /New item/ });
  await userEvent.keyboard('n');
  const dialog = await screen.findByRole('dialog', { name: 'New item' });
  await userEvent.click(within(dialog).getByRole('button', { name: /Add to the backlog/ }));
  expect(within(dialog).getByText(/Say in one line what it is/)).toBeVisible();
  expect(created.variables).toEqual([]);
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'What is needed?' }), 'Receipts');
  await userEvent.type(within(dialog).getByRole('combobox', { name: /Team or area/ }), 'check{Enter}');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Acceptance criteria/ }), '- one{Enter}- two');
  await userEvent.click(within(dialog).getByRole('button', { name: /Add to the backlog/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(created.variables).toMatchObject([
    {
      productId: 'product-1',
      input: {
        title: 'Receipts',
        tier: 'FEATURE',
        kind: 'VALUE',
        areaId: 'area-1',
        teamId: 'team-1',
        acceptanceCriteria: ['one', 'two'],
        points: null,
      },
    },
  ]);
  expect(screen.getByRole('region', { name: 'Notes' })).toHaveTextContent('B-42 is in the backlog.');
  expect(localStorage.getItem('chapterhouse.product')).toBe('product-1');
});

test('what was typed outlives a closed dialog', async () => {
  renderPriorities('/backlog', [backlog()]);
  await userEvent.click(await screen.findByRole('button', { name: /New item/ }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'What is needed?' }), 'Half a sent');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await userEvent.click(await screen.findByRole('button', { name: /New item/ }));
  expect(await screen.findByRole('textbox', { name: 'What is needed?' })).toHaveValue('Half a sent');
  expect(screen.getByText(/^What you wrote at .* is back\.$/)).toBeVisible();
});

test('several are written after each other', async () => {
  const created = always(CREATE_ITEM)(({ input }) => ({ item: itemLine(42, { title: input.title }) }));
  renderPriorities('/backlog', [backlog(), created.answer]);
  await userEvent.click(await screen.findByRole('button', { name: /New item/ }));
  const title = await screen.findByRole('textbox', { name: 'What is needed?' });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Write another one after it' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Epic' }));
  await userEvent.type(title, 'One{Control>}{Enter}{/Control}');
  await waitFor(() => expect(title).toHaveValue(''));
  await userEvent.type(title, 'Two{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(created.variables.map(({ input }) => [input.title, input.tier])).toEqual([
      ['One', 'EPIC'],
      ['Two', 'EPIC'],
    ]),
  );
  const keys = created.variables.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(2);
});
