import { type Actor, currentAssignments, holdsAnywhere, isOfTeam } from '../actor.js';
import type { Role } from '../organization/role.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { type ImpedimentState, legalActions } from './impediment-state.js';

export const IMPEDIMENT_ACTIONS = [
  'impediment:view',
  'impediment:raise',
  'impediment:edit',
  'impediment:triage',
  'impediment:start',
  'impediment:resolve',
  'impediment:close',
  'impediment:decline',
  'impediment:mark-duplicate',
  'impediment:reopen',
  'impediment:assign',
  'impediment:label',
  'impediment:undo',
  'impediment:set-level',
  'impediment:send-brief',
  'impediment:pause-clock',
  'impediment:resume-clock',
  'impediment:add-team',
  'impediment:remove-team',
  'impediment:comment',
  'impediment:watch',
  'impediment:vote',
  'impediment:link',
  'impediment:unlink',
] as const;
export type ImpedimentAction = (typeof IMPEDIMENT_ACTIONS)[number];

/** Impediments are shared: these roles triage any of the organization, wherever it was raised. */
export const TRIAGE_ROLES: readonly Role[] = [
  'SCRUM_MASTER',
  'SCRUM_OF_SCRUMS_MASTER',
  'AGILE_COACH',
  'AREA_PRODUCT_OWNER',
  'CHIEF_PRODUCT_OWNER',
  'ADMINISTRATOR',
];

/** What a rule may look at, loaded by the service inside the actor's own organization. */
export interface ImpedimentFacts {
  state: ImpedimentState;
  raisedById: string;
  ownerId: string | null;
  raisingTeamId: string;
  /** No rule looks at it yet: permission to triage is not bound to an area. */
  raisingAreaId?: string | undefined;
  affectedTeamIds: readonly string[];
  /** Who is to have it from now on; oneself when nobody is named. */
  newOwnerId?: string | undefined;
  /** Whether its level's clock stands still; it runs when nothing is said. */
  clockPaused?: boolean | undefined;
  /** Whether its level's clock has run out: then it is too late to pause it. */
  clockRanOut?: boolean | undefined;
  /** The team that is added or removed. */
  teamId?: string | undefined;
}

type Rule = (actor: Actor, facts: Partial<ImpedimentFacts>) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<ImpedimentAction, Rule> = {
  'impediment:view': () => ALLOWED,
  'impediment:raise': raise,
  'impediment:edit': edit,
  'impediment:triage': triage,
  'impediment:decline': triage,
  'impediment:mark-duplicate': triage,
  'impediment:set-level': triage,
  'impediment:send-brief': triage,
  'impediment:pause-clock': work,
  'impediment:resume-clock': work,
  'impediment:start': work,
  'impediment:resolve': work,
  'impediment:close': close,
  'impediment:reopen': reopen,
  'impediment:assign': assign,
  'impediment:label': edit,
  // What somebody may take back is what they did themselves.
  'impediment:undo': () => ALLOWED,
  'impediment:add-team': changeTeams,
  'impediment:remove-team': changeTeams,
  'impediment:comment': takePart,
  'impediment:watch': takePart,
  'impediment:vote': takePart,
  'impediment:link': takePart,
  'impediment:unlink': takePart,
};

/** Whether the actor may do this, with the reason when not. Whether the state allows it is `legalActions`'s to say. */
export function can(
  actor: Actor,
  action: 'impediment:view' | 'impediment:raise' | 'impediment:undo',
  facts?: object,
): Verdict;
export function can(actor: Actor, action: ImpedimentAction, facts: ImpedimentFacts): Verdict;
export function can(actor: Actor, action: ImpedimentAction, facts: Partial<ImpedimentFacts> = {}): Verdict {
  return RULES[action](actor, facts);
}

/** What the actor may do to this impediment now: permitted, and legal in its state. */
export function viewerCan(actor: Actor, facts: ImpedimentFacts): ImpedimentAction[] {
  return legalActions(facts.state).filter((action) => {
    if (action === 'impediment:pause-clock' && (facts.clockPaused || facts.clockRanOut)) return false;
    if (action === 'impediment:resume-clock' && !facts.clockPaused) return false;
    if (action === 'impediment:add-team') return canForSomeTeam(actor, facts, addableTeamIds(actor, facts));
    if (action === 'impediment:remove-team') return canForSomeTeam(actor, facts, removableTeamIds(facts));
    return can(actor, action, facts).allowed;
  });
}

function canForSomeTeam(actor: Actor, facts: ImpedimentFacts, teamIds: readonly string[]): boolean {
  return teamIds.some((teamId) => changeTeams(actor, { ...facts, teamId }).allowed);
}

/** With no team in question: the actor's own teams that are not affected yet, or, for those who triage, any. */
function addableTeamIds(actor: Actor, { teamId, affectedTeamIds }: ImpedimentFacts): readonly string[] {
  if (teamId !== undefined) return affectedTeamIds.includes(teamId) ? [] : [teamId];
  const own = currentAssignments(actor).flatMap((held) => (held.teamId === null ? [] : [held.teamId]));
  return triages(actor) ? ['any'] : own.filter((id) => !affectedTeamIds.includes(id));
}

function removableTeamIds({ teamId, affectedTeamIds, raisingTeamId }: ImpedimentFacts): readonly string[] {
  const removable = affectedTeamIds.filter((id) => id !== raisingTeamId);
  return teamId === undefined ? removable : removable.filter((id) => id === teamId);
}

function triages(actor: Actor): boolean {
  return holdsAnywhere(actor, ...TRIAGE_ROLES);
}

function isOwnerOrTriages(actor: Actor, facts: Partial<ImpedimentFacts>): boolean {
  return triages(actor) || facts.ownerId === actor.personId;
}

function raise(actor: Actor): Verdict {
  return allowedIf(
    currentAssignments(actor).some((held) => held.role !== 'STAKEHOLDER'),
    'Raising needs a role other than Stakeholder; ask a Scrum Master to raise it.',
  );
}

function triage(actor: Actor): Verdict {
  return allowedIf(
    triages(actor),
    'Only a Scrum Master, Scrum of Scrums Master, Agile Coach, Area or Chief Product Owner or an Administrator may do this.',
  );
}

function work(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  return allowedIf(isOwnerOrTriages(actor, facts), 'Only its owner or somebody who triages may do this.');
}

/** Who has it or triages gives it to anybody; people of a team that it hits may take it. */
function assign(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  const { raisingTeamId, affectedTeamIds = [], newOwnerId = actor.personId } = facts;
  const takesIt = newOwnerId === actor.personId;
  return allowedIf(
    isOwnerOrTriages(actor, facts) ||
      (takesIt && [raisingTeamId, ...affectedTeamIds].some((id) => isOfTeam(actor, id))),
    'Only its owner or somebody who triages gives it to others; people of an affected team may take it themselves.',
  );
}

function edit(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  return allowedIf(
    isOwnerOrTriages(actor, facts) || facts.raisedById === actor.personId,
    'Only who raised it, its owner or somebody who triages may do this.',
  );
}

function close(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  return allowedIf(
    isOfTeam(actor, facts.raisingTeamId) ||
      facts.raisedById === actor.personId ||
      holdsAnywhere(actor, 'ADMINISTRATOR'),
    'The team that raised it confirms that it is gone; only that team, who raised it or an Administrator may close it.',
  );
}

function reopen(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  return allowedIf(
    isOwnerOrTriages(actor, facts) || facts.raisedById === actor.personId || isOfTeam(actor, facts.raisingTeamId),
    'Only who raised it, the team that raised it, its owner or somebody who triages may do this.',
  );
}

function changeTeams(actor: Actor, facts: Partial<ImpedimentFacts>): Verdict {
  return allowedIf(
    triages(actor) || isOfTeam(actor, facts.teamId),
    'Only somebody of that team or somebody who triages may do this.',
  );
}

function takePart(actor: Actor): Verdict {
  return allowedIf(currentAssignments(actor).length > 0, 'Taking part needs a role; ask an Administrator for one.');
}
