import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DECISION_EVENT_WORDS } from '../decisions/decision-events.js';
import { type DecisionAudience, toldOfDecision, TOLD_DECISION_EVENTS } from './decision-inbox-rules.js';

const AUDIENCE: DecisionAudience = {
  proposedById: 'proposer',
  decidedById: 'decider',
  decisionMakerIds: ['maker'],
  informedIds: ['informed'],
};
const PAYLOAD = { asked: ['asked'], told: ['told'] };

function told(name: string, more: object = {}): Record<string, string> {
  const all = toldOfDecision({ name, actorId: 'actor', ...PAYLOAD, ...more }, AUDIENCE);
  return Object.fromEntries(all.map(({ personId, reason }) => [personId, reason]));
}

describe('who is told of what', () => {
  const ENDED = { told: 'TOLD', proposer: 'TOLD', decider: 'TOLD', informed: 'TOLD' };
  it.each([
    ['decision.proposed', { asked: 'ASKED' }],
    ['decision.edited', { asked: 'ASKED' }],
    ['decision.answered', { told: 'TOLD' }],
    ['decision.accepted', { told: 'TOLD', proposer: 'TOLD', informed: 'TOLD' }],
    ['decision.rejected', { told: 'TOLD', proposer: 'TOLD' }],
    ['decision.withdrawn', { told: 'TOLD', proposer: 'TOLD' }],
    ['decision.vetoed', { told: 'VETOED', informed: 'TOLD' }],
    ['decision.superseded', ENDED],
    ['decision.reinstated', { told: 'TOLD', proposer: 'TOLD', decider: 'TOLD', informed: 'TOLD' }],
    ['decision.reverted', ENDED],
    ['decision.amended', { ...ENDED, maker: 'TOLD' }],
    ['decision.revisit-set', {}],
    ['decision.answer-overdue', { asked: 'ASKED', told: 'TOLD' }],
    ['decision.veto-ended', { told: 'TOLD' }],
    ['decision.revisit-due', { told: 'REVISIT' }],
    ['decision.linked', {}],
    ['decision.unlinked', {}],
    ['impediment.raised', {}],
  ])('%s', (name, expected) => expect(told(name)).toEqual(expected));

  it('the strongest reason is read, once', () => {
    expect(told('decision.vetoed', { told: ['informed'] })).toEqual({ informed: 'VETOED' });
    expect(told('decision.answer-overdue', { asked: ['both'], told: ['both'] })).toEqual({ both: 'ASKED' });
  });

  it('nobody of what they did themselves; everybody of what time did', () => {
    expect(told('decision.accepted', { actorId: 'proposer' })).not.toHaveProperty('proposer');
    expect(told('decision.revisit-due', { actorId: null, told: ['decider'] })).toEqual({ decider: 'REVISIT' });
  });

  it('whatever is missing: of files, and of events of earlier releases', () => {
    const nobody = { proposedById: null, decidedById: null, decisionMakerIds: [], informedIds: [] };
    for (const name of TOLD_DECISION_EVENTS) expect(toldOfDecision({ name, actorId: null }, nobody)).toEqual([]);
  });

  it('each person once, and never the one who did it', () => {
    const person = fc.constantFrom('ana', 'ben', 'cem');
    const people = fc.array(person, { maxLength: 4 });
    const name = fc.constantFrom(...Object.keys(DECISION_EVENT_WORDS));
    fc.assert(
      fc.property(name, person, people, people, people, (event, actorId, asked, others, informedIds) => {
        const all = toldOfDecision({ name: event, actorId, asked, told: others }, { ...AUDIENCE, informedIds });
        const ids = all.map(({ personId }) => personId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(actorId);
      }),
    );
  });
});
