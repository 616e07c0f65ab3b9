import { type Actor, type Place, holdsAnywhere, holdsOver } from '../actor.js';
import type { ScopeKind } from '../organization/role.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import type { OccurrenceState } from './cadence-kinds.js';

export const CADENCE_ACTIONS = ['cadence:view', 'cadence:create', 'cadence:edit', 'cadence:end'] as const;
export type CadenceAction = (typeof CADENCE_ACTIONS)[number];

/** Of one date. */
export const OCCURRENCE_ACTIONS = [
  'occurrence:edit',
  'occurrence:move',
  'occurrence:cancel',
  'occurrence:skip',
  'occurrence:restore',
  'occurrence:set-facilitator',
  'occurrence:write-notes',
  'occurrence:record-attendance',
  'occurrence:answer',
  'occurrence:add-outcome',
  'occurrence:remove-outcome',
] as const;
export type OccurrenceAction = (typeof OCCURRENCE_ACTIONS)[number];

/** What a rule about a series may look at. */
export interface CadenceFacts {
  scopeKind: ScopeKind;
  /** The scope, with what it lies in. */
  place: Place;
  /** Whether it is a chapter's, and the actor a Scrum Master of a team in its scope. */
  isOfOwnChapter: boolean;
  /** Whether it is a community's that the actor facilitates. */
  isOfOwnCommunity?: boolean | undefined;
}

export interface OccurrenceFactsOfPolicy extends CadenceFacts {
  /** Of the series; null: none, or they take turns. */
  fixedFacilitatorId: string | null;
  /** Of this date. */
  facilitatorId: string | null;
  isInvited: boolean;
  /** Who added the outcome in question. */
  outcomeById?: string | null;
}

/** Whether the actor may do this, with the reason when not. Stand-ins hold their roles too. */
export function canOnCadence(actor: Actor, action: 'cadence:view'): Verdict;
export function canOnCadence(actor: Actor, action: CadenceAction, facts: CadenceFacts): Verdict;
export function canOnCadence(actor: Actor, action: CadenceAction, facts?: CadenceFacts): Verdict {
  if (action === 'cadence:view') return ALLOWED;
  return allowedIf(facts !== undefined && answersFor(actor, facts), WHO[facts?.scopeKind ?? 'ORGANIZATION']);
}

type Rule = (actor: Actor, facts: OccurrenceFactsOfPolicy) => Verdict;

/** The whole policy of single dates: an action without a rule does not compile. */
const RULES: Record<OccurrenceAction, Rule> = {
  'occurrence:edit': (actor, facts) => canOnCadence(actor, 'cadence:edit', facts),
  'occurrence:skip': (actor, facts) => canOnCadence(actor, 'cadence:edit', facts),
  'occurrence:move': arrange,
  'occurrence:cancel': arrange,
  'occurrence:restore': arrange,
  'occurrence:set-facilitator': arrange,
  'occurrence:write-notes': facilitate,
  'occurrence:record-attendance': facilitate,
  'occurrence:answer': answer,
  'occurrence:add-outcome': takePart,
  'occurrence:remove-outcome': removeOutcome,
};

export function canOnOccurrence(actor: Actor, action: OccurrenceAction, facts: OccurrenceFactsOfPolicy): Verdict {
  return RULES[action](actor, facts);
}

export function viewerCanOnCadence(actor: Actor, facts: CadenceFacts, present: { isOver: boolean }): CadenceAction[] {
  return CADENCE_ACTIONS.filter(
    (action) =>
      action !== 'cadence:create' &&
      !(action === 'cadence:end' && present.isOver) &&
      canOnCadence(actor, action, facts).allowed,
  );
}

/** What the date's state allows, whoever asks. */
export function legalOccurrenceActions({
  state,
  isChanged,
}: {
  state: OccurrenceState;
  /** Moved. */
  isChanged: boolean;
}): OccurrenceAction[] {
  return OCCURRENCE_ACTIONS.filter((action) => {
    if (action === 'occurrence:restore') return state === 'CANCELLED' || isChanged;
    return state === 'PLANNED' || !NOT_WHEN_CANCELLED.includes(action);
  });
}

/** What the actor may do to this date now: permitted, and legal in its state. Of outcomes each one's own says who takes it away. */
export function viewerCanOnOccurrence(
  actor: Actor,
  facts: OccurrenceFactsOfPolicy,
  present: { state: OccurrenceState; isChanged: boolean },
): OccurrenceAction[] {
  return legalOccurrenceActions(present).filter((action) => canOnOccurrence(actor, action, facts).allowed);
}

const NOT_WHEN_CANCELLED: readonly OccurrenceAction[] = [
  'occurrence:edit',
  'occurrence:move',
  'occurrence:cancel',
  'occurrence:skip',
  'occurrence:set-facilitator',
  'occurrence:answer',
  'occurrence:record-attendance',
];

const WHO: Record<ScopeKind, string> = {
  TEAM: 'Only the Product Owner or Scrum Master of the team, an Agile Coach or an Administrator may plan its meetings.',
  AREA:
    'Only the Area Product Owner or Scrum of Scrums Master of the area, an Agile Coach or an Administrator may plan its ' +
    "meetings; a chapter's also the Scrum Masters of its teams.",
  PRODUCT: 'Only the Chief Product Owner of the product, an Agile Coach or an Administrator may plan its meetings.',
  ORGANIZATION:
    'Only the Scrum of Scrums Master of the organization, an Agile Coach or an Administrator may plan its meetings; a ' +
    "chapter's also the Scrum Masters, a community's also who facilitates it.",
};

function answersFor(actor: Actor, { scopeKind, place, isOfOwnChapter, isOfOwnCommunity }: CadenceFacts): boolean {
  if (isOfOwnChapter || isOfOwnCommunity === true || holdsAnywhere(actor, 'AGILE_COACH', 'ADMINISTRATOR')) return true;
  if (scopeKind === 'TEAM') {
    const team = { teamId: place.teamId };
    return holdsOver(actor, 'PRODUCT_OWNER', team) || holdsOver(actor, 'SCRUM_MASTER', team);
  }
  if (scopeKind === 'PRODUCT') return holdsOver(actor, 'CHIEF_PRODUCT_OWNER', { productId: place.productId });
  const area = scopeKind === 'AREA' ? { areaId: place.areaId } : {};
  return holdsOver(actor, 'SCRUM_OF_SCRUMS_MASTER', area) || holdsOver(actor, 'AREA_PRODUCT_OWNER', area);
}

/** Who answers for the series, and who always facilitates it. */
function arrange(actor: Actor, facts: OccurrenceFactsOfPolicy): Verdict {
  return allowedIf(
    facts.fixedFacilitatorId === actor.personId || answersFor(actor, facts),
    `${WHO[facts.scopeKind]} Its facilitator may move and cancel its dates.`,
  );
}

function facilitate(actor: Actor, facts: OccurrenceFactsOfPolicy): Verdict {
  return allowedIf(
    facts.facilitatorId === actor.personId || arrange(actor, facts).allowed,
    'Only who facilitates it, or who answers for the cadence, may write this down.',
  );
}

function answer({ personId }: Actor, { isInvited, facilitatorId }: OccurrenceFactsOfPolicy): Verdict {
  return allowedIf(isInvited || facilitatorId === personId, 'Only those who are invited say whether they are coming.');
}

function takePart(actor: Actor, facts: OccurrenceFactsOfPolicy): Verdict {
  return allowedIf(
    facts.isInvited || facilitate(actor, facts).allowed,
    'Only those who are invited, who facilitates it, or who answers for the cadence, may add to it.',
  );
}

function removeOutcome(actor: Actor, facts: OccurrenceFactsOfPolicy): Verdict {
  return allowedIf(
    facts.outcomeById === actor.personId || facilitate(actor, facts).allowed,
    'Only who added it, who facilitates the meeting, or who answers for the cadence, may take it away.',
  );
}
