import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import { DECISION_COLUMNS, type DecisionRow } from './decision-row.js';

type Row = DecisionRow & Record<string, unknown>;

/** Reads of decisions; each statement is one round trip, whatever hangs on the rows. */
@Injectable()
export class DecisionsRepository {
  byId(tx: Tx, id: string): Promise<DecisionRow | undefined> {
    return tx.one<Row>(`${SELECT} and d.id = $2`, [tx.organizationId, id]);
  }

  byNumber(tx: Tx, number: number): Promise<DecisionRow | undefined> {
    return tx.one<Row>(`${SELECT} and d.number = $2`, [tx.organizationId, number]);
  }

  /** In the order of the ids; those that are not there are passed over. */
  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return tx.query(
      `select number::text as asked, title as name from decisions where organization_id = $1 and number = any($2::int[])`,
      [tx.organizationId, numbers],
    );
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<DecisionRow[]> {
    return tx.prepared<Row>('decisions by ids', BY_IDS, [tx.organizationId, ids]);
  }

  /** Locks the decision until the transaction ends: who comes second sees what the first one did. */
  async forUpdate(tx: Tx, id: string): Promise<DecisionRow | undefined> {
    return (await this.allForUpdate(tx, [id]))[0];
  }

  /** As `forUpdate` for many, locked in one order whoever asks. */
  async allForUpdate(tx: Tx, ids: readonly string[]): Promise<DecisionRow[]> {
    if (ids.length === 0) return [];
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query(
      'select 1 from decisions where organization_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [tx.organizationId, ids],
    );
    return this.byIds(tx, ids);
  }
}

const SELECT = `select ${DECISION_COLUMNS} from decisions d where d.organization_id = $1`;

const BY_IDS = `${SELECT} and d.id = any($2::uuid[]) order by array_position($2::uuid[], d.id)`;
