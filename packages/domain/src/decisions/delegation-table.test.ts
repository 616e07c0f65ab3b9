import { describe, expect, it } from '@jest/globals';
import type { AbsenceFact, AssignmentFact } from '../organization/accountability.js';
import type { Role, RoleKind } from '../organization/role.js';
import type { Delegate, FrozenDelegation } from './delegation-cell.js';
import { asksToMake, type FlowFacts, mayAccept, mayVeto, toldOnceAccepted } from './delegation-flow.js';
import { DELEGATION_LEVELS, type DelegationLevel } from './delegation-levels.js';
import { accountableSide, delegateSide, type DelegationPeopleFacts } from './delegation-people.js';

const DAY = '2026-03-10';

/** Everybody who has any role around the team Payments of the area Checkout, and Ola, who has none there. */
type Cast = [name: string, role: Role, kind: RoleKind, scopeId: string][];
const CAST: Cast = [
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
/** Several of one role in Payments, and backups. */
const MANY: Cast = [
  ['Dirk', 'DEVELOPER', 'PRIMARY', 'Payments'],
  ['Bea', 'DEVELOPER', 'BACKUP', 'Payments'],
  ['Ben', 'DEVELOPER', 'BACKUP', 'Payments'],
  ['Sina', 'SCRUM_MASTER', 'BACKUP', 'Payments'],
];

function assignmentsOf(cast: Cast): AssignmentFact[] {
  return cast.map(([personId, role, kind, scopeId]) => ({
    id: `${personId} ${role}`,
    personId,
    role,
    kind,
    scopeId,
    startsOn: null,
    endsBefore: null,
    sharePercent: null,
  }));
}

const TEAM: Delegate = { kind: 'TEAM', role: null, personId: null };
const LEAD: Delegate = { kind: 'ROLE', role: 'TECHNICAL_LEAD', personId: null };
const DORA: Delegate = { kind: 'PERSON', role: null, personId: 'Dora' };
const LARS: Delegate = { kind: 'PERSON', role: null, personId: 'Lars' };

function factsOf(cast: Cast, level: DelegationLevel, delegate: Delegate, away: string): FlowFacts {
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
    assignments: assignmentsOf(cast),
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
  { delegate: Delegate; more?: Cast; rows: [DelegationLevel, string, string, string, string, string, string][] }
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
  'the team, where several hold a role and some stand in': {
    delegate: TEAM,
    more: MANY,
    rows: [
      ['TELL', '-', 'Paula', '-', '-', 'Dirk Dora Sam', '-'],
      ['TELL', 'Dora', 'Paula', '-', '-', 'Bea Dirk Sam', '-'],
      ['SELL', 'Dora Dirk', 'Paula', '-', '-', 'Bea Ben Sam', '-'],
      ['CONSULT', 'Dora Dirk Bea', 'Paula', '-', 'Ben Sam', 'Ben Sam', '-'],
      ['CONSULT', 'Sam', 'Paula', '-', 'Dirk Dora Sina', 'Dirk Dora Sina', '-'],
      ['AGREE', '-', 'Paula Dirk Dora Sam', 'Paula Dirk Dora Sam', '-', 'Paula Dirk Dora Sam', '-'],
      ['AGREE', 'Sam Dora', 'Paula Bea Dirk Sina', 'Paula Bea Dirk Sina', '-', 'Paula Bea Dirk Sina', '-'],
      ['AGREE', 'Paula', 'Bo Dirk Dora Sam', 'Bo Dirk Dora Sam', '-', 'Bo Dirk Dora Sam', '-'],
      ['ADVISE', 'Dora Dirk Sam', 'Bea Ben Sina', '-', 'Paula', 'Paula', 'Paula'],
      ['ADVISE', 'Dora Dirk Bea Ben Sam Sina', '-', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Bea Ben Sina', 'Dirk Dora Sam', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', '-', 'Dirk Dora Sam', '-', '-', '-', '-'],
      ['DELEGATE', 'Sam Sina', 'Dirk Dora', '-', '-', '-', '-'],
    ],
  },
  'a role that many hold': {
    delegate: { kind: 'ROLE', role: 'DEVELOPER', personId: null },
    more: MANY,
    rows: [
      ['TELL', '-', 'Paula', '-', '-', 'Dirk Dora', '-'],
      ['SELL', 'Dora', 'Paula', '-', '-', 'Bea Dirk', '-'],
      ['CONSULT', 'Dora Dirk', 'Paula', '-', 'Bea Ben', 'Bea Ben', '-'],
      ['AGREE', 'Dora Dirk Ben', 'Paula Bea', 'Paula Bea', '-', 'Paula Bea', '-'],
      ['ADVISE', 'Dirk Bea', 'Ben Dora', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Dora Dirk', 'Bea Ben', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', 'Dora Dirk Bea Ben', '-', '-', '-', '-', '-'],
    ],
  },
  'a role whose backup is the accountable one': {
    delegate: { kind: 'ROLE', role: 'SCRUM_MASTER', personId: null },
    more: [['Paula', 'SCRUM_MASTER', 'BACKUP', 'Payments']],
    rows: [
      ['TELL', 'Sam', 'Paula', '-', '-', '-', '-'],
      ['SELL', '-', 'Paula', '-', '-', 'Sam', '-'],
      ['CONSULT', 'Sam', 'Paula', '-', '-', '-', '-'],
      ['AGREE', '-', 'Paula Sam', 'Paula Sam', '-', 'Paula Sam', '-'],
      ['AGREE', 'Sam', 'Paula', 'Paula', '-', 'Paula', '-'],
      ['ADVISE', 'Sam', '-', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Sam', '-', '-', '-', 'Paula', 'Paula'],
      ['DELEGATE', 'Sam', '-', '-', '-', '-', '-'],
    ],
  },
  'the accountable one in person': {
    delegate: { kind: 'PERSON', role: null, personId: 'Paula' },
    rows: [
      ['TELL', '-', 'Paula', '-', '-', '-', '-'],
      ['SELL', '-', 'Paula', '-', '-', '-', '-'],
      ['CONSULT', '-', 'Paula', '-', '-', '-', '-'],
      ['AGREE', '-', 'Paula', 'Paula', '-', 'Paula', '-'],
      ['AGREE', 'Paula', 'Bo', 'Bo', '-', 'Bo', '-'],
      ['ADVISE', '-', '-', '-', 'Paula', 'Paula', 'Paula'],
      ['INQUIRE', 'Paula', '-', '-', '-', 'Bo', 'Bo'],
      ['DELEGATE', '-', '-', '-', '-', '-', '-'],
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

for (const [whom, { delegate, more = [], rows }] of Object.entries(TABLE))
  describe(`delegated to ${whom}`, () => {
    const cast = [...CAST, ...more];
    const names = [...new Set(cast.map(([name]) => name))];

    it('has every level', () => {
      expect([...new Set(rows.map(([level]) => level))]).toEqual(DELEGATION_LEVELS);
    });

    it.each(rows)('%s, away: %s', (level, away, accepting, consent, advice, told, vetoing) => {
      const facts = factsOf(cast, level, delegate, away);
      const may = mayAccept(facts).personIds;
      // Each role by name, so that it is said of everybody.
      expect(Object.fromEntries(names.map((name) => [name, may.includes(name)]))).toEqual(
        Object.fromEntries(names.map((name) => [name, namesIn(accepting).includes(name)])),
      );
      expect(asked(facts)).toEqual({ CONSENT: namesIn(consent), ADVICE: namesIn(advice) });
      expect(toldOnceAccepted(facts).toSorted()).toEqual(namesIn(told));
      expect(mayVeto(facts)).toEqual(namesIn(vetoing));
    });
  });
