import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type Sprint, sprintOf } from './sprints.graphql.js';
import { SprintsRepository } from './sprints.repository.js';

/** Sprints as planning looks at them: of items, and those that run now. Ids are the database's. */
@Injectable()
export class PlannedSprintsRead {
  constructor(@Inject(SprintsRepository) private readonly sprints: SprintsRepository) {}

  /** By the item, the latest sprint first; two statements for any number of items. */
  async ofItems(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Sprint[]>> {
    const placed = await tx.query<{ item_id: string; sprint_id: string }>(
      'select item_id, sprint_id from sprint_items where organization_id = $1 and item_id = any($2::uuid[])',
      [tx.organizationId, itemIds],
    );
    const rows = await this.sprints.byIds(tx, [...new Set(placed.map(({ sprint_id: id }) => id))]);
    const found = new Map<string, Sprint[]>();
    for (const row of rows)
      for (const { item_id: itemId, sprint_id: sprintId } of placed)
        if (sprintId === row.id) found.set(itemId, [...(found.get(itemId) ?? []), sprintOf(row)]);
    return found;
  }

  /** Of the teams of a product that are not archived, of one area or of all: the running ones, by the name of the team. */
  async running(
    tx: Tx,
    productId: string,
    areaId: string | null,
    today: string,
  ): Promise<{ teamId: string; sprint: Sprint }[]> {
    const chosen = await tx.query<{ id: string }>(RUNNING, [tx.organizationId, productId, areaId, today]);
    const rows = new Map(
      (
        await this.sprints.byIds(
          tx,
          chosen.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    return chosen.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [{ teamId: row.team_id, sprint: sprintOf(row) }] : [];
    });
  }
}

const RUNNING = `
  select r.id from sprints r
    join teams t on t.organization_id = r.organization_id and t.id = r.team_id
    join areas a on a.organization_id = t.organization_id and a.id = t.area_id
   where r.organization_id = $1 and r.state = 'ACTIVE' and r.removed_at is null and a.product_id = $2
     and ($3::uuid is null or a.id = $3) and (t.archived_on is null or t.archived_on > $4::date)
   order by lower(t.name), t.id, r.starts_on, r.id`;
