import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ItemColumns } from './item-changes-told.js';
import { takeItemNumbers } from './item-numbers.js';
import type { ItemRow } from './item-row.js';

/** An item as it is written here. */
export type NewItem = Omit<ItemColumns, 'dropped_reason' | 'resolved_at'> & { id: string; at: string };

/** Columns that a file tells of, too: what is changed here of an imported item is left alone by the next import. */
const TOLD_BY_FILES: readonly (keyof ItemColumns)[] = [
  'title',
  'description',
  'tier',
  'kind',
  'state',
  'area_id',
  'team_id',
  'assignee_id',
  'parent_id',
  'points',
];

/** JSON in the database. */
const JSON_COLUMNS: readonly string[] = ['acceptance_criteria'];

@Injectable()
export class ItemWrites {
  /**
   * Takes the next free number and inserts the item. Everybody else who writes one in this organization waits from here
   * until the commit: call it late.
   * @returns its key
   */
  async insert(tx: Tx, item: NewItem): Promise<string> {
    return (await this.insertAll(tx, [item]))[0] ?? '';
  }

  /** As `insert`, in the order given; all at once, so that the parents of some may be among them. */
  async insertAll(tx: Tx, items: readonly NewItem[]): Promise<string[]> {
    const rows = await tx.query<{ external_key: string; number: number }>(INSERT, [
      tx.organizationId,
      JSON.stringify(items),
      await takeItemNumbers(tx, items.length),
    ]);
    return rows.sort((one, other) => one.number - other.number).map(({ external_key: key }) => key);
  }

  /** The new version; undefined when the version is stale or there is no such item. */
  async update(
    tx: Tx,
    row: Pick<ItemRow, 'id' | 'version'>,
    changes: Partial<ItemColumns>,
    at: string,
  ): Promise<number | undefined> {
    const [updated] = await this.updateAll(tx, [{ row, changes }], at);
    return updated?.version;
  }

  /** Of imported items what was changed here, as it was before. */
  async setHandEdited(tx: Tx, items: readonly { id: string; handEdited: readonly string[] }[]): Promise<void> {
    await tx.run(
      `update backlog_items b set hand_edited = array(select jsonb_array_elements_text(n."handEdited"))
         from jsonb_to_recordset($2::jsonb) as n(id uuid, "handEdited" jsonb)
        where b.organization_id = $1 and b.id = n.id and b.number is null`,
      [tx.organizationId, JSON.stringify(items)],
    );
  }

  /** Those whose version is stale are passed over. One statement, whatever columns each of them changes. */
  async updateAll(
    tx: Tx,
    writes: readonly { row: Pick<ItemRow, 'id' | 'version'>; changes: Partial<ItemColumns> }[],
    at: string,
  ): Promise<{ id: string; version: number }[]> {
    if (writes.length === 0) return [];
    const columns = [...new Set(writes.flatMap(({ changes }) => Object.keys(changes)))];
    // Names of columns come from our own objects only.
    const assignments = columns.map(
      (column) =>
        `${column} = case when n.changes ? '${column}' then ${JSON_COLUMNS.includes(column) ? `n.changes -> '${column}'` : `(n.changes ->> '${column}')::${TYPES[column] ?? 'text'}`} else b.${column} end`,
    );
    const given = writes.map(({ row, changes }) => ({
      id: row.id,
      version: row.version,
      changes,
      edited: TOLD_BY_FILES.filter((column) => column in changes),
    }));
    return tx.query<{ id: string; version: number }>(
      `update backlog_items b
          set ${[...assignments, 'version = b.version + 1', 'updated_at = greatest(b.updated_at, $3)'].join(', ')},
              hand_edited = case when b.number is null then array(
                select distinct e from unnest(b.hand_edited || array(select jsonb_array_elements_text(n.edited))) as e order by e)
                else b.hand_edited end
         from jsonb_to_recordset($2::jsonb) as n(id uuid, version int, changes jsonb, edited jsonb)
        where b.organization_id = $1 and b.id = n.id and b.version = n.version
        returning b.id, b.version`,
      [tx.organizationId, JSON.stringify(given), at],
    );
  }
}

/** Types of columns that are no text. */
const TYPES: Partial<Record<string, string>> = {
  product_id: 'uuid',
  area_id: 'uuid',
  team_id: 'uuid',
  assignee_id: 'uuid',
  parent_id: 'uuid',
  goal_id: 'uuid',
  points: 'numeric',
  value: 'smallint',
  time_criticality: 'smallint',
  risk_reduction: 'smallint',
  resolved_at: 'timestamptz',
};

const INSERT = `
  insert into backlog_items (organization_id, id, number, external_key, title, description, type, tier, kind, state, product_id,
      area_id, team_id, assignee_id, parent_id, goal_id, acceptance_criteria, points, value, time_criticality, risk_reduction,
      task_rank, created_at, updated_at)
  select $1, n.id, g.number, 'B-' || g.number, n.title, n.description, '', n.tier, n.kind, n.state,
         n.product_id, n.area_id, n.team_id, n.assignee_id, n.parent_id, n.goal_id, n.acceptance_criteria, n.points,
         n.value, n.time_criticality, n.risk_reduction, n.task_rank, n.at, n.at
    from rows from (jsonb_array_elements($2::jsonb), unnest($3::int[])) as g(item, number)
   cross join lateral jsonb_to_record(g.item) as n(id uuid, title text, description text, tier text, kind text, state text,
      product_id uuid, area_id uuid, team_id uuid, assignee_id uuid, parent_id uuid, goal_id uuid, acceptance_criteria jsonb,
      points numeric, value smallint, time_criticality smallint, risk_reduction smallint, task_rank text, at timestamptz)
  returning number, external_key`;
