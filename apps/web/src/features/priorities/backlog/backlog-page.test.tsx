import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BacklogQueryVariables, ItemLineFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import { BULK_EDIT_ITEMS, UNDO_BULK_EDIT } from '../bulk/bulk.operations';
import { CHANGE_ITEM_STATE, EDIT_LINE, ITEM_LINE_BY_KEY } from '../item-acts/item-acts.operations';
import { setCreating } from '../item-form/create-state';
import { openCell } from '../item-acts/open-cell';
import { itemSelection } from '../selection/item-selection';
import { itemLine, PARCELS, pageOf } from '../testing/item-facts';
import { renderPriorities } from '../testing/render-priorities';
import { BACKLOG } from './backlog.operations';

// What is loaded lazily takes its time on a busy machine.
beforeAll(() => Promise.all([import('./backlog-page'), import('../bulk/bulk-dialog')]));
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() =>
  act(() => {
    itemSelection.clear();
    openCell.close();
    setCreating(null);
  }),
);

const EPIC = itemLine(1, { tier: 'EPIC', title: 'Payments without cash', childCount: 2, openChildCount: 2 });
const RECEIPTS = itemLine(2, { title: 'Receipts', parent: { ...EPIC } });
const REFUNDS = itemLine(3, { title: 'Refunds', parent: { ...EPIC }, points: 3 });

/** A small backlog that answers as the server would. */
function backlog(items: ItemLineFragment[] = [EPIC, RECEIPTS, REFUNDS]) {
  let present = items;
  const asked = always(BACKLOG)(({ filter, first }: BacklogQueryVariables) => {
    const found = present.filter(
      ({ parent, title, state }) =>
        (!filter?.roots || parent === null || !items.some(({ id }) => id === parent.id)) &&
        (!filter?.parentId || parent?.id === filter.parentId) &&
        (!filter?.text || title.toLowerCase().includes(filter.text)) &&
        (filter?.states ?? ['DRAFT', 'READY', 'IN_PROGRESS']).includes(state),
    );
    return pageOf(found.slice(0, first), found.length);
  });
  return {
    ...asked,
    put: (item: ItemLineFragment) => {
      present = present.map((one) => (one.id === item.id ? item : one));
      return item;
    },
  };
}

const row = (key: string) => screen.getByRole('row', { name: new RegExp(key) });

test('a tree opens what is part of an item, by mouse and by arrows, and remembers it', async () => {
  const { answer, variables } = backlog();
  renderPriorities('/backlog', [answer]);
  expect(await screen.findByRole('link', { name: /Payments without cash/ })).toBeVisible();
  expect(variables[0]).toEqual({
    productId: 'product-1',
    filter: { roots: true },
    sort: 'ORDER',
    descending: false,
    first: 50,
  });
  expect(row('B-1')).toHaveAttribute('aria-expanded', 'false');
  screen.getByRole('link', { name: /B-1/ }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(await screen.findByRole('link', { name: /Receipts/ })).toBeVisible();
  expect(row('B-2')).toHaveAttribute('aria-level', '2');
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(screen.getByRole('link', { name: /Refunds/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('link', { name: /B-1/ })).toHaveFocus();
  expect(sessionStorage.getItem('chapterhouse.backlog-tree')).toBe('["B-1"]');
  await userEvent.click(screen.getByRole('button', { name: 'Close B-1' }));
  expect(screen.queryByRole('link', { name: /Receipts/ })).not.toBeInTheDocument();
});

test('what is open under what has ended stands at the root, and says what it is part of', async () => {
  renderPriorities('/backlog', [backlog([RECEIPTS]).answer]);
  expect(await screen.findByRole('link', { name: /Receipts/ })).toBeVisible();
  expect(row('B-2')).toHaveAttribute('aria-level', '1');
  expect(row('B-2')).toHaveTextContent('in B-1');
});

test('what is looked for is shown flat with what it is part of; the address keeps it', async () => {
  const { answer, variables } = backlog();
  const { address } = renderPriorities('/backlog', [answer]);
  await screen.findByRole('link', { name: /Payments without cash/ });
  await userEvent.keyboard('/');
  await userEvent.keyboard('refu');
  await waitFor(() => expect(address()).toBe('/backlog?text=refu'));
  expect(await screen.findByText('in B-1')).toBeVisible();
  expect(screen.getByRole('link', { name: /Refunds/ })).toBeVisible();
  expect(address()).toBe('/backlog?text=refu');
  expect(variables.at(-1)?.filter).toEqual({ text: 'refu' });
  await userEvent.click(screen.getByRole('button', { name: 'Not ready' }));
  await waitFor(() => expect(address()).toBe('/backlog?text=refu&ready=0'));
});

test('a fact is changed where it stands, and shows at once', async () => {
  const { answer, put } = backlog();
  const edited = always(EDIT_LINE)(({ changes }) => ({
    item: put({ ...REFUNDS, points: changes.points ?? null, version: 2 }),
  }));
  renderPriorities('/backlog?view=list', [answer, edited.answer]);
  await screen.findByRole('link', { name: /Refunds/ });
  await userEvent.click(within(row('B-3')).getByRole('button', { name: '3' }));
  await userEvent.click(await screen.findByRole('button', { name: '8' }));
  expect(await within(row('B-3')).findByRole('button', { name: '8' })).toBeVisible();
  await waitFor(() => expect(edited.variables).toMatchObject([{ id: 'item-3', version: 1, changes: { points: 8 } }]));
});

test('the title is changed by a key; what is refused goes back and says why', async () => {
  const { answer } = backlog();
  const no = { ...refused(EDIT_LINE, { id: '', version: 1, changes: {} }, 'FORBIDDEN', { reason: 'Only Rowan may.' }) };
  const mutation = { ...no, request: { query: EDIT_LINE, variables: () => true } };
  const now = always(ITEM_LINE_BY_KEY)(() => ({
    backlogItem: { ...REFUNDS, description: '', acceptanceCriteria: [] },
  }));
  renderPriorities('/backlog?view=list', [answer, mutation, now.answer]);
  (await screen.findByRole('link', { name: /Refunds/ })).focus();
  await userEvent.keyboard('e');
  const field = screen.getByRole('textbox', { name: 'Title of B-3' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Money back{Enter}');
  expect(await screen.findByRole('region', { name: 'Notes' })).toHaveTextContent(
    'B-3 stays as it was. Only Rowan may.',
  );
  expect(screen.getByRole('link', { name: /Refunds/ })).toBeVisible();
});

test('an edit goes on top of somebody else’s change of another field', async () => {
  const { answer, put } = backlog();
  let calls = 0;
  const sent: unknown[] = [];
  const edited = {
    request: { query: EDIT_LINE, variables: () => true },
    maxUsageCount: 5,
    result: (variables: { version: number; changes: { title?: string | null } }) => {
      sent.push(variables.version);
      if (calls++ === 0) return { errors: [{ message: '', extensions: { code: 'CONFLICT', details: {} } }] };
      return { data: { item: put({ ...REFUNDS, title: variables.changes.title ?? '', version: 8 }) } };
    },
  };
  const theirs = { ...REFUNDS, kind: 'DEBT' as const, version: 7, description: '', acceptanceCriteria: [] };
  renderPriorities('/backlog?view=list', [
    answer,
    edited,
    always(ITEM_LINE_BY_KEY)(() => ({ backlogItem: theirs })).answer,
  ]);
  (await screen.findByRole('link', { name: /Refunds/ })).focus();
  await userEvent.keyboard('e');
  await userEvent.type(screen.getByRole('textbox', { name: 'Title of B-3' }), ' in a day{Enter}');
  await waitFor(() => expect(sent).toEqual([1, 7]));
  expect(await screen.findByRole('link', { name: /Refunds in a day/ })).toBeVisible();
});

test('the state goes where it can; what it lacks is said where it is asked for; dropping asks why', async () => {
  const { answer, put } = backlog();
  const changed = always(CHANGE_ITEM_STATE)(({ state }) => ({ item: put({ ...REFUNDS, state, version: 2 }) }));
  renderPriorities('/backlog?view=list', [answer, changed.answer]);
  (await screen.findByRole('link', { name: /Refunds/ })).focus();
  await userEvent.keyboard('m');
  const ready = await screen.findByRole('menuitem', { name: /Ready/ });
  expect(ready).toHaveTextContent('Needs acceptance criteria');
  expect(ready).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(screen.getByRole('menuitem', { name: /Drop/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Drop B-3' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Drop it' }));
  expect(within(dialog).getByText('Say why it is dropped.')).toBeVisible();
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'Nobody asks for it.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Drop it' }));
  await waitFor(() =>
    expect(changed.variables).toMatchObject([{ state: 'DROPPED', reason: 'Nobody asks for it.', version: 1 }]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('many are changed in one go, with one way back; what stayed says why and stays selected', async () => {
  const { answer } = backlog();
  const bulk = always(BULK_EDIT_ITEMS)(() => ({
    bulk: {
      __typename: 'BulkItemResult',
      items: [{ ...RECEIPTS, kind: 'DEBT' }],
      skipped: [{ __typename: 'SkippedItem', item: { ...REFUNDS }, why: 'Only its team may.' }],
      undo: { __typename: 'BulkUndo', id: 'bulk-1', label: 'One item is changed', until: '2026-03-02T09:00:10Z' },
    },
  }));
  const undone = always(UNDO_BULK_EDIT)(() => ({
    bulk: { __typename: 'BulkItemResult', items: [RECEIPTS], skipped: [], undo: null },
  }));
  renderPriorities('/backlog?view=list', [answer, bulk.answer, undone.answer]);
  (await screen.findByRole('link', { name: /Receipts/ })).focus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  const bar = await screen.findByRole('region', { name: 'Selected items' });
  expect(bar).toHaveTextContent('2 selected');
  expect(within(bar).getByRole('button', { name: 'Change … b' })).toBeVisible();
  await userEvent.keyboard('b');
  const dialog = await screen.findByRole('dialog', { name: 'Change 2 items' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Change 2 items' }));
  expect(within(dialog).getByRole('alert')).toHaveTextContent('Choose what to change.');
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Kind' }), 'Debt');
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Product Goal' }), PARCELS.id);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Change 2 items' }));
  expect(await screen.findByRole('dialog', { name: '1 item stayed as it was' })).toHaveTextContent(
    'B-3 Refunds Only its team may.',
  );
  expect(bulk.variables).toMatchObject([
    { ids: ['item-2', 'item-3'], changes: { kind: 'DEBT', goalId: PARCELS.id }, reason: null },
  ]);
  expect([...itemSelection.ids()]).toEqual(['item-3']);
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await userEvent.keyboard('z');
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Notes' })).toHaveTextContent('Taken back: One item is changed'),
  );
  expect(undone.variables).toMatchObject([{ id: 'bulk-1' }]);
});

test('a board has a column for each state on the way; those that ended are asked for by when they did', async () => {
  const { answer, variables } = backlog([EPIC, { ...RECEIPTS, state: 'IN_PROGRESS' }]);
  renderPriorities('/backlog?view=board', [answer]);
  const working = await screen.findByRole('region', { name: 'In progress' });
  expect(await within(working).findByRole('link', { name: 'Receipts' })).toBeVisible();
  expect(await within(screen.getByRole('region', { name: 'Ready' })).findByText('Nothing here.')).toBeVisible();
  expect(variables).toContainEqual(
    expect.objectContaining({ filter: { states: ['DONE'] }, sort: 'UPDATED', descending: true }),
  );
});

test('more come behind those that are there', async () => {
  const pages = always(BACKLOG)(({ after }: BacklogQueryVariables) => {
    const page = pageOf([itemLine(after ? 2 : 1)], 2);
    return { backlog: { ...page.backlog, pageInfo: { ...page.backlog.pageInfo, hasNextPage: !after } } };
  });
  renderPriorities('/backlog?view=list', [pages.answer]);
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: /B-2/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /B-1/ })).toBeVisible();
  expect(screen.getByText('2 open items')).toBeVisible();
  expect(pages.variables.at(-1)).toMatchObject({ after: 'B-1' });
});

test('an empty backlog offers the first step, an empty search the way out, a refusal what to do', async () => {
  renderPriorities('/backlog', [always(BACKLOG)(() => pageOf([])).answer]);
  expect(await screen.findByRole('heading', { name: 'The backlog of Freight is empty' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Write the first item' }));
  expect(await screen.findByRole('dialog', { name: 'New item' })).toBeVisible();
});

test('nothing fits', async () => {
  renderPriorities('/backlog?text=zzz', [always(BACKLOG)(() => pageOf([])).answer]);
  expect(await screen.findByRole('heading', { name: 'No item fits this' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Show the whole backlog' })).toBeVisible();
});

test('a refusal says what to do next', async () => {
  const variables = {
    productId: 'product-1',
    filter: { roots: true },
    sort: 'ORDER' as const,
    descending: false,
    first: 50,
  };
  renderPriorities('/backlog', [refused(BACKLOG, variables, 'RATE_LIMITED', { retryAfterSeconds: 5 })]);
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a goal that an item says and does not serve any more is marked as ended', async () => {
  const harbour = { __typename: 'ProductGoal' as const, id: 'goal-1', title: 'Every port pays' };
  const served = itemLine(4, { title: 'Tickets', goal: harbour, servesGoal: { ...harbour, state: 'ACTIVE' } });
  const aimless = itemLine(5, { title: 'Ferries', goal: harbour, servesGoal: null });
  renderPriorities('/backlog?view=list', [backlog([served, aimless]).answer]);
  expect(await screen.findByRole('row', { name: /B-5 .*Every port pays \(ended\)/ })).toBeVisible();
  expect(row('B-4')).not.toHaveTextContent('(ended)');
});
