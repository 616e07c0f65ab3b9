import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AbsenceFact, AssignmentFact } from '../organization/accountability.js';
import { ROLE_KINDS, ROLES, type Role, SCOPE_KINDS, SCOPES_OF_ROLE, type ScopeKind } from '../organization/role.js';
import type { DecisionScope, Delegate, DelegationCell } from './delegation-cell.js';
import { cellsThatCount, frozen } from './delegation-board.js';
import {
  type AskFact,
  type FlowFacts,
  asksToMake,
  mayAccept,
  mayVeto,
  toldOnceAccepted,
  vacancy,
  waitsFor,
} from './delegation-flow.js';
import { DELEGATION_LEVELS, LEVEL_RULES } from './delegation-levels.js';
import { accountableSide, delegateSide, type DelegationPeopleFacts } from './delegation-people.js';

const DAY = '2026-03-10';
const NOW = Date.parse(`${DAY}T10:00:00Z`);
const PEOPLE = ['ana', 'ben', 'cem', 'dea', 'eva'];

/** From a team up to the organization; a decision may be made anywhere on the way. */
const WHOLE: DecisionScope[] = [
  { kind: 'TEAM', id: 'team' },
  { kind: 'AREA', id: 'area' },
  { kind: 'PRODUCT', id: 'product' },
  { kind: 'ORGANIZATION', id: 'organization' },
];

const chain: fc.Arbitrary<DelegationPeopleFacts['chain']> = fc.integer({ min: 0, max: 3 }).map((from) => {
  const [first, ...rest] = WHOLE.slice(from);
  if (!first) throw new Error('The chain ends at the organization.');
  return [first, ...rest];
});

const role = fc.constantFrom(...ROLES);
const assignment: fc.Arbitrary<AssignmentFact> = fc
  .record({
    role,
    person: fc.constantFrom(...PEOPLE),
    kind: fc.constantFrom(...ROLE_KINDS),
    place: fc.nat(),
    id: fc.uuid(),
  })
  .map(({ role: held, person, kind, place, id }) => ({
    id,
    personId: person,
    role: held,
    kind,
    scopeId: scopeFor(held, place),
    startsOn: null,
    endsBefore: null,
    sharePercent: null,
  }));

function scopeFor(held: Role, place: number): string {
  const kinds = SCOPES_OF_ROLE[held];
  const kind: ScopeKind = kinds[place % kinds.length] ?? 'ORGANIZATION';
  return WHOLE.find((scope) => scope.kind === kind)?.id ?? '';
}

const absence: fc.Arbitrary<AbsenceFact> = fc.constantFrom(...PEOPLE).map((personId) => ({
  personId,
  startsOn: DAY,
  endsBefore: '2026-03-12',
}));

const people: fc.Arbitrary<DelegationPeopleFacts> = fc.record({
  chain,
  teamIds: fc.constant(['team']),
  assignments: fc.uniqueArray(assignment, { maxLength: 12, selector: ({ id }) => id }),
  absences: fc.array(absence, { maxLength: 3 }),
  goneIds: fc.subarray(PEOPLE, { maxLength: 1 }).map((ids) => new Set(ids)),
});

const delegate: fc.Arbitrary<Delegate> = fc.oneof(
  fc.constant<Delegate>({ kind: 'TEAM', role: null, personId: null }),
  role.map((named): Delegate => ({ kind: 'ROLE', role: named, personId: null })),
  fc.constantFrom(...PEOPLE).map((personId): Delegate => ({ kind: 'PERSON', role: null, personId })),
);

const hours = fc.integer({ min: 0, max: 40 });
const level = fc.constantFrom(...DELEGATION_LEVELS);

interface Case {
  people: DelegationPeopleFacts;
  facts: FlowFacts;
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({ people, delegate, level, hours, undelegated: fc.boolean() })
  .map(({ people: around, delegate: whom, level: at, hours: vetoHours, undelegated }) => ({
    people: around,
    facts: {
      delegation: undelegated
        ? null
        : {
            level: at,
            delegate: whom,
            scope: around.chain[0],
            vetoHours: LEVEL_RULES[at].veto ? vetoHours : 0,
            answerHours: 8,
          },
      accountable: { ...accountableSide(around, DAY), party: { words: 'A', many: false } },
      delegate: undelegated ? null : { ...delegateSide(around, whom, DAY), party: { words: 'D', many: false } },
      rationale: 'Because.',
      asks: [],
      now: NOW,
    },
  }));

const idsOf = (side: FlowFacts['delegate']): string[] => side?.people.map(({ personId }) => personId) ?? [];

/** The asks as they are made, with answers of somebody's choice. */
function asked(facts: FlowFacts, by: string | null, dueAt: number): AskFact[] {
  return asksToMake(facts, by).map((ask) => ({ ...ask, dueAt }));
}

describe('any delegation', () => {
  it('nobody acts who is away or has left', () => {
    fc.assert(
      fc.property(anyCase, ({ people: around, facts }) => {
        const acting = [...mayAccept(facts).personIds, ...mayVeto(facts), ...toldOnceAccepted(facts)];
        for (const id of acting) {
          expect(around.absences.map(({ personId }) => personId)).not.toContain(id);
          expect(around.goneIds.has(id)).toBe(false);
        }
      }),
    );
  });

  it('nobody is on both sides, so that nobody consents for both', () => {
    fc.assert(
      fc.property(anyCase, ({ facts }) => {
        for (const id of idsOf(facts.accountable)) expect(idsOf(facts.delegate)).not.toContain(id);
      }),
    );
  });

  it('only those two sides ever accept, veto or are told, and only the accountable one vetoes', () => {
    fc.assert(
      fc.property(anyCase, ({ facts }) => {
        const sides = new Set([...idsOf(facts.accountable), ...idsOf(facts.delegate)]);
        for (const id of [...mayAccept(facts).personIds, ...toldOnceAccepted(facts)]) expect(sides).toContain(id);
        for (const id of mayVeto(facts)) expect(idsOf(facts.accountable)).toContain(id);
      }),
    );
  });

  it('an Administrator who is nothing else decides nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ people: around, facts }) => {
        if (facts.delegation?.delegate.kind !== 'TEAM') return;
        const admin = { ...(around.assignments[0] ?? ADMIN), ...ADMIN };
        const withAdmin = { ...around, assignments: [...around.assignments, admin] };
        expect(idsOf({ ...accountableSide(withAdmin, DAY), party: facts.accountable.party })).not.toContain('admin');
        expect(
          delegateSide(withAdmin, facts.delegation.delegate, DAY).people.map(({ personId }) => personId),
        ).not.toContain('admin');
      }),
    );
  });

  it('a higher level never gives the accountable one more, nor the delegate less', () => {
    const rank = (at: (typeof DELEGATION_LEVELS)[number], side: 'ACCOUNTABLE' | 'DELEGATE'): number =>
      Number(LEVEL_RULES[at].mayAccept.includes(side));
    for (const [index, at] of DELEGATION_LEVELS.entries()) {
      const next = DELEGATION_LEVELS[index + 1];
      if (!next) continue;
      expect(rank(next, 'ACCOUNTABLE')).toBeLessThanOrEqual(rank(at, 'ACCOUNTABLE'));
      expect(rank(next, 'DELEGATE')).toBeGreaterThanOrEqual(rank(at, 'DELEGATE'));
    }
  });

  it('waiting ends advice, and never ends the lack of a consent', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.option(fc.constantFrom(...PEOPLE)),
        fc.integer({ min: -5, max: 5 }),
        ({ facts }, by, distance) => {
          const dueAt = NOW + distance;
          const asks = asked(facts, by, dueAt);
          const waits = waitsFor({ ...facts, asks });
          const open = asks.filter(({ answer }) => answer === null);
          const holding = open.filter(({ kind }) => kind === 'CONSENT' || dueAt > NOW);
          const vacant = vacancy(facts).length;
          expect(vacant).toBe(mayAccept(facts).personIds.length === 0 ? 1 : 0);
          expect(waits).toHaveLength(vacant + holding.length);
          // Long after, only consents are missing, and people.
          const later = waitsFor({ ...facts, asks, now: NOW + 1_000 });
          expect(later).toHaveLength(vacant + open.filter(({ kind }) => kind === 'CONSENT').length);
        },
      ),
    );
  });

  it('answers only take away what it waits for, but an objection; and all of them leave nothing but a vacancy', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ facts }, objected) => {
        const asks = asked(facts, null, NOW + 1);
        const before = waitsFor({ ...facts, asks }).length;
        const answered = asks.map((ask, index): AskFact => ({
          ...ask,
          answer: ask.kind === 'ADVICE' ? 'ADVISED' : objected && index === 0 ? 'OBJECTED' : 'CONSENTED',
        }));
        const objections = answered.filter(({ answer }) => answer === 'OBJECTED').length;
        expect(waitsFor({ ...facts, asks: answered })).toHaveLength(vacancy(facts).length + objections);
        expect(objections).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('without a delegation the accountable one decides at once, and nobody else', () => {
    fc.assert(
      fc.property(anyCase, ({ facts }) => {
        const alone = { ...facts, delegation: null, delegate: null, rationale: '' };
        expect(mayAccept(alone).personIds).toEqual(idsOf(facts.accountable));
        expect(waitsFor(alone)).toEqual(vacancy(alone));
        expect(toldOnceAccepted(alone)).toEqual([]);
        expect(mayVeto(alone)).toEqual([]);
      }),
    );
  });
});

const ADMIN: AssignmentFact = {
  id: 'admin',
  personId: 'admin',
  role: 'ADMINISTRATOR',
  kind: 'PRIMARY',
  scopeId: 'organization',
  startsOn: null,
  endsBefore: null,
  sharePercent: null,
};

describe('any boards', () => {
  const cell: fc.Arbitrary<DelegationCell> = fc.record({
    decisionAreaId: fc.constantFrom('design', 'tools', 'releases'),
    level,
    delegate,
    vetoHours: hours,
    answerHours: hours,
  });
  const boards = fc
    .tuple(...WHOLE.map(() => fc.uniqueArray(cell, { selector: ({ decisionAreaId }) => decisionAreaId })))
    .map((all) => all.map((cells, index) => ({ scope: WHOLE[index] ?? { kind: SCOPE_KINDS[0], id: '' }, cells })));

  it('the nearest cell wins; what lies above it changes nothing', () => {
    fc.assert(
      fc.property(boards, fc.constantFrom('design', 'tools', 'releases', 'nothing'), (all, decisionAreaId) => {
        const index = all.findIndex(({ cells }) => cells.some((one) => one.decisionAreaId === decisionAreaId));
        const found = frozen(all, decisionAreaId);
        if (index === -1) expect(found).toBeNull();
        else {
          expect(found?.scope).toEqual(all[index]?.scope);
          expect(frozen(all.slice(0, index + 1), decisionAreaId)).toEqual(found);
        }
      }),
    );
  });

  it('each decision area once, and no veto where the level has none', () => {
    fc.assert(
      fc.property(boards, (all) => {
        const named = new Set(all.flatMap(({ cells }) => cells.map(({ decisionAreaId }) => decisionAreaId)));
        expect(new Set(cellsThatCount(all).keys())).toEqual(named);
        for (const decisionAreaId of named) {
          const found = frozen(all, decisionAreaId);
          if (found && !LEVEL_RULES[found.level].veto) expect(found.vetoHours).toBe(0);
        }
      }),
    );
  });

  it('what no decision area says is delegated by nobody', () => {
    fc.assert(fc.property(boards, (all) => expect(frozen(all, null)).toBeNull()));
  });
});
