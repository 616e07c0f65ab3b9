import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { DiscussionRow } from './discussion-row.js';
import type { ReplyRow } from './reply-row.js';

@ObjectType({ implements: () => [Node] })
export class Discussion implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateTimeScalar, { nullable: true }) editedAt: string | null;
  @Field(() => DateTimeScalar) lastAt: string;
  @Field(() => Int) replyCount: number;
  @Field(() => Boolean) closed: boolean;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: DiscussionRow;
}

export const DiscussionConnection = connectionOf(Discussion, 'Discussion');

/** In a discussion, to an idea, or to a comment of a review. */
@ObjectType()
export class DiscussionReply {
  @Field(() => ID) id: string;
  @Field(() => String) body: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateTimeScalar, { nullable: true }) editedAt: string | null;
  @Field(() => Int) version: number;
  /** Not in the schema: what `by` and `viewerCan` are loaded by. */
  byId: string;
  discussionId: string | null;
  /** Of a comment on an idea: the community that the idea is in. */
  ideaIn?: string | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function discussionOf(row: DiscussionRow): Discussion {
  return {
    id: globalId('Discussion', row.id),
    title: row.title,
    body: row.body,
    at: row.at,
    editedAt: row.edited_at,
    lastAt: row.last_at,
    replyCount: row.reply_count,
    closed: row.closed_at !== null,
    version: row.version,
    row,
  };
}

export function replyOf(row: ReplyRow): DiscussionReply {
  return {
    id: globalId('DiscussionReply', row.id),
    body: row.body,
    at: row.at,
    editedAt: row.edited_at,
    version: row.version,
    byId: row.by_id,
    discussionId: row.discussion_id,
    ideaIn: row.idea_in,
  };
}
