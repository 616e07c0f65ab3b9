import { DEFAULT_LADDER } from '@chapterhouse/domain/impediments/impediment-ladder';
import { expect, test } from '@jest/globals';
import { daysWords, levelSentences } from './level-sentences';

const area = { level: 2, name: 'Area', clockWorkingHours: 16, escalatesByItself: true, remindBeforeHours: 4 };

test('a level that time alone leaves says when and where to', () => {
  expect(levelSentences(area, 'Directors', 8)).toEqual([
    'An impediment that comes to Area has 16 working hours there, which is 2 working days.',
    'Its owner is reminded 4 working hours before they are over.',
    'After 16 working hours at Area it goes up to Directors by itself.',
  ]);
});

test('one that waits for somebody says how often its owner is reminded, a day apart at least', () => {
  const short = { ...area, clockWorkingHours: 1, escalatesByItself: false, remindBeforeHours: null };
  expect(levelSentences(short, 'Directors', 8)).toEqual([
    'An impediment that comes to Area has 1 working hour there.',
    'Nobody is reminded before they are over.',
    'After that it is overdue: its owner is reminded at once, and again every 8 working hours, until somebody takes it to Directors or resolves it.',
  ]);
});

test('above the top there is nothing, whatever the field says', () => {
  expect(levelSentences({ ...area, name: 'Top' }, null, 8).at(-1)).toBe(
    'After that it is overdue: its owner is reminded at once, and again every 16 working hours, until it is resolved.',
  );
  expect(DEFAULT_LADDER).toHaveLength(3);
});

test('hours become days where they fill one', () => {
  expect([4, 8, 12, 20, 21].map((hours) => daysWords(hours, 8))).toEqual([
    null,
    '1 working day',
    '1.5 working days',
    '2.5 working days',
    'about 2.5 working days',
  ]);
  expect(daysWords(40, 0)).toBeNull();
});
