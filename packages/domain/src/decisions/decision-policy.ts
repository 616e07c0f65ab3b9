import { type Actor, currentAssignments } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { type DecisionState, isVetoOpen, legalDecisionActions } from './decision-state.js';

/** One is superseded by accepting another: nobody does only that. Answering is of one consent or advice that is asked. */
export const DECISION_ACTIONS = [
  'decision:view',
  'decision:propose',
  'decision:edit',
  'decision:accept',
  'decision:reject',
  'decision:withdraw',
  'decision:veto',
  'decision:revert',
  'decision:amend',
  'decision:revisit',
  'decision:link',
  'decision:unlink',
  'decision:answer',
] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** What a rule may look at; people as of now, those who stand in included. */
export interface DecisionFacts {
  state: DecisionState;
  /** Null: a file brought it. */
  proposedById: string | null;
  decisionMakerIds: readonly string[];
  /** Null while nobody has decided it, and where a file does not say. */
  decidedById: string | null;
  /** By its delegation. */
  mayAcceptIds: readonly string[];
  /** Who is accountable, where the level keeps a veto. */
  mayVetoIds: readonly string[];
  vetoEndsAt: string | null;
  /** Who answers the consent or advice in question; without one nobody. */
  askedIds?: readonly string[];
  /** Who added the link in question. */
  linkedById?: string | null;
}

type Rule = (actor: Actor, facts: DecisionFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. Administrators have no special right to decide. */
const RULES: Record<DecisionAction, Rule> = {
  'decision:view': () => ALLOWED,
  'decision:propose': () => ALLOWED,
  'decision:edit': keep,
  'decision:amend': amend,
  'decision:revisit': keep,
  'decision:accept': decide,
  'decision:reject': decide,
  'decision:revert': decide,
  'decision:withdraw': withdraw,
  'decision:veto': veto,
  'decision:link': takePart,
  'decision:unlink': unlink,
  'decision:answer': answer,
};

const NOBODYS: DecisionFacts = {
  state: 'PROPOSED',
  proposedById: null,
  decisionMakerIds: [],
  decidedById: null,
  mayAcceptIds: [],
  mayVetoIds: [],
  vetoEndsAt: null,
};

/** Whether the actor may do this, with the reason when not. Whether the state allows it is `legalDecisionActions`'s to say. */
export function canOnDecision(actor: Actor, action: 'decision:view' | 'decision:propose'): Verdict;
export function canOnDecision(actor: Actor, action: DecisionAction, facts: DecisionFacts): Verdict;
export function canOnDecision(actor: Actor, action: DecisionAction, facts: DecisionFacts = NOBODYS): Verdict {
  return RULES[action](actor, facts);
}

/**
 * What the actor may do to this decision now: permitted, and legal in its state. Accepting shows to whoever may, also
 * while something is missing: the flow says what.
 */
export function viewerCanOnDecision(actor: Actor, facts: DecisionFacts, now: number): DecisionAction[] {
  const legal: readonly string[] = legalDecisionActions(facts.state);
  return DECISION_ACTIONS.filter(
    (action) =>
      legal.includes(action) &&
      canOnDecision(actor, action, facts).allowed &&
      (action !== 'decision:veto' || isVetoOpen(facts, now)),
  );
}

function keep({ personId }: Actor, facts: DecisionFacts): Verdict {
  return allowedIf(
    isOwn(personId, facts) || facts.mayAcceptIds.includes(personId),
    'Only who proposed it, its decision-makers or whoever may accept it may do this.',
  );
}

function decide({ personId }: Actor, { mayAcceptIds }: DecisionFacts): Verdict {
  return allowedIf(mayAcceptIds.includes(personId), 'Its delegation says who decides this; look at how it is made.');
}

/** What is added to a decision reads as of those who made it: its proposer alone does not speak for them. */
function amend({ personId }: Actor, { decidedById, mayAcceptIds }: DecisionFacts): Verdict {
  return allowedIf(
    decidedById === personId || mayAcceptIds.includes(personId),
    'Only who decided it or whoever may accept it now may add to it.',
  );
}

/** One's own link; others as part of its words while it is proposed, and of what is added to them from then on. */
function unlink(actor: Actor, facts: DecisionFacts): Verdict {
  const isOwnLink = facts.linkedById === actor.personId;
  return allowedIf(
    isOwnLink || (facts.state === 'PROPOSED' ? keep : amend)(actor, facts).allowed,
    'Only who added the link may take it away, or whoever may edit the proposal or add to the decision.',
  );
}

function withdraw({ personId }: Actor, facts: DecisionFacts): Verdict {
  return allowedIf(
    isOwn(personId, facts),
    'Only who proposed it or its decision-makers may withdraw it; whoever may accept it can reject it.',
  );
}

function veto({ personId }: Actor, { mayVetoIds }: DecisionFacts): Verdict {
  return allowedIf(
    mayVetoIds.includes(personId),
    'Only who is accountable for its scope may veto it, or who stands in for them.',
  );
}

function answer({ personId }: Actor, { askedIds = [] }: DecisionFacts): Verdict {
  return allowedIf(
    askedIds.includes(personId),
    'Only those of whom this is asked may answer it, or who stand in for them.',
  );
}

function takePart(actor: Actor): Verdict {
  return allowedIf(currentAssignments(actor).length > 0, 'Taking part needs a role; ask an Administrator for one.');
}

function isOwn(personId: string, { proposedById, decisionMakerIds }: DecisionFacts): boolean {
  return proposedById === personId || decisionMakerIds.includes(personId);
}
