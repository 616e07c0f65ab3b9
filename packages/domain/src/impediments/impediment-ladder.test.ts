import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_LADDER,
  type LadderLevel,
  TOP_LEVEL,
  ladderChanges,
  ladderField,
  ladderProblems,
  levelAbove,
  termsOf,
} from './impediment-ladder.js';

/** The default ladder with one level changed. */
const ladder = (level: number, change: Partial<LadderLevel>): LadderLevel[] =>
  DEFAULT_LADDER.map((known) => (known.level === level ? { ...known, ...change } : known));

describe('editing the ladder', () => {
  it.each<[string, readonly LadderLevel[]]>([
    ['as it begins', DEFAULT_LADDER],
    ['going up by itself', ladder(2, { escalatesByItself: true })],
    ['the shortest clock, without a reminder', ladder(1, { clockWorkingHours: 1, remindBeforeHours: null })],
    ['a reminder an hour after the clock begins', ladder(1, { clockWorkingHours: 16, remindBeforeHours: 15 })],
    ['the longest', ladder(3, { clockWorkingHours: 2_000, remindBeforeHours: 1_999, name: 'a'.repeat(100) })],
  ])('fine: %s', (_what, given) => expect(ladderProblems(given)).toEqual([]));

  it.each<[string, readonly LadderLevel[]]>([
    ['nameOfLevel1', ladder(1, { name: ' ' })],
    ['nameOfLevel1', ladder(1, { name: 'a'.repeat(101) })],
    ['nameOfLevel1', ladder(1, { name: 'two\nlines' })],
    ['nameOfLevel2', ladder(2, { name: ' team' })],
    ['clockWorkingHoursOfLevel2', ladder(2, { clockWorkingHours: 0, remindBeforeHours: null })],
    ['clockWorkingHoursOfLevel2', ladder(2, { clockWorkingHours: 2_001 })],
    ['clockWorkingHoursOfLevel2', ladder(2, { clockWorkingHours: 20.5 })],
    ['escalatesByItselfOfLevel3', ladder(3, { escalatesByItself: true })],
    ['remindBeforeHoursOfLevel1', ladder(1, { remindBeforeHours: 16 })],
    ['remindBeforeHoursOfLevel1', ladder(1, { remindBeforeHours: 0 })],
    ['remindBeforeHoursOfLevel1', ladder(1, { remindBeforeHours: 0.5 })],
    ['levels', []],
    ['levels', DEFAULT_LADDER.slice(0, 2)],
    ['levels', DEFAULT_LADDER.toReversed()],
    ['levels', ladder(2, { level: 1 })],
    ['levels', [...DEFAULT_LADDER, ...DEFAULT_LADDER]],
  ])('says what to do about %s', (field, given) => {
    expect(ladderProblems(given)).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });

  it('says each change in words', () => {
    const after = ladder(2, {
      name: 'Chapter',
      clockWorkingHours: 1,
      escalatesByItself: true,
      remindBeforeHours: null,
    });
    expect(ladderChanges(DEFAULT_LADDER, after)).toEqual([
      { field: 'nameOfLevel2', from: 'Scrum of Scrums', to: 'Chapter' },
      { field: 'clockWorkingHoursOfLevel2', from: '40 working hours', to: '1 working hour' },
      { field: 'escalatesByItselfOfLevel2', from: 'waits for somebody', to: 'goes up by itself' },
      { field: 'remindBeforeHoursOfLevel2', from: '8 working hours before', to: 'no reminder' },
    ]);
    expect(ladderChanges(after, after)).toEqual([]);
  });

  it('names fields without a dot, so that forms find them', () => {
    expect(ladderField('name', 2)).not.toContain('.');
  });
});

describe('the terms of a clock', () => {
  it('are those of the ladder at that moment, and stay when the ladder changes', () => {
    const before = DEFAULT_LADDER.map((level) => ({ ...level }));
    const terms = termsOf(before, 1);
    for (const level of before) level.clockWorkingHours = 1;
    expect(terms).toEqual({ clockWorkingHours: 16, escalatesByItself: false, remindBeforeHours: 4 });
  });

  it('are not guessed for a level that is none', () => {
    expect(() => termsOf(DEFAULT_LADDER, 4)).toThrow(RangeError);
  });
});

it('the top has no level above', () => {
  expect([1, 2, TOP_LEVEL].map(levelAbove)).toEqual([2, 3, null]);
});
