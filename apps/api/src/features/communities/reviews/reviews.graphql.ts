import type { QuotedLine } from '@chapterhouse/domain/communities/quoted-line';
import {
  approvalsMissing,
  isStale,
  lastVerdicts,
  type ReviewEnd,
  type ReviewVerdict,
  verdictCounts,
} from '@chapterhouse/domain/communities/review-state';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ReviewEndEnum, ReviewVerdictEnum } from '../artifacts/artifact-enums.graphql.js';
import type { DiscussionReply } from '../discussions/discussions.graphql.js';
import { type ReviewCommentRow, reviewFacts, type ReviewReplyRow, type ReviewRow } from './review-row.js';

@ObjectType()
export class Verdict {
  @Field(() => ReviewVerdictEnum) verdict: ReviewVerdict;
  @Field(() => String) words: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => Boolean, { description: 'False when the draft changed since.' }) counts: boolean;
  /** Not in the schema: what `person` is loaded by. */
  personId: string;
}

@ObjectType()
export class ReviewComment {
  @Field(() => ID) id: string;
  @Field(() => String) pagePath: string;
  @Field(() => Int) line: number;
  @Field(() => String, { description: 'The words of the line as they were.' }) quote: string;
  @Field(() => Boolean, { description: 'False when that line changed since.' }) current: boolean;
  @Field(() => String) body: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateTimeScalar, { nullable: true }) editedAt: string | null;
  @Field(() => Boolean) resolved: boolean;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: ReviewCommentRow;
}

@ObjectType({ implements: () => [Node] })
export class Review implements Node {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Of the draft, which verdicts are about.' }) revision: number;
  @Field(() => Boolean, {
    description: 'The draft was changed since: nobody gives a verdict until it is asked for anew.',
  })
  stale: boolean;
  @Field(() => DateTimeScalar) askedAt: string;
  @Field(() => [Verdict]) verdicts: Verdict[];
  @Field(() => Int) approvalsMissing: number;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => ReviewEndEnum, { nullable: true }) endedAs: ReviewEnd | null;
  /** Not in the schema: what its other fields are loaded by. */
  row: ReviewRow;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function reviewOf(row: ReviewRow): Review {
  const facts = reviewFacts(row);
  return {
    id: globalId('Review', row.id),
    revision: row.revision,
    stale: isStale(facts),
    askedAt: row.asked_at,
    verdicts: lastVerdicts(row.verdicts).map((given) => ({ ...given, counts: verdictCounts(facts, given) })),
    approvalsMissing: approvalsMissing(facts),
    endedAt: row.ended_at,
    endedAs: row.ended_as,
    row,
  };
}

/** @param place where its line stands now */
export function reviewCommentOf(row: ReviewCommentRow, { line, isCurrent }: QuotedLine): ReviewComment {
  return {
    id: globalId('ReviewComment', row.id),
    pagePath: row.present_path ?? row.page_path,
    line,
    quote: row.quote,
    current: isCurrent,
    body: row.body,
    at: row.at,
    editedAt: row.edited_at,
    resolved: row.resolved,
    version: row.version,
    row,
  };
}

export function reviewReplyOf(row: ReviewReplyRow): DiscussionReply {
  return {
    id: globalId('ReviewReply', row.id),
    body: row.body,
    at: row.at,
    editedAt: row.edited_at,
    version: row.version,
    byId: row.by,
    discussionId: null,
  };
}
