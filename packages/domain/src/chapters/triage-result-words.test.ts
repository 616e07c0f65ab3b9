import { expect, test } from '@jest/globals';
import { escalatedWords, leftOpenWords, triagedWords } from './triage-result-words.js';

test('what was triaged says who has it, where, how severe, until when and what is next', () => {
  const facts = { ownerName: 'Ana', levelName: 'Scrum of Scrums', severity: 'HIGH', nextStep: 'Call' } as const;
  expect(triagedWords({ ...facts, dueOn: null })).toBe('Ana has it, Scrum of Scrums, high. Next: Call');
  expect(triagedWords({ ...facts, dueOn: '2026-03-05' })).toContain('high, by 2026-03-05. Next');
});

test('what was escalated says to which level', () => {
  expect(escalatedWords('Executive Action Team', 'Decide')).toBe('To Executive Action Team: Decide');
});

test.each([
  [false, 'RAISED', 'Not reached'],
  [true, 'IN_PROGRESS', 'Not finished'],
  [true, null, 'Not finished'],
  [true, 'DUPLICATE', 'Not finished; its state is duplicate by now'],
  [false, 'DECLINED', 'Not reached; its state is declined by now'],
] as const)('left open, spoken of: %s, %s: %s', (wasSpokenOf, state, words) => {
  expect(leftOpenWords(wasSpokenOf, state)).toBe(words);
});
