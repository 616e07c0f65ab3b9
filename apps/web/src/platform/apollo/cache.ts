import { relayStylePagination } from '@apollo/client/utilities';
import { WatchedCache } from '../offline/watched-cache';
import { growingList } from './growing-list';

/** Lists that grow page by page; everything else is replaced by what the server says last. */
export function createCache(): WatchedCache {
  return new WatchedCache({
    typePolicies: {
      Query: {
        fields: {
          people: relayStylePagination(['search']),
          impediments: relayStylePagination(['filter']),
          sprints: growingList(['teamId', 'first']),
          blockedItems: growingList(['teamId', 'first']),
          imports: relayStylePagination(),
          // The count alone and a page of the list are two questions.
          inbox: relayStylePagination(['first', 'unreadOnly', 'reason']),
        },
      },
      Source: {
        fields: { openImpediments: growingList(), pastImpediments: growingList(), activity: growingList() },
      },
      Impediment: { fields: { comments: growingList(), activity: growingList() } },
      // One per installation, without an id.
      Instance: { keyFields: [] },
      // The same person on several cards is one person, but a blocked item belongs to its impediment.
      BlockedItem: { keyFields: false },
      Accountability: { keyFields: false },
      RoleScope: { keyFields: false },
      OrganizationWarning: { keyFields: false },
    },
  });
}
