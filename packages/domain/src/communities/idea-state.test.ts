import { describe, expect, it, test } from '@jest/globals';
import { Refusal } from '../refusal.js';
import {
  IDEA_STATES,
  IDEA_TRANSITIONS,
  type IdeaTransition,
  isTrialOverdue,
  legalIdeaActions,
  nextIdeaState,
  refuseUnlessLegalForIdea,
} from './idea-state.js';

const STEPS: readonly IdeaTransition[] = ['idea:try', 'idea:end-trial', 'idea:adopt', 'idea:drop', 'idea:reopen'];

describe('the way of an idea', () => {
  test.each([
    ['IDEA', 'idea:try', 'ON_TRIAL'],
    ['DISCUSSED', 'idea:try', 'ON_TRIAL'],
    ['ON_TRIAL', 'idea:end-trial', 'DISCUSSED'],
    ['ON_TRIAL', 'idea:adopt', 'ADOPTED'],
    ['DISCUSSED', 'idea:adopt', 'ADOPTED'],
    ['DISCUSSED', 'idea:drop', 'DROPPED'],
    ['DROPPED', 'idea:reopen', 'DISCUSSED'],
    ['ADOPTED', 'idea:reopen', 'DISCUSSED'],
  ] as const)('%s, %s: %s', (from, action, to) => {
    expect(nextIdeaState(from, action)).toBe(to);
  });

  test.each([
    ['IDEA', 'idea:adopt'],
    ['IDEA', 'idea:end-trial'],
    ['ON_TRIAL', 'idea:try'],
    ['DROPPED', 'idea:drop'],
    ['IDEA', 'idea:reopen'],
  ] as const)('%s refuses %s and says what is legal', (from, action) => {
    const refusal = nextIdeaState(from, action);
    if (!(refusal instanceof Refusal)) throw new Error('It should be refused.');
    expect(refusal.code).toBe('IDEA_IN_OTHER_STATE');
    expect(refusal.details).toEqual({ state: from, action, legal: legalIdeaActions(from) });
    expect(legalIdeaActions(from)).not.toContain(action);
  });

  it('says the same as what is legal, of every state', () => {
    for (const state of IDEA_STATES)
      for (const action of STEPS)
        expect(nextIdeaState(state, action) instanceof Refusal).toBe(!legalIdeaActions(state).includes(action));
    expect(STEPS).toEqual(Object.keys(IDEA_TRANSITIONS));
  });
});

it('takes words about it always, votes until it is settled, edits before it is tried', () => {
  for (const state of IDEA_STATES) expect(refuseUnlessLegalForIdea(state, 'idea:comment')).toBeNull();
  expect(refuseUnlessLegalForIdea('ON_TRIAL', 'idea:vote')).toBeNull();
  expect(refuseUnlessLegalForIdea('ADOPTED', 'idea:vote')).toMatchObject({ code: 'IDEA_IN_OTHER_STATE' });
  expect(refuseUnlessLegalForIdea('ON_TRIAL', 'idea:edit')).toMatchObject({ code: 'IDEA_IN_OTHER_STATE' });
});

it('is overdue from the day after its last one on', () => {
  const trial = { state: 'ON_TRIAL', trialUntil: '2026-03-31' } as const;
  expect(isTrialOverdue(trial, '2026-03-31')).toBe(false);
  expect(isTrialOverdue(trial, '2026-04-01')).toBe(true);
  expect(isTrialOverdue({ ...trial, state: 'DISCUSSED' }, '2026-04-01')).toBe(false);
});
