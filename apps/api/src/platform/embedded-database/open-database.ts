import pg from 'pg';
import type { ClusterFolder } from './cluster-folder.js';
import { OWNER } from './cluster.js';
import { EmbeddedDatabaseError, messageOf } from './embedded-database-error.js';
import type { Postmaster } from './postmaster.js';

const DATABASE_NAME = 'chapterhouse';

/** Proves that the server is the one of this cluster (it knows the password, it names the folder), and makes the database. */
export async function openDatabase(at: ClusterFolder, postmaster: Postmaster, password: string): Promise<string> {
  const address = `postgres://${OWNER}:${password}@127.0.0.1:${postmaster.port}`;
  const client = new pg.Client({ connectionString: `${address}/postgres`, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; exists: boolean }>(
      `SELECT current_setting('data_directory') AS folder, EXISTS (SELECT FROM pg_database WHERE datname = $1) AS exists`,
      [DATABASE_NAME],
    );
    if (rows[0]?.folder !== at.cluster) throw new Error(`it serves ${rows[0]?.folder ?? 'another folder'}`);
    if (!rows[0].exists) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `The PostgreSQL on ${at.cluster} (process ${postmaster.pid}, port ${postmaster.port}) cannot be used: ${messageOf(error)}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  return `${address}/${DATABASE_NAME}`;
}
