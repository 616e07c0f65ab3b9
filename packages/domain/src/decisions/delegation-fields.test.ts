import { describe, expect, it } from '@jest/globals';
import { specimenActors } from '../permission-row.js';
import {
  askAnswerProblems,
  boardProblems,
  cellOf,
  decisionAreaName,
  decisionAreaProblems,
} from './delegation-fields.js';
import type { Role } from '../organization/role.js';
import { canDelegate, delegationPermissions, viewerCanDelegate } from './delegation-policy.js';
import { DELEGATION_TEMPLATES } from './delegation-templates.js';

const cell = { decisionAreaId: 'tools', level: 'INQUIRE', delegateKind: 'TEAM' } as const;

describe('a board', () => {
  it('says what nobody said: two working days', () => {
    expect(cellOf(cell)).toEqual({
      decisionAreaId: 'tools',
      level: 'INQUIRE',
      delegate: { kind: 'TEAM', role: null, personId: null },
      vetoHours: 16,
      answerHours: 16,
    });
    expect(cellOf({ ...cell, level: 'DELEGATE' }).vetoHours).toBe(0);
    expect(cellOf({ ...cell, vetoHours: 0 }).vetoHours).toBe(0);
  });

  it('keeps only what its delegate needs', () => {
    const given = { ...cell, delegateKind: 'ROLE', role: 'TECHNICAL_LEAD', personId: 'ana' } as const;
    expect(cellOf(given).delegate).toEqual({ kind: 'ROLE', role: 'TECHNICAL_LEAD', personId: null });
    expect(cellOf({ ...given, delegateKind: 'PERSON' }).delegate).toEqual({
      kind: 'PERSON',
      role: null,
      personId: 'ana',
    });
  });

  it.each([
    ['cells.0.role', { ...cell, delegateKind: 'ROLE' as const }],
    ['cells.0.personId', { ...cell, delegateKind: 'PERSON' as const }],
    ['cells.0.vetoHours', { ...cell, level: 'DELEGATE' as const, vetoHours: 8 }],
    ['cells.0.vetoHours', { ...cell, vetoHours: -1 }],
    ['cells.0.answerHours', { ...cell, answerHours: 0 }],
    ['cells.0.answerHours', { ...cell, answerHours: 501 }],
  ])('says what to do about %s', (field, given) => {
    expect(boardProblems([given], null, 'TEAM')).toEqual([{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });

  it('trusts nobody by the role that is accountable there anyway', () => {
    const to = (role: Role) => [{ ...cell, delegateKind: 'ROLE', role } as const];
    const own = { TEAM: 'PRODUCT_OWNER', AREA: 'AREA_PRODUCT_OWNER', PRODUCT: 'CHIEF_PRODUCT_OWNER' } as const;
    for (const scope of ['TEAM', 'AREA', 'PRODUCT'] as const) {
      expect(boardProblems(to(own[scope]), null, scope)).toEqual([
        {
          field: 'cells.0.role',
          problem: expect.stringMatching(/ is accountable here already; trust somebody else\.$/),
        },
      ]);
      expect(boardProblems(to(own[scope]), null, 'ORGANIZATION')).toEqual([]);
    }
    expect(boardProblems(to('EXECUTIVE_ACTION_TEAM'), null, 'ORGANIZATION')).toHaveLength(1);
    expect(boardProblems(to('EXECUTIVE_ACTION_TEAM'), null, 'TEAM')).toEqual([]);
    // What is left over from another choice does not matter.
    expect(boardProblems([{ ...cell, role: 'PRODUCT_OWNER' }], null, 'TEAM')).toEqual([]);
  });

  it('has each decision area once, and not too many', () => {
    expect(boardProblems([cell, cell], '', 'TEAM').map(({ field }) => field)).toEqual(['cells.1.decisionAreaId']);
    const many = Array.from({ length: 101 }, (_, index) => ({ ...cell, decisionAreaId: `${index}` }));
    expect(boardProblems(many, 'a'.repeat(2_001), 'TEAM').map(({ field }) => field)).toEqual(['note', 'cells']);
    expect(boardProblems([cell], 'Agreed in March', 'TEAM')).toEqual([]);
  });
});

it('a decision area has a name that can be found', () => {
  expect(decisionAreaName('  Tools \n and  libraries ')).toBe('Tools and libraries');
  for (const name of ['', '  ', '---', 'two\nlines', 'a'.repeat(101)])
    expect(decisionAreaProblems({ name })).toEqual([{ field: 'name', problem: expect.any(String) }]);
  expect(decisionAreaProblems({ name: 'Tools', description: '' })).toEqual([]);
});

it('an objection and an advice need words, a consent none; and each ask has its own answers', () => {
  expect(askAnswerProblems('CONSENT', 'CONSENTED', '')).toEqual([]);
  expect(askAnswerProblems('CONSENT', 'OBJECTED', ' ').map(({ field }) => field)).toEqual(['words']);
  expect(askAnswerProblems('ADVICE', 'ADVISED', '').map(({ field }) => field)).toEqual(['words']);
  expect(askAnswerProblems('ADVICE', 'CONSENTED', 'Yes').map(({ field }) => field)).toEqual(['answer']);
  expect(askAnswerProblems('CONSENT', 'ADVISED', 'Yes').map(({ field }) => field)).toEqual(['answer']);
});

it('templates are boards that could be saved', () => {
  for (const { cells } of DELEGATION_TEMPLATES) {
    const given = cells.map((one) => ({ ...one, decisionAreaId: one.decisionArea }));
    expect(boardProblems(given, null, 'TEAM')).toEqual([]);
    expect(cells.flatMap(({ decisionArea: name, description }) => decisionAreaProblems({ name, description }))).toEqual(
      [],
    );
    for (const [index, one] of given.entries())
      expect(cellOf(one)).toMatchObject({ vetoHours: cells[index]?.vetoHours });
  }
  expect(new Set(DELEGATION_TEMPLATES.map(({ id }) => id)).size).toBe(DELEGATION_TEMPLATES.length);
});

describe('who delegates', () => {
  it('each for what they are accountable for, and below', () => {
    const saving = delegationPermissions().filter(({ action }) => action === 'delegation:save');
    expect(saving.filter(({ where }) => where !== 'never').map(({ role, where }) => `${role} ${where}`)).toEqual([
      'CHIEF_PRODUCT_OWNER own scope',
      'AREA_PRODUCT_OWNER own scope',
      'PRODUCT_OWNER own scope',
      'EXECUTIVE_ACTION_TEAM everywhere',
      'ADMINISTRATOR everywhere',
    ]);
  });

  it('nobody for what lies above', () => {
    const actors = specimenActors();
    const owner = actors.find(({ role }) => role === 'PRODUCT_OWNER')?.actor;
    if (!owner) throw new Error('Every role has an actor.');
    const team = { teamId: 'own team', areaId: 'own area', productId: 'own product' };
    expect(canDelegate(owner, 'delegation:save', team).allowed).toBe(true);
    for (const place of [{ areaId: 'own area', productId: 'own product' }, { productId: 'own product' }, {}])
      expect(viewerCanDelegate(owner, place)).toEqual([
        'delegation:view',
        'decision-area:create',
        'decision-area:edit',
      ]);
  });
});
