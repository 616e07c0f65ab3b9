import type { Place } from '@chapterhouse/domain/actor';
import type { ChapterScope } from '@chapterhouse/domain/chapters/chapter-policy';

/** A chapter with where it is. Ids are the database's. */
export interface ChapterRow extends Record<string, unknown> {
  id: string;
  name: string;
  purpose: string;
  /** Null: the organization's own. */
  area_id: string | null;
  product_id: string | null;
  scope_id: string;
  scope_name: string;
  /** Of the area, or of the organization; archived ones are missing. */
  team_ids: string[];
  version: number;
}

/** $1 is the organization, $2 today. */
export const CHAPTER_ROWS = `
  select c.id, c.name, c.purpose, c.area_id, a.product_id, c.scope_id, coalesce(a.name, o.name) as scope_name, c.version,
         array(select t.id from teams t
                where t.organization_id = c.organization_id and (c.area_id is null or t.area_id = c.area_id)
                  and (t.archived_on is null or t.archived_on > $2::date) order by lower(t.name), t.id) as team_ids
    from chapters c
    join organizations o on o.organization_id = c.organization_id
    left join areas a on a.organization_id = c.organization_id and a.id = c.area_id
   where c.organization_id = $1`;

export function placeOf({ area_id: areaId, product_id: productId }: ChapterRow): Place {
  return areaId === null ? {} : { areaId, productId };
}

export function scopeOfChapter({ area_id: areaId, team_ids: teamIds }: ChapterRow): ChapterScope {
  return { areaId, teamIds };
}
