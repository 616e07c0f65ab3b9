import type { FieldMergeFunction, Reference, StoreObject } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { WatchedCache } from '../offline/watched-cache';
import { growingList } from './growing-list';

/** What makes a list of what a number counts another one. */
const COUNTED_BY = 'number from endsBefore level areaId teamId sourceId withoutSource onlyCounted'.split(' ');

/** Lists that grow page by page; everything else is replaced by what the server says last. */
export function createCache(): WatchedCache {
  return new WatchedCache({
    typePolicies: {
      Query: {
        fields: {
          people: relayStylePagination(['search']),
          impediments: relayStylePagination(['filter']),
          decisions: growingList(['first', 'filter', 'order']),
          backlog: growingList(['productId', 'first', 'filter', 'sort', 'descending']),
          impedimentsCounted: relayStylePagination(COUNTED_BY),
          sprints: growingList(['teamId', 'first']),
          blockedItems: growingList(['teamId', 'first']),
          cadences: growingList(['filter', 'first']),
          actions: growingList(['filter', 'first']),
          communities: growingList(['text', 'mine', 'closed', 'first']),
          artifacts: growingList(['filter', 'first']),
          checklistRuns: growingList(['teamId', 'mine', 'open', 'first']),
          imports: relayStylePagination(),
          // The count alone and a page of the list are two questions.
          inbox: relayStylePagination(['first', 'unreadOnly', 'reason']),
        },
      },
      Chapter: { fields: { sessions: growingList() } },
      Community: {
        fields: {
          members: growingList(),
          topicsOfDiscussion: growingList(['first']),
          ideas: growingList(['states', 'first']),
        },
      },
      Source: {
        fields: { openImpediments: growingList(), pastImpediments: growingList(), activity: growingList() },
      },
      Artifact: { fields: { proposals: growingList(['states', 'first']) } },
      BacklogItem: { fields: { activity: growingList() } },
      // A card asks for less of the clock than the panel.
      Decision: { fields: { activity: growingList(), flow: { merge: true } } },
      Impediment: { fields: { comments: growingList(), activity: growingList(), clock: { merge: true } } },
      // One per installation, without an id.
      Instance: { keyFields: [] },
      // The same person on several cards is one person, but a blocked item belongs to its impediment.
      BlockedItem: { keyFields: false },
      // Frozen: a list asks for less of its words than the page.
      EscalationBrief: { fields: { data: { merge: true } } },
      // A board is its scope's: the list of its versions asks for other parts of it than the board itself.
      DelegationBoard: { keyFields: false, merge: true },
      // One per artifact: its screens ask for different parts of it, and nothing of the one before is its.
      ArtifactDraft: { keyFields: false, merge: ofOneDraft },
      // Named within their tree, and the same in every version of a checklist: ids of nothing beyond.
      TreeNode: { keyFields: false },
      ChecklistStep: { keyFields: false },
      // A list asks for less of a flow than the page.
      DecisionFlow: { keyFields: false, merge: true },
      DecisionVeto: { keyFields: false, merge: true },
      // What a brief says of a thing is what it said on that day.
      BriefImpediment: { keyFields: false },
      BriefTeam: { keyFields: false },
      BriefEarlierImpediment: { keyFields: false },
      Accountability: { keyFields: false },
      RoleScope: { keyFields: false },
      OrganizationWarning: { keyFields: false },
    },
  });
}

/** Parts of the same draft are put together; another draft takes the place of the one before. */
const ofOneDraft: FieldMergeFunction<StoreObject | Reference> = (before, after, { mergeObjects, readField }) => {
  const [was, is] = [readField('id', before), readField('id', after)];
  return before === undefined || (was !== undefined && is !== undefined && was !== is)
    ? after
    : mergeObjects(before, after);
};
