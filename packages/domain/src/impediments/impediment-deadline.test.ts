import { describe, expect, it } from '@jest/globals';
import { type DeadlineFacts, deadlineOf } from './impediment-deadline.js';
import { IMPEDIMENT_STATES } from './impediment-state.js';

const TODAY = '2026-03-03';
const NOW = Date.parse('2026-03-03T12:00:00Z');
const of = (facts: Partial<DeadlineFacts>) =>
  deadlineOf({ state: 'TRIAGED', clockEndsAt: null, dueOn: null, ...facts }, TODAY, NOW);

describe('the deadline of an impediment', () => {
  it.each<[string, Partial<DeadlineFacts>, ReturnType<typeof of>]>([
    ['none without a clock and a promised day', {}, null],
    ['today is not over yet', { dueOn: TODAY }, { overdue: false, days: 0, because: 'due' }],
    ['yesterday is', { dueOn: '2026-03-02' }, { overdue: true, days: -1, because: 'due' }],
    ['a clock to the moment', { clockEndsAt: '2026-03-03T12:00:00Z' }, { overdue: true, days: 0, because: 'clock' }],
    ['and not before', { clockEndsAt: '2026-03-03T12:00:01Z' }, { overdue: false, days: 0, because: 'clock' }],
    [
      'what is over comes before what is near',
      { dueOn: TODAY, clockEndsAt: '2026-03-01T12:00:00Z' },
      { overdue: true, days: -2, because: 'clock' },
    ],
    [
      'of two to come, the nearer',
      { dueOn: '2026-03-05', clockEndsAt: '2026-03-10T12:00:00Z' },
      { overdue: false, days: 2, because: 'due' },
    ],
  ])('%s', (_what, facts, expected) => {
    expect(of(facts)).toEqual(expected);
  });

  it('is there only while it is in the way', () => {
    const over = { clockEndsAt: '2026-03-01T12:00:00Z', dueOn: '2026-03-01' };
    expect(IMPEDIMENT_STATES.filter((state) => of({ ...over, state }) !== null)).toEqual([
      'RAISED',
      'TRIAGED',
      'IN_PROGRESS',
    ]);
  });
});
