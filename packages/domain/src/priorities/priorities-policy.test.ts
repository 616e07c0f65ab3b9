import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { GOAL_STATES } from './goal-fields.js';
import { ITEM_TIERS, type ItemTier } from './item-fields.js';
import { ITEM_STATES } from './item-state.js';
import {
  canOnGoal,
  canOnItem,
  canOnOrder,
  ITEM_ACTIONS,
  ORDER_ACTIONS,
  viewerCanInProduct,
  viewerCanOnGoal,
  viewerCanOnItem,
} from './priorities-policy.js';

const PLACE = { productId: 'product', areaId: 'area', teamId: 'team' };

function actor(role: Role, scope: { productId?: string; areaId?: string; teamId?: string } = {}): Actor {
  const held = { productId: null, areaId: null, teamId: null, startsOn: null, endsBefore: null, ...scope };
  return { personId: 'me', organizationId: 'house', assignments: [{ role, kind: 'BACKUP', ...held }] };
}

const ACTORS: Record<string, Actor> = {
  admin: actor('ADMINISTRATOR'),
  chief: actor('CHIEF_PRODUCT_OWNER', { productId: 'product' }),
  area: actor('AREA_PRODUCT_OWNER', { areaId: 'area' }),
  owner: actor('PRODUCT_OWNER', { teamId: 'team' }),
  master: actor('SCRUM_MASTER', { teamId: 'team' }),
  dev: actor('DEVELOPER', { teamId: 'team' }),
  coach: actor('AGILE_COACH'),
  away: actor('AREA_PRODUCT_OWNER', { areaId: 'other area' }),
  other: actor('DEVELOPER', { teamId: 'other team' }),
};

/** E, F, T: of an epic, a feature, a task. */
const TABLE = `
  action        admin  chief  area  owner  master  dev  coach  away  other
  view          EFT    EFT    EFT   EFT    EFT     EFT  EFT    EFT   EFT
  create        EFT    EFT    EFT   F      -       -    -      -     -
  create-task   EFT    EFT    EFT   EFT    EFT     EFT  -      -     -
  edit          EFT    EFT    EFT   FT     FT      FT   -      -     -
  size          EFT    EFT    EFT   FT     FT      FT   -      -     -
  score         EFT    EFT    EFT   FT     -       -    -      -     -
  change-state  EFT    EFT    EFT   FT     FT      FT   -      -     -
  drop          EFT    EFT    EFT   FT     FT      FT   -      -     -
  place         EFT    -      -     EFT    -       EFT  -      -     -
  order         EFT    EFT    -     -      -       -    -      -     -
  order-area    EFT    EFT    EFT   -      -       -    -      -     -
`;

describe('who may do what to an item of the team', () => {
  const [, ...lines] = TABLE.trim().split('\n');
  const letters: Record<ItemTier, string> = { EPIC: 'E', FEATURE: 'F', TASK: 'T' };

  it('is this table, for those who stand in too', () => {
    const asked = ITEM_ACTIONS.map((action) => [
      action.replace('item:', ''),
      ...Object.values(ACTORS).map(
        (who) =>
          ITEM_TIERS.filter((tier) => canOnItem(who, action, { ...PLACE, tier }).allowed)
            .map((tier) => letters[tier])
            .join('') || '-',
      ),
    ]);
    expect(asked).toEqual(lines.map((line) => line.trim().split(/\s+/)));
  });

  it('who may not is told who may', () => {
    for (const action of ITEM_ACTIONS)
      for (const tier of ITEM_TIERS) {
        const verdict = canOnItem(ACTORS['coach'] ?? actor('AGILE_COACH'), action, { ...PLACE, tier });
        if (!verdict.allowed) expect(verdict.reason).toMatch(/^Only .{20,}\.$/u);
      }
  });

  it('a role that ended yesterday is none', () => {
    const dev: Actor = { ...actor('DEVELOPER', { teamId: 'team' }), today: '2026-03-02' };
    const [held] = dev.assignments;
    if (held) held.endsBefore = '2026-03-02';
    expect(canOnItem(dev, 'item:edit', { ...PLACE, tier: 'TASK' }).allowed).toBe(false);
  });
});

it('goals are of who leads the product; the order of an area of its Area Product Owner', () => {
  const may = (test: (who: Actor) => boolean): string[] =>
    Object.entries(ACTORS).flatMap(([name, who]) => (test(who) ? [name] : []));
  expect(may((who) => canOnGoal(who, 'goal:activate', PLACE).allowed)).toEqual(['admin', 'chief']);
  const order = ORDER_ACTIONS.map((action) => [action, may((who) => canOnOrder(who, action, PLACE).allowed).join(' ')]);
  expect(order).toEqual([
    ['order:view', Object.keys(ACTORS).join(' ')],
    ['order:move', 'admin chief'],
    ['order:move-area', 'admin chief area'],
    ['capacity:set', 'admin chief'],
    ['capacity:set-area', 'admin chief area'],
  ]);
});

it('what is offered is permitted and of use', () => {
  const chief = actor('CHIEF_PRODUCT_OWNER', { productId: 'product' });
  for (const tier of ITEM_TIERS)
    for (const state of ITEM_STATES)
      for (const isInOrder of [false, true]) {
        const offered = viewerCanOnItem(chief, { ...PLACE, tier }, { state, isInOrder });
        expect(offered.every((action) => canOnItem(chief, action, { ...PLACE, tier }).allowed)).toBe(true);
        expect(offered.includes('item:order')).toBe(isInOrder);
        expect(offered.includes('item:drop')).toBe(state !== 'DONE' && state !== 'DROPPED');
        expect(offered.some((action) => action.startsWith('item:create'))).toBe(false);
      }
  expect(GOAL_STATES.map((state) => viewerCanOnGoal(chief, PLACE, state).join(' '))).toEqual([
    'goal:view goal:edit goal:activate goal:end',
    'goal:view goal:edit goal:end',
    'goal:view goal:activate',
    'goal:view goal:activate',
  ]);
});

it('in a product one may begin what one may somewhere in it', () => {
  const begin = (who: Actor | undefined): string[] =>
    who ? viewerCanInProduct(who, { productId: 'product' }, [{ productId: 'product', areaId: 'area' }, PLACE]) : [];
  expect(begin(ACTORS['chief'])).toEqual(['goal:create', 'item:create', 'item:create-task']);
  expect(begin(ACTORS['area'])).toEqual(['item:create', 'item:create-task']);
  expect(begin(ACTORS['owner'])).toEqual(['item:create', 'item:create-task']);
  expect(begin(ACTORS['dev'])).toEqual(['item:create-task']);
  expect(begin(ACTORS['other'])).toEqual([]);
});
