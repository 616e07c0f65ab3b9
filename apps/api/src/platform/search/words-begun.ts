/** More in one question are left out: nobody types so many. */
const MOST_WORDS = 12;

/** What is typed as words: letters and digits, without signs. None where only signs are typed. */
export function wordsIn(typed: string): string[] {
  return typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
}

/** SQL: a text says all of the words, each as it is written, as something begins, or by its English stem. Null for none. @param place of a `text[]` as from `wordsIn` */
export function allBegun(place: string): string {
  return `(select string_agg('(' || q.query::text || ')', ' & ')::tsquery
             from (select to_tsquery('simple', quote_literal(w.word) || ':*')
                            || to_tsquery('english', quote_literal(w.word) || ':*') as query
                     from unnest(${place}::text[]) as w(word)) as q
            where numnode(q.query) > 0)`;
}
