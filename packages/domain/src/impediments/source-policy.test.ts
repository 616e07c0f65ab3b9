import { expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { TRIAGE_ROLES } from './impediment-policy.js';
import { SOURCE_ACTIONS, canOnSource, sourcePermissions, viewerCanOnSource } from './source-policy.js';

const actor = (...roles: Role[]): Actor => ({
  personId: 'ana',
  organizationId: 'harbour',
  assignments: roles.map((role) => ({
    role,
    kind: 'PRIMARY',
    productId: null,
    areaId: null,
    teamId: null,
    startsOn: null,
    endsBefore: null,
  })),
});

it('who triages edits and merges what the teams wait for, everywhere', () => {
  for (const row of sourcePermissions()) {
    expect(row.where).toBe(TRIAGE_ROLES.includes(row.role) ? 'everywhere' : 'never');
  }
});

it('the screen is told the same', () => {
  expect(viewerCanOnSource(actor('AGILE_COACH'))).toEqual([...SOURCE_ACTIONS]);
  expect(viewerCanOnSource(actor('DEVELOPER', 'STAKEHOLDER'))).toEqual([]);
});

it('others are told who could', () => {
  expect(canOnSource(actor(), 'source:merge')).toEqual({
    allowed: false,
    reason: expect.stringContaining('Scrum Master'),
  });
});
