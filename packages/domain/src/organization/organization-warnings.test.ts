import { describe, expect, it } from '@jest/globals';
import type { AssignmentFact } from './accountability.js';
import { type OrganizationWarningFacts, organizationWarnings } from './organization-warnings.js';
import type { Role } from './role.js';

const DAY = '2026-03-02';

function holds(personId: string, role: Role, scopeId: string, more: Partial<AssignmentFact> = {}): AssignmentFact {
  const id = `${personId} ${role} ${scopeId}`;
  return {
    id,
    personId,
    role,
    kind: 'PRIMARY',
    scopeId,
    startsOn: null,
    endsBefore: null,
    sharePercent: null,
    ...more,
  };
}

/** One product, one area, teams t1 to t4; everybody there, nobody with more than two teams. */
const HEALTHY: OrganizationWarningFacts = {
  products: [{ id: 'p1' }],
  areas: [{ id: 'a1', archivedOn: null }],
  teams: ['t1', 't2', 't3', 't4'].map((id) => ({ id, archivedOn: null })),
  assignments: [
    holds('chief', 'CHIEF_PRODUCT_OWNER', 'p1'),
    holds('owner', 'AREA_PRODUCT_OWNER', 'a1'),
    ...['t1', 't2'].flatMap((team) => [holds('po-1', 'PRODUCT_OWNER', team), holds('sm-1', 'SCRUM_MASTER', team)]),
    ...['t3', 't4'].flatMap((team) => [holds('po-2', 'PRODUCT_OWNER', team), holds('sm-2', 'SCRUM_MASTER', team)]),
  ],
  absences: [],
};

function without(personId: string, scopeId: string, role: Role): OrganizationWarningFacts {
  const kept = HEALTHY.assignments.filter(
    (held) => !(held.personId === personId && held.scopeId === scopeId && held.role === role),
  );
  return { ...HEALTHY, assignments: kept };
}

function plus(...more: AssignmentFact[]): OrganizationWarningFacts {
  return { ...HEALTHY, assignments: [...HEALTHY.assignments, ...more] };
}

describe('warnings', () => {
  it('there are none where everybody is there', () => expect(organizationWarnings(HEALTHY, DAY)).toEqual([]));

  it('a team without a Scrum Master, said once', () => {
    expect(organizationWarnings(without('sm-1', 't1', 'SCRUM_MASTER'), DAY)).toEqual([
      { code: 'TEAM_WITHOUT_SCRUM_MASTER', role: 'SCRUM_MASTER', scopeId: 't1', personIds: [], teamIds: ['t1'] },
    ]);
  });

  it('an associate alone is not a Scrum Master, somebody who acts is', () => {
    const lacking = without('sm-1', 't1', 'SCRUM_MASTER');
    const helped = (kind: 'ASSOCIATE' | 'ACTING') => [
      ...lacking.assignments,
      holds('eve', 'SCRUM_MASTER', 't1', { kind }),
    ];
    const codes = (assignments: AssignmentFact[]) =>
      organizationWarnings({ ...lacking, assignments }, DAY).map((warning) => warning.code);
    expect(codes(helped('ASSOCIATE'))).toEqual(['TEAM_WITHOUT_SCRUM_MASTER']);
    expect(codes(helped('ACTING'))).toEqual([]);
  });

  it.each([
    ['SCRUM_MASTER', 'SCRUM_MASTER_OF_MANY_TEAMS'],
    ['PRODUCT_OWNER', 'PRODUCT_OWNER_OF_MANY_TEAMS'],
  ] as const)('a %s of a third team; not of two, not as a backup', (role, code) => {
    const person = role === 'SCRUM_MASTER' ? 'sm-1' : 'po-1';
    const third = holds(person, role, 't3', { kind: 'ACTING' });
    expect(organizationWarnings(plus(third), DAY)).toEqual([
      { code, role, scopeId: null, personIds: [person], teamIds: ['t1', 't2', 't3'] },
    ]);
    expect(organizationWarnings(plus({ ...third, kind: 'BACKUP' }), DAY)).toEqual([]);
    expect(organizationWarnings(plus({ ...third, endsBefore: DAY }), DAY)).toEqual([]);
  });

  it.each([
    ['20 percent is fine', [20], false],
    ['21 percent is not', [21], true],
    ['two shares add up', [15, 10], true],
    ['an unknown share may be all', [null], true],
  ])('a Scrum Master who develops: %s', (_how, shares, warned) => {
    const developing = shares.map((sharePercent, index) =>
      holds('sm-1', 'DEVELOPER', `t${index + 1}`, { sharePercent }),
    );
    const warnings = organizationWarnings(plus(...developing), DAY);
    expect(warnings.map(({ code, personIds }) => [code, personIds])).toEqual(
      warned ? [['SCRUM_MASTER_ALSO_DEVELOPER', ['sm-1']]] : [],
    );
  });

  it.each([
    ['a product', 'chief', 'p1', 'CHIEF_PRODUCT_OWNER', []],
    ['an area', 'owner', 'a1', 'AREA_PRODUCT_OWNER', []],
    ['a team', 'po-1', 't1', 'PRODUCT_OWNER', ['t1']],
  ] as const)('a vacancy of %s', (_what, person, scopeId, role, teamIds) => {
    expect(organizationWarnings(without(person, scopeId, role), DAY)).toEqual([
      { code: 'VACANCY', role, scopeId, personIds: [], teamIds },
    ]);
  });

  it('a vacancy while the holder is away without a backup', () => {
    const absences = [{ personId: 'sm-2', startsOn: '2026-03-01', endsBefore: '2026-03-08' }];
    const warnings = organizationWarnings({ ...HEALTHY, absences }, DAY);
    expect(warnings.map(({ code, scopeId, personIds }) => [code, scopeId, personIds])).toEqual([
      ['VACANCY', 't3', ['sm-2']],
      ['VACANCY', 't4', ['sm-2']],
    ]);
    const backups = ['t3', 't4'].map((team) => holds('sm-1', 'SCRUM_MASTER', team, { kind: 'BACKUP' }));
    expect(organizationWarnings({ ...plus(...backups), absences }, DAY)).toEqual([]);
  });

  it('what is archived needs nobody, from its day on', () => {
    const lacking = without('sm-1', 't1', 'SCRUM_MASTER');
    const archived = {
      ...lacking,
      teams: lacking.teams.map((team) => (team.id === 't1' ? { ...team, archivedOn: DAY } : team)),
    };
    expect(organizationWarnings(archived, DAY)).toEqual([]);
    expect(organizationWarnings(archived, '2026-03-01')).toHaveLength(1);
  });
});
