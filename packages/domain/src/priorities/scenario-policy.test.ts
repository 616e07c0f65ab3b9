import { describe, expect, it } from '@jest/globals';
import { SPECIMEN, specimenActors } from '../permission-row.js';
import { canCreateScenario, canOnScenario, isSeen, viewerCanOnScenario } from './scenario-policy.js';
import { SCENARIO_STATES } from './scenario-state.js';

const OWN = SPECIMEN.actorId;
const facts = (state: (typeof SCENARIO_STATES)[number], ownerId: string) => ({
  state,
  ownerId,
  productId: SPECIMEN.inside.productId,
});
const rolesWhere = (holds: (actor: ReturnType<typeof specimenActors>[number]['actor']) => boolean): string[] =>
  specimenActors()
    .filter(({ actor }) => holds(actor))
    .map(({ role }) => role);

describe('scenarios', () => {
  it('are begun by who orders something in the product', () => {
    const places = (side: 'inside' | 'outside') => ({
      productId: SPECIMEN[side].productId,
      areaIds: [SPECIMEN[side].areaId],
      teamIds: [SPECIMEN[side].teamId],
    });
    expect(rolesWhere((actor) => canCreateScenario(actor, places('inside')).allowed)).toEqual([
      'CHIEF_PRODUCT_OWNER',
      'AREA_PRODUCT_OWNER',
      'PRODUCT_OWNER',
      'ADMINISTRATOR',
    ]);
    expect(rolesWhere((actor) => canCreateScenario(actor, places('outside')).allowed)).toEqual(['ADMINISTRATOR']);
  });

  it('that somebody keeps private are nobody else’s to see, to comment or to publish', () => {
    for (const { actor } of specimenActors())
      for (const state of ['DRAFT', 'DISCARDED'] as const) {
        expect(isSeen(actor, facts(state, 'somebody else'))).toBe(false);
        expect(viewerCanOnScenario(actor, facts(state, 'somebody else'))).toEqual([]);
      }
  });

  it('are published by the Chief Product Owner, also what others shared', () => {
    const may = (state: 'SHARED' | 'DRAFT', ownerId: string) =>
      rolesWhere((actor) => canOnScenario(actor, 'scenario:publish', facts(state, ownerId)).allowed);
    expect(may('SHARED', 'somebody else')).toEqual(['CHIEF_PRODUCT_OWNER']);
    expect(may('DRAFT', OWN)).toEqual(['CHIEF_PRODUCT_OWNER']);
  });

  it('are published by who decides today: a backup when the holder is away, and not beside them', () => {
    const [chief] = specimenActors().filter(({ role }) => role === 'CHIEF_PRODUCT_OWNER');
    const may = (deciderId: string | null) =>
      chief && viewerCanOnScenario(chief.actor, { ...facts('SHARED', 'somebody else'), deciderId });
    expect(may(chief?.actor.personId ?? '')).toContain('scenario:publish');
    for (const other of ['somebody else', null]) {
      expect(may(other)).not.toContain('scenario:publish');
      expect(may(other)).toContain('scenario:catch-up');
    }
  });

  it('of others are caught up by who could publish them', () => {
    const may = (state: 'SHARED' | 'DRAFT') =>
      rolesWhere((actor) => canOnScenario(actor, 'scenario:catch-up', facts(state, 'somebody else')).allowed);
    expect(may('SHARED')).toEqual(['CHIEF_PRODUCT_OWNER']);
    expect(may('DRAFT')).toEqual([]);
  });

  it.each([
    ['DRAFT', 'view edit share comment catch-up discard'],
    ['SHARED', 'view edit share comment catch-up discard'],
    ['PUBLISHED', 'view comment'],
    ['DISCARDED', 'view'],
  ] as const)('%s: its owner, who is nothing else, may %s', (state, actions) => {
    const owner = { personId: OWN, organizationId: 'house', assignments: [] };
    expect(viewerCanOnScenario(owner, facts(state, OWN))).toEqual(
      actions.split(' ').map((action) => `scenario:${action}`),
    );
  });
});
