import { expect, test } from '@jest/globals';
import { EMPTY_GOAL, EMPTY_MEASURE, goalFormProblems, measuresInput, readGoalForm } from './goal-form';

const ORDERS = { name: 'Orders', unit: 'a day', baseline: '100', target: '4 000', current: '210,5' };

test('measures are read as people write numbers; empty lines are left out', () => {
  expect(measuresInput([ORDERS, EMPTY_MEASURE, { ...EMPTY_MEASURE, name: 'Calm' }])).toEqual([
    { name: 'Orders', unit: 'a day', baseline: 100, target: 4000, current: 210.5 },
    { name: 'Calm', unit: '', baseline: null, target: null, current: null },
  ]);
});

test('what is wrong is said at its field', () => {
  expect(goalFormProblems({ ...EMPTY_GOAL, title: 'Every parcel is tracked' })).toEqual({});
  expect(Object.keys(goalFormProblems(EMPTY_GOAL))).toEqual(['title']);
  const many = { ...EMPTY_GOAL, title: 'A', measures: [{ ...ORDERS, target: 'many' }] };
  expect(goalFormProblems(many)['measures']).toMatch(/^Give numbers/);
  const twice = { ...EMPTY_GOAL, title: 'A', measures: [ORDERS, ORDERS] };
  expect(goalFormProblems(twice)['measures']).toMatch(/name of its own/);
});

test('a draft of another release, or of nobody, is no trouble', () => {
  expect(readGoalForm('no json')).toEqual(EMPTY_GOAL);
  expect(readGoalForm(JSON.stringify({ title: 'A', measures: [{ name: 'B', target: 3 }, null] }))).toEqual({
    title: 'A',
    description: '',
    measures: [{ ...EMPTY_MEASURE, name: 'B' }],
  });
});
