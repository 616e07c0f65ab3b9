import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import {
  DECISION_STATES,
  DECISION_TRANSITIONS,
  type DecisionTransition,
  isVetoOpen,
  legalDecisionActions,
  nextDecisionState,
  refuseUnlessLegalForDecision,
  type StandingDecisionAction,
} from './decision-state.js';

// "-" is refused; "stays" keeps the state.
const TABLE = `
  action     PROPOSED   ACCEPTED    REJECTED  WITHDRAWN  VETOED  SUPERSEDED  REVERTED
  accept     ACCEPTED   -           -         -          -       -           -
  reject     REJECTED   -           -         -          -       -           -
  withdraw   WITHDRAWN  -           -         -          -       -           -
  veto       -          VETOED      -         -          -       -           -
  supersede  -          SUPERSEDED  -         -          -       -           -
  reinstate  -          -           -         -          -       ACCEPTED    -
  revert     -          REVERTED    -         -          -       -           -
  view       stays      stays       stays     stays      stays   stays       stays
  edit       stays      -           -         -          -       -           -
  answer     stays      -           -         -          -       -           -
  amend      -          stays       -         -          stays   stays       stays
  revisit    stays      stays       -         -          -       -           -
  link       stays      stays       stays     stays      stays   stays       stays
  unlink     stays      stays       stays     stays      stays   stays       stays
`;
const CELLS = TABLE.trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [action = '', ...cells] = line.trim().split(/\s+/);
    return cells.map((to, index) => ({ action: `decision:${action}`, from: DECISION_STATES[index] ?? 'PROPOSED', to }));
  });

const isTransition = (action: string): action is DecisionTransition => action in DECISION_TRANSITIONS;

describe('the state machine', () => {
  it.each(CELLS)('$action in $from: $to', ({ action, from, to }) => {
    const answer = isTransition(action)
      ? nextDecisionState(from, action)
      : refuseUnlessLegalForDecision(from, action as StandingDecisionAction);
    const legal = legalDecisionActions(from);
    expect(legal.includes(action as DecisionTransition)).toBe(to !== '-');
    if (to === '-') {
      expect(answer).toBeInstanceOf(Refusal);
      expect(answer).toMatchObject({ code: 'DECISION_IN_OTHER_STATE', details: { state: from, action, legal } });
    } else expect(answer).toBe(isTransition(action) ? to : null);
  });

  it('has an end: from every state but three nothing leads on', () => {
    const ends = DECISION_STATES.filter((state) =>
      legalDecisionActions(state).every((action) => !isTransition(action)),
    );
    expect(ends).toEqual(['REJECTED', 'WITHDRAWN', 'VETOED', 'REVERTED']);
  });

  it('knows no action beside those of the table', () => {
    const known = new Set(CELLS.map(({ action }) => action));
    expect(DECISION_STATES.flatMap(legalDecisionActions).filter((action) => !known.has(action))).toEqual([]);
  });
});

describe('a veto', () => {
  const ENDS = '2026-03-11T10:00:00.000Z';
  const at = (moment: string) => Date.parse(moment);

  it('is open until the moment in which it ends', () => {
    const accepted = { state: 'ACCEPTED', vetoEndsAt: ENDS } as const;
    expect(isVetoOpen(accepted, at('2026-03-11T09:59:59.999Z'))).toBe(true);
    expect(isVetoOpen(accepted, at(ENDS))).toBe(false);
    expect(isVetoOpen({ ...accepted, vetoEndsAt: null }, at('2026-03-01T00:00:00Z'))).toBe(false);
  });

  it.each(DECISION_STATES.filter((state) => state !== 'ACCEPTED'))('of what is %s is never open', (state) => {
    expect(isVetoOpen({ state, vetoEndsAt: ENDS }, at('2026-03-01T00:00:00Z'))).toBe(false);
  });
});
