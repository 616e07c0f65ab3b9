import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { IS_OPEN } from '../impediment-row.js';

/** What is compared with what came up before. */
export interface Wording {
  title: string;
  /** Counts less than the title; '' when there is none yet. */
  description: string;
}

/** So many titles are answered at most, and so many impediments of one title. */
const MOST_SIMILAR = 5;
const MOST_OF_A_TITLE = 10;
/** Two whose closeness is the same to so many decimals are equally close. */
const DECIMALS_OF_CLOSENESS = 2;
/** Words that more impediments have than this say little and cost much: they are left out. */
const MOST_OF_A_WORD = { title: 5_000, description: 500 };
/** So many words of a description are looked at, the first ones. */
const FIRST_WORDS = 60;
/** The words that say the most are compared. */
const MOST_WORDS = 15;
/** The rarest words are looked for until so many impediments may have one of them. */
const MOST_TO_LOOK_AT = 2_000;
/** Of so many the titles are compared letter by letter. */
const MOST_TITLES = 50;
/** How much a word counts where it occurs: of comments (C), not used (B), of descriptions and titles. */
const COUNTS_IN = { D: 0.65, C: 0.65, B: 0, A: 1 };
/** How much a word of the given description counts beside one of the given title. */
const OF_DESCRIPTION = 0.3;
/** How much likeness of the titles' letters counts beside that of the words. */
const OF_LETTERS = 0.5;
/** Less is chance. */
const CLOSE_ENOUGH = 0.25;
/** An open one whose title is that much alike is found even if no word is spelt the same; the latest are compared. */
const SPELT_ALIKE = 0.4;
const OPEN_TO_COMPARE = 500;

/**
 * What came up before, by closeness of text. Each word that both have counts by how rare it is among the impediments of
 * the organization (as in BM25; PostgreSQL's own ranks do not know that) and by `ts_rank` of that word, which is how much
 * the other one is about it. Then the letters of the titles are compared, which forgives spelling.
 *
 * Row-level security lets the app's role use an index only for operators that are leakproof, and those of full text and
 * trigrams are not. So two functions of the database read the words as the owner of that one table, for the organization
 * of the transaction and nothing else; see the migration `impediment-texts`. The cost is bounded by the constants above,
 * however long the history is. How they were found is in bench/README.md.
 */
@Injectable()
export class SimilarImpedimentsRead {
  /**
   * Ids of those with at most five titles, the closest title first. What has the same title stands together and is as
   * close as the closest of it: that more was said about one of them does not make the others another thing. Of equally
   * close titles and within a title the open ones come first, then the latest.
   * @param exceptId one that is left out
   */
  async find(tx: Tx, { title, description }: Wording, exceptId: string | null): Promise<string[]> {
    const found = await tx.query<{ id: string }>(SIMILAR, [tx.organizationId, title, description, exceptId]);
    return found.map(({ id }) => id);
  }
}

const WEIGHTS = `'{${COUNTS_IN.D}, ${COUNTS_IN.C}, ${COUNTS_IN.B}, ${COUNTS_IN.A}}'`;

/** $1 organization, $2 title, $3 description, $4 the one to leave out. `share`: of what the title says, about 0 to 1. */
const SIMILAR = `
  with described as (
    select lexeme from unnest(chapterhouse_words($3)) order by positions[1] limit ${FIRST_WORDS}
  ), asked as materialized (
    select quote_literal(coalesce(t.lexeme, d.lexeme))::tsquery as word, t.lexeme is not null as of_title,
           case when t.lexeme is null then ${MOST_OF_A_WORD.description} else ${MOST_OF_A_WORD.title} end as most
      from unnest(chapterhouse_words($2)) as t full join described d on d.lexeme = t.lexeme
  ), said as materialized (
    select a.word, a.of_title, a.most, chapterhouse_times_said(a.word, a.most + 1)::float8 as times from asked a
  ), rare as materialized (
    select s.word, s.times, s.of_title, case when s.of_title then 1 else ${OF_DESCRIPTION} end
             * ln(1 + (greatest(c.last_number, s.times) - s.times + 0.5) / (s.times + 0.5)) as counts
      from said s left join impediment_counters c on c.organization_id = $1
     where s.times <= s.most order by counts desc limit ${MOST_WORDS}
  ), rarest as (
    select r.word from (select word, times, sum(times) over (order by times, word) as all_times from rare) as r
     where r.all_times <= ${MOST_TO_LOOK_AT} or r.all_times = r.times
  ), worded as materialized (
    select t.impediment_id as id,
           (select sum(r.counts * ts_rank(${WEIGHTS}, t.words, r.word)) / sum(r.counts) filter (where r.of_title)
              from rare r) as share
      from (select string_agg(word::text, ' | ')::tsquery as any_of from rarest) as q
      cross join lateral chapterhouse_texts_saying(q.any_of) as t
     order by share desc limit ${MOST_TITLES}
  ), compared as (
    select i.id, worded.share + ${OF_LETTERS} * similarity(i.title, $2) as close
      from worded join impediments i on i.organization_id = $1 and i.id = worded.id
    union all
    select spelt.id, ${OF_LETTERS} * spelt.alike from (
      select i.id, similarity(i.title, $2) as alike from impediments i where i.organization_id = $1 and ${IS_OPEN}
       order by i.raised_at desc limit ${OPEN_TO_COMPARE}
    ) as spelt where spelt.alike >= ${SPELT_ALIKE}
  )
  select l.id from (
    select t.id, dense_rank() over (order by round(t.title_close::numeric, ${DECIMALS_OF_CLOSENESS}) desc,
                                             t.title_open desc, t.title_raised_at desc, t.title) as line,
           row_number() over (partition by t.title order by t.open desc, t.raised_at desc, t.id) as place
      from (
        select f.*, max(f.close) over same as title_close, bool_or(f.open) over same as title_open,
               max(f.raised_at) over same as title_raised_at
          from (
            select i.id, lower(btrim(i.title)) as title, ${IS_OPEN} as open, i.raised_at, max(c.close) as close
              from compared c join impediments i on i.organization_id = $1 and i.id = c.id
             where $4::uuid is null or c.id <> $4
             group by i.organization_id, i.id having max(c.close) >= ${CLOSE_ENOUGH}
          ) as f window same as (partition by f.title)
      ) as t
  ) as l
   where l.line <= ${MOST_SIMILAR} and l.place <= ${MOST_OF_A_TITLE} order by l.line, l.place`;
