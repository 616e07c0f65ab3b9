/** A discussion in one row. Ids are the database's. */
export interface DiscussionRow extends Record<string, unknown> {
  id: string;
  version: number;
  community_id: string;
  title: string;
  body: string;
  by_id: string;
  at: string;
  edited_at: string | null;
  last_at: string;
  closed_at: string | null;
  reply_count: number;
}

/** $1 is the organization. */
export const DISCUSSION_ROWS = `
  select d.id, d.version, d.community_id, d.title, d.body, d.by_id, d.at, d.edited_at, d.last_at, d.closed_at,
         (select count(*)::int from community_replies r
           where r.organization_id = d.organization_id and r.discussion_id = d.id and r.removed_at is null) as reply_count
    from discussions d where d.organization_id = $1`;
