import { type Actor, currentAssignments, holdsAnywhere } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

export const SAVED_VIEW_ACTIONS = ['view:save', 'view:edit', 'view:delete'] as const;
export type SavedViewAction = (typeof SAVED_VIEW_ACTIONS)[number];

/** What a rule may look at. A personal view of somebody else is not even found, so no rule is asked about it. */
export interface SavedViewFacts {
  ownerId: string;
  /** As it is to be: a view is shared by saving or editing it so. */
  shared: boolean;
}

type Rule = (actor: Actor, facts: SavedViewFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<SavedViewAction, Rule> = {
  'view:save': save,
  'view:edit': edit,
  'view:delete': change,
};

/** Whether the actor may do this, with the reason when not. */
export function canOnView(actor: Actor, action: SavedViewAction, facts: SavedViewFacts): Verdict {
  return RULES[action](actor, facts);
}

/** What the actor may do to a view that is there. */
export function viewerCanOnView(actor: Actor, facts: SavedViewFacts): SavedViewAction[] {
  return SAVED_VIEW_ACTIONS.filter((action) => action !== 'view:save' && canOnView(actor, action, facts).allowed);
}

/** A view for oneself is a setting; a shared one stands in everybody's list. */
function save(actor: Actor, { shared }: SavedViewFacts): Verdict {
  if (!shared) return ALLOWED;
  return allowedIf(
    currentAssignments(actor).length > 0,
    'Sharing a view needs a role; save it for yourself, or ask an Administrator for a role.',
  );
}

function edit(actor: Actor, facts: SavedViewFacts): Verdict {
  const verdict = change(actor, facts);
  return verdict.allowed ? save(actor, facts) : verdict;
}

function change(actor: Actor, { ownerId }: SavedViewFacts): Verdict {
  return allowedIf(
    ownerId === actor.personId || holdsAnywhere(actor, 'ADMINISTRATOR'),
    'Only who saved this view or an Administrator may do this; save one of your own.',
  );
}
