import { describe, expect, it } from '@jest/globals';
import type { Actor, ActorAssignment } from '../actor.js';
import {
  assignableRoles,
  viewerCanOnAbsence,
  viewerCanOnArea,
  viewerCanOnOrganization,
  viewerCanOnPerson,
  viewerCanOnProduct,
  viewerCanOnRoleAssignment,
  viewerCanOnTeam,
} from './organization-viewer-can.js';

function actor(held: Partial<ActorAssignment>): Actor {
  const base = {
    kind: 'PRIMARY',
    productId: null,
    areaId: null,
    teamId: null,
    startsOn: null,
    endsBefore: null,
  } as const;
  return { personId: 'ana', organizationId: 'org', assignments: [{ role: 'DEVELOPER', ...base, ...held }] };
}

const PRODUCT = { productId: 'p1' };
const AREA = { ...PRODUCT, areaId: 'a1' };
const TEAM = { ...AREA, teamId: 't1' };
const administrator = actor({ role: 'ADMINISTRATOR' });
const chief = actor({ role: 'CHIEF_PRODUCT_OWNER', productId: 'p1' });
const areaOwner = actor({ role: 'AREA_PRODUCT_OWNER', areaId: 'a1' });
const scrumMaster = actor({ role: 'SCRUM_MASTER', teamId: 't1' });
const developer = actor({ teamId: 't1' });

describe('what a viewer can do', () => {
  it('with the organization', () => {
    expect(viewerCanOnOrganization(administrator)).toEqual([
      'organization:view',
      'organization:edit',
      'product:create',
      'person:view',
      'person:add',
      'import:view',
      'import:run',
      'session:own',
      'role:assign',
    ]);
    expect(viewerCanOnOrganization(chief)).toEqual(['organization:view', 'person:view', 'session:own']);
  });

  it.each([
    ['an Administrator', administrator, ['product:edit', 'area:create', 'role:assign']],
    ['its Chief Product Owner', chief, ['area:create', 'role:assign']],
    ['an Area Product Owner', areaOwner, []],
    ['a Developer', developer, []],
  ])('with a product: %s', (_who, viewer, expected) => expect(viewerCanOnProduct(viewer, PRODUCT)).toEqual(expected));

  it.each([
    ['an Administrator', administrator, ['area:edit', 'team:create', 'role:assign']],
    ['the Chief Product Owner', chief, ['area:edit', 'team:create', 'role:assign']],
    ['its Area Product Owner', areaOwner, ['team:create', 'role:assign']],
    ['a Scrum Master', scrumMaster, []],
  ])('with an area: %s', (_who, viewer, expected) => expect(viewerCanOnArea(viewer, AREA)).toEqual(expected));

  it.each([
    ['an Administrator', administrator, ['team:edit', 'team:move', 'role:assign']],
    ['the Chief Product Owner', chief, ['team:edit', 'team:move']],
    ['its Area Product Owner', areaOwner, ['team:edit', 'team:move', 'role:assign']],
    ['its Scrum Master', scrumMaster, ['role:assign']],
    ['a Developer', developer, []],
  ])('with a team: %s', (_who, viewer, expected) => expect(viewerCanOnTeam(viewer, TEAM)).toEqual(expected));

  it('and nothing with what is elsewhere', () => {
    const elsewhere = { productId: 'p2', areaId: 'a2', teamId: 't2' };
    for (const viewer of [chief, areaOwner, scrumMaster, developer]) {
      expect(viewerCanOnProduct(viewer, elsewhere)).toEqual([]);
      expect(viewerCanOnArea(viewer, elsewhere)).toEqual([]);
      expect(viewerCanOnTeam(viewer, elsewhere)).toEqual([]);
    }
  });
});

describe('what a viewer can do with a person', () => {
  const bob = { personId: 'bob', personAssignments: [{ ...TEAM, role: 'DEVELOPER' as const }] };
  const self = { personId: 'ana', personAssignments: [{ ...TEAM, role: 'DEVELOPER' as const }] };

  it('who has no account and no invitation yet', () => {
    const facts = { ...bob, hasAccount: false, hasOpenInvitation: false };
    expect(viewerCanOnPerson(scrumMaster, facts)).toEqual([
      'person:view',
      'absence:record',
      'person:invite',
      'role:assign',
    ]);
    expect(viewerCanOnPerson(developer, facts)).toEqual(['person:view']);
  });

  it('who is invited, or has an account', () => {
    expect(viewerCanOnPerson(scrumMaster, { ...bob, hasOpenInvitation: true })).toContain('invitation:revoke');
    expect(viewerCanOnPerson(scrumMaster, { ...bob, hasAccount: true })).not.toContain('person:invite');
  });

  it('who is deactivated', () => {
    expect(viewerCanOnPerson(administrator, { ...bob, deactivated: true })).toEqual(['person:view', 'person:edit']);
  });

  it('who is oneself', () => {
    const facts = { ...self, hasAccount: true, hasOpenInvitation: false };
    expect(viewerCanOnPerson(scrumMaster, facts)).toEqual(['person:view', 'absence:record']);
    expect(viewerCanOnPerson(administrator, facts)).toContain('role:assign');
  });

  it('who is away', () => {
    expect(viewerCanOnAbsence(scrumMaster, bob)).toEqual(['absence:remove']);
    expect(viewerCanOnAbsence(chief, bob)).toEqual([]);
    expect(viewerCanOnAbsence(developer, self)).toEqual(['absence:remove']);
  });
});

describe('what a viewer can do with a role', () => {
  const role = { ...TEAM, role: 'SCRUM_MASTER' as const, personId: 'bob' };

  it('hands over only what has one holder', () => {
    expect(viewerCanOnRoleAssignment(areaOwner, role)).toEqual(['role:end', 'role:hand-over']);
    expect(viewerCanOnRoleAssignment(scrumMaster, { ...role, role: 'DEVELOPER' })).toEqual(['role:end']);
    expect(viewerCanOnRoleAssignment(scrumMaster, role)).toEqual([]);
  });

  it('leaves alone what has ended and what is one’s own', () => {
    expect(viewerCanOnRoleAssignment(administrator, { ...role, ended: true })).toEqual([]);
    expect(viewerCanOnRoleAssignment(areaOwner, { ...role, personId: 'ana' })).toEqual([]);
  });

  it('assigns what fits the scope', () => {
    expect(assignableRoles(areaOwner, 'TEAM', TEAM)).toEqual(['PRODUCT_OWNER', 'SCRUM_MASTER']);
    expect(assignableRoles(areaOwner, 'AREA', AREA)).toEqual(['TECHNICAL_LEAD']);
    expect(assignableRoles(chief, 'PRODUCT', PRODUCT)).toEqual(['TECHNICAL_LEAD', 'STAKEHOLDER']);
    expect(assignableRoles(administrator, 'ORGANIZATION', {})).toEqual([
      'SCRUM_OF_SCRUMS_MASTER',
      'AGILE_COACH',
      'EXECUTIVE_ACTION_TEAM',
      'ADMINISTRATOR',
    ]);
  });
});
