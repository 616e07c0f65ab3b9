import { describe, expect, it } from '@jest/globals';
import { type Actor, type ActorAssignment, currentAssignments, holdsAnywhere, holdsOver, isOfTeam } from './actor.js';
import { specimenActors } from './permission-row.js';

const NOWHERE = { productId: null, areaId: null, teamId: null };

function actor(held: Partial<ActorAssignment>, today?: string): Actor {
  const assignment: ActorAssignment = {
    role: 'SCRUM_MASTER',
    kind: 'PRIMARY',
    ...NOWHERE,
    startsOn: null,
    endsBefore: null,
    ...held,
  };
  const who = { personId: 'ana', organizationId: 'org', assignments: [assignment] };
  return today === undefined ? who : { ...who, today };
}

describe('assignments that count now', () => {
  const dated = { teamId: 't1', startsOn: '2026-03-02', endsBefore: '2026-03-09' };

  it.each([
    ['2026-03-01', 0],
    ['2026-03-02', 1],
    ['2026-03-08', 1],
    ['2026-03-09', 0],
  ])('on %s: %i', (today, count) => {
    expect(currentAssignments(actor(dated, today))).toHaveLength(count);
    expect(holdsAnywhere(actor(dated, today), 'SCRUM_MASTER')).toBe(count === 1);
    expect(holdsOver(actor(dated, today), 'SCRUM_MASTER', { teamId: 't1' })).toBe(count === 1);
    expect(isOfTeam(actor(dated, today), 't1')).toBe(count === 1);
  });

  it('are as loaded when no day is given', () => {
    expect(currentAssignments(actor(dated))).toHaveLength(1);
  });

  it.each(['PRIMARY', 'BACKUP', 'ACTING', 'ASSOCIATE'] as const)('of kind %s give the role', (kind) => {
    expect(holdsAnywhere(actor({ kind, teamId: 't1' }), 'SCRUM_MASTER')).toBe(true);
  });
});

describe('holding a role over a place', () => {
  const team = { productId: 'p1', areaId: 'a1', teamId: 't1' };

  it.each([
    ['the organization', {}, true],
    ['its product', { productId: 'p1' }, true],
    ['its area', { areaId: 'a1' }, true],
    ['the team', { teamId: 't1' }, true],
    ['another product', { productId: 'p2' }, false],
    ['another area', { areaId: 'a2' }, false],
    ['another team', { teamId: 't2' }, false],
    ['another team, with the area that contains both', { areaId: 'a1', teamId: 't2' }, false],
  ])('in %s', (_where, scope, expected) => {
    expect(holdsOver(actor(scope), 'SCRUM_MASTER', team)).toBe(expected);
  });

  it('never matches a place that was not loaded', () => {
    for (const { scope, role, actor: holder } of specimenActors()) {
      expect(holdsOver(holder, role, {})).toBe(scope === 'ORGANIZATION');
      expect(holdsOver(holder, role, { productId: null, areaId: null, teamId: null })).toBe(scope === 'ORGANIZATION');
    }
  });
});
