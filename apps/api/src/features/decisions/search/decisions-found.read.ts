import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { BEGUN, shown } from './asked-words.js';
import { type Narrowed, narrowedSql } from './decision-filter.js';
import { foundSql, listedSql, type Question, type Slice, type Statement } from './search-sql.js';
import { meantBy } from './spelling.js';
import type { Term } from './typed-query.js';

/** A decision that was found. */
export interface Found {
  /** The database's. */
  id: string;
  /** What the list is ordered by, unique. */
  key: [string, string];
  /** One line each; hits are marked. */
  title: string;
  snippet: string;
}

export interface FoundPage {
  found: Found[];
  /** Of all pages; null where nobody counted, because nothing was looked for. */
  total: number | null;
  /** Not by other words than those that were typed, nor by some of them. */
  asTyped: boolean;
}

/** Whose days they are. */
type Where = Pick<Viewer, 'timeZone'>;

/** So many words in use are compared with one that nobody uses. */
const MOST_CANDIDATES = 200;
/** By so many letters a word may be longer than what was typed: by mistake, or because it goes on. */
const LONGER = { WORD: 2, BEGINNING: 12, PHRASE: 0 };

/**
 * Full text over all decisions, ranked. One statement where something is found as it was typed; otherwise words that
 * nobody uses are put right, and if still nothing says it all, what says some of it is found.
 */
@Injectable()
export class DecisionsFoundRead {
  async page(tx: Tx, where: Where, question: Question, slice: Slice): Promise<FoundPage> {
    if (question.terms.length === 0)
      return { found: await read(tx, listedSql(where, question, slice)), total: null, asTyped: true };
    const find = async (terms: Term[], every: boolean): Promise<FoundPage> => {
      const { text, values } = foundSql(where, { ...question, terms }, every, slice);
      const rows = await tx.query<Row>(text, values.with(0, tx.organizationId));
      return { found: rows.flatMap(foundOf), total: rows[0]?.total ?? 0, asTyped: terms === question.terms && every };
    };
    const asTyped = await find(question.terms, true);
    if (asTyped.total !== 0) return asTyped;
    const meant = await this.meant(tx, question.terms);
    const asMeant = meant === question.terms ? asTyped : await find(meant, true);
    // The letters or the number of a key alone say nothing: a key is two words.
    const mayBePart = meant.length > Math.max(1, question.keys.length * 2);
    return asMeant.total === 0 && mayBePart ? find(meant, false) : asMeant;
  }

  /** Only their ids, in the order of the question. */
  async ids(tx: Tx, where: Where, question: Question, most: number): Promise<{ ids: string[]; asTyped: boolean }> {
    const { found, asTyped } = await this.page(tx, where, question, { after: null, limit: most, idsOnly: true });
    return { ids: found.map(({ id }) => id), asTyped };
  }

  /** Walks everything that fits: only for those who ask for the total of a list that nothing is looked for in. */
  async count(tx: Tx, where: Where, narrowed: Narrowed): Promise<number> {
    const values: unknown[] = [tx.organizationId];
    const conditions = ['d.organization_id = $1', ...narrowedSql(narrowed, where, values)];
    const row = await tx.one<{ count: number }>(
      `select count(*) from decisions d where ${conditions.join(' and ')}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** The same terms where no word can be put right. */
  private async meant(tx: Tx, terms: Term[]): Promise<Term[]> {
    const open = terms.filter(({ kind, without }) => kind !== 'PHRASE' && !without);
    const unknown = await tx.query<{ position: number; candidates: string[] }>(UNKNOWN, [
      open.map(({ words }) => words.join('').toLowerCase()),
      open.map(({ kind }) => LONGER[kind]),
      MOST_CANDIDATES,
    ]);
    const better = new Map<Term, Term>();
    for (const { position, candidates } of unknown) {
      const term = open[position - 1];
      const words = term ? meantBy(term.words.join(''), candidates, term.kind === 'BEGINNING') : [];
      if (term && words.length > 0) better.set(term, { ...term, kind: 'WORD', words });
    }
    return better.size === 0 ? terms : terms.map((term) => better.get(term) ?? term);
  }
}

type Row = { id: string | null; first: string; second: string; title: string; snippet: string; total: number } & Record<
  string,
  unknown
>;

async function read(tx: Tx, { text, values }: Statement): Promise<Found[]> {
  return (await tx.query<Row>(text, values.with(0, tx.organizationId))).flatMap(foundOf);
}

function foundOf({ id, first, second, title, snippet }: Row): Found[] {
  return id === null ? [] : [{ id, key: [first, second], title: shown(title), snippet: shown(snippet) }];
}

/** Of those words that nobody has said, the words in use that are like it. */
const UNKNOWN = `
  select t.position::int, coalesce(array_agg(w.word order by w.nearness) filter (where w.word is not null), '{}') as candidates
    from unnest($1::text[], $2::int[]) with ordinality as t(word, longer, position)
    left join lateral (
      select like_it.word, row_number() over () as nearness from chapterhouse_words_like(t.word, t.longer, $3::int) as like_it
    ) as w on true
   where chapterhouse_times_decided(${BEGUN('t.word')}, 1) = 0
   group by t.position`;
