import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import {
  ENDS,
  FIRST_DAY,
  LATEST_FIRST,
  readSprints,
  type KeptField,
  type SprintNumbers,
  type SprintRow,
} from './sprint-row.js';

export interface SprintItem {
  sprintId: string;
  itemId: string;
}

/** A sprint as it is written. */
export interface SprintWrite {
  id: string;
  teamId: string;
  name: string;
  goal: string;
  state: SprintRow['state'];
  imported: boolean;
  editedByHand: readonly KeptField[];
  byHand: SprintNumbers;
}

/** Where a page of a list goes on: the first day of the last sprint seen, and its id. */
export type SprintKey = readonly [firstDay: string, id: string];

type Row = SprintRow & Record<string, unknown>;
type ListedRow = SprintRow & { first_day: string };

/** Sprints that were not removed. */
@Injectable()
export class SprintsRepository {
  /** Latest first. */
  async ofTeam(tx: Tx, teamId: string, after: SprintKey | null, limit: number): Promise<ListedRow[]> {
    const [day, id] = after ?? [null, null];
    return tx.query<ListedRow & Record<string, unknown>>(OF_TEAM, [tx.organizationId, teamId, day, id, limit]);
  }

  async countOf(tx: Tx, teamId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*) as count from sprints where organization_id = $1 and team_id = $2 and removed_at is null',
      [tx.organizationId, teamId],
    );
    return row?.count ?? 0;
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<SprintRow[]> {
    return tx.query<Row>(BY_IDS, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<SprintRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** As `byId`, locked until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<SprintRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.run('select 1 from sprints where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /** The last finished ones of each team that were over first, in no order. */
  async lastFinished(tx: Tx, teamIds: readonly string[], each: number): Promise<SprintRow[]> {
    return tx.query<Row>(LAST_FINISHED, [tx.organizationId, teamIds, each]);
  }

  /** All that are finished, of these teams. */
  async finished(tx: Tx, teamIds: readonly string[]): Promise<SprintRow[]> {
    return tx.query<Row>(FINISHED, [tx.organizationId, teamIds]);
  }

  async insert(tx: Tx, sprints: readonly SprintWrite[]): Promise<void> {
    await tx.run(INSERT, [tx.organizationId, JSON.stringify(sprints)]);
  }

  /** False when the version is stale or there is no such sprint. */
  async update(tx: Tx, sprint: SprintWrite, version: number): Promise<boolean> {
    return (await tx.run(UPDATE, [tx.organizationId, JSON.stringify([sprint]), version])) === 1;
  }

  /** False as for `update`. */
  async remove(tx: Tx, id: string, version: number, at: string): Promise<boolean> {
    const rows = await tx.run(
      `update sprints set removed_at = $4, version = version + 1
        where organization_id = $1 and id = $2 and version = $3 and removed_at is null`,
      [tx.organizationId, id, version, at],
    );
    return rows === 1;
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

const FROM = `from sprints r join organizations o on o.organization_id = r.organization_id
  where r.organization_id = $1 and r.removed_at is null`;

const OF_TEAM = readSprints(
  `chosen as (select r.id ${FROM} and r.team_id = $2 and ($3::date is null or (${FIRST_DAY}, r.id) < ($3::date, $4::uuid))
     order by ${FIRST_DAY} desc, r.id desc limit $5)`,
  LATEST_FIRST,
  's.first_day::text',
);

const BY_IDS = readSprints('chosen as (select unnest($2::uuid[]) as id)', LATEST_FIRST);

const LAST_FINISHED = readSprints(
  `chosen as (
     select last.id from unnest($2::uuid[]) as given(team_id) cross join lateral (
       select r.id ${FROM} and r.team_id = given.team_id and r.state = 'CLOSED' order by ${ENDS} desc nulls last, r.id desc limit $3) as last)`,
  LATEST_FIRST,
);

const FINISHED = readSprints(
  `chosen as (select r.id ${FROM} and r.team_id = any($2::uuid[]) and r.state = 'CLOSED')`,
  LATEST_FIRST,
);

const GIVEN = `
  select g.id, g."teamId" as team_id, g.name, g.goal, g.state, g.imported,
         array(select jsonb_array_elements_text(g."editedByHand")) as edited_by_hand,
         (g."byHand"->>'startsOn')::date as starts_on, (g."byHand"->>'endsBefore')::date as ends_before,
         (g."byHand"->>'plannedItems')::int as planned_items, (g."byHand"->>'plannedPoints')::numeric as planned_points,
         (g."byHand"->>'doneItems')::int as done_items, (g."byHand"->>'donePoints')::numeric as done_points
    from jsonb_to_recordset($2::jsonb) as g(id uuid, "teamId" uuid, name text, goal text, state text, imported boolean,
      "editedByHand" jsonb, "byHand" jsonb)`;

const INSERT = `
  insert into sprints (organization_id, id, team_id, name, goal, state, imported, edited_by_hand, starts_on, ends_before,
    planned_items, planned_points, done_items, done_points)
  select $1, id, team_id, name, goal, state, imported, edited_by_hand, starts_on, ends_before, planned_items,
    planned_points, done_items, done_points from (${GIVEN}) as given`;

const UPDATE = `
  update sprints s set name = g.name, goal = g.goal, state = g.state, edited_by_hand = g.edited_by_hand,
      starts_on = g.starts_on, ends_before = g.ends_before, planned_items = g.planned_items,
      planned_points = g.planned_points, done_items = g.done_items, done_points = g.done_points, version = s.version + 1
    from (${GIVEN}) as g
   where s.organization_id = $1 and s.id = g.id and s.version = $3 and s.removed_at is null`;
