import { plainMarkdown } from '@chapterhouse/domain/plain-markdown';
import type { Tx } from '../../../platform/database/tx.js';
import { HIT_MARKS, PARTED, parted } from '../../../platform/search/hit-marks.js';
import { allBegun, wordsIn } from '../../../platform/search/words-begun.js';
import type { PageLineRow } from './version-row.js';

/** So much of a page is looked through for what to show of it. */
const EXCERPT_FROM = 20_000;

/** Pages of a version that say all of the words, best first. `excerpt`: plain, with the hits marked. */
export async function pagesSaying(
  tx: Tx,
  versionId: string,
  typed: string,
  most: number,
): Promise<{ line: PageLineRow; excerpt: string }[]> {
  const words = wordsIn(typed);
  const found = await tx.query<PageLineRow & { body: string }>(FOUND, [tx.organizationId, versionId, words, most]);
  // As plain words first: marks of Markdown in an excerpt are cut anywhere, and read as noise.
  const texts = found.map(({ title, body }) => withoutTitle(plainMarkdown(body), title).slice(0, EXCERPT_FROM));
  const excerpts = await tx.query<{ excerpt: string }>(EXCERPTS, [texts, words]);
  return found.map((line, index) => ({
    line,
    excerpt: (excerpts[index]?.excerpt ?? '').replaceAll(PARTED, '').replaceAll(/\s+/gu, ' ').trim(),
  }));
}

/** A page usually begins with its title, which stands above the excerpt anyway. */
const withoutTitle = (text: string, title: string): string =>
  text.startsWith(`${title} · `) ? text.slice(title.length + 3) : text;

/** Small enough to be read as it is: the pages of one version. */
const FOUND = `
  select p.page_id as id, p.parent_id, above.path as parent_path, p.path, p.title, p.depth, p.position, p.body
    from artifact_version_pages p
    cross join (select ${allBegun('$3')} as words) q
    left join artifact_version_pages above
      on above.organization_id = p.organization_id and above.version_id = p.version_id and above.page_id = p.parent_id
    cross join lateral (select setweight(chapterhouse_lexemes(p.title), 'A')
                                 || setweight(chapterhouse_lexemes(left(p.body, 200000)), 'D') as words) said
   where p.organization_id = $1 and p.version_id = $2 and said.words @@ q.words
   order by ts_rank(said.words, q.words) desc, p.position limit $4`;

const EXCERPTS = `
  select ts_headline('english', ${parted('t.words')}, ${allBegun('$2')},
           'MaxFragments=1,MaxWords=30,MinWords=12,ShortWord=0,${HIT_MARKS}') as excerpt
    from unnest($1::text[]) with ordinality as t(words, place) order by t.place`;
