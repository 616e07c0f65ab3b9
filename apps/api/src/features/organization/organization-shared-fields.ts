import type { SharedFields } from '../../platform/graphql/sharing/shared-fields.js';

/** What of people and teams stands on others' cards. Not e-mail addresses, which only some may see, nor who is away today. */
export const ORGANIZATION_SHARED_FIELDS: SharedFields = {
  Person: { id: 'everybody', name: 'everybody' },
  Team: { id: 'everybody', name: 'everybody', area: 'everybody' },
  Area: { id: 'everybody', name: 'everybody' },
};
