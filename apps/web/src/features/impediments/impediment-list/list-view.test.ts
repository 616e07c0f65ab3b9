import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ANA, card, ROWAN } from '../testing/impediment-facts';
import { ALWAYS, COLUMN_NAMES, type ColumnName } from './list-columns';
import { inOrder, steady } from './list-order';
import { type ListView, ordered, readListView, storedView, USUAL_VIEW, writeListView } from './list-view';

const around = { now: Date.UTC(2026, 0, 10), today: '2026-01-10', levelName: (level: number) => `Level ${level}` };
const read = (search: string, last = USUAL_VIEW) => readListView(new URLSearchParams(search), last);

describe('the list in the address', () => {
  const views: fc.Arbitrary<ListView> = fc.record({
    columns: fc.subarray(COLUMN_NAMES.filter((name) => !ALWAYS.includes(name))).map((names) => [...ALWAYS, ...names]),
    order: fc.constantFrom(...COLUMN_NAMES),
    descending: fc.boolean(),
  });

  test('reads what it wrote, whatever was chosen last, and leaves alone what is not its own', () => {
    fc.assert(
      fc.property(views, views, (view, last) => {
        const written = writeListView(new URLSearchParams('area=a&desc'), view);
        expect(readListView(new URLSearchParams(String(written)), last)).toEqual(view);
        expect(written.get('area')).toBe('a');
        expect(storedView(JSON.parse(JSON.stringify(view)))).toEqual(view);
      }),
    );
  });

  test.each<[string, readonly ColumnName[]]>([
    ['show=due,owner', ['key', 'title', 'due', 'owner']],
    ['show=title,key,due,due', ['key', 'title', 'due']],
    ['show=key,title', ['key', 'title']],
    ['show=constructor,nonsense', USUAL_VIEW.columns],
    ['', USUAL_VIEW.columns],
  ])('%s shows %s', (search, columns) => expect(read(search).columns).toEqual(columns));

  test('without an order in the address the last one counts, and its direction with it', () => {
    const last = { ...USUAL_VIEW, order: 'due' as const, descending: true };
    expect(read('desc', last)).toMatchObject({ order: 'due', descending: true });
    expect(read('order=votes', last)).toMatchObject({ order: 'votes', descending: false });
    expect(read('order=toString', last)).toMatchObject({ order: 'due' });
  });

  test.each([null, 'x', 7, [], {}, { columns: 'key', order: 5 }, { columns: [1], order: 'nothing' }])(
    'what makes no sense in storage is as usual: %j',
    (stored) => expect(storedView(stored)).toEqual(USUAL_VIEW),
  );
});

test('a head begins with what is asked for first and turns round at the second press', () => {
  const cost = ordered(USUAL_VIEW, 'cost');
  expect(cost).toMatchObject({ order: 'cost', descending: true });
  expect(ordered(cost, 'cost')).toMatchObject({ descending: false });
  expect(ordered(cost, 'owner')).toMatchObject({ order: 'owner', descending: false });
});

const three = [
  card(1, {
    owner: ROWAN,
    severity: 'LOW',
    dueOn: '2026-01-20',
    labels: [{ __typename: 'Label', id: 'l', name: 'b' }],
  }),
  card(2, { owner: ANA, severity: 'CRITICAL', voteCount: 9, updatedAt: '2026-01-09T00:00:00Z' }),
  card(10, { severity: null, dueOn: '2026-01-12', blockedTeamDays: 4, nextStep: 'Ask' }),
];

test.each<[ColumnName, boolean, string]>([
  ['key', false, '1 2 10'],
  ['key', true, '10 2 1'],
  ['age', true, '1 2 10'],
  ['age', false, '10 2 1'],
  ['severity', true, '2 1 10'],
  ['severity', false, '1 2 10'],
  ['owner', false, '2 1 10'],
  ['owner', true, '1 2 10'],
  ['due', false, '10 1 2'],
  ['due', true, '1 10 2'],
  ['labels', true, '1 2 10'],
  ['next', false, '10 1 2'],
  ['cost', true, '10 1 2'],
  ['votes', true, '2 1 10'],
  ['updated', true, '2 1 10'],
  ['state', false, '1 2 10'],
])('in the order of %s, descending %s: %s', (order, descending, keys) => {
  const sorted = inOrder(three.toReversed(), { order, descending }, around);
  expect(sorted.map(({ key }) => key.replace('IMP-', '')).join(' ')).toBe(keys);
});

test('rows keep their places: what is gone leaves, what is new comes last', () => {
  const rows = ['d', 'c', 'a', 'n'].map((id) => ({ id }));
  expect(steady(['a', 'b', 'c', 'd'], rows).map(({ id }) => id)).toEqual(['a', 'c', 'd', 'n']);
});
