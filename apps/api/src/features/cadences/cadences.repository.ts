import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { CADENCE_COLUMNS, type CadenceRow, FROM_CADENCES } from './cadence-row.js';

type Row = CadenceRow & Record<string, unknown>;

/** Reads of series. */
@Injectable()
export class CadencesRepository {
  /** Those that are not there are passed over. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, CadenceRow>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<Row>(`${SELECT} and c.id = any($2::uuid[])`, [tx.organizationId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  byId(tx: Tx, id: string): Promise<CadenceRow | undefined> {
    return tx.one<Row>(`${SELECT} and c.id = $2`, [tx.organizationId, id]);
  }

  /** Locks the series until the transaction ends: who comes second sees what the first one did, of its dates too. */
  async forUpdate(tx: Tx, id: string): Promise<CadenceRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query('select 1 from cadences where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /** All series of the lines, in the order in which they follow one another. @param rootIds of the first ones */
  ofLines(tx: Tx, rootIds: readonly string[]): Promise<CadenceRow[]> {
    return tx.query<Row>(`${SELECT} and c.root_id = any($2::uuid[]) order by c.root_id, c.starts_at, c.id`, [
      tx.organizationId,
      rootIds,
    ]);
  }

  /** Series that may have a date in these days, wherever on earth: the zones are the caller's to look at. */
  around(tx: Tx, from: string, endsBefore: string, cadenceIds: readonly string[] | null): Promise<CadenceRow[]> {
    return tx.query<Row>(AROUND, [tx.organizationId, from, endsBefore, cadenceIds]);
  }
}

const SELECT = `select ${CADENCE_COLUMNS} from ${FROM_CADENCES} where c.organization_id = $1`;

const AROUND = `${SELECT}
   and ($4::uuid[] is null or c.id = any($4::uuid[]))
   and ((c.starts_at < $3::date and (c.last_on is null or c.last_on >= $2::date))
     or exists (select from occurrences o where o.organization_id = c.organization_id and o.cadence_id = c.id
                  and o.moved_to >= $2::date and o.moved_to < $3::date))`;
