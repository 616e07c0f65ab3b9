import { expect, it } from '@jest/globals';
import { delegationNumbers } from './delegation-numbers.js';

const HOUR = 3_600_000;
const decided = (level: 'TELL' | 'ADVISE' | 'DELEGATE', hours: number) => ({ level, took: hours * HOUR });

it('says how much is delegated, how long it takes by level, and how many were vetoed, whenever those were decided', () => {
  const numbers = delegationNumbers(
    [decided('TELL', 1), decided('ADVISE', 4), decided('ADVISE', 7), decided('DELEGATE', 0)],
    [{ level: 'ADVISE' }, { level: 'INQUIRE' }],
    [],
    0,
  );
  expect(numbers).toMatchObject({ decided: 4, delegated: 3, shareDelegated: 0.75, vetoes: 2 });
  expect(numbers.byLevel.filter((one) => one.decided + one.vetoed > 0)).toEqual([
    { level: 'TELL', decided: 1, medianHours: 1, vetoed: 0 },
    { level: 'ADVISE', decided: 2, medianHours: 5.5, vetoed: 1 },
    { level: 'INQUIRE', decided: 0, medianHours: null, vetoed: 1 },
    { level: 'DELEGATE', decided: 1, medianHours: 0, vetoed: 0 },
  ]);
  expect(numbers.byLevel).toHaveLength(7);
});

it('a consent is overdue when it came late, or waits past its time, or did so before other words', () => {
  const consents = [
    { dueAt: 10, endedAt: 10, lateBefore: false },
    { dueAt: 10, endedAt: 11, lateBefore: false },
    { dueAt: 10, endedAt: null, lateBefore: false },
    { dueAt: 20, endedAt: null, lateBefore: false },
    { dueAt: 20, endedAt: 11, lateBefore: true },
    { dueAt: 10, endedAt: 11, lateBefore: true },
  ];
  expect(delegationNumbers([], [], consents, 15)).toMatchObject({ consents: 6, overdueConsents: 4 });
});

it('of nothing there is no share', () => {
  expect(delegationNumbers([], [], [], 0)).toMatchObject({
    decided: 0,
    shareDelegated: null,
    vetoes: 0,
    overdueConsents: 0,
  });
});
