import { type Actor, type Place, holdsAnywhere, holdsOver, isOfTeam } from '../actor.js';
import { type PermissionRow, SPECIMEN, reach, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

export const ROTA_ACTIONS = [
  'rota:view',
  'rota:create',
  'rota:edit',
  'rota:end',
  'rota:skip',
  'rota:swap',
  'rota:restore',
] as const;
export type RotaAction = (typeof ROTA_ACTIONS)[number];

/** What a rule may look at. */
export interface RotaPolicyFacts {
  /** Where its team is, or the scope of its meeting. */
  place: Place;
  /** Who may change its meeting; of a rota without one nobody. */
  keepsMeeting: boolean;
  /** Whose turns are concerned. */
  personIds: readonly string[];
}

/** Whether the actor may do this, with the reason when not. */
export function canOnRota(actor: Actor, action: RotaAction, facts: RotaPolicyFacts): Verdict {
  if (action === 'rota:view') return ALLOWED;
  if (action === 'rota:create' || action === 'rota:edit' || action === 'rota:end')
    return allowedIf(
      keeps(actor, facts) || isOfTeam(actor, facts.place.teamId ?? undefined),
      'Only members of the team, or who may change the meeting, may do this.',
    );
  return allowedIf(
    keeps(actor, facts) || facts.personIds.includes(actor.personId),
    'Only whose turn it is, the Scrum Master of the team, or who may change the meeting may do this.',
  );
}

/** What the actor may do to it; turns of their own they may pass on and swap. */
export function viewerCanOnRota(actor: Actor, facts: RotaPolicyFacts): RotaAction[] {
  return ROTA_ACTIONS.filter(
    (action) => action !== 'rota:view' && action !== 'rota:create' && canOnRota(actor, action, facts).allowed,
  );
}

function keeps(actor: Actor, { place, keepsMeeting }: RotaPolicyFacts): boolean {
  return (
    keepsMeeting || holdsOver(actor, 'SCRUM_MASTER', place) || holdsAnywhere(actor, 'AGILE_COACH', 'ADMINISTRATOR')
  );
}

/** Role x action -> where, found by asking the policy itself. */
export function rotaPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    ROTA_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(
        (side, personId) =>
          canOnRota(actor, action, { place: SPECIMEN[side], keepsMeeting: false, personIds: [personId] }).allowed,
      ),
    })),
  );
}
