import { QUOTE_LIMIT } from '@chapterhouse/domain/communities/quoted-line';
import type { ReviewEnd, ReviewVerdict } from '@chapterhouse/domain/communities/review-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { FoundLines, ReviewCommentRow, ReviewReplyRow, ReviewRow } from './review-row.js';

export interface NewReview {
  id: string;
  artifactId: string;
  draftId: string;
  revision: number;
  whatChanged: string;
  askedBy: string;
  /** ISO text. */
  askedAt: string;
  reviewerIds: readonly string[];
}

export interface NewComment {
  id: string;
  reviewId: string;
  draftId: string;
  pageId: string;
  pagePath: string;
  line: number;
  quote: string;
  body: string;
  by: string;
  at: string;
}

/** Reviews with what people said in them. */
@Injectable()
export class ReviewsRepository {
  byIds(tx: Tx, ids: readonly string[]): Promise<ReviewRow[]> {
    return tx.query<ReviewRow>(`${REVIEW_ROWS} and r.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<ReviewRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** The review that is open, of each that has one. */
  openOf(tx: Tx, artifactIds: readonly string[]): Promise<ReviewRow[]> {
    return tx.query<ReviewRow>(`${REVIEW_ROWS} and r.artifact_id = any($2::uuid[]) and r.ended_at is null`, [
      tx.organizationId,
      artifactIds,
    ]);
  }

  /** Rounds of drafts that are over, the latest first. @param most of each */
  endedOf(tx: Tx, draftIds: readonly string[], most: number): Promise<ReviewRow[]> {
    return tx.query<ReviewRow>(
      `${REVIEW_ROWS} and r.id in (
          select x.id from unnest($2::uuid[]) as of_draft(id)
           cross join lateral (
             select x.id from artifact_reviews x
              where x.organization_id = $1 and x.draft_id = of_draft.id and x.ended_at is not null
              order by x.ended_at desc, x.id limit $3) x)
        order by r.ended_at desc, r.id`,
      [tx.organizationId, draftIds, most],
    );
  }

  /** Open ones of drafts as they are, in which the person has said nothing yet; the oldest first. */
  waitingFor(tx: Tx, personId: string): Promise<ReviewRow[]> {
    return tx.query<ReviewRow>(
      `${REVIEW_ROWS} and r.ended_at is null and r.revision = d.revision and a.archived_at is null
          and exists (select from artifact_reviewers x where x.organization_id = r.organization_id
                         and x.review_id = r.id and x.person_id = $2)
          and not exists (select from artifact_verdicts v where v.organization_id = r.organization_id
                             and v.review_id = r.id and v.person_id = $2)
        order by r.asked_at, r.id limit 200`,
      [tx.organizationId, personId],
    );
  }

  async insert(tx: Tx, review: NewReview): Promise<void> {
    await tx.run(
      `insert into artifact_reviews (organization_id, id, artifact_id, draft_id, revision, what_changed, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.organizationId,
        review.id,
        review.artifactId,
        review.draftId,
        review.revision,
        review.whatChanged,
        review.askedBy,
        review.askedAt,
      ],
    );
    await tx.run(
      `insert into artifact_reviewers (organization_id, review_id, person_id)
       select $1, $2, person from unnest($3::uuid[]) as person`,
      [tx.organizationId, review.id, review.reviewerIds],
    );
  }

  /** Ends the review that is open, where one is. */
  async end(tx: Tx, artifactId: string, as: Exclude<ReviewEnd, 'CLOSED'>, at: string): Promise<void> {
    await tx.run(
      `update artifact_reviews set ended_at = $3, ended_as = $4
        where organization_id = $1 and artifact_id = $2 and ended_at is null`,
      [tx.organizationId, artifactId, at, as],
    );
  }

  /** Those of a community that is closed, which is held. @returns the artifacts that were in review */
  endAll(tx: Tx, communityId: string, at: string): Promise<{ id: string; community_id: string; version: number }[]> {
    return tx.query(
      `update artifact_reviews r set ended_at = $3, ended_as = 'CLOSED'
         from artifacts a
        where r.organization_id = $1 and r.ended_at is null
          and a.organization_id = r.organization_id and a.id = r.artifact_id and a.community_id = $2
        returning a.id, a.community_id, a.version`,
      [tx.organizationId, communityId, at],
    );
  }

  async addVerdict(
    tx: Tx,
    given: { id: string; reviewId: string; personId: string; verdict: ReviewVerdict; words: string; at: string },
  ): Promise<void> {
    await tx.run(
      `insert into artifact_verdicts (organization_id, id, review_id, person_id, verdict, words, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, given.id, given.reviewId, given.personId, given.verdict, given.words, given.at],
    );
  }

  /** Of all reviews of the same draft: what was said before it was asked for anew is not lost. */
  comments(tx: Tx, draftIds: readonly string[]): Promise<ReviewCommentRow[]> {
    return tx.query<ReviewCommentRow>(`${COMMENT_ROWS} and c.draft_id = any($2::uuid[]) order by c.at, c.id`, [
      tx.organizationId,
      draftIds,
    ]);
  }

  /** Of comments on pages: which lines say what they are about, wherever there are any. The texts stay where they are. */
  lines(tx: Tx, commentIds: readonly string[]): Promise<FoundLines[]> {
    return tx.query<FoundLines>(LINES, [tx.organizationId, commentIds, QUOTE_LIMIT]);
  }

  comment(tx: Tx, id: string): Promise<ReviewCommentRow | undefined> {
    return tx.one<ReviewCommentRow>(`${COMMENT_ROWS} and c.id = $2`, [tx.organizationId, id]);
  }

  async addComment(tx: Tx, comment: NewComment): Promise<void> {
    await tx.run(
      `insert into artifact_review_comments (organization_id, id, review_id, draft_id, page_id, page_path, line, quote, body,
          by, at)
       select $1, g.id, g."reviewId", g."draftId", g."pageId", g."pagePath", g.line, g.quote, g.body, g.by, g.at
         from jsonb_to_record($2::jsonb) as g(id uuid, "reviewId" uuid, "draftId" uuid, "pageId" uuid, "pagePath" text,
           line int, quote text, body text, by uuid, at timestamptz)`,
      [tx.organizationId, JSON.stringify(comment)],
    );
  }

  async resolve(tx: Tx, id: string, resolved: boolean): Promise<void> {
    await tx.run(
      `update artifact_review_comments set resolved = $3, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, resolved],
    );
  }

  async editComment(tx: Tx, id: string, body: string, at: string): Promise<void> {
    await tx.run(
      `update artifact_review_comments set body = $3, edited_at = $4, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, body, at],
    );
  }

  async removeComment(tx: Tx, id: string, at: string): Promise<void> {
    await tx.run(
      `update artifact_review_comments set removed_at = $3, version = version + 1
        where organization_id = $1 and id = $2`,
      [tx.organizationId, id, at],
    );
  }

  replies(tx: Tx, commentIds: readonly string[]): Promise<ReviewReplyRow[]> {
    return tx.query<ReviewReplyRow>(
      `select id, comment_id, body, by, at, edited_at, version from artifact_review_replies
        where organization_id = $1 and comment_id = any($2::uuid[]) order by at, id`,
      [tx.organizationId, commentIds],
    );
  }

  async addReply(
    tx: Tx,
    reply: { id: string; commentId: string; body: string; by: string; at: string },
  ): Promise<void> {
    await tx.run(
      `insert into artifact_review_replies (organization_id, id, comment_id, body, by, at) values ($1, $2, $3, $4, $5, $6)`,
      [tx.organizationId, reply.id, reply.commentId, reply.body, reply.by, reply.at],
    );
  }
}

const REVIEW_ROWS = `
  select r.id, r.artifact_id, r.draft_id, r.revision, r.what_changed, r.asked_by, r.asked_at, r.ended_at, r.ended_as,
         a.approvals_needed, d.revision as draft_revision,
         array(select x.person_id from artifact_reviewers x
                where x.organization_id = r.organization_id and x.review_id = r.id order by x.person_id) as reviewer_ids,
         array(select w.person_id from artifact_draft_authors w
                where d.id is not null and w.organization_id = r.organization_id and w.artifact_id = r.artifact_id) as author_ids,
         (select coalesce(jsonb_agg(jsonb_build_object('personId', v.person_id, 'verdict', v.verdict, 'words', v.words,
                   'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.at, v.id), '[]'::jsonb)
            from artifact_verdicts v where v.organization_id = r.organization_id and v.review_id = r.id) as verdicts
    from artifact_reviews r
    join artifacts a on a.organization_id = r.organization_id and a.id = r.artifact_id
    left join artifact_drafts d on d.organization_id = r.organization_id and d.artifact_id = r.artifact_id and d.id = r.draft_id
   where r.organization_id = $1`;

const COMMENT_ROWS = `
  select c.id, c.review_id, c.draft_id, r.artifact_id, c.page_id, c.page_path, c.line, c.quote, c.body, c.by, c.at,
         c.resolved, c.edited_at, c.version, p.path as present_path,
         exists (select from artifact_review_replies y
                  where y.organization_id = c.organization_id and y.comment_id = c.id and y.by <> c.by) as answered
    from artifact_review_comments c
    join artifact_reviews r on r.organization_id = c.organization_id and r.id = c.review_id
    left join artifact_drafts d on d.organization_id = c.organization_id and d.id = c.draft_id
    left join artifact_draft_pages p
      on p.organization_id = c.organization_id and p.artifact_id = d.artifact_id and p.id = c.page_id
   where c.organization_id = $1 and c.removed_at is null`;

const LINES = `
  with said as (
    select c.id, c.page_id, c.line, c.quote, d.artifact_id
      from artifact_review_comments c
      join artifact_drafts d on d.organization_id = c.organization_id and d.id = c.draft_id
     where c.organization_id = $1 and c.id = any($2::uuid[])),
  written as materialized (
    select p.id as page_id, left(l.words, $3) as words, l.line::int as line
      from artifact_draft_pages p
     cross join lateral unnest(string_to_array(p.body, E'\\n')) with ordinality as l(words, line)
     where p.organization_id = $1 and (p.artifact_id, p.id) in (select s.artifact_id, s.page_id from said s))
  select s.id, array_agg(w.line order by w.line) as lines
    from said s
    join written w on w.page_id = s.page_id and w.words = s.quote
   group by s.id`;
