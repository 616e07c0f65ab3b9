import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { globalId } from '../../../platform/graphql/global-id.js';
import type { CalendarFeed, FeedScope } from './calendar-feeds.graphql.js';

/** A feed with what its scope is called and lies in. Ids are the database's, moments ISO text. */
export interface CalendarFeedRow {
  id: string;
  scope: FeedScope;
  team_id: string | null;
  chapter_id: string | null;
  community_id: string | null;
  /** Of a team, of a chapter, of a community, of whoever made it. */
  name: string;
  created_by: string;
  maker: string;
  created_at: string;
  last_read_at: string | null;
  scope_kind: ScopeKind;
  product_id: string | null;
  area_id: string | null;
}

export const FEEDS = `
  select f.id, f.scope, f.team_id, f.chapter_id, f.community_id, coalesce(t.name, h.name, u.name, m.name) as name, f.created_by, m.name as maker,
         f.created_at, f.last_read_at, a.product_id, a.id as area_id,
         case when f.team_id is not null then 'TEAM' when a.id is not null then 'AREA' else 'ORGANIZATION' end as scope_kind
    from calendar_feeds f
    join people m on m.organization_id = f.organization_id and m.id = f.created_by
    left join teams t on t.organization_id = f.organization_id and t.id = f.team_id
    left join chapters h on h.organization_id = f.organization_id and h.id = f.chapter_id
    left join communities u on u.organization_id = f.organization_id and u.id = f.community_id
    left join areas a on a.organization_id = f.organization_id and a.id = coalesce(t.area_id, h.area_id)
   where f.organization_id = $1`;

/** What it is called in a calendar, and for whoever looks at their feeds. */
export function titleOf({ scope, name }: CalendarFeedRow): string {
  if (scope === 'COMMUNITY') return `Meetings of the community ${name}`;
  return scope === 'CHAPTER' ? `Meetings of the chapter ${name}` : `Meetings of ${name}`;
}

export function feedObject(row: CalendarFeedRow, viewerId: string): CalendarFeed {
  const { id, scope, created_by: by, maker, created_at: createdAt, last_read_at: lastReadAt } = row;
  const title = scope === 'PERSON' && by === viewerId ? 'My meetings' : titleOf(row);
  const label = by === viewerId ? title : `${title}, made by ${maker}`;
  return { id: globalId('CalendarFeed', id), scope, label, createdAt, lastReadAt };
}

/** The last part of an address, for people who look at a list of them. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return slug.slice(0, 60) || 'meetings';
}
