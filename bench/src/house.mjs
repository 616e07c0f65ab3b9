import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { built, say, settingsOf } from './built-product.mjs';
import { fill } from './fill.mjs';

/**
 * @typedef {object} House a database of its own with one filled organization, removed by `close`
 * @property {string} url as the owner of the tables
 * @property {string} secret SESSION_SECRET
 * @property {number} postmaster process id
 * @property {string} organizationId
 * @property {string[]} teamIds
 * @property {string[]} personIds the first one is an administrator
 * @property {string[]} cookies a session each, of the first people
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ history: number, open?: number, sessions?: number, fsync?: boolean }} wanted
 * @returns {Promise<House>}
 */
export async function openHouse({ history, open = 300, sessions = 1, fsync = true }) {
  const { startEmbeddedDatabase } = await built('platform/embedded-database/embedded-database');
  const { migrate } = await built('platform/database/migrate');
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-bench-'));
  const database = await startEmbeddedDatabase({ dataFolder: folder, fsync });
  const close = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(database.url);
    const secret = randomBytes(36).toString('base64');
    const started = Date.now();
    const organization = await inProduct({ databaseUrl: database.url, secret }, (app) =>
      fill(app, { history, open, sessions }),
    );
    await withOwner(database.url, (owner) => owner.query('vacuum analyze'));
    say(
      `Filled: 48 teams, ${open} open impediments, ${history} of history, in ${Math.round((Date.now() - started) / 1000)} s.`,
    );
    return { url: database.url, secret, postmaster: database.processId, ...organization, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The product's services in this process, without a port. */
export async function inProduct(access, work) {
  const { createHttpServer } = await built('http-server');
  const settings = { ...(await settingsOf(access)), logLevel: 'silent' };
  const app = await createHttpServer(settings, access.databaseUrl);
  try {
    await app.init();
    return await work(app);
  } finally {
    await app.close();
  }
}

/** One connection that may see and do everything. */
export async function withOwner(url, work) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
