import { describe, expect, it } from '@jest/globals';
import { BRIEF_ANSWERS, type BriefInput, briefAnswerProblems, briefProblems } from './brief-fields.js';

const TODAY = '2026-03-03';
const WHOLE: BriefInput = {
  proposal: 'One contact at the vendor for all teams',
  ask: 'A budget for their second support level',
  answerBy: TODAY,
  recipientIds: ['ana'],
};
const SENTENCE = /^[A-Z].*\.$/;

describe('the written parts of a brief', () => {
  it.each<[string, BriefInput]>([
    ['nothing', {}],
    ['null, which is not given', { proposal: null, ask: null, answerBy: null, recipientIds: null }],
    ['all of it', WHOLE],
    ['the longest', { proposal: 'a'.repeat(5_000), ask: 'a'.repeat(2_000) }],
    ['some lines', { proposal: 'one\n\ntwo' }],
  ])('fine: %s', (_what, input) => expect(briefProblems(input, TODAY)).toEqual([]));

  it.each<[string, BriefInput]>([
    ['proposal', { ...WHOLE, proposal: ' ' }],
    ['proposal', { proposal: 'a'.repeat(5_001) }],
    ['ask', { ...WHOLE, ask: '' }],
    ['ask', { ask: 'nul\0' }],
    ['answerBy', { answerBy: '2026-03-02' }],
    ['answerBy', { answerBy: '2026-02-30' }],
    ['answerBy', { answerBy: '9999-01-01' }],
    ['recipientIds', { recipientIds: [] }],
    ['recipientIds', { recipientIds: ['ana', 'ana'] }],
    ['recipientIds', { recipientIds: Array.from({ length: 21 }, (_, index) => `${index}`) }],
  ])('says what to do about %s', (field, input) => {
    expect(briefProblems(input, TODAY)).toEqual([{ field, problem: expect.stringMatching(SENTENCE) }]);
  });
});

describe('the answer to a brief', () => {
  it.each(BRIEF_ANSWERS)('%s needs words, each its own', (kind) => {
    expect(briefAnswerProblems({ kind, words: 'We do this in March.' })).toEqual([]);
    expect(briefAnswerProblems({ kind, words: ' \n' })).toEqual([
      { field: 'words', problem: expect.stringMatching(SENTENCE) },
    ]);
  });

  it('each kind asks for other words', () => {
    const asked = BRIEF_ANSWERS.map((kind) => briefAnswerProblems({ kind, words: '' })[0]?.problem);
    expect(new Set(asked).size).toBe(BRIEF_ANSWERS.length);
  });

  it.each(['MAYBE', 'agreed', '', 'toString'])('%j is no answer', (kind) => {
    expect(briefAnswerProblems({ kind, words: 'Well' }).map(({ field }) => field)).toEqual(['kind']);
  });
});
