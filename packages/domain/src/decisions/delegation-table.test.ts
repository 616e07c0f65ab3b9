import { describe, expect, it } from '@jest/globals';
import type { AbsenceFact, AssignmentFact } from '../organization/accountability.js';
import type { Role, RoleKind } from '../organization/role.js';
import type { Delegate, FrozenDelegation } from './delegation-cell.js';
import { asksToMake, type FlowFacts, mayAccept, mayVeto, toldOnceAccepted } from './delegation-flow.js';
import { DELEGATION_LEVELS, type DelegationLevel } from './delegation-levels.js';
import { accountableSide, delegateSide, type DelegationPeopleFacts } from './delegation-people.js';

const DAY = '2026-03-10';

/** Everybody who has any role around the team Payments of the area Checkout, and Ola, who has none there. */
const CAST: [name: string, role: Role, kind: RoleKind, scopeId: string][] = [
  ['Paula', 'PRODUCT_OWNER', 'PRIMARY', 'Payments'],
  ['Bo', 'PRODUCT_OWNER', 'BACKUP', 'Payments'],
  ['Sam', 'SCRUM_MASTER', 'PRIMARY', 'Payments'],
  ['Dora', 'DEVELOPER', 'PRIMARY', 'Payments'],
  ['Ada', 'AREA_PRODUCT_OWNER', 'PRIMARY', 'Checkout'],
  ['Sosa', 'SCRUM_OF_SCRUMS_MASTER', 'PRIMARY', 'Checkout'],
  ['Lars', 'TECHNICAL_LEAD', 'PRIMARY', 'Checkout'],
  ['Lea', 'TECHNICAL_LEAD', 'BACKUP', 'Checkout'],
  ['Tea', 'TECHNICAL_LEAD', 'PRIMARY', 'Shop'],
  ['Chris', 'CHIEF_PRODUCT_OWNER', 'PRIMARY', 'Shop'],
  ['Stan', 'STAKEHOLDER', 'PRIMARY', 'Shop'],
  ['Emil', 'EXECUTIVE_ACTION_TEAM', 'PRIMARY', 'Harbour'],
  ['Cora', 'AGILE_COACH', 'PRIMARY', 'Harbour'],
  ['Adam', 'ADMINISTRATOR', 'PRIMARY', 'Harbour'],
  ['Ola', 'PRODUCT_OWNER', 'PRIMARY', 'Search'],
  ['Olga', 'DEVELOPER', 'PRIMARY', 'Search'],
];
const NAMES = CAST.map(([name]) => name);

const ASSIGNMENTS: AssignmentFact[] = CAST.map(([personId, role, kind, scopeId]) => ({
  id: personId,
  personId,
  role,
  kind,
  scopeId,
  startsOn: null,
  endsBefore: null,
  sharePercent: null,
}));

const TEAM: Delegate = { kind: 'TEAM', role: null, personId: null };
const LEAD: Delegate = { kind: 'ROLE', role: 'TECHNICAL_LEAD', personId: null };
const DORA: Delegate = { kind: 'PERSON', role: null, personId: 'Dora' };
const LARS: Delegate = { kind: 'PERSON', role: null, personId: 'Lars' };

function factsOf(level: DelegationLevel, delegate: Delegate, away: string): FlowFacts {
  const absences: AbsenceFact[] = namesIn(away).map((personId) => ({
    personId,
    startsOn: '2026-03-09',
    endsBefore: '2026-03-12',
  }));
  const people: DelegationPeopleFacts = {
    chain: [
      { kind: 'TEAM', id: 'Payments' },
      { kind: 'AREA', id: 'Checkout' },
      { kind: 'PRODUCT', id: 'Shop' },
      { kind: 'ORGANIZATION', id: 'Harbour' },
    ],
    teamIds: ['Payments'],
    assignments: ASSIGNMENTS,
    absences,
    goneIds: new Set(),
  };
  const delegation: FrozenDelegation = {
    level,
    delegate,
    scope: { kind: 'TEAM', id: 'Payments' },
    vetoHours: 16,
    answerHours: 16,
  };
  return {
    delegation,
    accountable: { ...accountableSide(people, DAY), party: { words: 'A', many: false } },
    delegate: { ...delegateSide(people, delegate, DAY), party: { words: 'D', many: false } },
    rationale: 'Because.',
    asks: [],
    now: Date.parse(`${DAY}T10:00:00Z`),
  };
}

function namesIn(cell: string): string[] {
  return cell === '-' ? [] : cell.split(' ').toSorted();
}

/** Whom it asks, by kind. */
function asked(facts: FlowFacts): Record<'CONSENT' | 'ADVICE', string[]> {
  const found: Record<'CONSENT' | 'ADVICE', string[]> = { CONSENT: [], ADVICE: [] };
  for (const { kind, side } of asksToMake(facts, null))
    found[kind].push(
      ...((side === 'ACCOUNTABLE' ? facts.accountable : facts.delegate)?.people ?? []).map(({ personId }) => personId),
    );
  return { CONSENT: found.CONSENT.toSorted(), ADVICE: found.ADVICE.toSorted() };
}

/**
 * Written by hand, not derived: who may accept, whose consent and whose advice is asked, who is told, who may veto. Whoever is
 * not named may not: an Administrator, the Area Product Owner, a Developer of another team.
 */
const TABLE: Record<
  string,
  { delegate: Delegate; rows: [DelegationLevel, string, string, string, string, string, string][] }
> = {
  'the team': {
    delegate: TEAM,
    rows: [
      // level, away, may accept, consent, advice, told, may veto
      ['TELL', '-', 'Paula', '-', '-', 'Dora Sam', '-'],
      ['TELL', 'Paula', 'Bo', '-', '-', 'Dora Sam', '-'],
      ['TELL', 'Paula Bo', '-', '-', '-', 'Dora Sam', '-'],
      ['TELL', 'Dora', 'Paula', '-', '-', 'Sam', '-'],
      ['TELL', 'Dora Sam', 'Paula', '-', '-', '-', '-'],
      ['SELL', '-', 'Paula', '-', '-', 'Dora Sam', '-'],
      ['SELL', 'Paula', 'Bo', '-', '-', 'Dora Sam', '-'],
      ['SELL', 'Paula Bo', '-', '-', '-', 'Dora Sam', '-'],
      ['SELL', 'Dora', 'Paula', '-', '-', 'Sam', '-'],
      ['SELL', 'Dora Sam', 'Paula', '-', '-', '-', '-'],
      ['CONSULT', '-', 'Paula', '-', 'Dora Sam', 'Dora Sam', '-'],
      ['CONSULT', 'Paula', 'Bo', '-', 'Dora Sam', 'Dora Sam', '-'],
      ['CONSULT', 'Paula Bo', '-', '-', 'Dora Sam', 'Dora Sam', '-'],
      ['CONSULT', 'Dora', 'Paula', '-', 'Sam', 'Sam', '-'],
      ['CONSULT', 'Dora Sam', 'Paula', '-', '-', '-', '-'],
      ['AGREE', '-', 'Paula Dora Sam', 'Paula Dora Sam', '-', 'Paula Dora Sam', '-'],
      ['AGREE', 'Paula', 'Bo Dora Sam', 'Bo Dora Sam', '-', 'Bo Dora Sam', '-'],
      ['AGREE', 'Paula Bo', 'Dora Sam', 'Dora Sam', '-', 'Dora Sam', '-'],
      ['AGREE', 'Dora', 'Paula Sam', 'Paula Sam', '-', 'Paula Sam', '-'],
      ['AGREE', 'Dora Sam', 'Paula', 'Paula', '-', 'Paula', '-'],
      ['ADVISE', '-', 'Dora Sam', '-', 'Paula', 'Paula', 'Paula'],
      ['ADVISE', 'Paula', 'Dora Sam', '-', 'Bo', 'Bo', 'Bo'],
      ['ADVISE', 'Paula Bo', 'Dora Sam', '-', '-', '-', '-'],
      ['ADVISE', 'Dora', 'Sam', '-', 'Paula', 'Paula', 'Paula'],
      ['ADVISE', 'Dora Sam', '-', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', '-', 'Dora Sam', '-', '-', 'Paula', 'Paula'],
      ['INQUIRE', 'Paula', 'Dora Sam', '-', '-', 'Bo', 'Bo'],
      ['INQUIRE', 'Paula Bo', 'Dora Sam', '-', '-', '-', '-'],
      ['INQUIRE', 'Dora', 'Sam', '-', '-', 'Paula', 'Paula'],
      ['INQUIRE', 'Dora Sam', '-', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', '-', 'Dora Sam', '-', '-', '-', '-'],
      ['DELEGATE', 'Paula', 'Dora Sam', '-', '-', '-', '-'],
      ['DELEGATE', 'Paula Bo', 'Dora Sam', '-', '-', '-', '-'],
      ['DELEGATE', 'Dora', 'Sam', '-', '-', '-', '-'],
      ['DELEGATE', 'Dora Sam', '-', '-', '-', '-', '-'],
    ],
  },
  'a role of the area above': {
    delegate: LEAD,
    rows: [
      ['TELL', '-', 'Paula', '-', '-', 'Lars', '-'],
      ['TELL', 'Paula', 'Bo', '-', '-', 'Lars', '-'],
      ['TELL', 'Paula Bo', '-', '-', '-', 'Lars', '-'],
      ['TELL', 'Lars', 'Paula', '-', '-', 'Lea', '-'],
      ['TELL', 'Lars Lea', 'Paula', '-', '-', '-', '-'],
      ['SELL', '-', 'Paula', '-', '-', 'Lars', '-'],
      ['SELL', 'Paula', 'Bo', '-', '-', 'Lars', '-'],
      ['SELL', 'Paula Bo', '-', '-', '-', 'Lars', '-'],
      ['SELL', 'Lars', 'Paula', '-', '-', 'Lea', '-'],
      ['SELL', 'Lars Lea', 'Paula', '-', '-', '-', '-'],
      ['CONSULT', '-', 'Paula', '-', 'Lars', 'Lars', '-'],
      ['CONSULT', 'Paula', 'Bo', '-', 'Lars', 'Lars', '-'],
      ['CONSULT', 'Paula Bo', '-', '-', 'Lars', 'Lars', '-'],
      ['CONSULT', 'Lars', 'Paula', '-', 'Lea', 'Lea', '-'],
      ['CONSULT', 'Lars Lea', 'Paula', '-', '-', '-', '-'],
      ['AGREE', '-', 'Paula Lars', 'Paula Lars', '-', 'Paula Lars', '-'],
      ['AGREE', 'Paula', 'Bo Lars', 'Bo Lars', '-', 'Bo Lars', '-'],
      ['AGREE', 'Paula Bo', 'Lars', 'Lars', '-', 'Lars', '-'],
      ['AGREE', 'Lars', 'Paula Lea', 'Paula Lea', '-', 'Paula Lea', '-'],
      ['AGREE', 'Lars Lea', 'Paula', 'Paula', '-', 'Paula', '-'],
      ['ADVISE', '-', 'Lars', '-', 'Paula', 'Paula', 'Paula'],
      ['ADVISE', 'Paula', 'Lars', '-', 'Bo', 'Bo', 'Bo'],
      ['ADVISE', 'Paula Bo', 'Lars', '-', '-', '-', '-'],
      ['ADVISE', 'Lars', 'Lea', '-', 'Paula', 'Paula', 'Paula'],
      ['ADVISE', 'Lars Lea', '-', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', '-', 'Lars', '-', '-', 'Paula', 'Paula'],
      ['INQUIRE', 'Paula', 'Lars', '-', '-', 'Bo', 'Bo'],
      ['INQUIRE', 'Paula Bo', 'Lars', '-', '-', '-', '-'],
      ['INQUIRE', 'Lars', 'Lea', '-', '-', 'Paula', 'Paula'],
      ['INQUIRE', 'Lars Lea', '-', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', '-', 'Lars', '-', '-', '-', '-'],
      ['DELEGATE', 'Paula', 'Lars', '-', '-', '-', '-'],
      ['DELEGATE', 'Paula Bo', 'Lars', '-', '-', '-', '-'],
      ['DELEGATE', 'Lars', 'Lea', '-', '-', '-', '-'],
      ['DELEGATE', 'Lars Lea', '-', '-', '-', '-', '-'],
    ],
  },
  'a person without a backup': {
    delegate: DORA,
    rows: [
      ['TELL', 'Dora', 'Paula', '-', '-', '-', '-'],
      ['SELL', '-', 'Paula', '-', '-', 'Dora', '-'],
      ['CONSULT', '-', 'Paula', '-', 'Dora', 'Dora', '-'],
      ['AGREE', 'Dora', 'Paula', 'Paula', '-', 'Paula', '-'],
      ['ADVISE', '-', 'Dora', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Dora', '-', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', '-', 'Dora', '-', '-', '-', '-'],
    ],
  },
  'a person whose role has a backup': {
    delegate: LARS,
    rows: [
      ['TELL', 'Lars', 'Paula', '-', '-', 'Lea', '-'],
      ['SELL', 'Lars', 'Paula', '-', '-', 'Lea', '-'],
      ['CONSULT', 'Lars', 'Paula', '-', 'Lea', 'Lea', '-'],
      ['AGREE', 'Lars', 'Paula Lea', 'Paula Lea', '-', 'Paula Lea', '-'],
      ['ADVISE', 'Lars', 'Lea', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Lars', 'Lea', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', 'Lars', 'Lea', '-', '-', '-', '-'],
    ],
  },
};

for (const [whom, { delegate, rows }] of Object.entries(TABLE))
  describe(`delegated to ${whom}`, () => {
    it('has every level', () => {
      expect([...new Set(rows.map(([level]) => level))]).toEqual(DELEGATION_LEVELS);
    });

    it.each(rows)('%s, away: %s', (level, away, accepting, consent, advice, told, vetoing) => {
      const facts = factsOf(level, delegate, away);
      const may = mayAccept(facts).personIds;
      // Each role by name, so that it is said of everybody.
      expect(Object.fromEntries(NAMES.map((name) => [name, may.includes(name)]))).toEqual(
        Object.fromEntries(NAMES.map((name) => [name, namesIn(accepting).includes(name)])),
      );
      expect(asked(facts)).toEqual({ CONSENT: namesIn(consent), ADVICE: namesIn(advice) });
      expect(toldOnceAccepted(facts).toSorted()).toEqual(namesIn(told));
      expect(mayVeto(facts)).toEqual(namesIn(vetoing));
    });
  });
