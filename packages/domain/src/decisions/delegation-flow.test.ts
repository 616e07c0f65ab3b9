import { describe, expect, it } from '@jest/globals';
import {
  type AskFact,
  asksToMake,
  changesAnswer,
  consentsToOtherWords,
  type FlowFacts,
  type FlowSide,
  levelOf,
  mayAccept,
  mayAnswer,
  vetoHoursOf,
  waitsFor,
} from './delegation-flow.js';
import type { DelegationLevel } from './delegation-levels.js';
import { askedBy, waitsForUntil } from './delegation-waiting.js';

const NOW = 1_000;

function side(words: string, ...ids: string[]): FlowSide {
  const people = ids.map((personId) => ({ personId, insteadOf: null }));
  return { role: null, scope: null, answer: null, people, party: { words, many: false } };
}

function facts(level: DelegationLevel | null, more: Partial<FlowFacts> = {}): FlowFacts {
  const delegate = { kind: 'TEAM', role: null, personId: null } as const;
  return {
    delegation: level && { level, delegate, scope: { kind: 'TEAM', id: 'team' }, vetoHours: 8, answerHours: 4 },
    accountable: side('the owner', 'paula'),
    delegate: level && side('the team', 'dora', 'sam'),
    rationale: '',
    asks: [],
    now: NOW,
    ...more,
  };
}

const consent = (who: AskFact['side'], answer: AskFact['answer'] = null): AskFact => ({
  kind: 'CONSENT',
  side: who,
  dueAt: NOW - 1,
  answer,
});

it('what nobody delegated is told, without a veto', () => {
  expect([levelOf(null), vetoHoursOf(null), levelOf(facts('AGREE').delegation)]).toEqual(['TELL', 0, 'AGREE']);
  expect(mayAccept(facts(null))).toEqual({ personIds: ['paula'], words: 'the owner' });
  expect(mayAccept(facts('AGREE'))).toEqual({ personIds: ['paula', 'dora', 'sam'], words: 'the owner or the team' });
});

describe('what it waits for, in sentences', () => {
  it('a rationale, where it is sold', () => {
    expect(waitsFor(facts('SELL', { rationale: ' ' }))).toEqual([
      'Say why: this is sold, not told, so it needs a rationale.',
    ]);
    expect(waitsFor(facts('TELL'))).toEqual([]);
  });

  it('both consents, also long after they were due', () => {
    expect(waitsFor(facts('AGREE', { asks: [consent('ACCOUNTABLE'), consent('DELEGATE', 'OBJECTED')] }))).toEqual([
      'The owner must consent first.',
      'The team objected; talk, until they consent.',
    ]);
    // One that was never asked is missing too.
    expect(waitsFor(facts('AGREE', { asks: [consent('ACCOUNTABLE', 'CONSENTED')] }))).toEqual([
      'The team must consent first.',
    ]);
    expect(
      waitsFor(facts('AGREE', { accountable: side('the owner'), asks: [consent('DELEGATE', 'CONSENTED')] })),
    ).toEqual(['The owner must consent first. Nobody answers for that now.']);
  });

  it('somebody who may decide, where nobody answers for the side that does', () => {
    const nobody = { accountable: side('the owner'), delegate: side('the lead') };
    const words = (who: string): string => `Only ${who} may accept it, and nobody answers for that now.`;
    expect(waitsFor(facts('DELEGATE', { delegate: side('the lead') }))).toEqual([words('the lead')]);
    expect(waitsFor(facts(null, nobody))).toEqual([words('the owner')]);
    expect(waitsFor(facts('SELL', nobody))).toEqual([words('the owner'), expect.stringContaining('rationale')]);
    expect(waitsFor(facts('DELEGATE', { accountable: side('the owner') }))).toEqual([]);
    expect(waitsFor(facts('AGREE', nobody))).toEqual([
      words('the owner or the lead'),
      'The owner must consent first. Nobody answers for that now.',
      'The lead must consent first. Nobody answers for that now.',
    ]);
  });

  it('advice until its time is over, and where it was never asked for', () => {
    const advice = (dueAt: number): AskFact => ({ kind: 'ADVICE', side: 'DELEGATE', dueAt, answer: null });
    expect(waitsFor(facts('CONSULT', { asks: [advice(NOW + 1)] }))).toEqual(['The team still has time to advise.']);
    expect(waitsFor(facts('CONSULT', { asks: [advice(NOW)] }))).toEqual([]);
    expect(waitsFor(facts('CONSULT'))).toHaveLength(1);
  });
});

describe('what is asked', () => {
  it('whoever proposes has consented for their own side', () => {
    const answers = (by: string | null): unknown[] => asksToMake(facts('AGREE'), by).map(({ answer }) => answer);
    expect(answers('paula')).toEqual(['CONSENTED', null]);
    expect(answers('dora')).toEqual([null, 'CONSENTED']);
    expect(answers('ola')).toEqual([null, null]);
    expect(answers(null)).toEqual([null, null]);
  });

  it('nobody advises themselves, and one of many does not advise for the others', () => {
    expect(asksToMake(facts('ADVISE'), 'paula')).toMatchObject([{ answer: 'ADVISED' }]);
    expect(asksToMake(facts('CONSULT'), 'dora')).toMatchObject([{ answer: null }]);
  });

  it('of whom: of the open asks, and of whoever decides where the proposer may not; never of the proposer', () => {
    expect(askedBy(facts('AGREE'), [{ side: 'ACCOUNTABLE' }], 'dora')).toEqual(['paula']);
    expect(askedBy(facts('ADVISE'), [], 'paula')).toEqual(['dora', 'sam']);
    expect(askedBy(facts('CONSULT'), [{ side: 'DELEGATE' }], 'dora')).toEqual(['sam', 'paula']);
    expect(askedBy(facts('DELEGATE'), [], 'dora')).toEqual([]);
  });
});

describe('answers', () => {
  const team = side('the team', 'dora', 'sam');
  it('an objection is for who made it, as long as they answer for that side', () => {
    const objected = { answer: 'OBJECTED', by: 'dora' } as const;
    expect([mayAnswer(objected, team, 'dora'), mayAnswer(objected, team, 'sam')]).toEqual([true, false]);
    expect(mayAnswer({ ...objected, by: 'gone' }, team, 'sam')).toBe(true);
    expect(mayAnswer({ answer: null, by: null }, team, 'paula')).toBe(false);
  });

  it('one may object after a consent; advice is given once', () => {
    const consented = { answer: 'CONSENTED', by: 'dora' } as const;
    expect(mayAnswer(consented, team, 'sam')).toBe(true);
    expect([changesAnswer(consented, 'OBJECTED'), changesAnswer(consented, 'CONSENTED')]).toEqual([true, false]);
    const advised = { answer: 'ADVISED', by: 'dora' } as const;
    expect([mayAnswer(advised, team, 'sam'), changesAnswer(advised, 'ADVISED')]).toEqual([false, false]);
  });

  it('consent to other words counts for the own side alone', () => {
    const asks = [consent('ACCOUNTABLE', 'CONSENTED'), consent('DELEGATE', 'CONSENTED')];
    expect(consentsToOtherWords(facts('AGREE', { asks }), 'dora')).toEqual([
      'The owner consented to other words: edit the decision first, so that they are asked again.',
    ]);
    expect(consentsToOtherWords(facts('AGREE', { asks }), 'paula')).toHaveLength(1);
    expect(consentsToOtherWords(facts('TELL'), 'dora')).toEqual([]);
  });
});

describe('for whom it waits', () => {
  const until = (
    level: DelegationLevel | null,
    personId: string,
    by: string | null,
    asks: AskFact[] = [],
  ): number | null => waitsForUntil(facts(level, { asks }), personId, by, 7, []);

  it('for an answer until it is due, then for being decided by who proposed it', () => {
    const open = [consent('ACCOUNTABLE'), consent('DELEGATE', 'CONSENTED')];
    expect([until('AGREE', 'paula', 'dora', open), until('AGREE', 'dora', 'dora', open)]).toEqual([NOW - 1, null]);
    const given = [consent('ACCOUNTABLE', 'CONSENTED'), consent('DELEGATE', 'CONSENTED')];
    expect(['paula', 'dora', 'sam'].map((one) => until('AGREE', one, 'dora', given))).toEqual([null, 7, null]);
  });

  it('for whoever may decide, where the proposer may not', () => {
    expect(['paula', 'dora'].map((one) => until(null, one, 'dora'))).toEqual([7, null]);
    expect(['paula', 'dora', 'sam'].map((one) => until('DELEGATE', one, 'paula'))).toEqual([null, 7, 7]);
    // Not while something is missing.
    expect(until('SELL', 'paula', 'dora')).toBeNull();
  });
});
