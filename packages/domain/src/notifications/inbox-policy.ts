import type { Actor } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { type Verdict, allowedIf } from '../verdict.js';

export const INBOX_ACTIONS = ['inbox:own'] as const;
export type InboxAction = (typeof INBOX_ACTIONS)[number];

/** An inbox is read, and marked as read, by its person and by nobody else, whatever they administer. */
export function canWithInbox(actor: Actor, personId: string): Verdict {
  return allowedIf(actor.personId === personId, 'An inbox belongs to its person alone.');
}

/** Role x action -> where, found by asking the policy itself. */
export function inboxPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    INBOX_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_side, personId) => canWithInbox(actor, personId).allowed),
    })),
  );
}
