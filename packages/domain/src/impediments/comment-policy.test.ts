import { expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { canOnComment, viewerCanOnComment } from './comment-policy.js';

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

it('its author edits and removes a comment', () => {
  expect(viewerCanOnComment(actor('DEVELOPER'), { authorId: 'ana' })).toEqual(['comment:edit', 'comment:remove']);
});

it('an Administrator removes what others wrote, and edits it not', () => {
  expect(viewerCanOnComment(actor('ADMINISTRATOR'), { authorId: 'ben' })).toEqual(['comment:remove']);
});

it('others leave it alone, and are told why', () => {
  expect(viewerCanOnComment(actor('SCRUM_MASTER', 'AGILE_COACH'), { authorId: 'ben' })).toEqual([]);
  expect(canOnComment(actor('SCRUM_MASTER'), 'comment:edit', { authorId: 'ben' })).toEqual({
    allowed: false,
    reason: expect.stringContaining('wrote'),
  });
});

it('who has no role any more takes their words back and writes no new ones', () => {
  expect(viewerCanOnComment(actor(), { authorId: 'ana' })).toEqual(['comment:remove']);
});
