import type { OneOrder } from '@chapterhouse/domain/priorities/one-order';
import type { UnknownMove } from '@chapterhouse/domain/priorities/scenario-refusals';
import type { ScenarioMove } from '@chapterhouse/domain/priorities/scenario-order';
import type { ScenarioState } from '@chapterhouse/domain/priorities/scenario-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { MOVE_COLUMNS, type OrderMoveRow } from '../order/order.repository.js';
import { SCENARIO_COLUMNS, type ScenarioRow } from './scenario-row.js';

type Row = ScenarioRow & Record<string, unknown>;

/** Columns that a use case may set; the names are the table's. Moments are ISO text. */
export interface ScenarioChange {
  name: string;
  note: string;
  state: ScenarioState;
  base_number: number;
  base_item_ids: string[];
  moves: ScenarioMove[];
  decision_id: string;
  published_at: string;
  published_number: number;
}

export interface NewScenario {
  id: string;
  productId: string;
  name: string;
  note: string;
  ownerId: string;
  baseNumber: number;
  baseItemIds: string[];
  at: string;
}

export interface CommentRow {
  id: string;
  scenario_id: string;
  by_id: string;
  at: string;
  text: string;
}

/** More than anybody tries at once. */
const MOST_LISTED = 200;
/** As many as anybody reads of what happened meanwhile. */
const MOST_MEANWHILE = 200;

@Injectable()
export class ScenariosRepository {
  byId(tx: Tx, id: string): Promise<ScenarioRow | undefined> {
    return tx.one<Row>(`${SELECT} and s.id = $2`, [tx.organizationId, id]);
  }

  /** In the order of the ids; those that are not there are passed over. */
  byIds(tx: Tx, ids: readonly string[]): Promise<ScenarioRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.query<Row>(`${SELECT} and s.id = any($2::uuid[]) order by array_position($2::uuid[], s.id)`, [
      tx.organizationId,
      ids,
    ]);
  }

  /** The latest first: one's own, and those that are shared; not what was discarded. */
  ofProduct(tx: Tx, productId: string, personId: string): Promise<ScenarioRow[]> {
    return tx.query<Row>(
      `${SELECT} and s.product_id = $2 and s.state <> 'DISCARDED' and (s.owner_id = $3 or s.state in ('SHARED', 'PUBLISHED'))
        order by s.updated_at desc, s.id limit ${MOST_LISTED}`,
      [tx.organizationId, productId, personId],
    );
  }

  /** Locks the scenario until the transaction ends: who comes second sees what the first one did. */
  async forUpdate(tx: Tx, id: string): Promise<ScenarioRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query('select 1 from scenarios where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /** The order that it copied, with the areas that its items are in. */
  base(tx: Tx, id: string): Promise<OneOrder> {
    return tx.query<{ id: string; areaId: string | null }>(
      `select b.id, b.area_id as "areaId"
         from scenarios s
        cross join unnest(s.base_item_ids) with ordinality as o(item_id, place)
         join backlog_items b on b.organization_id = s.organization_id and b.id = o.item_id
        where s.organization_id = $1 and s.id = $2 order by o.place`,
      [tx.organizationId, id],
    );
  }

  async insert(tx: Tx, scenario: NewScenario): Promise<void> {
    const { id, productId, name, note, ownerId, baseNumber, baseItemIds, at } = scenario;
    await tx.run(
      `insert into scenarios (organization_id, id, product_id, name, note, owner_id, base_number, base_item_ids, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [tx.organizationId, id, productId, name, note, ownerId, baseNumber, baseItemIds, at],
    );
  }

  /** The new version; undefined when the version is stale. */
  async update(
    tx: Tx,
    row: { id: string; version: number },
    { moves, ...changes }: Partial<ScenarioChange>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries({ ...changes, ...(moves && { moves: JSON.stringify(moves) }) });
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update scenarios set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, row.id, row.version, at, ...columns.map(([, value]) => value)],
    );
    return updated?.version;
  }

  async addComment(tx: Tx, comment: CommentRow): Promise<void> {
    const { id, scenario_id: scenarioId, by_id: byId, at, text } = comment;
    await tx.run(
      'insert into scenario_comments (organization_id, id, scenario_id, by_id, at, text) values ($1, $2, $3, $4, $5, $6)',
      [tx.organizationId, id, scenarioId, byId, at, text],
    );
    await tx.run('update scenarios set updated_at = greatest(updated_at, $3) where organization_id = $1 and id = $2', [
      tx.organizationId,
      scenarioId,
      at,
    ]);
  }

  /** The oldest first. */
  comments(tx: Tx, ids: readonly string[]): Promise<CommentRow[]> {
    return tx.query<CommentRow & Record<string, unknown>>(
      `select id, scenario_id, by_id, at, text from scenario_comments
        where organization_id = $1 and scenario_id = any($2::uuid[]) order by scenario_id, at, id`,
      [tx.organizationId, ids],
    );
  }

  /** How many moves the order has made since, of those that can still be published. */
  async behindBy(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ id: string; behind: number }>(
      `select s.id, case when s.state in ('DRAFT', 'SHARED') then coalesce(o.number, 0) - s.base_number else 0 end as behind
         from scenarios s
         left join product_orders o on o.organization_id = s.organization_id and o.product_id = s.product_id
        where s.organization_id = $1 and s.id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, behind }) => [id, behind]));
  }

  /** The moves of the order that it does not know, the latest first. */
  meanwhile(tx: Tx, { product_id: productId, base_number: known }: ScenarioRow): Promise<OrderMoveRow[]> {
    return tx.query<OrderMoveRow & Record<string, unknown>>(
      `select ${MOVE_COLUMNS} from order_moves where organization_id = $1 and product_id = $2 and number > $3
        order by number desc limit ${MOST_MEANWHILE}`,
      [tx.organizationId, productId, known],
    );
  }

  /** The same in words, for whoever is refused because of them. */
  unknownMoves(tx: Tx, { product_id: productId, base_number: known }: ScenarioRow): Promise<UnknownMove[]> {
    return tx.query<UnknownMove & Record<string, unknown>>(
      `select m.number, b.external_key as key, b.title, m.from_position as "from", m.to_position as "to"
         from order_moves m join backlog_items b on b.organization_id = m.organization_id and b.id = m.item_id
        where m.organization_id = $1 and m.product_id = $2 and m.number > $3
        order by m.number desc limit ${MOST_MEANWHILE}`,
      [tx.organizationId, productId, known],
    );
  }
}

const SELECT = `select ${SCENARIO_COLUMNS} from scenarios s where s.organization_id = $1`;
