import type { Viewer } from '../../../platform/auth/viewer.js';
import { askedSql, markedSnippet, markedTitle, plainSnippet, termsValue } from './asked-words.js';
import { DATE_OF_DECISION, type Narrowed, narrowedSql } from './decision-filter.js';
import type { Term } from './typed-query.js';

export const DECISION_ORDERS = ['RELEVANCE', 'NEWEST', 'OLDEST', 'REVISIT'] as const;
export type DecisionOrder = (typeof DECISION_ORDERS)[number];

/** What somebody looks for. */
export interface Question {
  terms: Term[];
  /** All that was typed: what is called exactly that comes first, by relevance. */
  typed?: string;
  /** What touches one of these comes first, by relevance. */
  keys: readonly string[];
  narrowed: Narrowed;
  /** RELEVANCE only with terms. */
  order: DecisionOrder;
}

/** Where a list goes on: behind the key of the last row that was seen; so many rows at most. */
export interface Slice {
  after: readonly string[] | null;
  limit: number;
  /** Without titles and snippets, which cost most where many are wanted. */
  idsOnly?: boolean;
}

/** A statement with what was given. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Two expressions, unique together, both in the same direction. */
interface Order {
  sort: [string, string];
  types: [string, string];
  direction: 'asc' | 'desc';
  /** SQL: the first one as exact text. */
  written: (first: string) => string;
}

const asText = (first: string): string => `${first}::text`;
/** To the microsecond, as it is stored. */
export const asMoment = (first: string): string =>
  `to_char(${first} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Of `decisions d`. */
const NEWEST: Order = {
  sort: [DATE_OF_DECISION, 'd.number'],
  types: ['timestamptz', 'int'],
  direction: 'desc',
  written: asMoment,
};
/** Of `found f`: the rank, then what was proposed last, which its id says without looking at the decision. */
const BY_RANK: Order = { sort: ['f.rank', 'f.id'], types: ['real', 'uuid'], direction: 'desc', written: asText };

const ORDERS: Record<DecisionOrder, Order> = {
  RELEVANCE: BY_RANK,
  NEWEST,
  OLDEST: { ...NEWEST, direction: 'asc' },
  REVISIT: {
    sort: [`coalesce(d.revisit_on, 'infinity')`, 'd.number'],
    types: ['date', 'int'],
    direction: 'asc',
    written: asText,
  },
};

/** The decisions that fit, where nothing is looked for in their words. */
export function listedSql({ timeZone }: Pick<Viewer, 'timeZone'>, question: Question, slice: Slice): Statement {
  const values: unknown[] = [null];
  const conditions = ['d.organization_id = $1', ...narrowedSql(question.narrowed, { timeZone }, values)];
  const order = ORDERS[question.order];
  const text = `
  select s.id, ${order.written('s.first')} as first, s.second::text as second,
         ${slice.idsOnly ? "'' as title, ''" : `s.title, ${plainSnippet('s.words')}`} as snippet
    from (select d.id, d.title, d.words, ${sorted(order)} from decisions d where ${conditions.join(' and ')}) as s
   ${sliced(order, slice, values)}`;
  return { text, values };
}

/**
 * The decisions that say it, with hits marked, and how many there are: each row has the total, one without an id where
 * the slice is empty. Decisions themselves are looked at for the page only, unless they are narrowed or ordered by more
 * than their words, for the cost is linear in what is found.
 * @param every whether all that was typed must be said; otherwise some of it is enough
 */
export function foundSql(
  { timeZone }: Pick<Viewer, 'timeZone'>,
  question: Question,
  every: boolean,
  slice: Slice,
): Statement {
  const values: unknown[] = [null, termsValue(question.terms)];
  const conditions = narrowedSql(question.narrowed, { timeZone }, values);
  const order = ORDERS[question.order];
  const keys = question.keys.length === 0 ? 'null' : anyKey(`$${values.push(question.keys)}`);
  const title = question.typed ? `lower($${values.push(question.typed)}::text)` : 'null';
  const looksAt = conditions.length > 0 || order !== BY_RANK;
  const text = `
  with ${askedSql('$2')}, called as materialized (
    select c.id from decisions c where c.organization_id = $1 and c.title_in_small = ${title}
  ), found as materialized (
    select s.decision_id as id, (s.rank + case when s.decision_id in (select c.id from called c) then 2 else 0 end)::real as rank
      from asked a cross join lateral chapterhouse_decisions_saying(a.${every ? 'every' : 'any_of'}, a.any_of, ${keys}) as s
  ), fitting as materialized (
    select f.id, ${sorted(order)} from found f
    ${looksAt ? ['join decisions d on d.organization_id = $1 and d.id = f.id', ...conditions].join(' and ') : ''}
  ), page as (
    select s.* from fitting s ${sliced(order, slice, values)}
  )
  select t.total, p.* from (select count(*) as total from fitting) as t
    left join (
      select p.id, ${order.written('p.first')} as first, p.second::text as second,
             row_number() over (order by p.first ${order.direction}, p.second ${order.direction}) as place,
             ${slice.idsOnly ? "'' as title, ''" : `${markedTitle('a.any_of')} as title, ${markedSnippet('a.any_of')}`} as snippet
        from page p join decisions d on d.organization_id = $1 and d.id = p.id cross join asked a
    ) as p on true
   order by p.place`;
  return { text, values };
}

/** @param place of the keys, as the texts have them: each one word */
function anyKey(place: string): string {
  return `(select string_agg(quote_literal(k.key), ' | ')::tsquery from unnest(${place}::text[]) as k(key))`;
}

function sorted({ sort: [first, second] }: Order): string {
  return `${first} as first, ${second} as second`;
}

/** Of `s`, which has both. Qualified: in an order PostgreSQL prefers the names that come out, which are texts. */
function sliced({ types, direction }: Order, { after, limit }: Slice, values: unknown[]): string {
  const [first, second] = types;
  const beyond = direction === 'desc' ? '<' : '>';
  const behind = after
    ? `where (s.first, s.second) ${beyond} ($${values.push(after[0])}::${first}, $${values.push(after[1])}::${second})`
    : '';
  return `${behind} order by s.first ${direction}, s.second ${direction} limit $${values.push(limit)}`;
}
