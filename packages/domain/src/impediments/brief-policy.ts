import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

/** Whose holders remove what lower levels cannot (Scrum@Scale): briefs are sent to them, unless somebody else decides. */
export const TOP_LEVEL_ROLE: Role = 'EXECUTIVE_ACTION_TEAM';

/** Sending one is `impediment:send-brief`. */
export const BRIEF_ACTIONS = ['brief:view', 'brief:answer'] as const;
export type BriefAction = (typeof BRIEF_ACTIONS)[number];

/** What a rule may look at. */
export interface BriefPolicyFacts {
  /** Whom it asks; of those who are absent, with those who answer for them. */
  recipientIds: readonly string[];
}

type Rule = (actor: Actor, facts: BriefPolicyFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<BriefAction, Rule> = {
  // What leadership was told and what it answered is no secret from the teams.
  'brief:view': () => ALLOWED,
  'brief:answer': answer,
};

/** Whether the actor may do this to a brief that was sent, with the reason when not. */
export function canOnBrief(actor: Actor, action: BriefAction, facts: BriefPolicyFacts): Verdict {
  return RULES[action](actor, facts);
}

export function viewerCanOnBrief(actor: Actor, facts: BriefPolicyFacts): BriefAction[] {
  return BRIEF_ACTIONS.filter((action) => canOnBrief(actor, action, facts).allowed);
}

/** Nobody answers in somebody else's name, an Administrator neither. */
function answer(actor: Actor, { recipientIds }: BriefPolicyFacts): Verdict {
  return allowedIf(
    recipientIds.includes(actor.personId),
    'Only those whom this brief asks may answer it; send a new one to ask somebody else.',
  );
}

/** Role x action -> where, found by asking the policy itself. "Own" is what one is asked. */
export function briefPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    BRIEF_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_, personId) => canOnBrief(actor, action, { recipientIds: [personId] }).allowed),
    })),
  );
}
