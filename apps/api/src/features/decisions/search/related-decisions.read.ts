import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { DecisionObjects } from '../decision-objects.js';
import type { Decision } from '../decisions.graphql.js';
import { mayViewDecisions } from './may-view-decisions.js';

/** Words that more decisions have than this say little and cost much: they are left out. */
const MOST_OF_A_WORD = 2_000;
/** Of a title, the words that say the most. */
const MOST_WORDS = 8;
/** The rarest words are looked for until so many decisions may have one of them. */
const MOST_TO_LOOK_AT = 1_000;
/** How much it counts that both touch the same impediment or item, beside words that are all the same, which count 1. */
const OF_LINK = 0.6;
/** The same decision area, the same scope: only of those that have something else in common. */
const OF_AREA = 0.15;
const OF_SCOPE = 0.1;
/** Less is chance. */
const CLOSE_ENOUGH = 0.15;

/**
 * What else was decided about the same: by words of the title, each counted by how rare it is, and by what both touch. Its
 * own line of history is left out: that stands beside it anyway. The cost is bounded by the constants above.
 */
@Injectable()
export class RelatedDecisionsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** By the database's id, the closest first; one statement for any number of them, and one for what is found. */
  of(viewer: Viewer, ids: readonly string[], first: number): Promise<Map<string, Decision[]>> {
    mayViewDecisions(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<{ of_id: string; id: string }>(RELATED, [tx.organizationId, ids, first]);
      const found = [...new Set(rows.map(({ id }) => id))];
      const shown = await this.objects.byIds(tx, viewer, found);
      const decisions = new Map(shown.map((decision, index) => [found[index], decision]));
      const related = new Map<string, Decision[]>();
      for (const { of_id: of, id } of rows)
        related.set(of, [...(related.get(of) ?? []), ...[decisions.get(id) ?? []].flat()]);
      return related;
    });
  }
}

const RELATED = `
  with recursive line(of_id, id) as (
    select given.id, given.id from unnest($2::uuid[]) as given(id)
    union
    select l.of_id, case when d.id = l.id then d.superseded_by else d.id end
      from line l join decisions d on d.organization_id = $1 and (d.id = l.id and d.superseded_by is not null or d.superseded_by = l.id)
  ), asked as materialized (
    select d.id, d.title, d.decision_area_id, d.scope_id from decisions d where d.organization_id = $1 and d.id = any($2::uuid[])
  ), said as materialized (
    select a.id as of_id, w.word, chapterhouse_times_decided(w.word, ${MOST_OF_A_WORD + 1})::float8 as times
      from asked a
     cross join lateral (select quote_literal(t.lexeme)::tsquery as word from unnest(chapterhouse_words(a.title)) as t) as w
  ), rare as materialized (
    select * from (
      select s.*, ln(1 + (greatest(c.last_number, s.times) - s.times + 0.5) / (s.times + 0.5)) as counts,
             row_number() over (partition by s.of_id order by s.times, s.word) as place,
             sum(s.times) over (partition by s.of_id order by s.times, s.word) as all_times
        from said s left join decision_counters c on c.organization_id = $1
       where s.times between 1 and ${MOST_OF_A_WORD}) as r
     where r.place <= ${MOST_WORDS} and (r.all_times <= ${MOST_TO_LOOK_AT} or r.all_times = r.times)
  ), worded as (
    select q.of_id, s.decision_id as id,
           (select sum(r.counts * ts_rank('{0.4, 0.5, 0.9, 1}', t.ranked, r.word)) / sum(r.counts)
              from rare r where r.of_id = q.of_id) / 0.6079271 as close
      from (select of_id, string_agg(word::text, ' | ')::tsquery as any_of from rare group by of_id) as q
     cross join lateral chapterhouse_decisions_saying(q.any_of, q.any_of) as s
      join decision_texts t on t.organization_id = $1 and t.decision_id = s.decision_id
  ), linked as (
    select distinct l.decision_id as of_id, o.decision_id as id, ${OF_LINK} as close
      from decision_links l
      join decision_links o on o.organization_id = l.organization_id and o.impediment_id = l.impediment_id
     where l.organization_id = $1 and l.decision_id = any($2::uuid[])
    union
    select l.decision_id, o.decision_id, ${OF_LINK}
      from decision_links l join decision_links o on o.organization_id = l.organization_id and o.item_key = l.item_key
     where l.organization_id = $1 and l.decision_id = any($2::uuid[])
  ), compared as (
    select c.of_id, c.id, sum(c.close) as close from (select * from worded union all select * from linked) as c
     where not exists (select from line l where l.of_id = c.of_id and l.id = c.id)
     group by c.of_id, c.id
  ), closest as (
    select c.of_id, c.id,
           row_number() over (partition by c.of_id order by
             c.close + case when d.decision_area_id = a.decision_area_id then ${OF_AREA} else 0 end
                     + case when d.scope_id = a.scope_id then ${OF_SCOPE} else 0 end desc, d.number desc) as place
      from compared c
      join asked a on a.id = c.of_id
      join decisions d on d.organization_id = $1 and d.id = c.id
     where c.close >= ${CLOSE_ENOUGH}
  )
  select of_id, id from closest where place <= $3 order by of_id, place`;
