import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow, IS_ENDED, IS_OPEN } from './impediment-row.js';
import { type Filter, filterSql } from './impediment-filter.js';

/** Reads of impediments; each statement is one round trip, whatever hangs on the rows. */
@Injectable()
export class ImpedimentsRepository {
  byId(tx: Tx, id: string): Promise<ImpedimentRow | undefined> {
    return tx.one<ImpedimentRow>(`${FULL} and i.id = $2`, [tx.organizationId, id]);
  }

  /** Locks the impediment until the transaction ends: who comes second sees what the first one did. */
  async forUpdate(tx: Tx, id: string): Promise<ImpedimentRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    const locked = await tx.run('select 1 from impediments where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return locked === 0 ? undefined : this.byId(tx, id);
  }

  /** As `forUpdate` for many, locked in one order whoever asks; those that are not there are missing. */
  async allForUpdate(tx: Tx, ids: readonly string[]): Promise<Map<string, ImpedimentRow>> {
    await tx.query(
      `select 1 from impediments where organization_id = $1 and id = any($2::uuid[]) order by id for no key update`,
      [tx.organizationId, ids],
    );
    return new Map((await this.byIds(tx, ids)).map((row) => [row.id, row]));
  }

  byNumber(tx: Tx, number: number): Promise<ImpedimentRow | undefined> {
    return tx.one<ImpedimentRow>(`${FULL} and i.number = $2`, [tx.organizationId, number]);
  }

  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return tx.query(
      `select number::text as asked, title as name from impediments where organization_id = $1 and number = any($2::int[])`,
      [tx.organizationId, numbers],
    );
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<ImpedimentRow[]> {
    return tx.query<ImpedimentRow>(`${FULL} and i.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /**
   * Latest change first. Open and ended ones are read apart, each from its own partial index, then merged:
   * a page costs the same however long the history is.
   */
  page(tx: Tx, filter: Filter, page: Page): Promise<ImpedimentRow[]> {
    const values: unknown[] = [tx.organizationId, page.limit];
    const conditions = filterSql(filter, values);
    if (page.after) {
      values.push(page.after[0], page.after[1]);
      const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
      conditions.push(`i.updated_at <= ${at} and (i.updated_at < ${at} or i.id > ${id})`);
    }
    const where = ['i.organization_id = $1', ...conditions].join(' and ');
    const ids = (branch: string): string =>
      `(select i.id, i.updated_at from impediments i where ${where} and ${branch} order by i.updated_at desc, i.id limit $2)`;
    return tx.query<ImpedimentRow>(
      `with chosen as (select id from (${ids(IS_OPEN)} union all ${ids(IS_ENDED)}) as both_kinds
                        order by updated_at desc, id limit $2)
       select ${IMPEDIMENT_COLUMNS} from impediments i join chosen c on c.id = i.id
        where i.organization_id = $1 order by i.updated_at desc, i.id`,
      values,
    );
  }

  /** Walks everything that fits: only for those who ask for the total. */
  async count(tx: Tx, filter: Filter): Promise<number> {
    const values: unknown[] = [tx.organizationId];
    const where = ['i.organization_id = $1', ...filterSql(filter, values)].join(' and ');
    const row = await tx.one<{ count: number }>(`select count(*) from impediments i where ${where}`, values);
    return row?.count ?? 0;
  }

  async exists(tx: Tx, id: string): Promise<boolean> {
    const found = await tx.one('select 1 from impediments where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
    return found !== undefined;
  }

  async descriptions(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; description: string }>(
      'select id, description from impediments where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.description]));
  }

  /** Who votes for and who watches the impediments; one person when given, everybody otherwise. */
  async participants(tx: Tx, ids: readonly string[], personId: string | null): Promise<Participants> {
    const rows = await tx.query<{ votes: boolean; impediment_id: string; person_id: string }>(
      `select true as votes, impediment_id, person_id from impediment_votes
        where organization_id = $1 and impediment_id = any($2::uuid[]) and ($3::uuid is null or person_id = $3)
       union all
       select false, impediment_id, person_id from impediment_watchers
        where organization_id = $1 and impediment_id = any($2::uuid[]) and ($3::uuid is null or person_id = $3)`,
      [tx.organizationId, ids, personId],
    );
    const pairs = (votes: boolean): Set<string> =>
      new Set(rows.filter((row) => row.votes === votes).map((row) => `${row.impediment_id}:${row.person_id}`));
    return new Participants(pairs(true), pairs(false));
  }
}

/** Who votes for what and who watches what. */
export class Participants {
  constructor(
    private readonly voters: ReadonlySet<string>,
    private readonly watchers: ReadonlySet<string>,
  ) {}

  votes(impedimentId: string, personId: string): boolean {
    return this.voters.has(`${impedimentId}:${personId}`);
  }

  watches(impedimentId: string, personId: string): boolean {
    return this.watchers.has(`${impedimentId}:${personId}`);
  }
}

const FULL = `select ${IMPEDIMENT_COLUMNS}, i.description from impediments i where i.organization_id = $1`;
