import { describe, expect, it } from '@jest/globals';
import type { Actor, ActorAssignment } from '../actor.js';
import type { Role, ScopeKind } from '../organization/role.js';
import {
  type CadenceFacts,
  canOnCadence,
  canOnOccurrence,
  legalOccurrenceActions,
  type OccurrenceFactsOfPolicy,
  viewerCanOnCadence,
} from './cadence-policy.js';

const PLACES: Record<ScopeKind, CadenceFacts['place']> = {
  TEAM: { productId: 'p', areaId: 'a', teamId: 't' },
  AREA: { productId: 'p', areaId: 'a', teamId: null },
  PRODUCT: { productId: 'p', areaId: null, teamId: null },
  ORGANIZATION: { productId: null, areaId: null, teamId: null },
};

function actor(role: Role | null, where: Partial<ActorAssignment> = {}): Actor {
  const held = {
    kind: 'PRIMARY' as const,
    productId: null,
    areaId: null,
    teamId: null,
    startsOn: null,
    endsBefore: null,
  };
  return { personId: 'me', organizationId: 'o', assignments: role === null ? [] : [{ role, ...held, ...where }] };
}
const of = (scopeKind: ScopeKind, isOfOwnChapter = false): CadenceFacts => ({
  scopeKind,
  place: PLACES[scopeKind],
  isOfOwnChapter,
});
const date = (more: Partial<OccurrenceFactsOfPolicy> = {}): OccurrenceFactsOfPolicy => ({
  ...of('TEAM'),
  fixedFacilitatorId: null,
  facilitatorId: null,
  isInvited: false,
  ...more,
});
const may = (who: Actor, facts: CadenceFacts): boolean => canOnCadence(who, 'cadence:edit', facts).allowed;

describe('who plans meetings', () => {
  it.each<[Role, Partial<ActorAssignment>, ScopeKind[]]>([
    ['SCRUM_MASTER', { teamId: 't' }, ['TEAM']],
    ['PRODUCT_OWNER', { teamId: 't' }, ['TEAM']],
    ['SCRUM_MASTER', { teamId: 'other' }, []],
    ['DEVELOPER', { teamId: 't' }, []],
    ['AREA_PRODUCT_OWNER', { areaId: 'a' }, ['AREA']],
    ['AREA_PRODUCT_OWNER', { areaId: 'other' }, []],
    ['SCRUM_OF_SCRUMS_MASTER', { areaId: 'a' }, ['AREA']],
    ['SCRUM_OF_SCRUMS_MASTER', {}, ['AREA', 'ORGANIZATION']],
    ['CHIEF_PRODUCT_OWNER', { productId: 'p' }, ['PRODUCT']],
    ['TECHNICAL_LEAD', { areaId: 'a' }, []],
    ['STAKEHOLDER', { productId: 'p' }, []],
    ['AGILE_COACH', {}, ['TEAM', 'AREA', 'PRODUCT', 'ORGANIZATION']],
    ['ADMINISTRATOR', {}, ['TEAM', 'AREA', 'PRODUCT', 'ORGANIZATION']],
  ])('a %s of %j: %j', (role, where, scopes) => {
    const all: ScopeKind[] = ['TEAM', 'AREA', 'PRODUCT', 'ORGANIZATION'];
    expect(all.filter((scope) => may(actor(role, where), of(scope)))).toEqual(scopes);
  });

  it("of a chapter are its Scrum Masters too; everybody looks; somebody else's stays theirs", () => {
    expect(may(actor('SCRUM_MASTER', { teamId: 't' }), of('AREA', true))).toBe(true);
    expect(canOnCadence(actor(null), 'cadence:view').allowed).toBe(true);
    expect(viewerCanOnCadence(actor(null), of('TEAM'), { isOver: false })).toEqual(['cadence:view']);
    expect(viewerCanOnCadence(actor('ADMINISTRATOR'), of('TEAM'), { isOver: true })).not.toContain('cadence:end');
  });
});

describe('a date', () => {
  it('is arranged by who always facilitates it, written down by who does this time, answered by who is invited', () => {
    const me = actor('DEVELOPER', { teamId: 't' });
    const allowed = (facts: OccurrenceFactsOfPolicy): string[] =>
      legalOccurrenceActions({ state: 'PLANNED', isChanged: true }).filter(
        (action) => canOnOccurrence(me, action, facts).allowed,
      );
    expect(allowed(date())).toEqual([]);
    expect(allowed(date({ isInvited: true }))).toEqual(['occurrence:answer', 'occurrence:add-outcome']);
    expect(allowed(date({ facilitatorId: 'me' }))).toEqual([
      'occurrence:write-notes',
      'occurrence:record-attendance',
      'occurrence:answer',
      'occurrence:add-outcome',
      'occurrence:remove-outcome',
    ]);
    expect(allowed(date({ fixedFacilitatorId: 'me' }))).toEqual(
      expect.arrayContaining(['occurrence:move', 'occurrence:cancel', 'occurrence:restore', 'occurrence:write-notes']),
    );
    expect(allowed(date({ fixedFacilitatorId: 'me' }))).not.toContain('occurrence:skip');
    expect(canOnOccurrence(me, 'occurrence:remove-outcome', date({ outcomeById: 'me' })).allowed).toBe(true);
  });

  it('that is cancelled is only put back, and written about', () => {
    expect(legalOccurrenceActions({ state: 'CANCELLED', isChanged: false })).toEqual([
      'occurrence:restore',
      'occurrence:write-notes',
      'occurrence:add-outcome',
      'occurrence:remove-outcome',
    ]);
    expect(legalOccurrenceActions({ state: 'PLANNED', isChanged: false })).not.toContain('occurrence:restore');
  });
});
