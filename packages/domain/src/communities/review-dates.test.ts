import { expect, it } from '@jest/globals';
import { readReviewDate } from './review-dates.js';

it.each([
  [{ review: '2027-03-01' }, '2027-03-01'],
  [{ review_by: '1 March 2027' }, '2027-03-01'],
  [{ reviewDue: '2027-3-1' }, '2027-03-01'],
  [{ last_reviewed: '2026-08-31', review_cycle: '6 months' }, '2027-02-28'],
  [{ last_reviewed: '2026-08-31', review: 'quarterly' }, '2026-11-30'],
  [{ 'last-reviewed': '2026-12-01', cycle: '90d' }, '2027-03-01'],
  [{ last_reviewed: '2026-12-01' }, null],
  [{ review: true, title: '2027-01-01' }, null],
])('%j', (fields, dueOn) => {
  expect(readReviewDate(new Map(Object.entries(fields)))).toEqual({ dueOn, problems: [] });
});

it('tells of what it cannot read', () => {
  const fields = { review_by: '01/02/2027', last_reviewed: '2026-12-01', cycle: 'often' };
  expect(readReviewDate(new Map(Object.entries(fields)))).toEqual({
    dueOn: null,
    problems: [
      { field: 'review_by', what: 'The review date “01/02/2027” is no day that can be read: left out.' },
      { field: 'cycle', what: '“often” is no time between reviews that can be read: left out.' },
    ],
  });
});
