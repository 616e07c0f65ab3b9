import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ITEM_TIERS } from './item-fields.js';
import { lostReadiness, type ReadinessFacts, readinessOf } from './item-readiness.js';
import { isOpenItem, ITEM_STATES, nextItemStates, refuseUnlessLegalForItem } from './item-state.js';

const TABLE = `
  from         DRAFT  READY  IN_PROGRESS  DONE  DROPPED
  DRAFT        -      yes    -            -     yes
  READY        yes    -      yes          -     yes
  IN_PROGRESS  -      yes    -            yes   yes
  DONE         yes    yes    -            -     -
  DROPPED      yes    yes    -            -     -
`;
const [, ...LINES] = TABLE.trim().split('\n');
const CELLS = LINES.flatMap((line) => {
  const [from = '', ...cells] = line.trim().split(/\s+/);
  return cells.map((cell, index) => ({ from, to: ITEM_STATES[index], cell }));
});

describe('states', () => {
  it('lead where the table says', () => {
    const asked = ITEM_STATES.flatMap((from) =>
      ITEM_STATES.map((to) => ({ from, to, cell: nextItemStates(from).includes(to) ? 'yes' : '-' })),
    );
    expect(asked).toEqual(CELLS);
  });

  it('a refusal says where the present state leads', () => {
    expect(refuseUnlessLegalForItem('DRAFT', 'READY')).toBeNull();
    expect(refuseUnlessLegalForItem('DRAFT', 'DONE')).toMatchObject({
      code: 'ITEM_IN_OTHER_STATE',
      details: { state: 'DRAFT', to: 'DONE', legal: ['READY', 'DROPPED'] },
    });
  });

  it('anything open may be dropped, and what ended opens again', () => {
    for (const state of ITEM_STATES) expect(nextItemStates(state).includes('DROPPED')).toBe(isOpenItem(state));
    for (const state of ['DONE', 'DROPPED'] as const) expect(nextItemStates(state).every(isOpenItem)).toBe(true);
  });
});

const facts = fc.record<ReadinessFacts>({
  tier: fc.constantFrom(...ITEM_TIERS),
  acceptanceCriteria: fc.array(fc.string(), { maxLength: 2 }),
  points: fc.option(fc.constantFrom(0.5, 3)),
  hasParent: fc.boolean(),
  servesGoal: fc.boolean(),
});

describe('readiness', () => {
  const bare = { acceptanceCriteria: [], points: null, hasParent: false, servesGoal: false };

  it('asks of each tier what it needs; a goal is missed in an epic and demanded of nothing', () => {
    expect(readinessOf({ ...bare, tier: 'EPIC' })).toEqual({ ready: true, missing: ['a goal'] });
    expect(readinessOf({ ...bare, tier: 'FEATURE' })).toEqual({ ready: false, missing: ['acceptance criteria'] });
    expect(readinessOf({ ...bare, tier: 'TASK' })).toEqual({ ready: false, missing: ['a size', 'a parent'] });
    expect(readinessOf({ ...bare, tier: 'TASK', points: 1, hasParent: true })).toEqual({ ready: true, missing: [] });
  });

  it('what was ready and lost nothing is ready; what lost something is not', () => {
    fc.assert(
      fc.property(facts, facts, (before, changed) => {
        const after = { ...changed, tier: before.tier };
        fc.pre(readinessOf(before).ready);
        expect(lostReadiness(before, after).length === 0).toBe(readinessOf(after).ready);
        expect(lostReadiness(before, before)).toEqual([]);
      }),
    );
  });
});
