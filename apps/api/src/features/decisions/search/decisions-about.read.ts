import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import type { PageArgs } from '../../../platform/graphql/page-key.js';
import { DecisionObjects } from '../decision-objects.js';
import type { Decision } from '../decisions.graphql.js';
import { DATE_OF_DECISION, IDS_OF } from './decision-filter.js';
import { readHitsPage } from './hits-page.js';
import { mayViewDecisions } from './may-view-decisions.js';
import { asMoment } from './search-sql.js';

/** Whose decisions a list may be. */
export type About = 'Impediment' | 'BacklogItem' | 'Team' | 'Person';

interface Row {
  about_id: string;
  total: number;
  /** Null where the page is empty. */
  id: string | null;
  at: string;
  number: number;
}

/** The decisions that touch something, or that somebody takes part in: the latest first. */
@Injectable()
export class DecisionsAboutRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** The same page for each of the ids, which are the database's: as many statements for many as for one. @throws INVALID_INPUT */
  pages(
    viewer: Viewer,
    about: About,
    ids: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Connection<Decision>>> {
    mayViewDecisions(viewer);
    const page = readHitsPage(args, 'NEWEST');
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const [at, number] = page.after ?? [null, null];
      const rows = await tx.query<Row & Record<string, unknown>>(PAGES[about], [
        tx.organizationId,
        ids,
        at,
        number,
        page.limit,
      ]);
      const found = [...new Set(rows.flatMap(({ id }) => id ?? []))];
      const shown = await this.objects.byIds(tx, viewer, found);
      const decisions = new Map(shown.map((decision, index) => [found[index] ?? '', decision]));
      const nodeOf = ({ id }: Row): Decision => {
        const decision = decisions.get(id ?? '');
        if (!decision) throw new Error('What is found is a decision.');
        return decision;
      };
      const keyOf = (row: Row): string[] => [row.at, String(row.number)];
      return new Map(
        ids.map((aboutId) => {
          const own = rows.filter((row) => row.about_id === aboutId);
          const there = own.filter(({ id }) => id !== null);
          return [aboutId, toConnection(page, there, own[0]?.total ?? 0, keyOf, nodeOf)];
        }),
      );
    });
  }
}

/** $2 ids, $3 and $4 the key of the last one that was seen, $5 how many. */
function pagesSql(about: About): string {
  const ids = IDS_OF[about]('of.id');
  return `
  select of.id as about_id, t.total, p.id, ${asMoment('p.at')} as at, p.number
    from unnest($2::uuid[]) as of(id)
    cross join lateral (select count(*) as total from (${ids}) as counted) as t
    left join lateral (
      select d.id, ${DATE_OF_DECISION} as at, d.number from decisions d
       where d.organization_id = $1 and d.id in (${ids})
         and ($3::timestamptz is null or (${DATE_OF_DECISION}, d.number) < ($3::timestamptz, $4::int))
       order by ${DATE_OF_DECISION} desc, d.number desc limit $5
    ) as p on true
   order by of.id, p.at desc, p.number desc`;
}

const PAGES: Record<About, string> = {
  Impediment: pagesSql('Impediment'),
  BacklogItem: pagesSql('BacklogItem'),
  Team: pagesSql('Team'),
  Person: pagesSql('Person'),
};
