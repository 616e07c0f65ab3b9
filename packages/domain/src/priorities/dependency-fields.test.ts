import { expect, it } from '@jest/globals';
import { plannedDayProblems } from './dependency-fields.js';

it.each([
  ['2026-03-09', 'Choose today or a later day.'],
  ['2026-03-10', undefined],
  ['2036-03-10', undefined],
  ['2036-03-11', 'Choose a day within the next 10 years.'],
  ['9999-12-31', 'Choose a day within the next 10 years.'],
])('on 10 March 2026, for %s: %s', (day, problem) => {
  expect(plannedDayProblems('neededBy', day, '2026-03-10')[0]?.problem).toBe(problem);
});
