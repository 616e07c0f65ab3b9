import { expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import { SPRINT_ACTIONS, canOnSprint, sprintPermissions, viewerCanOnSprint } from './sprint-policy.js';

const nobody: Actor = { personId: 'ana', organizationId: 'harbour', assignments: [] };

it('sprints are kept by the team and those who answer for its area or the organization', () => {
  const kept = sprintPermissions().filter(({ action, where }) => action === 'sprint:record' && where !== 'never');
  expect(kept.map(({ role, scope, where }) => `${role} ${scope}: ${where}`)).toEqual([
    'AREA_PRODUCT_OWNER AREA: own scope',
    'PRODUCT_OWNER TEAM: own scope',
    'SCRUM_MASTER TEAM: own scope',
    'SCRUM_OF_SCRUMS_MASTER AREA: own scope',
    'SCRUM_OF_SCRUMS_MASTER ORGANIZATION: everywhere',
    'DEVELOPER TEAM: own scope',
    'AGILE_COACH ORGANIZATION: everywhere',
    'ADMINISTRATOR ORGANIZATION: everywhere',
  ]);
});

it('everybody sees them, and others are told who could change them', () => {
  expect(viewerCanOnSprint(nobody, { teamId: 't1' })).toEqual(['sprint:view']);
  for (const action of SPRINT_ACTIONS) {
    const verdict = canOnSprint(nobody, action, { teamId: 't1' });
    if (!verdict.allowed) expect(verdict.reason).toMatch(/^[A-Z].*Scrum Master.*\.$/);
  }
});
