import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, ActorAssignment } from '../actor.js';
import { ROLES, type Role } from '../organization/role.js';
import type { Reach } from '../permission-row.js';
import { impedimentPermissions } from './impediment-permissions.js';
import { IMPEDIMENT_ACTIONS, type ImpedimentFacts, can, viewerCan } from './impediment-policy.js';
import { IMPEDIMENT_STATES, legalActions } from './impediment-state.js';

// * everywhere   s what one's own team raised (for teams: one's own team)   o what one raised or owns   - never
// cpo, apo: Chief and Area Product Owner; po: Product Owner; sm: Scrum Master; sos-a, sos-o: Scrum of Scrums Master of
// an area, of the organization; tl-a, tl-p: Technical Lead of an area, of a product; dev; stk: Stakeholder; ac: Agile
// Coach; eat: Executive Action Team; adm: Administrator.
const TABLE = `
  action                     cpo apo po  sm  sos-a sos-o tl-a tl-p dev stk ac  eat adm
  impediment:view            *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:raise           *   *   *   *   *     *     *    *    *   -   *   *   *
  impediment:edit            *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:triage          *   *   -   *   *     *     -    -    -   -   *   -   *
  impediment:start           *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:resolve         *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:close           o   o   s   s   o     o     o    o    s   o   o   o   *
  impediment:decline         *   *   -   *   *     *     -    -    -   -   *   -   *
  impediment:mark-duplicate  *   *   -   *   *     *     -    -    -   -   *   -   *
  impediment:reopen          *   *   s   *   *     *     o    o    s   o   *   o   *
  impediment:assign          *   *   s   *   *     *     o    o    s   o   *   o   *
  impediment:label           *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:undo            *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:set-level       *   *   -   *   *     *     -    -    -   -   *   -   *
  impediment:send-brief      *   *   -   *   *     *     -    -    -   -   *   -   *
  impediment:pause-clock     *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:resume-clock    *   *   o   *   *     *     o    o    o   o   *   o   *
  impediment:add-team        *   *   s   *   *     *     -    -    s   -   *   -   *
  impediment:remove-team     *   *   s   *   *     *     -    -    s   -   *   -   *
  impediment:comment         *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:watch           *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:vote            *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:link            *   *   *   *   *     *     *    *    *   *   *   *   *
  impediment:unlink          *   *   *   *   *     *     *    *    *   *   *   *   *
`;
const SIGNS: Record<Reach, string> = { everywhere: '*', 'own scope': 's', own: 'o', never: '-' };

function printed(): string[][] {
  const rows = impedimentPermissions();
  return IMPEDIMENT_ACTIONS.map((action) => [
    action,
    ...rows.filter((row) => row.action === action).map((row) => SIGNS[row.where]),
  ]);
}

function written(table: string): string[][] {
  const lines = table.trim().split('\n').slice(1);
  return lines.map((line) => line.trim().split(/\s+/));
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

const FACTS: ImpedimentFacts = {
  state: 'RAISED',
  raisedById: 'bob',
  ownerId: null,
  raisingTeamId: 't1',
  affectedTeamIds: ['t1', 't2'],
};

describe('who may do what with an impediment', () => {
  it('is this table', () => expect(printed()).toEqual(written(TABLE)));

  it('a person without any role may only look, and go on with what is theirs', () => {
    const nobody = actor();
    expect(IMPEDIMENT_ACTIONS.filter((action) => can(nobody, action, FACTS).allowed)).toEqual([
      'impediment:view',
      'impediment:undo',
    ]);
    expect(can(nobody, 'impediment:edit', { ...FACTS, ownerId: 'ana' }).allowed).toBe(true);
  });

  it('a Stakeholder who is something else too may raise', () => {
    const both = actor({ role: 'STAKEHOLDER', productId: 'p1' }, { role: 'DEVELOPER', teamId: 't9' });
    expect(can(both, 'impediment:raise').allowed).toBe(true);
  });

  it('yesterday is over: a role that ended gives nothing', () => {
    const former = { ...actor({ role: 'SCRUM_MASTER', teamId: 't1', endsBefore: '2026-03-02' }), today: '2026-03-02' };
    expect(can(former, 'impediment:triage', FACTS).allowed).toBe(false);
    expect(can({ ...former, today: '2026-03-01' }, 'impediment:triage', FACTS).allowed).toBe(true);
  });

  it('every denial says, in a sentence, who could', () => {
    const nobody = actor();
    for (const action of IMPEDIMENT_ACTIONS) {
      const verdict = can(nobody, action, FACTS);
      if (!verdict.allowed) expect(verdict.reason).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it('one role more never takes a permission away', () => {
    const role = fc.record({
      role: fc.constantFrom(...ROLES),
      teamId: fc.constantFrom('t1', 't2', 't3', null),
    });
    const facts = fc.record({
      raisedById: fc.constantFrom('ana', 'bob'),
      ownerId: fc.constantFrom('ana', 'bob', null),
      raisingTeamId: fc.constantFrom('t1', 't2'),
      teamId: fc.constantFrom('t1', 't2', 't3'),
    });
    fc.assert(
      fc.property(fc.array(role, { minLength: 1, maxLength: 3 }), role, facts, (held, more, differing) => {
        for (const action of IMPEDIMENT_ACTIONS) {
          const before = can(actor(...held), action, { ...FACTS, ...differing }).allowed;
          const after = can(actor(...held, more), action, { ...FACTS, ...differing }).allowed;
          expect(before && !after).toBe(false);
        }
      }),
    );
  });
});

describe('what a viewer can do to an impediment', () => {
  const anyFacts = fc.record({
    state: fc.constantFrom(...IMPEDIMENT_STATES),
    raisedById: fc.constantFrom('ana', 'bob'),
    ownerId: fc.constantFrom('ana', 'bob', null),
    raisingTeamId: fc.constant('t1'),
    affectedTeamIds: fc.subarray(['t1', 't2', 't3']),
    teamId: fc.constantFrom('t1', 't2', 't3'),
  });

  it('is permitted and legal, and nothing else is left out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), anyFacts, (role: Role, facts) => {
        const viewer = actor({ role, teamId: 't2' });
        const offered = viewerCan(viewer, facts);
        const apart = ['add-team', 'remove-team', 'pause-clock', 'resume-clock'].map((verb) => `impediment:${verb}`);
        const expected = legalActions(facts.state).filter((action) => can(viewer, action, facts).allowed);
        expect(offered.filter((action) => !apart.includes(action))).toEqual(
          expected.filter((action) => !apart.includes(action)),
        );
        for (const action of offered) expect(expected).toContain(action);
      }),
    );
  });

  it.each<[string, Actor, readonly string[], boolean, boolean]>([
    ['a Developer of a team not affected yet', actor({ teamId: 't2' }), ['t1'], true, false],
    ['a Developer of a team that is affected already', actor({ teamId: 't2' }), ['t1', 't2'], false, true],
    ['a Developer of the raising team', actor({ teamId: 't1' }), ['t1'], false, false],
    ['a Developer of no team in question', actor({ teamId: 't2' }), ['t1', 't3', 't2'], false, true],
    ['a Scrum Master of elsewhere', actor({ role: 'SCRUM_MASTER', teamId: 't9' }), ['t1', 't2'], true, true],
    [
      'a Scrum Master, only the raising team affected',
      actor({ role: 'SCRUM_MASTER', teamId: 't9' }),
      ['t1'],
      true,
      false,
    ],
    ['a Stakeholder', actor({ role: 'STAKEHOLDER', productId: 'p1' }), ['t1', 't2'], false, false],
  ])('%s: add and remove a team', (_who, viewer, affectedTeamIds, adds, removes) => {
    const offered = viewerCan(viewer, { ...FACTS, affectedTeamIds });
    expect([offered.includes('impediment:add-team'), offered.includes('impediment:remove-team')]).toEqual([
      adds,
      removes,
    ]);
  });

  it('pauses a clock that runs and resumes one that stands still', () => {
    const owner = actor({});
    const offered = (clockPaused?: boolean) =>
      viewerCan(owner, { ...FACTS, ownerId: 'ana', clockPaused }).filter((action) => action.endsWith('-clock'));
    expect([offered(), offered(false), offered(true)]).toEqual([
      ['impediment:pause-clock'],
      ['impediment:pause-clock'],
      ['impediment:resume-clock'],
    ]);
  });

  it('offers nothing on a duplicate but looking, talking, watching and linking', () => {
    const all = actor({ role: 'ADMINISTRATOR' }, { teamId: 't1' });
    expect(viewerCan(all, { ...FACTS, state: 'DUPLICATE' })).toEqual([
      'impediment:view',
      'impediment:comment',
      'impediment:watch',
      'impediment:link',
      'impediment:unlink',
    ]);
  });
});
