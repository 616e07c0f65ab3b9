import { describe, expect, it } from '@jest/globals';
import type { AssignmentFact } from '../organization/accountability.js';
import type { Role, RoleKind } from '../organization/role.js';
import type { Delegate } from './delegation-cell.js';
import {
  accountableSide,
  delegateSide,
  isAccountable,
  type DelegationPeopleFacts,
  type SidePeople,
} from './delegation-people.js';

const DAY = '2026-03-10';
type Held = [personId: string, role: Role, kind: RoleKind, scopeId: string, endsBefore?: string];

function around(held: Held[], away: string[] = [], more: Partial<DelegationPeopleFacts> = {}): DelegationPeopleFacts {
  return {
    chain: [
      { kind: 'TEAM', id: 'team' },
      { kind: 'AREA', id: 'area' },
      { kind: 'PRODUCT', id: 'product' },
      { kind: 'ORGANIZATION', id: 'house' },
    ],
    teamIds: ['team'],
    assignments: held.map(([personId, role, kind, scopeId, endsBefore], index): AssignmentFact => ({
      id: `${index}`,
      personId,
      role,
      kind,
      scopeId,
      startsOn: null,
      endsBefore: endsBefore ?? null,
      sharePercent: null,
    })),
    absences: away.map((personId) => ({ personId, startsOn: DAY, endsBefore: '2026-03-11' })),
    goneIds: new Set(),
    ...more,
  };
}

const role = (named: Role): Delegate => ({ kind: 'ROLE', role: named, personId: null });
const person = (personId: string): Delegate => ({ kind: 'PERSON', role: null, personId });
const TEAM: Delegate = { kind: 'TEAM', role: null, personId: null };
const saying = ({ people }: SidePeople): string[] =>
  people.map(({ personId, insteadOf }) => (insteadOf === null ? personId : `${personId} for ${insteadOf}`));

describe('a role', () => {
  it('is looked for here, then above; nobody holds it: where somebody could first', () => {
    const lead = role('TECHNICAL_LEAD');
    const scopeOf = (held: Held[]): string | undefined => delegateSide(around(held), lead, DAY).scope?.id;
    expect(scopeOf([['tea', 'TECHNICAL_LEAD', 'PRIMARY', 'product']])).toBe('product');
    expect(
      scopeOf([
        ['tea', 'TECHNICAL_LEAD', 'PRIMARY', 'product'],
        ['lars', 'TECHNICAL_LEAD', 'PRIMARY', 'area'],
      ]),
    ).toBe('area');
    expect(scopeOf([['lars', 'TECHNICAL_LEAD', 'PRIMARY', 'area', DAY]])).toBe('area');
    expect(saying(delegateSide(around([]), lead, DAY))).toEqual([]);
  });

  it('that nobody could hold here or above has no place and no people', () => {
    const facts = around([], [], { chain: [{ kind: 'ORGANIZATION', id: 'house' }] });
    expect(delegateSide(facts, role('SCRUM_MASTER'), DAY)).toEqual({
      role: 'SCRUM_MASTER',
      scope: null,
      answer: null,
      people: [],
    });
  });

  it('of one holder: acting before primary, the backup only while the primary is away', () => {
    const held: Held[] = [
      ['lars', 'TECHNICAL_LEAD', 'PRIMARY', 'area'],
      ['lea', 'TECHNICAL_LEAD', 'BACKUP', 'area'],
    ];
    const side = (more: Held[], away: string[]): string[] =>
      saying(delegateSide(around([...held, ...more], away), role('TECHNICAL_LEAD'), DAY));
    expect(side([], [])).toEqual(['lars']);
    expect(side([], ['lars'])).toEqual(['lea for lars']);
    expect(side([['amy', 'TECHNICAL_LEAD', 'ACTING', 'area']], [])).toEqual(['amy']);
    expect(side([], ['lars', 'lea'])).toEqual([]);
  });

  it('of many holders: all who are here, and for each who is away one who stands in, as long as there are some', () => {
    const held: Held[] = [
      ['edna', 'EXECUTIVE_ACTION_TEAM', 'PRIMARY', 'house'],
      ['emil', 'EXECUTIVE_ACTION_TEAM', 'PRIMARY', 'house'],
      ['sina', 'EXECUTIVE_ACTION_TEAM', 'BACKUP', 'house'],
    ];
    const side = (away: string[], more = {}): string[] =>
      saying(accountableSide(around(held, away, { chain: [{ kind: 'ORGANIZATION', id: 'house' }], ...more }), DAY));
    expect(side([])).toEqual(['edna', 'emil']);
    expect(side(['edna'])).toEqual(['emil', 'sina for edna']);
    expect(side(['edna', 'emil'])).toEqual(['sina for edna']);
    expect(side(['edna', 'emil', 'sina'])).toEqual([]);
    held.push(['silas', 'EXECUTIVE_ACTION_TEAM', 'BACKUP', 'house']);
    expect(side([])).toEqual(['edna', 'emil']);
    expect(side(['edna', 'emil'])).toEqual(['sina for edna', 'silas for emil']);
    expect(side(['edna', 'emil', 'sina'])).toEqual(['silas for edna']);
    // Who acts is here already, and stands in for the first who is away.
    held.push(['amy', 'EXECUTIVE_ACTION_TEAM', 'ACTING', 'house']);
    expect(side(['edna'])).toEqual(['amy', 'emil']);
    expect(side(['edna', 'emil'])).toEqual(['amy', 'sina for emil']);
    held.splice(3);
    // Who has left is no holder, and nobody stands in for them.
    expect(side([], { goneIds: new Set(['edna']) })).toEqual(['emil']);
    expect(side([], { goneIds: new Set(['edna', 'emil']) })).toEqual(['sina']);
  });
});

describe('a person', () => {
  it('answers; away, their backup in a role that they hold here; gone, nobody', () => {
    const held: Held[] = [
      ['sam', 'SCRUM_MASTER', 'PRIMARY', 'team'],
      ['bea', 'SCRUM_MASTER', 'BACKUP', 'team'],
      ['sam', 'DEVELOPER', 'PRIMARY', 'team'],
    ];
    const side = (facts: DelegationPeopleFacts): string[] => saying(delegateSide(facts, person('sam'), DAY));
    expect(side(around(held))).toEqual(['sam']);
    expect(side(around(held, ['sam']))).toEqual(['bea for sam']);
    expect(side(around(held, ['sam', 'bea']))).toEqual([]);
    expect(side(around(held, [], { goneIds: new Set(['sam']) }))).toEqual([]);
  });

  it('without any role here has no backup', () => {
    expect(saying(delegateSide(around([], ['ola']), person('ola'), DAY))).toEqual([]);
  });
});

describe('a team', () => {
  const HELD: Held[] = [
    ['paula', 'PRODUCT_OWNER', 'PRIMARY', 'team'],
    ['bo', 'PRODUCT_OWNER', 'BACKUP', 'team'],
    ['bo', 'DEVELOPER', 'PRIMARY', 'team'],
    ['dora', 'DEVELOPER', 'PRIMARY', 'team'],
    ['olga', 'DEVELOPER', 'PRIMARY', 'other'],
  ];

  it('is everybody with a role in it but the accountable one, and who stands in for them', () => {
    expect(saying(delegateSide(around(HELD), TEAM, DAY))).toEqual(['bo', 'dora']);
    // Bo is the accountable one today, and nobody consents for both sides.
    expect(saying(delegateSide(around(HELD, ['paula']), TEAM, DAY))).toEqual(['dora']);
  });

  it('has backups only for those who are away, and says for whom; associates belong to it', () => {
    const held: Held[] = [
      ...HELD,
      ['dirk', 'DEVELOPER', 'PRIMARY', 'team'],
      ['ben', 'DEVELOPER', 'BACKUP', 'team'],
      ['bea', 'DEVELOPER', 'BACKUP', 'team'],
      ['asa', 'DEVELOPER', 'ASSOCIATE', 'team'],
      ['bea', 'SCRUM_MASTER', 'BACKUP', 'team'],
      ['sam', 'SCRUM_MASTER', 'PRIMARY', 'team'],
    ];
    const side = (away: string[]): string[] => saying(delegateSide(around(held, away), TEAM, DAY));
    expect(side([])).toEqual(['asa', 'bo', 'dirk', 'dora', 'sam']);
    expect(side(['dora'])).toEqual(['asa', 'ben for dora', 'bo', 'dirk', 'sam']);
    expect(side(['dora', 'dirk'])).toEqual(['asa', 'bea for dirk', 'ben for dora', 'bo', 'sam']);
    expect(side(['sam', 'asa'])).toEqual(['bea for sam', 'bo', 'dirk', 'dora']);
    // Dora is there for herself, whatever else she is asked to do.
    held.push(['dora', 'TECHNICAL_LEAD', 'BACKUP', 'team'], ['tea', 'TECHNICAL_LEAD', 'PRIMARY', 'team']);
    expect(side(['tea', 'dirk'])).toContain('dora');
    held.splice(-2);
    expect(side(['sam', 'bea'])).toEqual(['bo', 'dirk', 'dora', 'asa'].toSorted());
  });

  it('of an area are all its teams, their Product Owners too, and who stands in for one', () => {
    const chain = [{ kind: 'AREA', id: 'area' } as const] as const;
    const facts = around(HELD, [], { chain, teamIds: ['team', 'other'] });
    expect(saying(delegateSide(facts, TEAM, DAY))).toEqual(['bo', 'dora', 'olga', 'paula']);
    const held = HELD.filter(([id, role]) => id !== 'bo' || role === 'PRODUCT_OWNER');
    const side = (away: string[]): string[] =>
      saying(delegateSide(around(held, away, { chain, teamIds: ['team', 'other'] }), TEAM, DAY));
    expect(side([])).toEqual(['dora', 'olga', 'paula']);
    expect(side(['paula'])).toEqual(['bo for paula', 'dora', 'olga']);
  });
});

describe('who is accountable', () => {
  const held: Held[] = [
    ['paula', 'PRODUCT_OWNER', 'PRIMARY', 'team'],
    ['bo', 'PRODUCT_OWNER', 'BACKUP', 'team'],
    ['sam', 'SCRUM_MASTER', 'PRIMARY', 'team'],
    ['paula', 'SCRUM_MASTER', 'BACKUP', 'team'],
    ['ada', 'AREA_PRODUCT_OWNER', 'PRIMARY', 'area'],
  ];

  it('is never trusted with it as well: nobody else is a vacancy', () => {
    const side = (delegate: Delegate, away: string[]): string[] =>
      saying(delegateSide(around(held, away), delegate, DAY));
    expect(side(role('SCRUM_MASTER'), [])).toEqual(['sam']);
    expect(side(role('SCRUM_MASTER'), ['sam'])).toEqual([]);
    expect(side(role('PRODUCT_OWNER'), [])).toEqual([]);
    expect(side(person('paula'), [])).toEqual([]);
    // Bo answers on the accountable side then.
    expect(side(person('paula'), ['paula'])).toEqual([]);
    expect(side(person('bo'), [])).toEqual(['bo']);
    expect(side(person('sam'), ['sam'])).toEqual([]);
  });

  it('is whoever holds the role of the scope, also while away', () => {
    const facts = around(held, ['paula']);
    const accountable = ['paula', 'bo', 'sam', 'ada'].filter((id) => isAccountable(facts, id, DAY));
    expect(accountable).toEqual(['paula']);
    expect(isAccountable(around([['amy', 'PRODUCT_OWNER', 'ACTING', 'team']]), 'amy', DAY)).toBe(true);
    expect(isAccountable(around([['old', 'PRODUCT_OWNER', 'PRIMARY', 'team', DAY]]), 'old', DAY)).toBe(false);
  });
});
