import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { idOf } from '../impediment-loaders.js';
import { ImpedimentObjects } from '../impediment-objects.js';
import { IS_ENDED, IS_OPEN } from '../impediment-row.js';
import type { Impediment } from '../impediments.graphql.js';
import { type PageArgs, pageByMoment } from '../../../platform/graphql/page-key.js';

interface ChosenRow extends Record<string, unknown> {
  source_id: string;
  id: string;
  updated_at: string;
}

/** What waits for sources, and what waited: the same page of each, in a fixed number of statements. */
@Injectable()
export class SourceImpedimentsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /** Latest change first. @throws INVALID_INPUT for a page or cursor that is none */
  pages(
    viewer: Viewer,
    ids: readonly string[],
    open: boolean,
    args: PageArgs,
  ): Promise<Map<string, Connection<Impediment>>> {
    const page = pageByMoment(args);
    const [at, id] = page.after ?? [null, null];
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<ChosenRow>(chosen(open), [tx.organizationId, ids, at, id, page.limit]);
      const totals = await tx.query<{ source_id: string; total: number }>(total(open), [tx.organizationId, ids]);
      const shown = await this.objects.byIds(
        tx,
        viewer,
        rows.map((row) => row.id),
      );
      const nodes = new Map(shown.map((impediment) => [idOf(impediment), impediment]));
      const nodeOf = (row: ChosenRow): Impediment => {
        const node = nodes.get(row.id);
        if (!node) throw new Error('Every row of the page is an object.');
        return node;
      };
      return new Map(
        totals.map((of) => {
          const own = rows.filter((row) => row.source_id === of.source_id);
          return [of.source_id, toConnection(page, own, of.total, (row) => [row.updated_at, row.id], nodeOf)];
        }),
      );
    });
  }
}

const chosen = (open: boolean): string => `
  select given.source_id, page.* from unnest($2::uuid[]) as given(source_id) cross join lateral (
    select i.id, i.updated_at from impediments i
     where i.organization_id = $1 and i.source_id = given.source_id and ${open ? IS_OPEN : IS_ENDED}
       and ($3::timestamptz is null or i.updated_at <= $3 and (i.updated_at < $3 or i.id > $4::uuid))
     order by i.updated_at desc, i.id limit $5) as page
   order by given.source_id, page.updated_at desc, page.id`;

const total = (open: boolean): string => `
  select given.source_id, (select count(*) from impediments i
     where i.organization_id = $1 and i.source_id = given.source_id and ${open ? IS_OPEN : IS_ENDED}) as total
    from unnest($2::uuid[]) as given(source_id)`;
