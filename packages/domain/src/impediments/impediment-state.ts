import { Refusal } from '../refusal.js';
import type { ImpedimentSeverity } from './impediment-fields.js';
import { refuseImpediment } from './impediment-refusals.js';

export const IMPEDIMENT_STATES = [
  'RAISED',
  'TRIAGED',
  'IN_PROGRESS',
  'RESOLVED',
  'CLOSED',
  'DECLINED',
  'DUPLICATE',
] as const;
export type ImpedimentState = (typeof IMPEDIMENT_STATES)[number];

/** On the board; RESOLVED still waits for the raising team to confirm. */
export const OPEN_STATES: readonly ImpedimentState[] = ['RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED'];

/** Still in somebody's way: the clock runs, and more teams can be affected. */
export const UNRESOLVED_STATES: readonly ImpedimentState[] = ['RAISED', 'TRIAGED', 'IN_PROGRESS'];

export const IMPEDIMENT_STATE_TITLES: Record<ImpedimentState, string> = {
  RAISED: 'Raised',
  TRIAGED: 'Triaged',
  IN_PROGRESS: 'In progress',
  RESOLVED: 'Resolved',
  CLOSED: 'Closed',
  DECLINED: 'Declined',
  DUPLICATE: 'Duplicate',
};

/** Actions that lead to a state; a drag on the board is always one of them. */
export type TransitionAction =
  | 'impediment:triage'
  | 'impediment:start'
  | 'impediment:resolve'
  | 'impediment:close'
  | 'impediment:decline'
  | 'impediment:mark-duplicate'
  | 'impediment:reopen';

/** Actions on an impediment that exists: transitions, and those that leave its state alone. */
export type StandingAction =
  | 'impediment:view'
  | 'impediment:edit'
  | 'impediment:set-level'
  | 'impediment:send-brief'
  | 'impediment:pause-clock'
  | 'impediment:resume-clock'
  | 'impediment:assign'
  | 'impediment:label'
  | 'impediment:add-team'
  | 'impediment:remove-team'
  | 'impediment:comment'
  | 'impediment:watch'
  | 'impediment:link'
  | 'impediment:unlink'
  | 'impediment:vote';

export interface Transition {
  action: TransitionAction;
  from: readonly ImpedimentState[];
  to: ImpedimentState;
  /** Only with, or only without, what TRIAGED needs. Omitted: either way. */
  triaged?: boolean;
}

/** Triage of what is triaged already changes owner, severity or level and keeps the state. */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'impediment:triage', from: ['RAISED', 'TRIAGED'], to: 'TRIAGED' },
  { action: 'impediment:triage', from: ['IN_PROGRESS'], to: 'IN_PROGRESS' },
  { action: 'impediment:start', from: ['TRIAGED'], to: 'IN_PROGRESS' },
  { action: 'impediment:resolve', from: ['IN_PROGRESS'], to: 'RESOLVED' },
  { action: 'impediment:close', from: ['RESOLVED'], to: 'CLOSED' },
  { action: 'impediment:decline', from: UNRESOLVED_STATES, to: 'DECLINED' },
  { action: 'impediment:mark-duplicate', from: UNRESOLVED_STATES, to: 'DUPLICATE' },
  { action: 'impediment:reopen', from: ['RESOLVED', 'CLOSED', 'DECLINED'], to: 'TRIAGED', triaged: true },
  { action: 'impediment:reopen', from: ['RESOLVED', 'CLOSED', 'DECLINED'], to: 'RAISED', triaged: false },
];

/** Where an action that keeps the state is of use. */
const LEGAL_IN: Record<StandingAction, readonly ImpedimentState[]> = {
  'impediment:view': IMPEDIMENT_STATES,
  'impediment:edit': OPEN_STATES,
  'impediment:set-level': UNRESOLVED_STATES,
  'impediment:send-brief': UNRESOLVED_STATES,
  'impediment:pause-clock': UNRESOLVED_STATES,
  'impediment:resume-clock': UNRESOLVED_STATES,
  'impediment:assign': UNRESOLVED_STATES,
  'impediment:label': OPEN_STATES,
  'impediment:add-team': UNRESOLVED_STATES,
  'impediment:remove-team': UNRESOLVED_STATES,
  'impediment:comment': IMPEDIMENT_STATES,
  'impediment:watch': IMPEDIMENT_STATES,
  'impediment:link': IMPEDIMENT_STATES,
  'impediment:unlink': IMPEDIMENT_STATES,
  'impediment:vote': UNRESOLVED_STATES,
};

/** For triage: as they will be after it. For anything else: as they are. */
export interface TransitionFacts {
  ownerId: string | null;
  severity: ImpedimentSeverity | null;
  level: number | null;
}

/** The state that the action leads to; a Refusal ILLEGAL_TRANSITION or TRIAGE_INCOMPLETE otherwise. Never throws. */
export function nextState(
  state: ImpedimentState,
  action: TransitionAction,
  facts: TransitionFacts,
): ImpedimentState | Refusal {
  const rows = TRANSITIONS.filter((row) => row.action === action && row.from.includes(state));
  if (rows.length === 0) return refuseImpediment('ILLEGAL_TRANSITION', { state, action, legal: legalActions(state) });
  const missing = missingForTriage(facts);
  if (action === 'impediment:triage' && missing.length > 0) return refuseImpediment('TRIAGE_INCOMPLETE', { missing });
  const row = rows.find(({ triaged }) => triaged === undefined || triaged === (missing.length === 0));
  return row?.to ?? refuseImpediment('ILLEGAL_TRANSITION', { state, action, legal: legalActions(state) });
}

/**
 * Many at once are triaged out of RAISED only: one owner, severity and level for all would take back, without a
 * word, what each of the others was given. Those are triaged again one by one.
 */
export function refuseTriageAmongMany(state: ImpedimentState): Refusal | null {
  if (state === 'RAISED') return null;
  const legal = legalActions(state).filter((action) => action !== 'impediment:triage');
  return refuseImpediment('ILLEGAL_TRANSITION', { state, action: 'impediment:triage', legal });
}

/** Where it can go from here and by which action: the legal columns of a drag and of a "move to" menu. */
export function legalMoves(
  state: ImpedimentState,
  facts: TransitionFacts,
): { action: TransitionAction; to: ImpedimentState }[] {
  const complete = missingForTriage(facts).length === 0;
  return TRANSITIONS.filter(
    (row) => row.from.includes(state) && row.to !== state && (row.triaged ?? complete) === complete,
  ).map(({ action, to }) => ({ action, to }));
}

/** Everything that makes sense in the state, whoever asks. */
export function legalActions(state: ImpedimentState): (TransitionAction | StandingAction)[] {
  const transitions = TRANSITIONS.filter((row) => row.from.includes(state)).map((row) => row.action);
  return [...new Set([...transitions, ...standingActions(state)])];
}

/** What an action that keeps the state is refused with where it is of no use; null where it is legal. */
export function refuseUnlessLegal(state: ImpedimentState, action: StandingAction): Refusal | null {
  if (LEGAL_IN[action].includes(state)) return null;
  return refuseImpediment('ILLEGAL_TRANSITION', { state, action, legal: legalActions(state) });
}

/** What TRIAGED needs and is not there yet. */
export function missingForTriage(facts: TransitionFacts): ('owner' | 'severity' | 'level')[] {
  const missing: ('owner' | 'severity' | 'level')[] = [];
  if (facts.ownerId === null) missing.push('owner');
  if (facts.severity === null) missing.push('severity');
  if (facts.level === null) missing.push('level');
  return missing;
}

const STANDING_ACTIONS: readonly StandingAction[] = [
  'impediment:view',
  'impediment:edit',
  'impediment:set-level',
  'impediment:send-brief',
  'impediment:pause-clock',
  'impediment:resume-clock',
  'impediment:assign',
  'impediment:label',
  'impediment:add-team',
  'impediment:remove-team',
  'impediment:comment',
  'impediment:watch',
  'impediment:link',
  'impediment:unlink',
  'impediment:vote',
];

function standingActions(state: ImpedimentState): StandingAction[] {
  return STANDING_ACTIONS.filter((action) => LEGAL_IN[action].includes(state));
}
