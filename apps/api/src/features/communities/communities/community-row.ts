import type { CommunityStanding } from '@chapterhouse/domain/communities/community-policy';

/** A community, and how whoever looks stands to it. Ids are the database's. */
export interface CommunityRow extends Record<string, unknown> {
  id: string;
  version: number;
  name: string;
  sorted_by: string;
  purpose: string;
  topics: string[];
  created_at: string;
  /** Null: active. */
  closed_at: string | null;
  close_reason: string | null;
  /** Of those who are still here, like the facilitators. */
  member_count: number;
  facilitator_ids: string[];
  is_member: boolean;
  is_facilitator: boolean;
}

/** $1 is the organization, $2 who looks. */
export const COMMUNITY_ROWS = `
  select c.id, c.version, c.name, lower(c.name) as sorted_by, c.purpose, c.topics, c.created_at, c.closed_at, c.close_reason,
         m.member_count, m.facilitator_ids, m.is_member, m.is_facilitator
    from communities c
    cross join lateral (
      select count(*)::int as member_count,
             coalesce(array_agg(m.person_id order by lower(p.name), p.id) filter (where m.facilitator), '{}') as facilitator_ids,
             coalesce(bool_or(m.person_id = $2::uuid), false) as is_member,
             coalesce(bool_or(m.person_id = $2::uuid and m.facilitator), false) as is_facilitator
        from community_members m
        join people p on p.organization_id = m.organization_id and p.id = m.person_id and p.deactivated_at is null
       where m.organization_id = c.organization_id and m.community_id = c.id) m
   where c.organization_id = $1`;

export function standingOf(row: CommunityRow): CommunityStanding {
  return {
    isMember: row.is_member,
    isFacilitator: row.is_facilitator,
    isFacilitated: row.facilitator_ids.length > 0,
  };
}
