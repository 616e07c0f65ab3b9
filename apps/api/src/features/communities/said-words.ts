import { allBegun } from '../../platform/search/words-begun.js';

/** Whose words are kept in one table, by kind. */
export type SaidKind = 'COMMUNITY' | 'DISCUSSION' | 'IDEA' | 'CHECKLIST_RUN' | 'ADOPTION';

/** SQL: what says all of the words, the best of it, as `said`. @param place of a `text[]` as from `wordsIn` */
export function saying(kind: SaidKind, place = '$4'): string {
  return `with said as materialized (
    select s.thing_id, s.rank from (select ${allBegun(place)} as words) q
      cross join lateral chapterhouse_communities_saying(q.words) s
     where s.kind = '${kind}' order by s.rank desc, s.thing_id limit 500
  )`;
}

/** SQL: a thing that is left joined with `said s` says them. */
export const SAID = 's.thing_id is not null';
