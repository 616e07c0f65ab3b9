import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

export interface SprintRow {
  id: string;
  teamId: string;
  name: string;
  state: 'FUTURE' | 'ACTIVE' | 'CLOSED';
  startsAt: string | null;
  endsAt: string | null;
  completedAt: string | null;
}

export interface SprintItem {
  sprintId: string;
  itemId: string;
}

/** Sprints as minimal records. Each call is one or two statements: give it some hundred rows at a time. */
@Injectable()
export class SprintsRepository {
  async upsert(tx: Tx, sprints: SprintRow[]): Promise<void> {
    await tx.run(UPSERT, [tx.organizationId, JSON.stringify(sprints)]);
  }

  /**
   * Puts items into sprints; other items stay where they are.
   * @param movedIds of items that leave every sprint that is not among the places
   */
  async placeItems(tx: Tx, movedIds: string[], places: SprintItem[]): Promise<void> {
    if (movedIds.length > 0)
      await tx.run(
        `delete from sprint_items where organization_id = $1 and item_id = any($2::uuid[])
          and (sprint_id, item_id) not in (${PLACES.replaceAll('$2', '$3')})`,
        [tx.organizationId, movedIds, JSON.stringify(places)],
      );
    await tx.run(
      `insert into sprint_items (organization_id, sprint_id, item_id)
       select $1, s.sprint_id, s.item_id from (${PLACES}) s on conflict do nothing`,
      [tx.organizationId, JSON.stringify(places)],
    );
  }
}

const PLACES = `select "sprintId" as sprint_id, "itemId" as item_id from jsonb_to_recordset($2::jsonb) as p("sprintId" uuid, "itemId" uuid)`;

const UPSERT = `
  insert into sprints (organization_id, id, team_id, name, state, starts_at, ends_at, completed_at)
  select $1, id, "teamId", name, state, "startsAt", "endsAt", "completedAt"
    from jsonb_to_recordset($2::jsonb) as n(id uuid, "teamId" uuid, name text, state text, "startsAt" timestamptz,
      "endsAt" timestamptz, "completedAt" timestamptz)
  on conflict (organization_id, id) do update set team_id = excluded.team_id, name = excluded.name, state = excluded.state,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, completed_at = excluded.completed_at,
    version = sprints.version + 1`;
