/**
 * The process that holds a test run's database: a throw-away server with a migrated template that every test file
 * clones. It prints the address as its first line, and cleans up when its input ends: in order, or because jest died.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../src/platform/database/migrate.js';
import { clusterLocation } from '../src/platform/embedded-database/cluster-folder.js';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../src/platform/embedded-database/embedded-database.js';

const TEMPLATE = 'chapterhouse_template';

// Ctrl-C reaches this process too; the end of the input, which follows it, is the sign to stop.
process.on('SIGINT', () => {});
const inputEnded = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('error', resolve).resume());

const dataFolder = mkdtempSync(join(tmpdir(), 'chapterhouse-test-'));
// Not private, so that root's tests can run the server as another user; the cluster within is.
chmodSync(dataFolder, 0o711);
let database: EmbeddedDatabase | undefined;
try {
  database = await startEmbeddedDatabase({ dataFolder, fsync: false });
  await makeTemplate(database.url);
  process.stdout.write(`${database.url}\n`);
  await inputEnded;
} finally {
  await database?.stop();
  const elsewhere = clusterLocation(dataFolder);
  if (elsewhere !== null) rmSync(elsewhere, { recursive: true });
  rmSync(dataFolder, { recursive: true });
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
}
