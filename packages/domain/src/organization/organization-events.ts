import type { EventPayload } from '../event-payload.js';

/** Event name -> payload. */
export interface OrganizationEvents {
  'organization.created': EventPayload;
  'organization.edited': EventPayload;
  'product.created': EventPayload;
  'product.edited': EventPayload;
  'area.created': EventPayload;
  'area.edited': EventPayload;
  'team.created': EventPayload;
  'team.edited': EventPayload;
  'team.moved': EventPayload;
  'person.added': EventPayload;
  'person.edited': EventPayload;
  'person.deactivated': EventPayload;
  'person.invited': EventPayload;
  'invitation.revoked': EventPayload;
  'invitation.accepted': EventPayload;
  'role.assigned': EventPayload;
  'role.ended': EventPayload;
  'role.handed-over': EventPayload;
  'absence.recorded': EventPayload;
  'absence.removed': EventPayload;
  'import.applied': EventPayload;
}
export type OrganizationEvent = keyof OrganizationEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const ORGANIZATION_EVENT_WORDS: Record<OrganizationEvent, string> = {
  'organization.created': 'created the organization',
  'organization.edited': 'edited the organization',
  'product.created': 'created a product',
  'product.edited': 'edited a product',
  'area.created': 'created an area',
  'area.edited': 'edited an area',
  'team.created': 'created a team',
  'team.edited': 'edited a team',
  'team.moved': 'moved a team to another area',
  'person.added': 'added a person',
  'person.edited': 'edited a person',
  'person.deactivated': 'deactivated a person',
  'person.invited': 'invited a person',
  'invitation.revoked': 'revoked an invitation',
  'invitation.accepted': 'accepted an invitation',
  'role.assigned': 'assigned a role',
  'role.ended': 'ended a role',
  'role.handed-over': 'handed over a role',
  'absence.recorded': 'recorded an absence',
  'absence.removed': 'removed an absence',
  'import.applied': 'applied an import',
};
