import { describe, expect, it } from '@jest/globals';
import { ADOPTION_MONTHS, adoptionOverTime, adoptionProblems, behindBy, nudgeHindrance } from './adoption.js';

const NOW = new Date('2026-03-20T09:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

describe('nudges', () => {
  it.each([
    [0, null, 'NOT_BEHIND'],
    [1, null, 'NOT_BEHIND'],
    [2, null, null],
    [5, daysAgo(6.9), 'NUDGED_LATELY'],
    [5, daysAgo(7), null],
    [1, daysAgo(1), 'NOT_BEHIND'],
  ] as const)('%i behind, last nudged %s: %s', (behind, nudgedAt, expected) => {
    expect(nudgeHindrance({ behind, nudgedAt }, NOW)).toBe(expected);
  });

  it('counts versions, never below none', () => {
    expect(behindBy(1, 3)).toBe(2);
    expect(behindBy(3, 3)).toBe(0);
    expect(behindBy(4, 3)).toBe(0);
  });
});

describe('adoption over time', () => {
  const published = [
    { number: 1, on: '2026-01-15' },
    { number: 2, on: '2026-02-28' },
  ];

  it('tells nothing of what was never published', () => {
    expect(adoptionOverTime([], [], '2026-03-20')).toEqual([]);
  });

  it('begins with the month of the first version, and counts as the month ended', () => {
    const lines = [
      // From the first on, and on to the second in its month.
      {
        steps: [
          { number: 1, since: '2026-01-31' },
          { number: 2, since: '2026-03-01' },
        ],
        until: null,
      },
      // Stayed with the first.
      { steps: [{ number: 1, since: '2026-02-10' }], until: null },
      // Stopped on the day before the month ended.
      { steps: [{ number: 1, since: '2026-01-20' }], until: '2026-02-28' },
      // Begins after today: not yet.
      { steps: [{ number: 2, since: '2026-03-21' }], until: null },
    ];
    expect(adoptionOverTime(lines, published, '2026-03-20')).toEqual([
      { month: '2026-01', teams: 2, current: 2 },
      { month: '2026-02', teams: 2, current: 0 },
      { month: '2026-03', teams: 2, current: 1 },
    ]);
  });

  it('goes back a year, over new year', () => {
    const months = adoptionOverTime([], [{ number: 1, on: '2020-01-01' }], '2026-03-20').map(({ month }) => month);
    expect(months).toHaveLength(ADOPTION_MONTHS);
    expect([months[0], months[8], months[9], months.at(-1)]).toEqual(['2025-04', '2025-12', '2026-01', '2026-03']);
  });
});

it('says what to do about what was given', () => {
  expect(
    adoptionProblems({ feel: 'GREAT', since: '2026-03-21', note: null }, '2026-03-20').map(({ field }) => field),
  ).toEqual(['feel', 'since']);
  expect(adoptionProblems({ feel: 'WELL', since: '2026-03-20', note: 'Fine' }, '2026-03-20')).toEqual([]);
});
