import { type Actor, type Place, holdsAnywhere, holdsOver, currentAssignments } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { type ScenarioState, legalScenarioActions } from './scenario-state.js';

export const SCENARIO_ACTIONS = [
  'scenario:view',
  'scenario:create',
  'scenario:edit',
  'scenario:share',
  'scenario:comment',
  'scenario:catch-up',
  'scenario:publish',
  'scenario:discard',
] as const;
export type ScenarioAction = (typeof SCENARIO_ACTIONS)[number];

/** What a rule may look at. */
export interface ScenarioFacts {
  state: ScenarioState;
  ownerId: string;
  productId: string;
  /** Who decides for the product today, a stand-in where one is needed; null: nobody. Left out where the decision itself asks. */
  deciderId?: string | null;
}

/** Where one would be made; what contains the teams and areas is known of the actor's own roles only. */
export interface ScenarioPlaces {
  productId: string;
  /** Of the product. */
  areaIds: readonly string[];
  teamIds: readonly string[];
}

type Rule = (actor: Actor, facts: ScenarioFacts) => Verdict;

/** The whole policy but who begins one: an action without a rule does not compile. */
const RULES: Record<Exclude<ScenarioAction, 'scenario:create'>, Rule> = {
  'scenario:view': (actor, facts) => allowedIf(isSeen(actor, facts), 'It is private: its owner shares it.'),
  'scenario:edit': own,
  'scenario:share': own,
  'scenario:catch-up': catchUp,
  'scenario:discard': own,
  'scenario:comment': (actor, facts) => allowedIf(isSeen(actor, facts), 'It is private: its owner shares it.'),
  'scenario:publish': publish,
};

/** Whether the actor may do this, with the reason when not. Whether the state allows it is `legalScenarioActions`'s to say. */
export function canOnScenario(
  actor: Actor,
  action: Exclude<ScenarioAction, 'scenario:create'>,
  facts: ScenarioFacts,
): Verdict {
  return RULES[action](actor, facts);
}

/** Whoever orders something in the product may try another order of it. */
export function canCreateScenario(actor: Actor, { productId, areaIds, teamIds }: ScenarioPlaces): Verdict {
  const orders =
    holdsOver(actor, 'CHIEF_PRODUCT_OWNER', { productId }) ||
    areaIds.some((areaId) => holdsOver(actor, 'AREA_PRODUCT_OWNER', { areaId, productId })) ||
    currentAssignments(actor).some(
      ({ role, teamId }) => role === 'PRODUCT_OWNER' && teamId !== null && teamIds.includes(teamId),
    );
  return allowedIf(
    orders || holdsAnywhere(actor, 'ADMINISTRATOR'),
    'Only the Chief, Area and other Product Owners of the product and Administrators may begin a scenario.',
  );
}

/** Whether it shows at all: what is private looks to others as if it were not there. */
export function isSeen({ personId }: Actor, { state, ownerId }: Pick<ScenarioFacts, 'state' | 'ownerId'>): boolean {
  return ownerId === personId || state === 'SHARED' || state === 'PUBLISHED';
}

/** What the actor may do to this scenario now: permitted, and legal in its state. */
export function viewerCanOnScenario(actor: Actor, facts: ScenarioFacts): ScenarioAction[] {
  return legalScenarioActions(facts.state).filter((action) => canOnScenario(actor, action, facts).allowed);
}

function own({ personId }: Actor, { ownerId }: ScenarioFacts): Verdict {
  return allowedIf(ownerId === personId, 'Only its owner may do this; say in a comment what you would change.');
}

/** Who could publish it, were it not overtaken, need not wait for its owner. */
function catchUp(actor: Actor, facts: ScenarioFacts): Verdict {
  const { deciderId: _, ...others } = facts;
  return publish(actor, others).allowed ? ALLOWED : own(actor, facts);
}

/**
 * Publishing orders everything, and decides so in the product's name: who is accountable for the product, as for every
 * decision of it that is delegated to nobody. One that its owner keeps private is nobody else's to publish.
 */
function publish(actor: Actor, facts: ScenarioFacts): Verdict {
  if (!isSeen(actor, facts)) return allowedIf(false, 'It is private: its owner shares it.');
  const place: Place = { productId: facts.productId };
  const { deciderId } = facts;
  return allowedIf(
    holdsOver(actor, 'CHIEF_PRODUCT_OWNER', place) && (deciderId === undefined || deciderId === actor.personId),
    'Only the Chief Product Owner of the product may publish it: publishing decides for the product.',
  );
}
