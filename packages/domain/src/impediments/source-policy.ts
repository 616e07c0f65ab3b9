import { type Actor, holdsAnywhere } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { type Verdict, allowedIf } from '../verdict.js';
import { TRIAGE_ROLES } from './impediment-policy.js';

export const SOURCE_ACTIONS = ['source:edit', 'source:merge'] as const;
export type SourceAction = (typeof SOURCE_ACTIONS)[number];

/** Whether the actor may do this to any source of the organization: what teams wait for belongs to none of them. */
export function canOnSource(actor: Actor, action: SourceAction): Verdict {
  return allowedIf(holdsAnywhere(actor, ...TRIAGE_ROLES), REASONS[action]);
}

export function viewerCanOnSource(actor: Actor): SourceAction[] {
  return SOURCE_ACTIONS.filter((action) => canOnSource(actor, action).allowed);
}

const WHO = 'a Scrum Master, Scrum of Scrums Master, Agile Coach, Area or Chief Product Owner or an Administrator';
const REASONS: Record<SourceAction, string> = {
  'source:edit': `Only ${WHO} may edit what the teams wait for.`,
  'source:merge': `Only ${WHO} may merge what the teams wait for.`,
};

/** Role x action -> where, found by asking the policy itself. */
export function sourcePermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    SOURCE_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(() => canOnSource(actor, action).allowed),
    })),
  );
}
