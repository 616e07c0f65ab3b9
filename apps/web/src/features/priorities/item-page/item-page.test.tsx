import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ItemRecordFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { draftKey } from '../../../platform/drafts/draft-store';
import { DECISIONS } from '../../decisions/public';
import { found } from '../../decisions/testing/decision-facts';
import { BACKLOG } from '../backlog/backlog.operations';
import { ITEM_DEPENDENCIES } from '../dependencies/dependencies.operations';
import { EDIT_ITEM, ITEM_LINE_BY_KEY, PLACE_TASK } from '../item-acts/item-acts.operations';
import { openCell } from '../item-acts/open-cell';
import { itemLine, itemRecord, pageOf } from '../testing/item-facts';
import { renderPriorities } from '../testing/render-priorities';
import { ITEM, SCORE_ITEM } from './item-page.operations';

// What is loaded lazily takes its time on a busy machine.
beforeAll(() =>
  Promise.all([
    import('./item-page'),
    import('./item-panel'),
    import('../backlog/backlog-page'),
    import('../../../platform/markdown/markdown'),
  ]),
);
beforeEach(() => localStorage.clear());
afterEach(() => act(() => openCell.close()));

const TASKS = [4, 5, 6].map((number) => itemLine(number, { tier: 'TASK', title: `Task ${number}`, position: null }));

/** The page of an item as the server has it. */
function page(first: ItemRecordFragment | null) {
  let present = first;
  const answers = [
    always(ITEM)(() => ({ backlogItem: present })).answer,
    always(BACKLOG)(({ filter }) => pageOf(filter?.parentId ? TASKS : [])).answer,
    always(ITEM_DEPENDENCIES)(() => ({ node: null })).answer,
    always(DECISIONS)(() => found([])).answer,
  ];
  return {
    answers,
    put: (item: ItemRecordFragment) => {
      present = item;
      return item;
    },
  };
}

test('everything about an item, and how it stands', async () => {
  const { answers } = page(
    itemRecord(2, {
      title: 'Receipts',
      description: 'They ask for **paper**.',
      acceptanceCriteria: ['Within a minute'],
      parent: itemLine(1, { tier: 'EPIC', title: 'Payments without cash' }),
      blocked: true,
      childCount: 3,
      openChildCount: 2,
      impediments: [
        { __typename: 'Impediment', id: 'impediment-9', key: 'IMP-9', title: 'No test cards', state: 'TRIAGED' },
      ],
      links: [
        {
          __typename: 'ItemLink',
          id: 'link-1',
          type: 'Blocks',
          outward: false,
          phrase: 'is blocked by',
          key: 'PAY-7',
          item: null,
        },
      ],
      activity: {
        ...itemRecord(2).activity,
        edges: [
          {
            __typename: 'ActivityEdge',
            cursor: '1',
            node: {
              __typename: 'ActivityEntry',
              id: 'entry-1',
              at: '2026-03-02T09:00:00Z',
              actor: null,
              event: 'item.edited',
              changes: [{ field: 'points', from: '3', to: '5' }],
              note: null,
            },
          },
        ],
      },
    }),
  );
  renderPriorities('/backlog/B-2/page', answers);
  expect(await screen.findByRole('heading', { name: 'Receipts' })).toBeVisible();
  expect(screen.getByText('Within a minute')).toBeVisible();
  expect(screen.getByRole('link', { name: /B-1.*Payments without cash/ })).toHaveAttribute('href', '/backlog/B-1');
  expect(screen.getByRole('link', { name: /IMP-9.*No test cards/ })).toHaveAttribute('href', '/impediments/IMP-9');
  expect(screen.getByText('is blocked by')).toBeVisible();
  expect(screen.getByText('PAY-7 (not here)')).toBeVisible();
  expect(screen.getByText(/changed the size from 3 to 5/)).toBeVisible();
  expect(screen.getByText('needs acceptance criteria')).toBeVisible();
  expect(screen.getByText('serves no goal')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Parts, 2 of 3 open' })).toBeVisible();
});

test('criteria are written one a line; half words outlive a closed tab', async () => {
  const { answers, put } = page(itemRecord(2));
  const edited = always(EDIT_ITEM)(({ changes }) => ({
    item: put(itemRecord(2, { version: 2, acceptanceCriteria: changes.acceptanceCriteria ?? [] })),
  }));
  localStorage.setItem(
    draftKey('organization-1', 'person-1', 'item-acceptanceCriteria:B-2'),
    JSON.stringify({ text: '- A receipt comes', at: Date.now(), from: '' }),
  );
  renderPriorities('/backlog/B-2/page', [edited.answer, ...answers]);
  const area = await screen.findByRole('textbox', { name: 'acceptance criteria' });
  expect(area).toHaveValue('- A receipt comes');
  await userEvent.type(area, '{Enter}In their language{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(edited.variables).toMatchObject([
      { id: 'item-2', version: 1, changes: { acceptanceCriteria: ['A receipt comes', 'In their language'] } },
    ]),
  );
  await waitFor(() => expect(screen.getByText('In their language')).toBeVisible());
  expect(screen.queryByRole('textbox', { name: 'acceptance criteria' })).not.toBeInTheDocument();
});

test('two titles at once: theirs is shown beside mine, and replaced only by saving again', async () => {
  const { answers } = page(itemRecord(2, { title: 'Receipts' }));
  const versions: number[] = [];
  const edit = {
    request: { query: EDIT_ITEM, variables: () => true },
    maxUsageCount: 3,
    result: ({ version, changes }: { version: number; changes: { title?: string | null } }) => {
      versions.push(version);
      if (versions.length === 1) return { errors: [{ message: '', extensions: { code: 'CONFLICT', details: {} } }] };
      return { data: { item: itemRecord(2, { title: changes.title ?? '', version: 8 }) } };
    },
  };
  const now = always(ITEM_LINE_BY_KEY)(() => ({
    backlogItem: { ...itemLine(2, { title: 'Bills', version: 7 }), description: '', acceptanceCriteria: [] },
  }));
  renderPriorities('/backlog/B-2/page', [edit, now.answer, ...answers]);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit title' }));
  const field = screen.getByRole('textbox', { name: 'title' });
  await userEvent.type(field, ' in time{Enter}');
  expect(await screen.findByText(/It says now: “Bills”/)).toBeVisible();
  expect(field).toHaveValue('Receipts in time');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(versions).toEqual([1, 7]));
});

test('a score shows what it makes at once', async () => {
  const score = { ...itemRecord(2).score, value: 8, timeCriticality: 5 };
  const { answers, put } = page(itemRecord(2, { score, points: 5 }));
  const scored = always(SCORE_ITEM)(({ riskReduction }) => ({
    item: put(
      itemRecord(2, {
        points: 5,
        version: 2,
        score: { ...score, riskReduction: riskReduction ?? null, costOfDelay: 15, wsjf: 3 },
      }),
    ),
  }));
  renderPriorities('/backlog/B-2/page', [scored.answer, ...answers]);
  expect(await screen.findByText('All three make its cost of delay.')).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Risk reduction/ }), '2');
  expect((await screen.findByText(/Cost of delay/)).textContent).toBe('Cost of delay 15 · WSJF 3');
  expect(scored.variables).toMatchObject([{ value: 8, timeCriticality: 5, riskReduction: 2, version: 1 }]);
});

test('tasks are put before and after each other', async () => {
  const { answers } = page(itemRecord(2, { childCount: 3, openChildCount: 3 }));
  const placed = always(PLACE_TASK)(() => ({ item: TASKS[2] ?? itemLine(6) }));
  renderPriorities('/backlog/B-2/page', [placed.answer, ...answers]);
  expect(await screen.findByRole('button', { name: 'B-4: earlier' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'B-6: earlier' }));
  await waitFor(() => expect(placed.variables).toMatchObject([{ id: 'item-6', after: 'item-4' }]));
});

test('whoever may not change it reads it', async () => {
  const { answers } = page(itemRecord(2, { viewerCan: [], points: 3 }));
  renderPriorities('/backlog/B-2/page', answers);
  const facts = await screen.findByRole('complementary', { name: 'Facts' });
  expect(within(facts).getByText('3 points')).toBeVisible();
  expect(within(facts).queryByRole('button')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Edit/ })).not.toBeInTheDocument();
});

test('a panel stands beside the backlog and closes to it; an unknown key says so', async () => {
  const { answers } = page(itemRecord(2, { title: 'Receipts' }));
  const { address } = renderPriorities('/backlog/B-2?view=list', answers);
  const panel = await screen.findByRole('dialog', { name: 'B-2' });
  expect(await within(panel).findByRole('heading', { name: 'Receipts' })).toBeVisible();
  await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(address()).toBe('/backlog?view=list'));
});

test('there is no such item', async () => {
  renderPriorities('/backlog/B-404/page', page(null).answers);
  expect(await screen.findByText('There is no item B-404.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show the backlog' })).toHaveAttribute('href', '/backlog');
});

test('whoever may not edit it reads what it is part of, and nothing to press', async () => {
  const { answers } = page(
    itemRecord(2, { viewerCan: [], parent: itemLine(1, { tier: 'EPIC', title: 'Payments without cash' }) }),
  );
  renderPriorities('/backlog/B-2/page', answers);
  const part = (await screen.findByText('Part of')).closest('div');
  expect(part).toHaveTextContent(/^Part of.*B-1 Payments without cash$/);
});
