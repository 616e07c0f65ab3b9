import type { GoalMeasureFacts, GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { GoalRow } from './goal-row.js';

/** Columns that a use case may set; the names are the table's. Moments are ISO text. */
export interface GoalColumns {
  title: string;
  description: string;
  measures: GoalMeasureFacts[];
  state: GoalState;
  active_since: string | null;
  ended_at: string | null;
  ended_words: string;
}

/** A goal as it is set: planned. */
export interface NewGoal extends Pick<GoalColumns, 'title' | 'description' | 'measures'> {
  id: string;
  productId: string;
  /** ISO text of now. */
  at: string;
}

@Injectable()
export class GoalWrites {
  async insert(tx: Tx, { id, productId, title, description, measures, at }: NewGoal): Promise<void> {
    await tx.run(
      `insert into product_goals (organization_id, id, product_id, title, description, measures, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [tx.organizationId, id, productId, title, description, JSON.stringify(measures), at],
    );
  }

  /** The new version; undefined when the version is stale or there is no such goal. */
  async update(
    tx: Tx,
    row: Pick<GoalRow, 'id' | 'version'>,
    changes: Partial<GoalColumns>,
    at: string,
  ): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 5}`);
    const updated = await tx.one<{ version: number }>(
      `update product_goals set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $4)'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [
        tx.organizationId,
        row.id,
        row.version,
        at,
        ...columns.map(([column, value]) => (column === 'measures' ? JSON.stringify(value) : value)),
      ],
    );
    return updated?.version;
  }
}
