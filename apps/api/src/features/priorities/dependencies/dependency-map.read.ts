import { canOnDependency } from '@chapterhouse/domain/priorities/dependency-policy';
import type { DependencyConflict } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { DependenciesRepository } from './dependencies.repository.js';
import type { DependencyRow } from './dependency-row.js';
import { DependencyStandingsRead } from './dependency-standings.read.js';

/** A span longer than this is a list, not a map. */
const MOST_DAYS = 400;
const MOST_LINES = 1_000;

/** Which stretch of time, of which product; ids as in the database, days YYYY-MM-DD, `endsBefore` exclusive. */
export interface MapQuestion {
  productId: string;
  from: string;
  endsBefore: string;
}

export interface MappedLine {
  row: DependencyRow;
  conflicts: DependencyConflict[];
}

/** What stands between areas, by the day it is needed; what was declined or withdrawn stands no more. */
@Injectable()
export class DependencyMapRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyStandingsRead) private readonly standings: DependencyStandingsRead,
  ) {}

  /** @throws NOT_FOUND for a product of nobody here, INVALID_INPUT */
  lines(viewer: Viewer, { productId, from, endsBefore }: MapQuestion): Promise<MappedLine[]> {
    const verdict = canOnDependency(viewer.actor, 'dependency:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'dependency:view', reason: verdict.reason });
    refuseSpan(from, endsBefore);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const product = await tx.one('select 1 from products where organization_id = $1 and id = $2', [
        tx.organizationId,
        productId,
      ]);
      if (!product) throw refusePlatform('NOT_FOUND', {});
      const found = await tx.query<{ id: string }>(DRAWN, [tx.organizationId, productId, from, endsBefore]);
      const rows = await this.dependencies.byIds(
        tx,
        found.map(({ id }) => id),
      );
      const conflicts = await this.standings.conflictsOf(tx, rows, viewer.now);
      return rows.map((row) => ({ row, conflicts: conflicts.get(row.id) ?? [] }));
    });
  }
}

function refuseSpan(from: string, endsBefore: string): void {
  const days = (Date.parse(endsBefore) - Date.parse(from)) / 86_400_000;
  if (days >= 1 && days <= MOST_DAYS) return;
  const problem = `Choose a day after the first one, at most ${MOST_DAYS} days later.`;
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'endsBefore', problem }] });
}

const DRAWN = `
  select d.id
    from dependencies d
    join backlog_items c on c.organization_id = d.organization_id and c.id = d.consumer_id
    left join backlog_items p on p.organization_id = d.organization_id and p.id = d.provider_id
    left join teams pt on pt.organization_id = d.organization_id and pt.id = d.provider_team_id
    left join areas pa on pa.organization_id = d.organization_id and pa.id = pt.area_id
   where d.organization_id = $1 and d.needed_by >= $3 and d.needed_by < $4
     and d.state in ('REQUESTED', 'COUNTERED', 'COMMITTED', 'DELIVERED')
     and (c.product_id = $2 or coalesce(p.product_id, pa.product_id) = $2)
   order by d.needed_by, d.number limit ${MOST_LINES}`;
