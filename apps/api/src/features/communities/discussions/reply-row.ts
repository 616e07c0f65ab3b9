/** What somebody answered, in a discussion or to an idea. Ids are the database's. */
export interface ReplyRow extends Record<string, unknown> {
  id: string;
  version: number;
  discussion_id: string | null;
  idea_id: string | null;
  /** Of a comment on an idea: the community that the idea is in. */
  idea_in: string | null;
  body: string;
  by_id: string;
  at: string;
  edited_at: string | null;
  /** Shown nowhere from then on. */
  removed_at: string | null;
}

/** $1 is the organization. */
export const REPLY_ROWS = `
  select r.id, r.version, r.discussion_id, r.idea_id, r.body, r.by_id, r.at, r.edited_at, r.removed_at,
         (select i.community_id from ideas i where i.organization_id = r.organization_id and i.id = r.idea_id) as idea_in
    from community_replies r where r.organization_id = $1`;

/** Those that were not removed. */
export const SHOWN_REPLIES = `${REPLY_ROWS} and r.removed_at is null`;
