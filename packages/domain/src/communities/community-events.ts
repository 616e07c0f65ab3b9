import type { EventPayload } from '../event-payload.js';

/** Of what happens in a community. Ids are the database's. */
export interface CommunityPayload extends EventPayload {
  /** The community that it happened in: whoever looks at it hears of it. */
  communityId?: string;
  /** Of an artifact of it, its draft, review, proposals, use: which one. */
  artifactId?: string;
  /** Who came, left, or facilitates from now on. */
  personId?: string;
  /** Of events about a reply: which one. When it is gone, its words are not shown any more. */
  replyId?: string;
  /** Who is told by an entry, each once. */
  told?: string[];
}

/** Event name -> payload. Subjects: Community, Discussion, Idea. */
export interface CommunityEvents {
  'community.founded': CommunityPayload;
  'community.edited': CommunityPayload;
  /** The note is the reason; members are told. */
  'community.closed': CommunityPayload;
  'community.reopened': CommunityPayload;
  'community.joined': CommunityPayload;
  'community.left': CommunityPayload;
  /** A change `facilitator` with the name of whom it is about. */
  'community.facilitator-named': CommunityPayload;
  'community.facilitator-relieved': CommunityPayload;
  'discussion.started': CommunityPayload;
  'discussion.edited': CommunityPayload;
  'discussion.replied': CommunityPayload;
  'discussion.reply-edited': CommunityPayload;
  'discussion.reply-removed': CommunityPayload;
  'discussion.closed': CommunityPayload;
  'discussion.reopened': CommunityPayload;
  'idea.added': CommunityPayload;
  'idea.edited': CommunityPayload;
  'idea.voted': CommunityPayload;
  'idea.commented': CommunityPayload;
  'idea.comment-edited': CommunityPayload;
  'idea.comment-removed': CommunityPayload;
  /** A change `team` to the name of who tries it, and `trialUntil`. */
  'idea.trial-started': CommunityPayload;
  /** The note is what it showed. */
  'idea.trial-ended': CommunityPayload;
  /** Nobody did it: the day until which it was to be tried has come. */
  'idea.trial-due': CommunityPayload;
  /** Changes `artifact` and `decision` to the key of what it became. */
  'idea.adopted': CommunityPayload;
  /** The note is the reason. */
  'idea.dropped': CommunityPayload;
  'idea.reopened': CommunityPayload;
}
export type CommunityEvent = keyof CommunityEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const COMMUNITY_EVENT_WORDS: Record<CommunityEvent, string> = {
  'community.founded': 'founded the community',
  'community.edited': 'edited the community',
  'community.closed': 'closed the community',
  'community.reopened': 'opened the community again',
  'community.joined': 'joined the community',
  'community.left': 'left the community',
  'community.facilitator-named': 'named a facilitator',
  'community.facilitator-relieved': 'relieved a facilitator',
  'discussion.started': 'started a discussion',
  'discussion.edited': 'edited a discussion',
  'discussion.replied': 'replied in a discussion',
  'discussion.reply-edited': 'edited a reply',
  'discussion.reply-removed': 'removed a reply',
  'discussion.closed': 'closed a discussion',
  'discussion.reopened': 'opened a discussion again',
  'idea.added': 'added an idea',
  'idea.edited': 'edited an idea',
  'idea.voted': 'voted for an idea',
  'idea.commented': 'commented on an idea',
  'idea.comment-edited': 'edited a comment on an idea',
  'idea.comment-removed': 'removed a comment on an idea',
  'idea.trial-started': 'started a trial',
  'idea.trial-ended': 'ended a trial',
  'idea.trial-due': 'reminded of a trial that is due',
  'idea.adopted': 'adopted an idea',
  'idea.dropped': 'dropped an idea',
  'idea.reopened': 'opened an idea again',
};
