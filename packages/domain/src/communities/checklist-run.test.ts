import { expect, it } from '@jest/globals';
import { progressOf, runProblems, stepNoteProblems } from './checklist-run.js';

const step = (id: string): Parameters<typeof progressOf>[0][number] => ({ id, text: id, hint: '', depth: 0 });

it('counts the steps of the version that are done', () => {
  const touched = [
    { stepId: 'a', done: true },
    { stepId: 'b', done: false },
    { stepId: 'gone', done: true },
  ];
  expect(progressOf([step('a'), step('b'), step('c')], touched)).toEqual({ done: 1, total: 3 });
});

it('says what to do about what was given', () => {
  expect(runProblems({ title: ' ' }).map(({ field }) => field)).toEqual(['title']);
  expect(runProblems({ title: 'Release 12' })).toEqual([]);
  expect(stepNoteProblems('x'.repeat(2_001)).map(({ field }) => field)).toEqual(['note']);
  expect(stepNoteProblems(null)).toEqual([]);
});
