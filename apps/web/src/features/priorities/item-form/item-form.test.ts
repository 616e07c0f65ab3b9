import { expect, test } from '@jest/globals';
import {
  begunItem,
  changedByBoth,
  changedItemFields,
  EMPTY_ITEM,
  itemChanges,
  itemFormProblems,
  itemInput,
  type ItemForm,
  readItemForm,
  rebasedItem,
} from './item-form';

const form = (changes: Partial<ItemForm>): ItemForm => ({ ...EMPTY_ITEM, title: 'Receipts', ...changes });
const EPIC = { id: 'item-1', key: 'B-1', title: 'Payments', tier: 'EPIC' as const };

test('a new one begins where it was asked for', () => {
  expect(begunItem({ productId: 'p', tier: 'TASK', parent: EPIC, team: { id: 't', name: 'Checkout' } }, true)).toEqual({
    ...EMPTY_ITEM,
    tier: 'TASK',
    parent: EPIC,
    team: { id: 't', name: 'Checkout' },
  });
  expect(begunItem({ productId: 'p' }, true).tier).toBe('FEATURE');
  expect(begunItem({ productId: 'p' }, false).tier).toBe('TASK');
});

test('as the api takes it: lists from lines, numbers from words, an epic is part of nothing', () => {
  expect(itemInput(form({ criteria: '- one\n- two', points: '2,5', parent: EPIC }))).toMatchObject({
    acceptanceCriteria: ['one', 'two'],
    points: 2.5,
    parentId: 'item-1',
    areaId: null,
    goalId: null,
  });
  expect(itemInput(form({ tier: 'EPIC', parent: EPIC })).parentId).toBeNull();
});

test('only what changed is sent', () => {
  const to = form({ points: '3', tier: 'EPIC' });
  expect(itemChanges(to, changedItemFields(form({}), to))).toEqual({ points: 3, tier: 'EPIC', parentId: null });
  expect(itemChanges(to, [])).toEqual({});
});

test('what is wrong is said at its field', () => {
  expect(itemFormProblems(form({}))).toEqual({});
  expect(Object.keys(itemFormProblems(form({ title: ' ', points: '0' })))).toEqual(['title', 'points']);
});

test('a draft of another release, or of nobody, is no trouble', () => {
  expect(readItemForm('no json')).toEqual(EMPTY_ITEM);
  expect(readItemForm('[]')).toEqual(EMPTY_ITEM);
  expect(readItemForm(JSON.stringify({ title: 'A', tier: 'STORY', area: 'x', points: 3, parent: EPIC }))).toEqual({
    ...EMPTY_ITEM,
    title: 'A',
    parent: EPIC,
  });
});

test('fields that I left alone follow what others save; those that both changed are known', () => {
  const from = form({});
  const mine = form({ points: '3', title: 'Mine' });
  const now = form({ title: 'Theirs', kind: 'DEBT' });
  expect(rebasedItem(mine, from, now)).toEqual(form({ points: '3', title: 'Mine', kind: 'DEBT' }));
  expect(changedByBoth(mine, from, now)).toEqual(['title']);
});
