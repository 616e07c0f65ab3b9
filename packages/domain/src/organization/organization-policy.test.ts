import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, ActorAssignment } from '../actor.js';
import type { Reach } from '../permission-row.js';
import { organizationPermissions } from './organization-permissions.js';
import { ORGANIZATION_ACTIONS, type OrganizationFacts, can } from './organization-policy.js';
import { ROLES, ROLE_TITLES } from './role.js';

// * everywhere   s own scope (product, area, team)   o own (oneself)   - never
// cpo, apo: Chief and Area Product Owner; po: Product Owner; sm: Scrum Master; sos-a, sos-o: Scrum of Scrums Master of
// an area, of the organization; tl-a, tl-p: Technical Lead of an area, of a product; dev; stk: Stakeholder; ac: Agile
// Coach; eat: Executive Action Team; adm: Administrator.
const THINGS = `
  action             cpo apo po  sm  sos-a sos-o tl-a tl-p dev stk ac  eat adm
  organization:view  *   *   *   *   *     *     *    *    *   *   *   *   *
  organization:edit  -   -   -   -   -     -     -    -    -   -   -   -   *
  product:create     -   -   -   -   -     -     -    -    -   -   -   -   *
  product:edit       -   -   -   -   -     -     -    -    -   -   -   -   *
  area:create        s   -   -   -   -     -     -    -    -   -   -   -   *
  area:edit          s   -   -   -   -     -     -    -    -   -   -   -   *
  team:create        s   s   -   -   -     -     -    -    -   -   -   -   *
  team:edit          s   s   -   -   -     -     -    -    -   -   -   -   *
  team:move          s   s   -   -   -     -     -    -    -   -   -   -   *
  person:view        *   *   *   *   *     *     *    *    *   *   *   *   *
  person:add         -   -   -   -   -     -     -    -    -   -   -   -   *
  person:edit        -   -   -   -   -     -     -    -    -   -   -   -   *
  person:deactivate  -   -   -   -   -     -     -    -    -   -   -   -   *
  absence:record     o   o   o   s   o     o     o    o    o   o   o   o   *
  absence:remove     o   o   o   s   o     o     o    o    o   o   o   o   *
  import:view        -   -   -   -   -     -     -    -    -   -   -   -   *
  import:run         -   -   -   -   -     -     -    -    -   -   -   -   *
  session:own        o   o   o   o   o     o     o    o    o   o   o   o   o
`;
// Assigning, ending and handing over a role; inviting somebody who holds it, and revoking that.
const CHANGES_OF_ROLES = `
  about                                  cpo apo po  sm  sos-a sos-o tl-a tl-p dev stk ac  eat adm
  Chief_Product_Owner                    -   -   -   -   -     -     -    -    -   -   -   -   *
  Area_Product_Owner                     s   -   -   -   -     -     -    -    -   -   -   -   *
  Product_Owner                          -   s   -   -   -     -     -    -    -   -   -   -   *
  Scrum_Master                           -   s   -   -   s     *     -    -    -   -   -   -   *
  Scrum_of_Scrums_Master_(area)          -   -   -   -   -     -     -    -    -   -   -   -   *
  Scrum_of_Scrums_Master_(organization)  -   -   -   -   -     -     -    -    -   -   -   -   *
  Technical_Lead_(area)                  s   s   -   -   -     -     -    -    -   -   -   -   *
  Technical_Lead_(product)               s   -   -   -   -     -     -    -    -   -   -   -   *
  Developer                              -   -   -   s   s     *     -    -    -   -   -   -   *
  Stakeholder                            s   -   -   -   -     -     -    -    -   -   -   -   *
  Agile_Coach                            -   -   -   -   -     -     -    -    -   -   -   -   *
  Executive_Action_Team                  -   -   -   -   -     -     -    -    -   -   -   -   *
  Administrator                          -   -   -   -   -     -     -    -    -   -   -   -   *
`;
const SIGNS: Record<Reach, string> = { everywhere: '*', 'own scope': 's', own: 'o', never: '-' };
const ROWS = organizationPermissions();
const ABOUT_ROLES = ['role:assign', 'role:end', 'role:hand-over', 'person:invite', 'invitation:revoke'] as const;

function written(table: string): string[][] {
  const lines = table.trim().split('\n').slice(1);
  return lines.map((line) =>
    line
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  );
}

function actor(...held: Partial<ActorAssignment>[]): Actor {
  const base = {
    kind: 'PRIMARY',
    productId: null,
    areaId: null,
    teamId: null,
    startsOn: null,
    endsBefore: null,
  } as const;
  return {
    personId: 'ana',
    organizationId: 'org',
    assignments: held.map((one) => ({ role: 'DEVELOPER', ...base, ...one })),
  };
}

describe('who may do what in the organization', () => {
  it('is this table', () => {
    const printed = ORGANIZATION_ACTIONS.filter((action) => !ABOUT_ROLES.some((one) => one === action)).map(
      (action) => [action, ...ROWS.filter((row) => row.action === action).map((row) => SIGNS[row.where])],
    );
    expect(printed).toEqual(written(THINGS));
  });

  it.each(ABOUT_ROLES)('%s is this table', (action) => {
    const rows = ROWS.filter((row) => row.action === action);
    const about = [...new Set(rows.map((row) => row.about))];
    const printed = about.map((what) => [
      what,
      ...rows.filter((row) => row.about === what).map((row) => SIGNS[row.where]),
    ]);
    expect(printed).toEqual(written(CHANGES_OF_ROLES));
  });

  it('a person without any role may look, and be away', () => {
    const facts = { personId: 'ana', personAssignments: [] };
    expect(ORGANIZATION_ACTIONS.filter((action) => can(actor(), action, facts).allowed)).toEqual([
      'organization:view',
      'person:view',
      'absence:record',
      'absence:remove',
      'session:own',
    ]);
  });

  it('without facts nobody but an Administrator changes anything', () => {
    for (const role of ROLES.filter((one) => one !== 'ADMINISTRATOR')) {
      const holder = actor({ role, productId: 'p1' });
      const allowed = ORGANIZATION_ACTIONS.filter((action) => can(holder, action).allowed);
      expect(allowed).toEqual(['organization:view', 'person:view', 'session:own']);
    }
  });

  it('every denial says, in a sentence, who could', () => {
    for (const action of ORGANIZATION_ACTIONS) {
      for (const role of ROLES) {
        const verdict = can(actor(), action, { role, personId: 'bob' });
        if (!verdict.allowed) expect(verdict.reason).toMatch(/^[A-Z].{15,}\.$/);
      }
    }
    expect(can(actor(), 'role:assign', { role: 'SCRUM_MASTER', personId: 'bob' })).toEqual({
      allowed: false,
      reason:
        'Only an Area Product Owner or a Scrum of Scrums Master of this place, or an Administrator, may change who is Scrum Master.',
    });
  });
});

describe('one’s own roles', () => {
  const everything = ROLES.filter((role) => role !== 'ADMINISTRATOR').map((role) => ({ role }));
  const place = { productId: 'p1', areaId: 'a1', teamId: 't1' };

  it.each(['role:assign', 'role:end', 'role:hand-over'] as const)('nobody but an Administrator: %s', (action) => {
    for (const role of ROLES) {
      const facts = { ...place, role, personId: 'ana' };
      expect(can(actor(...everything), action, facts).allowed).toBe(false);
      expect(can(actor({ role: 'ADMINISTRATOR' }), action, facts).allowed).toBe(true);
    }
  });

  it('cannot be received by a hand-over either', () => {
    const lead = actor({ role: 'AREA_PRODUCT_OWNER', areaId: 'a1' });
    const facts = { ...place, role: 'SCRUM_MASTER', personId: 'bob' } as const;
    expect(can(lead, 'role:hand-over', { ...facts, toPersonId: 'cleo' }).allowed).toBe(true);
    expect(can(lead, 'role:hand-over', { ...facts, toPersonId: 'ana' }).allowed).toBe(false);
  });

  it('cannot be reached by inviting oneself', () => {
    const facts = { personId: 'ana', personAssignments: [{ role: 'DEVELOPER', teamId: 't1' }] } as const;
    expect(can(actor({ role: 'SCRUM_MASTER', teamId: 't1' }), 'person:invite', facts).allowed).toBe(false);
  });
});

describe('inviting', () => {
  const scrumMaster = actor({ role: 'SCRUM_MASTER', teamId: 't1' });
  const developer = { role: 'DEVELOPER', productId: 'p1', areaId: 'a1', teamId: 't1' } as const;

  it.each<[string, OrganizationFacts['personAssignments'], boolean]>([
    ['a Developer of the own team', [developer], true],
    ['somebody without a role', [], false],
    ['somebody whose roles were not loaded', undefined, false],
    ['a Developer of the own team and of another', [developer, { ...developer, teamId: 't2' }], false],
    ['a Developer of the own team who is an Administrator', [developer, { role: 'ADMINISTRATOR' }], false],
  ])('by a Scrum Master: %s', (_who, personAssignments, allowed) => {
    expect(can(scrumMaster, 'person:invite', { personId: 'bob', personAssignments }).allowed).toBe(allowed);
  });
});

describe('moving a team', () => {
  const from = { productId: 'p1', areaId: 'a1', teamId: 't1' };

  it.each([
    ['between two own areas', ['a1', 'a2'], true],
    ['out of an own area', ['a1'], false],
    ['into an own area', ['a2'], false],
  ])('by an Area Product Owner: %s', (_how, areaIds, allowed) => {
    const owner = actor(...areaIds.map((areaId) => ({ role: 'AREA_PRODUCT_OWNER' as const, areaId })));
    expect(can(owner, 'team:move', { ...from, targetAreaId: 'a2', targetProductId: 'p1' }).allowed).toBe(allowed);
  });

  it('by a Chief Product Owner: within the product only', () => {
    const chief = actor({ role: 'CHIEF_PRODUCT_OWNER', productId: 'p1' });
    const to = (targetProductId: string) => ({ ...from, targetAreaId: 'a9', targetProductId });
    expect(can(chief, 'team:move', to('p1')).allowed).toBe(true);
    expect(can(chief, 'team:move', to('p2')).allowed).toBe(false);
    expect(can(chief, 'team:move', from).allowed).toBe(false);
  });
});

describe('any combination of roles without Administrator', () => {
  const held = fc.array(
    fc.record({
      role: fc.constantFrom(...ROLES.filter((role) => role !== 'ADMINISTRATOR')),
      teamId: fc.constantFrom('t1', null),
      areaId: fc.constantFrom('a1', null),
      productId: fc.constantFrom('p1', null),
    }),
    { maxLength: 6 },
  );

  it('never gives the roles that only an Administrator gives, and never works in another product', () => {
    fc.assert(
      fc.property(held, (roles) => {
        const holder = actor(...roles);
        for (const role of ['ADMINISTRATOR', 'AGILE_COACH', 'CHIEF_PRODUCT_OWNER', 'EXECUTIVE_ACTION_TEAM'] as const) {
          const facts = { role, personId: 'bob', productId: 'p1' };
          expect(can(holder, 'role:assign', facts).allowed).toBe(false);
        }
        const organizationWide = { role: 'SCRUM_OF_SCRUMS_MASTER', personId: 'bob' } as const;
        expect(can(holder, 'role:assign', organizationWide).allowed).toBe(false);
        const elsewhere = { productId: 'p2', areaId: 'a2', teamId: 't2' };
        const bounded = roles.filter((one) => one.productId !== null || one.areaId !== null || one.teamId !== null);
        for (const role of ROLES) {
          const facts = { ...elsewhere, role, personId: 'bob' };
          expect(can(actor(...bounded), 'role:assign', facts).allowed).toBe(false);
        }
        expect(can(actor(...bounded), 'team:edit', elsewhere).allowed).toBe(false);
      }),
    );
  });
});

it('every role has a title', () => expect(Object.keys(ROLE_TITLES).toSorted()).toEqual(ROLES.toSorted()));
