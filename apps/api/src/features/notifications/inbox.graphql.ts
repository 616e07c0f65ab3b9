import { type InboxReason, INBOX_REASONS } from '@chapterhouse/domain/notifications/inbox-reasons';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Connection, type Edge, PageInfo } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { OccurrenceRef } from '../cadences/public.js';

export const InboxReasonEnum = Object.fromEntries(INBOX_REASONS.map((reason) => [reason, reason]));
registerEnumType(InboxReasonEnum, {
  name: 'InboxReason',
  valuesMap: {
    ASKED: { description: 'Your consent or advice is asked for, or the decision itself.' },
    TOLD: { description: 'The delegation says that you hear of it.' },
    REVISIT: { description: 'The day to look at it again has come.' },
    DEPENDENCY_ASKED: { description: 'A dependency is asked of you, or its answer is.' },
    DEPENDENCY_ANSWERED: { description: 'A dependency that you asked for was answered.' },
    DEPENDENCY_DUE: { description: 'The time for an answer to a dependency is over.' },
    FACILITATES: { description: 'Your turn to facilitate is tomorrow.' },
    MEETING_CHANGED: {
      description:
        'A meeting that you are invited to, or facilitate, was moved or cancelled, or its series has other times or an end.',
    },
    ACTION_DUE: { description: 'An action of yours is due, or overdue.' },
    ACTION_GIVEN: { description: 'An action is yours now.' },
    TRIAGE_SUMMARY: { description: 'What a triage session decided concerns your chapter or team.' },
    REVIEW_ASKED: { description: 'Your review of a draft is asked for.' },
    ARTIFACT_PUBLISHED: { description: 'A version of what you watch, or your team follows, was published.' },
    REVIEW_DUE: { description: 'The day to look through what your community publishes has come.' },
    PROPOSAL_MADE: { description: 'A reader proposes a change to what your community publishes.' },
    PROPOSAL_ANSWERED: { description: 'A change that you proposed was answered.' },
    ADOPTION_BEHIND: { description: 'Your team is asked to look at a newer version of what it follows.' },
    TRIAL_DUE: { description: 'The trial of an idea has come to its last day.' },
  },
});

@ObjectType({ implements: () => [Node] })
export class InboxEntry implements Node {
  @Field(() => ID) id: string;
  @Field(() => InboxReasonEnum) reason: InboxReason;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateTimeScalar, { nullable: true }) readAt: string | null;
  @Field(() => String) event: string;
  @Field(() => Int, {
    description: 'Of how many impediments it tells: more than one when one person changed many at once.',
  })
  count: number;
  @Field(() => String, {
    description: 'The comment, the reason, the next step: at most 200 characters, plain.',
  })
  excerpt: string;
  @Field(() => ID, { nullable: true, description: 'The comment that it tells of; it may be removed by now.' })
  commentId: string | null;
  /** Not in the schema: what `actor` and the thing that it tells of are loaded by. */
  actorId: string | null;
  impedimentId: string | null;
  decisionId: string | null;
  dependencyId: string | null;
  date: OccurrenceRef | null;
  actionId: string | null;
  triageSessionId: string | null;
  communityId: string | null;
  discussionId: string | null;
  ideaId: string | null;
  artifactId: string | null;
}

export interface InboxEntryRow {
  id: string;
  reason: InboxReason;
  at: string;
  read_at: string | null;
  event_name: string;
  count: number;
  excerpt: string;
  comment_id: string | null;
  actor_id: string | null;
  impediment_id: string | null;
  decision_id: string | null;
  dependency_id: string | null;
  cadence_id: string | null;
  original_start: string | null;
  action_id: string | null;
  triage_session_id: string | null;
  community_id: string | null;
  discussion_id: string | null;
  idea_id: string | null;
  artifact_id: string | null;
}

export function inboxEntryOf(row: InboxEntryRow): InboxEntry {
  return {
    id: globalId('InboxEntry', row.id),
    reason: row.reason,
    at: row.at,
    readAt: row.read_at,
    event: row.event_name,
    count: row.count,
    excerpt: row.excerpt,
    commentId: row.comment_id === null ? null : globalId('ImpedimentComment', row.comment_id),
    actorId: row.actor_id,
    impedimentId: row.impediment_id,
    decisionId: row.decision_id,
    dependencyId: row.dependency_id,
    date:
      row.cadence_id === null || row.original_start === null
        ? null
        : { cadenceId: row.cadence_id, originalStart: row.original_start },
    actionId: row.action_id,
    triageSessionId: row.triage_session_id,
    communityId: row.community_id,
    discussionId: row.discussion_id,
    ideaId: row.idea_id,
    artifactId: row.artifact_id,
  };
}

@ObjectType()
class InboxEdge implements Edge<InboxEntry> {
  @Field(() => String) cursor: string;
  @Field(() => InboxEntry) node: InboxEntry;
}

@ObjectType()
export class InboxConnection implements Connection<InboxEntry> {
  @Field(() => [InboxEdge]) edges: InboxEdge[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int) totalCount: number;
  @Field(() => Int) unreadCount: number;
}

@ObjectType()
export class InboxState {
  @Field(() => Int) unreadCount: number;
}

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class InboxChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => Int) unreadCount: number;
  @Field(() => InboxEntry, { nullable: true }) entry: InboxEntry | null;
}
