import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { ITEM_TIER_TITLES, ITEM_TIERS } from './item-fields.js';
import { canOnGoal, canOnItem, canOnOrder, GOAL_ACTIONS, ITEM_ACTIONS, ORDER_ACTIONS } from './priorities-policy.js';

/** Role x action -> where, of backlog items, Product Goals and the one order, found by asking the policy itself. */
export function prioritiesPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) => [
    ...ITEM_ACTIONS.flatMap((action) =>
      ITEM_TIERS.map((tier) => ({
        role,
        scope,
        action,
        about: ITEM_TIER_TITLES[tier],
        where: reach((side) => canOnItem(actor, action, { ...SPECIMEN[side], tier }).allowed),
      })),
    ),
    ...GOAL_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side) => canOnGoal(actor, action, SPECIMEN[side]).allowed),
    })),
    ...ORDER_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side) => canOnOrder(actor, action, SPECIMEN[side]).allowed),
    })),
  ]);
}
