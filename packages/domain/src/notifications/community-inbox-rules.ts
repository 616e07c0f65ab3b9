import type { ArtifactEvent } from '../communities/artifact-events.js';
import type { ArtifactUseEvent } from '../communities/artifact-use-events.js';
import type { CommunityEvent } from '../communities/community-events.js';
import { type InboxReason, weaknessOf } from './inbox-reasons.js';
import type { Told } from './inbox-rules.js';

/** What happened in a community, as far as it matters to whom it is told. */
export interface ToldCommunityEvent {
  name: string;
  /** Null when nobody did it: time, a job. */
  actorId: string | null;
  /** Whom the event itself names. */
  told: readonly string[];
  /** Whom what was written mentions. */
  mentions: readonly string[];
}

/** Why those whom an event names hear of it; null: it names nobody. An event without a line here does not compile. */
const TELLS: Record<CommunityEvent | ArtifactEvent | ArtifactUseEvent, InboxReason | null> = {
  'community.founded': null,
  'community.edited': null,
  'community.closed': 'TOLD',
  'community.reopened': null,
  'community.joined': null,
  'community.left': null,
  'community.facilitator-named': 'ASSIGNED',
  'community.facilitator-relieved': null,
  'discussion.started': null,
  'discussion.edited': null,
  'discussion.replied': 'WATCHING',
  'discussion.reply-edited': null,
  'discussion.reply-removed': null,
  'discussion.closed': null,
  'discussion.reopened': null,
  'idea.added': null,
  'idea.edited': null,
  'idea.voted': null,
  'idea.commented': 'WATCHING',
  'idea.comment-edited': null,
  'idea.comment-removed': null,
  'idea.trial-started': 'TOLD',
  'idea.trial-ended': 'RAISED_BY_YOU',
  'idea.trial-due': 'TRIAL_DUE',
  'idea.adopted': 'RAISED_BY_YOU',
  'idea.dropped': 'RAISED_BY_YOU',
  'idea.reopened': 'RAISED_BY_YOU',
  'artifact.created': null,
  'artifact.edited': null,
  'artifact.archived': 'TOLD',
  'artifact.unarchived': null,
  'artifact.published': 'ARTIFACT_PUBLISHED',
  'artifact.review-due': 'REVIEW_DUE',
  'draft.begun': null,
  'draft.discarded': null,
  'draft.page-written': null,
  'draft.pages-arranged': null,
  'draft.checklist-written': null,
  'draft.tree-written': null,
  'review.asked': 'REVIEW_ASKED',
  'review.withdrawn': null,
  'review.approved': 'WATCHING',
  'review.changes-asked': 'WATCHING',
  'review.commented': 'WATCHING',
  'review.replied': 'WATCHING',
  'review.comment-resolved': null,
  'review.comment-reopened': null,
  'review.comment-edited': null,
  'review.comment-removed': null,
  'proposal.made': 'PROPOSAL_MADE',
  'proposal.taken': 'PROPOSAL_ANSWERED',
  'proposal.declined': 'PROPOSAL_ANSWERED',
  'proposal.withdrawn': null,
  'checklist-run.started': null,
  'checklist-run.step-ticked': null,
  'checklist-run.ended': null,
  'adoption.begun': null,
  'adoption.edited': null,
  'adoption.ended': null,
  'adoption.nudged': 'ADOPTION_BEHIND',
};

/** All events of communities: any text of them may mention somebody. */
export const COMMUNITY_EVENTS: readonly string[] = Object.keys(TELLS);

/** One entry per person, for the strongest reason; nobody is told what they did themselves. */
export function toldOfCommunity({ name, actorId, told, mentions }: ToldCommunityEvent): Told[] {
  const reason = reasonOf(name);
  const all: Told[] = [
    ...mentions.map((personId): Told => ({ personId, reason: 'MENTIONED' })),
    ...(reason === null ? [] : told.map((personId): Told => ({ personId, reason }))),
  ];
  const strongest = new Map<string, InboxReason>();
  for (const one of all) {
    const known = strongest.get(one.personId);
    if (one.personId === actorId || (known && weaknessOf(known) <= weaknessOf(one.reason))) continue;
    strongest.set(one.personId, one.reason);
  }
  return [...strongest].map(([personId, strong]) => ({ personId, reason: strong }));
}

function reasonOf(name: string): InboxReason | null {
  const reasons: Readonly<Record<string, InboxReason | null>> = TELLS;
  return Object.hasOwn(reasons, name) ? (reasons[name] ?? null) : null;
}
