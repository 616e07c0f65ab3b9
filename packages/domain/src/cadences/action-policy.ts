import { type Actor, currentAssignments } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import type { ActionState } from './action-state.js';

export const ACTION_ITEM_ACTIONS = [
  'action:view',
  'action:add',
  'action:edit',
  'action:complete',
  'action:drop',
  'action:reopen',
] as const;
export type ActionItemAction = (typeof ACTION_ITEM_ACTIONS)[number];

/** What a rule may look at; people as of now. */
export interface ActionItemFacts {
  /** Who promised it, and who stands in for them. */
  ownerIds: readonly string[];
  createdById: string;
  /** Of the meetings in which it was promised and is followed up. */
  facilitatorIds: readonly string[];
}

const LEGAL: Record<ActionState, readonly ActionItemAction[]> = {
  OPEN: ['action:edit', 'action:complete', 'action:drop'],
  DONE: ['action:reopen'],
  DROPPED: ['action:reopen'],
};

/** Whatever the action: what its state allows, whoever asks. */
export function legalActionSteps(state: ActionState): readonly ActionItemAction[] {
  return LEGAL[state];
}

/** Whether the actor may do this, with the reason when not. Whether the state allows it is `legalActionSteps`'s to say. */
export function canOnAction(actor: Actor, action: 'action:view' | 'action:add'): Verdict;
export function canOnAction(actor: Actor, action: ActionItemAction, facts: ActionItemFacts): Verdict;
export function canOnAction(actor: Actor, action: ActionItemAction, facts?: ActionItemFacts): Verdict {
  if (action === 'action:view') return ALLOWED;
  if (action === 'action:add')
    return allowedIf(currentAssignments(actor).length > 0, 'Taking part needs a role; ask an Administrator for one.');
  const { ownerIds = [], createdById, facilitatorIds = [] } = facts ?? {};
  const own = [...ownerIds, ...facilitatorIds, createdById].includes(actor.personId);
  return allowedIf(own, 'Only its owner, who wrote it down, or the facilitator of its meeting may do this.');
}

/** What the actor may do to it now: permitted, and legal in its state. */
export function viewerCanOnAction(actor: Actor, state: ActionState, facts: ActionItemFacts): ActionItemAction[] {
  return LEGAL[state].filter((action) => canOnAction(actor, action, facts).allowed);
}

/** Role x action -> where, found by asking the policy itself: no role decides, only what is one's own. */
export function actionItemPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    ACTION_ITEM_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(
        (_, personId) =>
          canOnAction(actor, action, { ownerIds: [personId], createdById: personId, facilitatorIds: [] }).allowed,
      ),
    })),
  );
}
