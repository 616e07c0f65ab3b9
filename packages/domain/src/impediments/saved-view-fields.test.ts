import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { savedViewProblems } from './saved-view-fields.js';
import { canOnView, viewerCanOnView } from './saved-view-policy.js';

describe("a view's search part", () => {
  const isFine = (search: string): boolean => savedViewProblems({ search }).length === 0;

  it.each([
    '',
    'area=Area_1&lanes=team',
    'text=the+port%20is%20closed%20%26%20more',
    'mine',
    'mine=&overdue',
    'text=a=b',
    'text=ä',
    `text=${'x'.repeat(1_995)}`,
  ])('%s is one', (search) => expect(isFine(search)).toBe(true));

  it.each([
    '?area=Area_1',
    'https://evil.example/?a=b',
    '//evil.example',
    '/impediments?a=b',
    'javascript:alert(1)',
    'a=b#c',
    'a=%',
    'a=%00',
    'a=x\ny',
    'a=%0d%0aSet-Cookie',
    'a=\uD800',
    'a=b&&c=d',
    '=x',
    '<script>=1',
    `text=${'x'.repeat(1_996)}`,
  ])('%s is none', (search) => {
    expect(savedViewProblems({ search })).toEqual([{ field: 'search', problem: expect.any(String) }]);
  });

  it('a name is needed, on one line and not too long', () => {
    for (const name of ['', '  ', 'a\nb', 'x'.repeat(101)]) {
      expect(savedViewProblems({ name })).toEqual([{ field: 'name', problem: expect.any(String) }]);
    }
    expect(savedViewProblems({ name: 'x'.repeat(100) })).toEqual([]);
  });
});

describe('who may do what to views', () => {
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
  const mine = { ownerId: 'ana', shared: true };
  const theirs = { ownerId: 'ben', shared: true };

  it('everybody saves for themselves; sharing needs a role', () => {
    expect(canOnView(actor(), 'view:save', { ...mine, shared: false }).allowed).toBe(true);
    expect(canOnView(actor(), 'view:save', mine)).toEqual({ allowed: false, reason: expect.stringContaining('role') });
    expect(canOnView(actor(), 'view:edit', mine).allowed).toBe(false);
    expect(canOnView(actor('STAKEHOLDER'), 'view:save', mine).allowed).toBe(true);
  });

  it('its owner and an Administrator edit and delete it', () => {
    expect(viewerCanOnView(actor('DEVELOPER'), mine)).toEqual(['view:edit', 'view:delete']);
    expect(viewerCanOnView(actor('SCRUM_MASTER', 'CHIEF_PRODUCT_OWNER'), theirs)).toEqual([]);
    expect(viewerCanOnView(actor('ADMINISTRATOR'), theirs)).toEqual(['view:edit', 'view:delete']);
  });
});
