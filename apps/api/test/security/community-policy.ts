import { ADMINISTRATOR, EVERYONE, type Expectation, STALE } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** The community of the stage is the administrator's to facilitate; the developer is a member and wrote all of it. */
const FACILITATOR = ADMINISTRATOR;
const MEMBERS = [...FACILITATOR, 'developer'] as const;
const AUTHOR = ['developer'] as const;
/** Of the team that tries an idea. */
const TRYING = [...FACILITATOR, 'productOwner', 'scrumMaster', 'developer'] as const;

const stale = (id: 'community' | 'idea' | 'trialIdea' | 'discussion' | 'reply' | 'ideaComment') => (ids: StageIds) => ({
  id: ids[id],
  version: STALE,
});

/** Who may do what in communities, their discussions and ideas. */
export const COMMUNITY_EXPECTATIONS: Record<string, Expectation> = {
  'Query.community': { who: EVERYONE, variables: (ids) => ({ id: ids.community }) },
  'Query.communities': { who: EVERYONE, variables: () => ({ text: 'community' }) },
  'Query.discussion': { who: EVERYONE, variables: (ids) => ({ id: ids.discussion }) },
  'Query.idea': { who: EVERYONE, variables: (ids) => ({ id: ids.idea }) },
  'Subscription.communityChanged': { who: EVERYONE, variables: (ids) => ({ communityId: ids.community }) },

  'Mutation.foundCommunity': { who: EVERYONE, variables: () => ({ name: 'New community', purpose: 'Purpose' }) },
  'Mutation.editCommunity': {
    who: FACILITATOR,
    variables: (ids) => ({ ...stale('community')(ids), changes: { name: 'New' } }),
  },
  'Mutation.closeCommunity': {
    who: FACILITATOR,
    variables: (ids) => ({ ...stale('community')(ids), reason: 'Reason' }),
  },
  'Mutation.reopenCommunity': { who: FACILITATOR, variables: stale('community') },
  'Mutation.joinCommunity': { who: EVERYONE, variables: (ids) => ({ id: ids.otherCommunity }) },
  'Mutation.leaveCommunity': { who: EVERYONE, variables: (ids) => ({ id: ids.otherCommunity }) },
  'Mutation.setCommunityFacilitator': {
    who: FACILITATOR,
    // Of somebody who is no member: nothing changes.
    variables: (ids) => ({ id: ids.community, personId: ids.newcomer, facilitator: true }),
  },

  'Mutation.startDiscussion': {
    who: MEMBERS,
    variables: (ids) => ({ communityId: ids.community, title: 'Title', body: 'Body' }),
  },
  'Mutation.replyToDiscussion': { who: MEMBERS, variables: (ids) => ({ id: ids.discussion, body: 'Body' }) },
  'Mutation.editDiscussion': { who: AUTHOR, variables: (ids) => ({ ...stale('discussion')(ids), title: 'New' }) },
  'Mutation.editDiscussionReply': { who: AUTHOR, variables: (ids) => ({ ...stale('reply')(ids), body: 'New' }) },
  'Mutation.removeDiscussionReply': { who: MEMBERS, variables: (ids) => ({ id: ids.otherReply }) },
  'Mutation.closeDiscussion': { who: MEMBERS, variables: (ids) => ({ id: ids.discussion, closed: false }) },

  'Mutation.addIdea': {
    who: EVERYONE,
    variables: (ids) => ({ communityId: ids.community, title: 'Title', words: 'Words' }),
  },
  'Mutation.editIdea': { who: MEMBERS, variables: (ids) => ({ ...stale('idea')(ids), title: 'New' }) },
  'Mutation.voteForIdea': { who: EVERYONE, variables: (ids) => ({ id: ids.idea, vote: true }) },
  'Mutation.editIdeaComment': { who: AUTHOR, variables: (ids) => ({ ...stale('ideaComment')(ids), body: 'New' }) },
  'Mutation.removeIdeaComment': { who: MEMBERS, variables: (ids) => ({ id: ids.otherIdeaComment }) },
  'Mutation.commentOnIdea': { who: EVERYONE, variables: (ids) => ({ id: ids.idea, body: 'Body' }) },
  'Mutation.tryIdea': {
    who: TRYING,
    variables: (ids) => ({ ...stale('idea')(ids), teamId: ids.team, until: '2099-01-01' }),
  },
  'Mutation.endTrial': { who: TRYING, variables: (ids) => ({ ...stale('trialIdea')(ids), result: 'Result' }) },
  'Mutation.adoptIdea': { who: FACILITATOR, variables: stale('trialIdea') },
  'Mutation.dropIdea': { who: MEMBERS, variables: (ids) => ({ ...stale('idea')(ids), reason: 'Reason' }) },
  'Mutation.reopenIdea': { who: MEMBERS, variables: stale('idea') },
};
