import { expect, it } from '@jest/globals';
import type { DecisionState } from './decision-state.js';
import type { FlowFacts, FlowSide } from './delegation-flow.js';
import type { DelegationLevel } from './delegation-levels.js';
import { mayReplace, type ReplacedDecision, replacingInVain, replacingRefused } from './delegation-replacing.js';
import { waitsForUntil } from './delegation-waiting.js';

const IN_FORCE = { state: 'ACCEPTED', replacedBy: null } as const;
const ENDS = Date.parse('2026-03-11T10:00:00.000Z');

function side(words: string, ...ids: string[]): FlowSide {
  const people = ids.map((personId) => ({ personId, insteadOf: null }));
  return { role: null, scope: null, answer: null, people, party: { words, many: false } };
}

function facts(level: DelegationLevel, now: number): FlowFacts {
  const delegate = { kind: 'TEAM', role: null, personId: null } as const;
  return {
    delegation: { level, delegate, scope: { kind: 'TEAM', id: 'team' }, vetoHours: 8, answerHours: 4 },
    accountable: side('the owner', 'paula'),
    delegate: side('the team', 'dora', 'sam'),
    rationale: '',
    asks: [],
    now,
  };
}

it('whoever may accept it may replace it, and nobody else', () => {
  const told = { ...IN_FORCE, key: 'D-7', facts: facts('TELL', ENDS), vetoEndsAt: null };
  expect(mayReplace(told)).toEqual({ personIds: ['paula'], words: 'the owner' });
  expect(replacingRefused([told], 'paula', 'UTC')).toEqual([]);
  expect(replacingRefused([told], 'dora', 'UTC')).toMatchObject([
    { key: 'D-7', until: null, words: 'It replaces D-7: only the owner may do that.' },
  ]);
});

it('while it can be vetoed only who may veto it; at the very end whoever may accept it', () => {
  const inquired = (now: number) => ({ ...IN_FORCE, key: 'D-8', facts: facts('INQUIRE', now), vetoEndsAt: ENDS });
  expect(mayReplace(inquired(ENDS - 1)).personIds).toEqual(['paula']);
  expect(mayReplace(inquired(ENDS)).personIds).toEqual(['dora', 'sam']);
  expect(replacingRefused([inquired(ENDS - 1)], 'dora', 'Asia/Tokyo')).toMatchObject([
    {
      until: ENDS,
      words:
        'It replaces D-8, which can be vetoed until 11 March 2026, 19:00 (Asia/Tokyo): before that only the owner may replace it.',
    },
  ]);
});

it('a proposal in its place waits for who may do both; else for who may replace it, unless that is a matter of time', () => {
  const replaced = (level: DelegationLevel, vetoEndsAt: number | null = null): ReplacedDecision => ({
    ...IN_FORCE,
    key: 'D-7',
    facts: facts(level, ENDS - 1),
    vetoEndsAt,
  });
  const waiting = (level: DelegationLevel, by: string, ...others: ReplacedDecision[]): string[] =>
    ['paula', 'dora', 'sam'].filter((id) => waitsForUntil(facts(level, ENDS - 1), id, by, 7, others) !== null);
  expect(waiting('DELEGATE', 'dora')).toEqual(['dora']);
  expect(waiting('DELEGATE', 'dora', replaced('DELEGATE'))).toEqual(['dora']);
  // The team is trusted with the new one, its Product Owner decided the old one.
  expect(waiting('DELEGATE', 'dora', replaced('TELL'))).toEqual(['paula']);
  expect(waiting('TELL', 'dora', replaced('TELL'))).toEqual(['paula']);
  expect(waiting('TELL', 'paula', replaced('DELEGATE'))).toEqual(['dora', 'sam']);
  // One of the two is in the way, the other is not.
  expect(waiting('DELEGATE', 'dora', replaced('DELEGATE'), replaced('TELL'))).toEqual(['paula']);
  expect(waiting('DELEGATE', 'dora', replaced('INQUIRE', ENDS))).toEqual([]);
  expect(waiting('TELL', 'paula', replaced('INQUIRE', ENDS))).toEqual(['paula']);
});

it('what is not in force is nothing to replace: said by key, with what to do, and it waits for its proposer alone', () => {
  const gone = (state: DecisionState, replacedBy: ReplacedDecision['replacedBy'] = null): ReplacedDecision => ({
    state,
    replacedBy,
    key: 'D-7',
    facts: facts('DELEGATE', ENDS),
    vetoEndsAt: null,
  });
  const inForce = gone('ACCEPTED');
  const replaced = gone('SUPERSEDED', { key: 'D-9', inForce: true });
  expect(
    replacingInVain([inForce, replaced, gone('SUPERSEDED', { key: 'D-9', inForce: false }), gone('REVERTED')]),
  ).toEqual([
    'It is to replace D-7, which is not in force (replaced by D-9): replace D-9 instead, or withdraw it.',
    'It is to replace D-7, which is not in force (replaced by D-9): take that out of it, or withdraw it.',
    'It is to replace D-7, which is not in force (reverted): take that out of it, or withdraw it.',
  ]);
  // Of what is gone nobody has to be trusted with replacing it.
  expect(replacingRefused([replaced], 'ola', 'UTC')).toEqual([]);
  const asks = [{ kind: 'CONSENT', side: 'ACCOUNTABLE', dueAt: ENDS, answer: null }] as const;
  const waiting = (one: ReplacedDecision): string[] =>
    ['paula', 'dora', 'sam'].filter(
      (id) => waitsForUntil({ ...facts('AGREE', ENDS), asks }, id, 'dora', 7, [one]) !== null,
    );
  expect([waiting(inForce), waiting(replaced)]).toEqual([['paula'], ['dora']]);
});
