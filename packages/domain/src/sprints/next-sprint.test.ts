import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LastSprint, nextName, nextSprint } from './next-sprint.js';
import { sprintProblems } from './sprint-fields.js';

const LAST: LastSprint = { name: 'Sprint 12', state: 'CLOSED', startsOn: '2026-03-02', endsBefore: '2026-03-16' };

describe('the sprint that follows', () => {
  it.each([
    ['runs', LAST, '2026-03-18', ['Sprint 13', 'ACTIVE', '2026-03-16', '2026-03-30']],
    ['is to come', LAST, '2026-03-13', ['Sprint 13', 'FUTURE', '2026-03-16', '2026-03-30']],
    ['is past already', LAST, '2026-03-30', ['Sprint 13', 'CLOSED', '2026-03-16', '2026-03-30']],
    [
      'waits for one that runs on',
      { ...LAST, state: 'ACTIVE' },
      '2026-03-18',
      ['Sprint 13', 'FUTURE', '2026-03-16', '2026-03-30'],
    ],
    [
      'has whole weeks',
      { ...LAST, endsBefore: '2026-03-25' },
      '2026-03-25',
      ['Sprint 13', 'ACTIVE', '2026-03-25', '2026-04-15'],
    ],
    [
      'has a week at least',
      { ...LAST, endsBefore: '2026-03-03' },
      '2026-03-03',
      ['Sprint 13', 'ACTIVE', '2026-03-03', '2026-03-10'],
    ],
    ['is the first, from Monday', null, '2026-03-18', ['Sprint 1', 'ACTIVE', '2026-03-16', '2026-03-30']],
    [
      'follows one without days',
      { ...LAST, startsOn: null, endsBefore: null },
      '2026-03-22',
      ['Sprint 13', 'ACTIVE', '2026-03-16', '2026-03-30'],
    ],
  ] as const)('%s', (_what, last, today, [name, state, startsOn, endsBefore]) => {
    expect(nextSprint(last, today)).toEqual({ name, state, startsOn, endsBefore });
  });

  it.each([
    [undefined, 'Sprint 1'],
    ['Sprint 9', 'Sprint 10'],
    ['2016 Sprint 09 Tooling', '2016 Sprint 10 Tooling'],
    ['Sprint 99', 'Sprint 100'],
    ['Harbour', 'Harbour 2'],
    ['Sprint 26.3', 'Sprint 26.4'],
    ['Build 20260302091500', 'Build 20260302091500'],
  ])('%s is followed by %s', (name, expected) => expect(nextName(name)).toBe(expected));

  it('is one that may be recorded, whatever the last one was', () => {
    const day = fc
      .integer({ min: -3_000, max: 3_000 })
      .map((n) => new Date(n * 86_400_000 + 1.7e12).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 92 }), day, (startsOn, days, today) => {
        const endsBefore = new Date(Date.parse(startsOn) + days * 86_400_000).toISOString().slice(0, 10);
        const next = nextSprint({ name: 'Sprint 1', state: 'CLOSED', startsOn, endsBefore }, today);
        expect(sprintProblems(next, today)).toEqual([]);
      }),
    );
  });
});
