import { HIT_MARKS, PARTED, parted } from '../../../platform/search/hit-marks.js';
import type { Term } from './typed-query.js';

/** Stands between the parts of a decision's words, as `chapterhouse_decision_text` puts them together. */
const BETWEEN = '\u0002';
/** What is shown between them: two sentences of different fields are not one thought. */
const SEPARATOR = ' · ';
/** Characters of a text that are looked at for a snippet. */
const SNIPPET_FROM = 4000;
/** So long is a snippet at most, about; a text that is shorter is its own. */
const SHORT = 240;

/** One term as SQL reads it from JSON. */
interface AskedTerm {
  kind: Term['kind'];
  words: string[];
  without: boolean;
}

/** SQL: a word that may go on, as it is written or by its English stem. */
export const BEGUN = (word: string): string =>
  `(to_tsquery('simple', quote_literal(${word}) || ':*') || to_tsquery('english', quote_literal(${word}) || ':*'))`;

/** The terms as a value for `asked`. */
export function termsValue(terms: readonly Term[]): string {
  const asked: AskedTerm[] = terms.map(({ kind, words, without }) => ({ kind, words, without }));
  return JSON.stringify(asked);
}

/**
 * SQL: common table `asked` of one row. `every`: all terms must be said, those with a minus must not; `any_of`: one is
 * enough. Each word counts as it is written and by its English stem. Words like "the" and "why" count only where there are
 * no others. Both are null where nothing is asked for.
 * @param place of the terms, as from `termsValue`
 */
export function askedSql(place: string): string {
  return `
  terms as (
    select t.without, t.kind <> 'PHRASE' and numnode(plainto_tsquery('english', t.words[1])) = 0 as common,
           case t.kind when 'PHRASE' then phraseto_tsquery('simple', array_to_string(t.words, ' '))
             else (select string_agg(case t.kind
                       when 'WORD' then plainto_tsquery('simple', w.word) || plainto_tsquery('english', w.word)
                       else ${BEGUN('w.word')} end::text, ' | ')::tsquery from unnest(t.words) as w(word)) end as query
      from jsonb_to_recordset(${place}::jsonb) as t(kind text, words text[], without boolean)
  ), telling as (
    select t.* from (select *, bool_and(common) filter (where not without) over () as only_common from terms
                      where numnode(query) > 0) as t
     where not t.common or t.only_common
  ), asked as materialized (
    select (string_agg('(' || query::text || ')', ' & ') filter (where not without)
             || coalesce(string_agg(' & !(' || query::text || ')', '') filter (where without), ''))::tsquery as every,
           (string_agg('(' || query::text || ')', ' | ') filter (where not without)
             || coalesce(string_agg(' & !(' || query::text || ')', '') filter (where without), ''))::tsquery as any_of
      from telling
  )`;
}

/** SQL: the title of `decisions d` with its hits marked. @param query SQL */
export function markedTitle(query: string): string {
  return `ts_headline('english', ${parted('d.title')}, ${query}, 'HighlightAll=true,${HIT_MARKS}')`;
}

/** SQL: where the words of `decisions d` say it, with hits marked; their beginning where they don't. @param query SQL */
export function markedSnippet(query: string): string {
  return `(select ts_headline('english', ${parted('said.words')}, ${query},
      case when length(said.words) <= ${SHORT} then 'HighlightAll=true,${HIT_MARKS}'
        else 'MaxFragments=2,MinWords=8,MaxWords=22,ShortWord=0,FragmentDelimiter=" … ",${HIT_MARKS}' end)
    from (select left(chapterhouse_decision_text(d.words), ${SNIPPET_FROM}) as words) as said)`;
}

/**
 * SQL: what was decided, where nothing is looked for: the outcome, or the name of the chosen option; of a proposal that says
 * neither why, or what led to it. @param words SQL
 */
export function plainSnippet(words: string): string {
  const chosen = `${words} -> 'options' -> (${words} ->> 'chosenOption')::int ->> 'title'`;
  const said = ['outcome', 'rationale', 'context'].map((field) => `nullif(${words} ->> '${field}', '')`);
  return `left(coalesce(${said[0]}, ${chosen}, ${said[1]}, ${said[2]}, ''), ${SHORT})`;
}

/** As it is shown: one line, nothing in it but words and hits. Of markdown only what keeps it from being markup goes. */
export function shown(marked: string): string {
  return marked
    .replaceAll(PARTED, '')
    .replaceAll(/\\(?=[\s!-/:-@[-`{-~])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(SEPARATOR)
    .replaceAll(/ … ?·| · ?…/gu, ' …')
    .trim();
}
