import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../actor.js';
import { ROLES } from '../organization/role.js';
import { DECISION_ACTIONS, type DecisionFacts, canOnDecision, viewerCanOnDecision } from './decision-policy.js';
import { DECISION_STATES, legalDecisionActions } from './decision-state.js';

/** With one role of the organization, or none. */
const actor = (personId: string, role: (typeof ROLES)[number] | null = 'DEVELOPER'): Actor => ({
  personId,
  organizationId: 'house',
  assignments: role
    ? [{ role, kind: 'PRIMARY', productId: null, areaId: null, teamId: 'team', startsOn: null, endsBefore: null }]
    : [],
});

const FACTS: DecisionFacts = {
  state: 'PROPOSED',
  proposedById: 'proposer',
  decisionMakerIds: ['maker'],
  decidedById: 'decider',
  mayAcceptIds: ['delegate'],
  mayVetoIds: ['accountable'],
  vetoEndsAt: null,
  askedIds: ['asked'],
};

const TABLE = `
  action    proposer  maker  decider  delegate  accountable  asked  other
  view      yes       yes    yes      yes       yes          yes    yes
  propose   yes       yes    yes      yes       yes          yes    yes
  edit      yes       yes    -        yes       -            -      -
  accept    -         -      -        yes       -            -      -
  reject    -         -      -        yes       -            -      -
  withdraw  yes       yes    -        -         -            -      -
  veto      -         -      -        -         yes          -      -
  revert    -         -      -        yes       -            -      -
  amend     -         -      yes      yes       -            -      -
  revisit   yes       yes    -        yes       -            -      -
  link      yes       yes    yes      yes       yes          yes    yes
  unlink    yes       yes    -        yes       -            -      -
  answer    -         -      -        -         -            yes    -
`;
const [HEAD = '', ...LINES] = TABLE.trim().split('\n');
const PEOPLE = HEAD.trim().split(/\s+/).slice(1);
const CELLS = LINES.flatMap((line) => {
  const [action = '', ...cells] = line.trim().split(/\s+/);
  return cells.map((cell, index) => ({ action: `decision:${action}`, person: PEOPLE[index] ?? '', cell }));
});

describe('who may do what', () => {
  it('is this table', () => {
    const asked = DECISION_ACTIONS.flatMap((action) =>
      PEOPLE.map((person) => ({
        action,
        person,
        cell: canOnDecision(actor(person), action, FACTS).allowed ? 'yes' : '-',
      })),
    );
    expect(asked).toEqual(CELLS);
  });

  it.each(ROLES)('a %s as such decides nothing', (role) => {
    const allowed = DECISION_ACTIONS.filter((action) => canOnDecision(actor('other', role), action, FACTS).allowed);
    expect(allowed).toEqual(['decision:view', 'decision:propose', 'decision:link']);
  });

  it('somebody without a role reads and proposes', () => {
    const allowed = DECISION_ACTIONS.filter((action) => canOnDecision(actor('other', null), action, FACTS).allowed);
    expect(allowed).toEqual(['decision:view', 'decision:propose']);
  });

  it('a link is taken away by who added it, or as its words are changed: by editing first, by adding to them later', () => {
    const may = (personId: string, facts: Partial<DecisionFacts>): boolean =>
      canOnDecision(actor(personId), 'decision:unlink', { ...FACTS, ...facts }).allowed;
    const decided = { state: 'ACCEPTED' } as const;
    expect(may('other', { linkedById: 'other' })).toBe(true);
    expect(may('other', { ...decided, linkedById: 'other' })).toBe(true);
    expect(may('other', { ...decided, linkedById: null })).toBe(false);
    expect(['proposer', 'maker', 'decider', 'delegate'].filter((person) => may(person, decided))).toEqual([
      'decider',
      'delegate',
    ]);
  });

  it('of a file nobody is the proposer', () => {
    expect(canOnDecision(actor('other'), 'decision:edit', { ...FACTS, proposedById: null }).allowed).toBe(false);
  });

  it('who may not is told who may', () => {
    for (const { action, person, cell } of CELLS) {
      const known = DECISION_ACTIONS.find((one) => one === action) ?? 'decision:view';
      const verdict = canOnDecision(actor(person), known, FACTS);
      expect(verdict).toEqual(
        cell === 'yes' ? { allowed: true } : { allowed: false, reason: expect.stringMatching(/.{20,}\.$/u) },
      );
    }
  });
});

it('what is offered is permitted, legal, and a veto only in its time', () => {
  const facts = fc.record({
    state: fc.constantFrom(...DECISION_STATES),
    vetoEndsAt: fc.option(fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-03-20T00:00:00.000Z')),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom(...PEOPLE), (drawn, person) => {
      const all = { ...FACTS, ...drawn };
      const now = Date.parse('2026-03-10T00:00:00Z');
      const offered = viewerCanOnDecision(actor(person), all, now);
      const legal: string[] = legalDecisionActions(all.state);
      for (const action of DECISION_ACTIONS) {
        const inTime = action !== 'decision:veto' || (drawn.vetoEndsAt !== null && drawn.vetoEndsAt > '2026-03-10');
        const expected = legal.includes(action) && canOnDecision(actor(person), action, all).allowed && inTime;
        expect([action, offered.includes(action)]).toEqual([action, expected]);
      }
    }),
  );
});
