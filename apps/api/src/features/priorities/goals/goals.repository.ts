import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { GOAL_COLUMNS, type GoalRow } from './goal-row.js';

type Row = GoalRow & Record<string, unknown>;

/** Items of a goal: those that say so themselves. */
export interface GoalCounts {
  open: number;
  done: number;
}

@Injectable()
export class GoalsRepository {
  byId(tx: Tx, id: string): Promise<GoalRow | undefined> {
    return tx.one<Row>(`${SELECT} and g.id = $2`, [tx.organizationId, id]);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<GoalRow[]> {
    return tx.query<Row>(`${SELECT} and g.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** The active one first, then what is planned, then what ended, the latest first. */
  ofProduct(tx: Tx, productId: string): Promise<GoalRow[]> {
    return tx.query<Row>(
      `${SELECT} and g.product_id = $2
        order by array_position(array['ACTIVE', 'PLANNED'], g.state) nulls last, g.ended_at desc, g.created_at desc, g.id`,
      [tx.organizationId, productId],
    );
  }

  active(tx: Tx, productId: string): Promise<GoalRow | undefined> {
    return tx.one<Row>(`${SELECT} and g.product_id = $2 and g.state = 'ACTIVE'`, [tx.organizationId, productId]);
  }

  async forUpdate(tx: Tx, id: string): Promise<GoalRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.run('select 1 from product_goals where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /** Epics and features only. */
  async counts(tx: Tx, ids: readonly string[]): Promise<Map<string, GoalCounts>> {
    const rows = await tx.query<GoalCounts & { goal_id: string }>(
      `select b.goal_id, count(*) filter (where b.state not in ('DONE', 'DROPPED')) as open,
              count(*) filter (where b.state = 'DONE') as done
         from backlog_items b
        where b.organization_id = $1 and b.goal_id = any($2::uuid[]) and b.tier <> 'TASK' group by b.goal_id`,
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ goal_id: id, ...counts }) => [id, counts]));
  }
}

const SELECT = `select ${GOAL_COLUMNS} from product_goals g where g.organization_id = $1`;
