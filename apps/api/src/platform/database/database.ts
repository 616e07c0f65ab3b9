import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { Tx, type TxScope } from './tx.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The only door to PostgreSQL. Everything, reads too, runs in a transaction that carries its organization:
 * row-level security shows nothing without it.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly logger = new Logger('Database');
  readonly pool: Pool;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    this.pool = poolOf(dataSource);
    // Without a listener a restart of PostgreSQL would end this process.
    this.pool.on('error', (error) => this.logger.warn(`An idle connection ended: ${error.message}`));
  }

  /** Runs `work` in one transaction of the scope's organization; commits, or rolls back when it throws. */
  async transaction<T>(scope: TxScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!UUID.test(scope.organizationId)) throw new Error('A transaction needs an organization id.');
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; set local chapterhouse.organization_id = '${scope.organizationId}'`);
      const tx = new Tx(client, scope);
      const result = await work(tx);
      const outcome = await client.query('commit');
      if (outcome.command !== 'COMMIT') throw new Error('The transaction was rolled back by PostgreSQL.');
      tx.committed();
      return result;
    } catch (error) {
      broken = await this.rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Looks up without an organization: only `doorways` and `rate_limits` answer here. */
  async withoutOrganization<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async rollBack(client: PoolClient): Promise<Error | undefined> {
    try {
      await client.query('rollback');
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
