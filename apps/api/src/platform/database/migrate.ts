import { runMigrations } from 'graphile-worker';
import { adoptRestoredEvents } from '../events/adopt-restored-events.js';
import { ownerDataSource, poolOf } from './data-source.js';

const MIGRATION_LOCK = 4_283_311;

/**
 * Brings the database at `url` to this release, once, however many processes start together.
 * @param url of a role that may create tables and roles
 */
export async function migrate(url: string): Promise<void> {
  const dataSource = await ownerDataSource(url).initialize();
  try {
    const client = await poolOf(dataSource).connect();
    try {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await dataSource.runMigrations({ transaction: 'each' });
      await adoptRestoredEvents(client);
      await runMigrations({ connectionString: url });
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      client.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
