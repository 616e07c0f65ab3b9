import { expect, it } from '@jest/globals';
import { canOnLadder, ladderPermissions, viewerCanOnLadder } from './ladder-policy.js';

const guest = { personId: 'ana', organizationId: 'harbour', assignments: [] };

it('Administrators edit the ladder, and nobody else', () => {
  for (const row of ladderPermissions()) {
    expect(row.where).toBe(row.role === 'ADMINISTRATOR' ? 'everywhere' : 'never');
  }
});

it('others are told who could, and the screen is told that they cannot', () => {
  expect(canOnLadder(guest, 'ladder:edit')).toEqual({
    allowed: false,
    reason: expect.stringContaining('Administrator'),
  });
  expect(viewerCanOnLadder(guest)).toEqual([]);
});
