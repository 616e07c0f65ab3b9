import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import {
  DEPENDENCY_STATES,
  DEPENDENCY_TRANSITIONS,
  type DependencyTransition,
  editedState,
  legalDependencyActions,
  nextDependencyState,
  refuseUnlessLegalForDependency,
  sideToAnswer,
  type StandingDependencyAction,
} from './dependency-state.js';

/** Written by hand: action in state -> the next state, `stays`, or `-` for refused. */
const TABLE = `
  action            REQUESTED  COMMITTED  COUNTERED  DECLINED   DELIVERED  WITHDRAWN
  commit            COMMITTED  -          COMMITTED  -          -          -
  counter           COUNTERED  COUNTERED  -          -          -          -
  accept-counter    -          -          COMMITTED  -          -          -
  decline           DECLINED   DECLINED   DECLINED   -          -          -
  deliver           -          DELIVERED  -          -          -          -
  withdraw          WITHDRAWN  WITHDRAWN  WITHDRAWN  WITHDRAWN  -          -
  ask-again         -          -          REQUESTED  REQUESTED  REQUESTED  -
  edit              stays      stays      stays      -          -          -
  raise-impediment  stays      -          -          -          -          -
`;
const CELLS = TABLE.trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [action = '', ...cells] = line.trim().split(/\s+/);
    return cells.map((to, index) => ({
      action: `dependency:${action}`,
      from: DEPENDENCY_STATES[index] ?? 'REQUESTED',
      to,
    }));
  });

const isTransition = (action: string): action is DependencyTransition => action in DEPENDENCY_TRANSITIONS;

describe('the state machine', () => {
  it.each(CELLS)('$action in $from: $to', ({ action, from, to }) => {
    const answer = isTransition(action)
      ? nextDependencyState(from, action)
      : refuseUnlessLegalForDependency(from, action as StandingDependencyAction);
    const legal = legalDependencyActions(from);
    expect(legal.includes(action as DependencyTransition)).toBe(to !== '-');
    if (to === '-') {
      expect(answer).toBeInstanceOf(Refusal);
      expect(answer).toMatchObject({ code: 'DEPENDENCY_IN_OTHER_STATE', details: { state: from, action, legal } });
    } else expect(answer).toBe(isTransition(action) ? to : null);
  });

  it('knows no action beside those of the table', () => {
    const known = new Set(CELLS.map(({ action }) => action));
    expect(DEPENDENCY_STATES.flatMap(legalDependencyActions).filter((action) => !known.has(action))).toEqual([]);
  });

  it('waits for the provider once asked, for the consumer once another day was proposed, else for nobody', () => {
    expect(DEPENDENCY_STATES.map(sideToAnswer)).toEqual(['PROVIDER', null, 'CONSUMER', null, null, null]);
  });
});

describe('a commitment whose needed-by day changes', () => {
  const committed = { state: 'COMMITTED', neededBy: '2026-04-10', promisedFor: '2026-04-08' } as const;

  it.each([
    ['2026-04-09', 'COMMITTED', 'still in time for the earlier day'],
    ['2026-04-08', 'COMMITTED', 'promised for that very day'],
    ['2026-04-07', 'REQUESTED', 'needed before what was promised'],
    ['2026-04-20', 'COMMITTED', 'more time'],
  ])('to %s: %s, %s', (day, state) => {
    expect(editedState(committed, day)).toBe(state);
  });

  it('that was late before and has more time now stays what it was', () => {
    expect(editedState({ ...committed, promisedFor: '2026-04-30' }, '2026-04-20')).toBe('COMMITTED');
  });

  it.each(['REQUESTED', 'COUNTERED'] as const)('asks nobody anew while %s', (state) => {
    expect(editedState({ ...committed, state }, '2026-04-01')).toBe(state);
  });
});
