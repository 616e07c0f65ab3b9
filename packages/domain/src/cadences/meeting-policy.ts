import type { Actor } from '../actor.js';
import { type PermissionRow, reach, specimenActors } from '../permission-row.js';
import { type Verdict, allowedIf } from '../verdict.js';

/** What people do at one date of a meeting, apart from planning it. */
export const MEETING_ACTIONS = [
  'occurrence:answer',
  'occurrence:record-attendance',
  'occurrence:add-outcome',
  'occurrence:remove-outcome',
] as const;
export type MeetingAction = (typeof MEETING_ACTIONS)[number];

/** What a rule may look at; people as of that day. */
export interface MeetingFacts {
  invitedIds: readonly string[];
  facilitatorId: string | null;
  /** Whether the actor may change the series. */
  keepsMeeting: boolean;
  /** Who added the outcome in question. */
  addedById?: string | null;
}

/** Whether the actor may do this, with the reason when not. */
export function canAtMeeting(actor: Actor, action: MeetingAction, facts: MeetingFacts): Verdict {
  const { personId } = actor;
  const leads = facts.keepsMeeting || facts.facilitatorId === personId;
  const isInvited = facts.invitedIds.includes(personId);
  switch (action) {
    case 'occurrence:answer':
      return allowedIf(isInvited, 'Only who is invited answers.');
    case 'occurrence:record-attendance':
      return allowedIf(leads, 'Only the facilitator, or who may change the meeting, records who came.');
    case 'occurrence:add-outcome':
      return allowedIf(leads || isInvited, 'Only who is invited adds what came of it.');
    case 'occurrence:remove-outcome':
      return allowedIf(
        leads || facts.addedById === personId,
        'Only who added it, the facilitator, or who may change the meeting takes it away.',
      );
  }
}

export function viewerCanAtMeeting(actor: Actor, facts: MeetingFacts): MeetingAction[] {
  return MEETING_ACTIONS.filter((action) => canAtMeeting(actor, action, facts).allowed);
}

/** Role x action -> where, found by asking the policy itself: no role decides, being invited does. */
export function meetingPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    MEETING_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach(
        (_, personId) =>
          canAtMeeting(actor, action, {
            invitedIds: [personId],
            facilitatorId: personId,
            keepsMeeting: false,
            addedById: personId,
          }).allowed,
      ),
    })),
  );
}
