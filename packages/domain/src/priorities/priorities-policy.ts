import { type Actor, type Place, currentAssignments, holdsAnywhere, holdsOver } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { type GoalState } from './goal-fields.js';
import { isLegalForGoal } from './goal-state.js';
import type { ItemTier } from './item-fields.js';
import { type ItemState, isOpenItem } from './item-state.js';

export const ITEM_ACTIONS = [
  'item:view',
  'item:create',
  'item:create-task',
  'item:edit',
  'item:size',
  'item:score',
  'item:change-state',
  'item:drop',
  'item:place',
  'item:order',
  'item:order-area',
] as const;
export type ItemAction = (typeof ITEM_ACTIONS)[number];

export const GOAL_ACTIONS = ['goal:view', 'goal:create', 'goal:edit', 'goal:activate', 'goal:end'] as const;
export type GoalAction = (typeof GOAL_ACTIONS)[number];

/** Of a product's one order and of its capacity; `-area` in the slots and for the kinds of one area. */
export const ORDER_ACTIONS = [
  'order:view',
  'order:move',
  'order:move-area',
  'capacity:set',
  'capacity:set-area',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** What a rule may look at. An item of no team, or of no area, has none in its place. */
export interface ItemFacts extends Place {
  productId: string;
  tier: ItemTier;
}

type ItemRule = (actor: Actor, facts: ItemFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. Whoever holds a role as a backup or acting may do its work. */
const ITEM_RULES: Record<ItemAction, ItemRule> = {
  'item:view': () => ALLOWED,
  'item:create': create,
  'item:create-task': createTask,
  'item:edit': keep,
  'item:size': keep,
  'item:change-state': keep,
  'item:drop': keep,
  'item:score': score,
  'item:place': place,
  'item:order': (actor, facts) => orderEverything(actor, facts),
  'item:order-area': (actor, facts) => orderArea(actor, facts),
};

const ORDER_RULES: Record<OrderAction, (actor: Actor, place: Place) => Verdict> = {
  'order:view': () => ALLOWED,
  'order:move': orderEverything,
  'order:move-area': orderArea,
  'capacity:set': orderEverything,
  'capacity:set-area': orderArea,
};

/** Whether the actor may do this, with the reason when not. Whether the state allows it is not asked here. */
export function canOnItem(actor: Actor, action: ItemAction, facts: ItemFacts): Verdict {
  return ITEM_RULES[action](actor, facts);
}

/** @param product the product of the goal */
export function canOnGoal(actor: Actor, action: GoalAction, product: Place): Verdict {
  if (action === 'goal:view') return ALLOWED;
  return allowedIf(
    leadsProduct(actor, product),
    'Only the Chief Product Owner of the product or an Administrator may set its goals.',
  );
}

/** @param place the product, or with its id the area in question */
export function canOnOrder(actor: Actor, action: OrderAction, place: Place): Verdict {
  return ORDER_RULES[action](actor, place);
}

/** What the actor may do to this item now: permitted, and of use in its state. */
export function viewerCanOnItem(
  actor: Actor,
  facts: ItemFacts,
  present: { state: ItemState; isInOrder: boolean },
): ItemAction[] {
  return ITEM_ACTIONS.filter((action) => isOfUse(action, facts, present) && canOnItem(actor, action, facts).allowed);
}

export function viewerCanOnGoal(actor: Actor, product: Place, state: GoalState): GoalAction[] {
  return GOAL_ACTIONS.filter((action) => isLegalForGoal(state, action) && canOnGoal(actor, action, product).allowed);
}

function isOfUse(
  action: ItemAction,
  { tier }: ItemFacts,
  { state, isInOrder }: { state: ItemState; isInOrder: boolean },
): boolean {
  if (action === 'item:create' || action === 'item:create-task') return false;
  if (action === 'item:drop') return isOpenItem(state);
  if (action === 'item:order' || action === 'item:order-area') return isInOrder;
  if (action === 'item:place') return tier === 'TASK';
  return true;
}

/** The Chief Product Owner of the product, or who stands in for them; an Administrator. */
export function leadsProduct(actor: Actor, { productId }: Place): boolean {
  return holdsOver(actor, 'CHIEF_PRODUCT_OWNER', { productId }) || holdsAnywhere(actor, 'ADMINISTRATOR');
}

/** The Area Product Owner of the area, or who leads its product. */
export function leadsArea(actor: Actor, { areaId, productId }: Place): boolean {
  return (
    leadsProduct(actor, { productId }) ||
    (areaId !== null && areaId !== undefined && holdsOver(actor, 'AREA_PRODUCT_OWNER', { areaId, productId }))
  );
}

/** What writing an item of a tier is called. */
export const creationOf = (tier: ItemTier): ItemAction => (tier === 'TASK' ? 'item:create-task' : 'item:create');

/**
 * What the actor may begin somewhere in a product.
 * @param places the product itself, its areas and its teams, each with what contains it
 */
export function viewerCanInProduct(
  actor: Actor,
  product: Place,
  places: readonly Place[],
): (ItemAction | GoalAction)[] {
  const { productId = null } = product;
  if (productId === null) return [];
  const somewhere = (action: ItemAction, ...tiers: ItemTier[]): boolean =>
    [product, ...places].some((place) =>
      tiers.some((tier) => canOnItem(actor, action, { ...place, productId, tier }).allowed),
    );
  return [
    ...(canOnGoal(actor, 'goal:create', product).allowed ? (['goal:create'] as const) : []),
    ...(somewhere('item:create', 'EPIC', 'FEATURE') ? (['item:create'] as const) : []),
    ...(somewhere('item:create-task', 'TASK') ? (['item:create-task'] as const) : []),
  ];
}

/** Whether the actor may edit an item that is there: what dependencies ask of both their ends. */
export const mayEditItem = (actor: Actor, facts: ItemFacts): boolean => keep(actor, facts).allowed;

/** Of epics and features. */
function create(actor: Actor, facts: ItemFacts): Verdict {
  const isFeature = facts.tier === 'FEATURE';
  return allowedIf(
    leadsArea(actor, facts) || (isFeature && worksIn(actor, facts.teamId, 'PRODUCT_OWNER')),
    isFeature
      ? 'Only the Product Owner of its team or area, the Chief Product Owner or an Administrator may write a feature.'
      : 'Only the Area Product Owner of its area, the Chief Product Owner or an Administrator may write an epic.',
  );
}

function createTask(actor: Actor, facts: ItemFacts): Verdict {
  return allowedIf(
    leadsArea(actor, facts) || worksIn(actor, facts.teamId, 'PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER'),
    'Only those of its team, the Area Product Owner of its area, the Chief Product Owner or an Administrator may write a task.',
  );
}

function keep(actor: Actor, facts: ItemFacts): Verdict {
  const { tier, teamId } = facts;
  const ofTeam = tier !== 'EPIC' && worksIn(actor, teamId, 'PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER');
  return allowedIf(
    leadsArea(actor, facts) || ofTeam,
    tier === 'EPIC'
      ? 'Only the Area Product Owner of its area, the Chief Product Owner or an Administrator may do this to an epic.'
      : 'Only those of its team, the Area Product Owner of its area, the Chief Product Owner or an Administrator may do this.',
  );
}

function score(actor: Actor, facts: ItemFacts): Verdict {
  const ofTeam = facts.tier !== 'EPIC' && worksIn(actor, facts.teamId, 'PRODUCT_OWNER');
  return allowedIf(
    leadsArea(actor, facts) || ofTeam,
    'Only a Product Owner of its team, area or product or an Administrator may score it.',
  );
}

/** What comes first within a team is the team's to say, whoever leads its area. */
function place(actor: Actor, facts: ItemFacts): Verdict {
  const { teamId = null } = facts;
  const ofTeam = worksIn(actor, teamId, 'PRODUCT_OWNER', 'DEVELOPER') || holdsAnywhere(actor, 'ADMINISTRATOR');
  return allowedIf(
    ofTeam || (teamId === null && leadsArea(actor, facts)),
    'Only the Developers and the Product Owner of its team or an Administrator may order its tasks.',
  );
}

function orderEverything(actor: Actor, { productId }: Place): Verdict {
  return allowedIf(
    leadsProduct(actor, { productId }),
    'Only the Chief Product Owner of the product or an Administrator may do this.',
  );
}

function orderArea(actor: Actor, facts: Place): Verdict {
  return allowedIf(
    leadsArea(actor, facts),
    'Only the Area Product Owner of the area, the Chief Product Owner or an Administrator may do this.',
  );
}

type TeamRole = 'PRODUCT_OWNER' | 'SCRUM_MASTER' | 'DEVELOPER';

function worksIn(actor: Actor, teamId: string | null | undefined, ...roles: TeamRole[]): boolean {
  return (
    teamId !== null &&
    teamId !== undefined &&
    currentAssignments(actor).some((held) => held.teamId === teamId && roles.some((role) => role === held.role))
  );
}
