import type { ImpedimentCategory, ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { insertClocks } from './clocks/clocks.repository.js';

/** Columns that a use case may set; the names are the table's. Moments are ISO text. */
export interface ImpedimentColumns {
  title: string;
  description: string;
  category: ImpedimentCategory;
  severity: ImpedimentSeverity | null;
  state: ImpedimentState;
  level: number;
  level_since: string;
  clock_ends_at: string | null;
  source_id: string | null;
  owner_id: string | null;
  due_on: string | null;
  next_step: string;
  resolution: string;
  decline_reason: string;
  duplicate_of_id: string | null;
  triaged_at: string | null;
  started_at: string | null;
  resolved_at: string | null;
  closed_at: string | null;
  reopened_count: number;
}

export interface NewImpediment {
  id: string;
  title: string;
  description: string;
  category: ImpedimentCategory;
  raisedBy: string;
  raisingTeamId: string;
  sourceId: string | null;
  clockEndsAt: string | null;
  /** The row of its first stay. */
  clock: object;
  /** The raising team among them. */
  affectedTeamIds: string[];
  blockedItemKeys: string[];
}

@Injectable()
export class ImpedimentWrites {
  /**
   * Takes the next number and inserts the impediment with its teams, items, clock and first watcher.
   * Everybody else who raises in this organization waits from here until the commit: call it late.
   */
  async insert(tx: Tx, impediment: NewImpediment, at: string): Promise<void> {
    await tx.run(INSERT, [
      tx.organizationId,
      impediment.id,
      impediment.title,
      impediment.description,
      impediment.category,
      at,
      impediment.clockEndsAt,
      impediment.raisedBy,
      impediment.raisingTeamId,
      impediment.sourceId,
      impediment.affectedTeamIds,
      impediment.blockedItemKeys,
      JSON.stringify([impediment.clock]),
    ]);
  }

  /** The new version; undefined when the version is stale or there is no such impediment. */
  async update(
    tx: Tx,
    row: { id: string; version: number },
    changes: Partial<ImpedimentColumns>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update impediments set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  /** Something was said or linked: it counts as recent, while the version of its own fields stays. */
  async touch(tx: Tx, id: string, at: string): Promise<void> {
    await tx.run(
      'update impediments set updated_at = greatest(updated_at, $3) where organization_id = $1 and id = $2',
      [tx.organizationId, id, at],
    );
  }
}

const INSERT = `
  with counted as (
    insert into impediment_counters as c (organization_id, last_number) values ($1, 1)
    on conflict (organization_id) do update set last_number = c.last_number + 1 returning last_number
  ), raised as (
    insert into impediments (organization_id, id, number, title, description, category, state, level_since, clock_ends_at,
        raised_by, raised_at, raising_team_id, source_id, updated_at)
    select $1, $2, last_number, $3, $4, $5, 'RAISED', $6, $7, $8, $6, $9, $10, $6 from counted
  ), teams as (
    insert into impediment_teams (organization_id, impediment_id, team_id, added_by, added_at)
    select $1, $2, team_id, $8, $6 from unnest($11::uuid[]) as team_id
  ), items as (
    insert into impediment_items (organization_id, impediment_id, external_key, item_id)
    select $1, $2, key, (select b.id from backlog_items b where b.organization_id = $1 and b.external_key = key)
      from unnest($12::text[]) as key
  ), clocks as (
    ${insertClocks('$13')}
  )
  insert into impediment_watchers (organization_id, impediment_id, person_id) values ($1, $2, $8)`;
