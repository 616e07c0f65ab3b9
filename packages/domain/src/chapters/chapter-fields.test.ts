import { describe, expect, test } from '@jest/globals';
import { lastPeriods } from './chapter-periods.js';
import { practiceProblems, resultProblems } from './chapter-fields.js';
import { COACHING_QUESTIONS, QUESTION_SITUATIONS } from './coaching-questions.js';

describe('a result says what it needs', () => {
  const fields = (
    given: Parameters<typeof resultProblems>[0],
    subject: Parameters<typeof resultProblems>[1],
  ): string[] => resultProblems(given, subject).map(({ field }) => field);

  test.each([
    [
      { kind: 'TRIAGED' as const },
      ['result.ownerId', 'result.severity', 'result.level', 'result.nextStep', 'result.impedimentVersion'],
    ],
    [{ kind: 'DECLINED' as const, reason: ' ' }, ['result.reason', 'result.impedimentVersion']],
    [{ kind: 'MERGED' as const, impedimentVersion: 3 }, ['result.intoKey']],
    [{ kind: 'ESCALATED' as const }, ['result.level', 'result.impedimentVersion']],
    [{ kind: 'PARKED' as const }, ['result.reason']],
    [{ kind: 'DONE' as const }, ['result.kind']],
  ])('%j', (given, missing) => {
    expect(fields(given, 'IMPEDIMENT')).toEqual(missing);
  });

  test('actions and sources are done or parked', () => {
    expect(fields({ kind: 'DONE' }, 'ACTION')).toEqual([]);
    expect(fields({ kind: 'DECLINED', reason: 'No' }, 'SOURCE')).toEqual(['result.kind']);
  });
});

test('an address of a practice is one of the web', () => {
  const problems = (url: string): number => practiceProblems({ url }).length;
  expect([problems(''), problems('https://example.org/a'), problems('http://example.org')]).toEqual([0, 0, 0]);
  expect([problems('javascript:alert(1)'), problems('https:///'), problems('https://a b')]).toEqual([1, 1, 1]);
});

describe('periods', () => {
  test('weeks begin on Mondays, the present one is last', () => {
    expect(lastPeriods('WEEK', 2, '2026-03-11')).toEqual([
      { from: '2026-03-02', endsBefore: '2026-03-09' },
      { from: '2026-03-09', endsBefore: '2026-03-16' },
    ]);
    expect(lastPeriods('WEEK', 1, '2026-03-15')[0]?.from).toBe('2026-03-09');
  });

  test('months follow one another over the year', () => {
    expect(lastPeriods('MONTH', 3, '2026-01-31').map(({ from }) => from)).toEqual([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
    ]);
  });
});

test('there are questions for every situation, short and open', () => {
  for (const situation of QUESTION_SITUATIONS) {
    const { questions } = COACHING_QUESTIONS[situation];
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const question of questions) {
      expect(question).toMatch(/\?$/);
      expect(question.length).toBeLessThan(100);
    }
  }
});
