import { type Actor, type Place, holdsOver } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { isUnanswered } from './dependency-conflicts.js';
import { type DependencySide, type DependencyState, legalDependencyActions } from './dependency-state.js';

export const DEPENDENCY_ACTIONS = [
  'dependency:view',
  'dependency:request',
  'dependency:edit',
  'dependency:commit',
  'dependency:counter',
  'dependency:accept-counter',
  'dependency:decline',
  'dependency:ask-again',
  'dependency:deliver',
  'dependency:withdraw',
  'dependency:raise-impediment',
] as const;
export type DependencyAction = (typeof DEPENDENCY_ACTIONS)[number];

/** What a rule may look at. */
export interface DependencyPolicyFacts {
  /** Whether the actor may edit the item that needs it, or the one that provides it, as backlog items go. */
  mayEditConsumer: boolean;
  mayEditProvider: boolean;
  /** Where the provider is; null: nobody is known any more. */
  providerPlace: Place | null;
}

/** What its clock says, and whether there is an impediment of it already. */
export interface DependencyNow {
  state: DependencyState;
  /** Milliseconds; null: nobody is waited for. */
  answerDueAt: number | null;
  hasImpediment: boolean;
  /** Which end has ended, see `endedEnd`; null: none. */
  ended: DependencySide | null;
}

type Rule = (actor: Actor, facts: DependencyPolicyFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<DependencyAction, Rule> = {
  'dependency:view': () => ALLOWED,
  'dependency:request': ask,
  'dependency:edit': ask,
  'dependency:accept-counter': ask,
  'dependency:ask-again': ask,
  'dependency:withdraw': ask,
  'dependency:raise-impediment': ask,
  'dependency:commit': provide,
  'dependency:counter': provide,
  'dependency:decline': provide,
  'dependency:deliver': provide,
};

const NOBODYS: DependencyPolicyFacts = { mayEditConsumer: false, mayEditProvider: false, providerPlace: null };

/** Whether the actor may do this, with the reason when not. Whether the state allows it is `legalDependencyActions`'s to say. */
export function canOnDependency(actor: Actor, action: 'dependency:view'): Verdict;
export function canOnDependency(actor: Actor, action: DependencyAction, facts: DependencyPolicyFacts): Verdict;
export function canOnDependency(
  actor: Actor,
  action: DependencyAction,
  facts: DependencyPolicyFacts = NOBODYS,
): Verdict {
  return RULES[action](actor, facts);
}

/** What the actor may do to this dependency now: permitted, legal in its state, and its time has come. @param now milliseconds */
export function viewerCanOnDependency(
  actor: Actor,
  facts: DependencyPolicyFacts,
  present: DependencyNow,
  now: number,
): DependencyAction[] {
  const legal: readonly string[] = ['dependency:view', ...legalDependencyActions(present.state)];
  return DEPENDENCY_ACTIONS.filter(
    (action) =>
      legal.includes(action) &&
      canOnDependency(actor, action, facts).allowed &&
      isOfUse(action, present.ended) &&
      (action !== 'dependency:raise-impediment' || (isUnanswered(present, now) && !present.hasImpediment)),
  );
}

/** Nobody promises or asks for what has ended; but another item may be promised in place of one that was dropped. */
function isOfUse(action: DependencyAction, ended: DependencySide | null): boolean {
  if (ended === null || (ended === 'PROVIDER' && action === 'dependency:commit')) return true;
  return !PROMISING.includes(action);
}

const PROMISING: readonly DependencyAction[] = [
  'dependency:edit',
  'dependency:commit',
  'dependency:counter',
  'dependency:accept-counter',
  'dependency:ask-again',
  'dependency:raise-impediment',
];

function ask(_: Actor, { mayEditConsumer }: DependencyPolicyFacts): Verdict {
  return allowedIf(
    mayEditConsumer,
    'Only who may edit the item that needs it may do this: those of its team, or the Area or Chief Product Owner.',
  );
}

function provide(actor: Actor, { mayEditProvider, providerPlace }: DependencyPolicyFacts): Verdict {
  const answers =
    providerPlace !== null &&
    (['PRODUCT_OWNER', 'SCRUM_MASTER', 'AREA_PRODUCT_OWNER'] as const).some((role) =>
      holdsOver(actor, role, providerPlace),
    );
  return allowedIf(
    mayEditProvider || answers,
    'Only the side that provides it may do this: who may edit the providing item, or the Product Owner, Scrum Master or ' +
      'Area Product Owner of the team that is asked.',
  );
}
