import { expect, test } from '@jest/globals';
import { bulkChanges, bulkProblems, EMPTY_BULK } from './bulk-form';

test('what is not chosen stays as it is', () => {
  expect(bulkChanges(EMPTY_BULK)).toEqual({});
  expect(bulkProblems(EMPTY_BULK)).toEqual({ nothing: 'Choose what to change.' });
});

test('a value is set, `none` empties', () => {
  expect(
    bulkChanges({
      ...EMPTY_BULK,
      state: 'READY',
      kind: 'DEBT',
      place: { areaId: 'area-1', teamId: null, name: 'Payments' },
      nobody: true,
      goal: 'none',
      parent: { id: 'item-3', key: 'B-3', title: 'Epic' },
      points: '2,5',
    }),
  ).toEqual({
    state: 'READY',
    kind: 'DEBT',
    areaId: 'area-1',
    teamId: null,
    assigneeId: null,
    goalId: null,
    parentId: 'item-3',
    points: 2.5,
  });
  expect(bulkChanges({ ...EMPTY_BULK, points: 'none', noTeam: true, noParent: true })).toEqual({
    points: null,
    teamId: null,
    parentId: null,
  });
});

test('what no release knows is left out; a size that is no number and a drop without a reason are told', () => {
  expect(bulkChanges({ ...EMPTY_BULK, state: 'DREAMT', kind: 'WISH' })).toEqual({});
  expect(bulkProblems({ ...EMPTY_BULK, points: 'huge' })).toEqual({ points: 'Give a number of points.' });
  expect(bulkProblems({ ...EMPTY_BULK, state: 'DROPPED' })).toEqual({ reason: 'Say why they are dropped.' });
  expect(bulkProblems({ ...EMPTY_BULK, state: 'DROPPED', reason: 'Nobody asks for it.' })).toEqual({});
});
