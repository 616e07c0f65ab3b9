import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ThingName } from '../../../platform/graphql/thing-names.js';
import { ITEM_COLUMNS, type ItemRow } from './item-row.js';

type Row = ItemRow & Record<string, unknown>;

/** Reads of backlog items; each is one statement, whatever hangs on the rows. */
@Injectable()
export class ItemsRepository {
  byId(tx: Tx, id: string): Promise<ItemRow | undefined> {
    return tx.one<Row>(`${SELECT} and b.id = $2`, [tx.organizationId, id]);
  }

  /** @param key as it is written, in capitals or not */
  byKey(tx: Tx, key: string): Promise<ItemRow | undefined> {
    return tx.one<Row>(`${SELECT} and b.external_key in ($2, upper($2)) order by b.external_key = $2 desc limit 1`, [
      tx.organizationId,
      key,
    ]);
  }

  /** @param numbers of keys `B-3` */
  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return tx.query(
      `select substr(external_key, 3) as asked, title as name from backlog_items
        where organization_id = $1 and external_key = any($2::text[])`,
      [tx.organizationId, numbers.map((number) => `B-${number}`)],
    );
  }

  /** In the order of the ids; those that are not there are passed over. */
  byIds(tx: Tx, ids: readonly string[]): Promise<ItemRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return tx.query<Row>(BY_IDS, [tx.organizationId, ids]);
  }

  /**
   * Locks the item until the transaction ends: who comes second sees what the first one did.
   * @param besideIds of others that the change needs to stay as they are, locked with it in one order
   */
  async forUpdate(tx: Tx, id: string, besideIds: readonly string[] = []): Promise<ItemRow | undefined> {
    return (await this.allForUpdate(tx, [...new Set([id, ...besideIds])])).find((row) => row.id === id);
  }

  /** As `forUpdate` for many, locked in one order whoever asks. */
  async allForUpdate(tx: Tx, ids: readonly string[]): Promise<ItemRow[]> {
    if (ids.length === 0) return [];
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query(
      'select 1 from backlog_items where organization_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [tx.organizationId, ids],
    );
    return this.byIds(tx, ids);
  }
}

const SELECT = `select ${ITEM_COLUMNS} from backlog_items b where b.organization_id = $1`;

const BY_IDS = `
  select ${ITEM_COLUMNS}
    from unnest($2::uuid[]) with ordinality as given(id, place)
    join backlog_items b on b.organization_id = $1 and b.id = given.id
   order by given.place`;
