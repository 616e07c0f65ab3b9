import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { until } from '../../../test/waiting.js';
import { clusterLocation } from './cluster-folder.js';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
import { isAlive } from './process-identity.js';

const asRoot = process.geteuid?.() === 0;
let dataFolder = '';
let cluster = '';
let started: EmbeddedDatabase[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'chapterhouse-embedded-'));
  cluster = join(dataFolder, 'postgres', 'cluster');
  if (asRoot) chmodSync(dataFolder, 0o711);
});

afterEach(async () => {
  for (const database of started) await database.stop();
  started = [];
  rmSync(dataFolder, { recursive: true });
});

/** Not durable unless a crash is the matter: initdb is then twice as quick. */
async function start(log: (line: string) => void = () => {}, fsync = false): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataFolder, fsync, log });
  started.push(database);
  return database;
}

async function query(database: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const writeRow = (database: EmbeddedDatabase) => query(database, `CREATE TABLE kept AS SELECT 'Zoë' AS name`);
const readRow = (database: EmbeddedDatabase) => query(database, 'SELECT name FROM kept');

describe('the embedded database', () => {
  test('starts, keeps its rows over a stop, and leaves nothing running', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await writeRow(first);
    expect(await query(first, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(
      await query(first, `SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()`),
    ).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8' }]);
    await Promise.all([first.stop(), first.stop()]);
    expect(isAlive(first.processId)).toBe(false);
    expect(existsSync(join(dataFolder, 'postgres', 'lock'))).toBe(false);

    const second = await start();
    expect(await readRow(second)).toEqual([{ name: 'Zoë' }]);
  });

  test('asks for its password, which only the owner can read', async () => {
    const database = await start();
    const wrong = new URL(database.url);
    wrong.password = 'guess';
    await expect(new pg.Client(wrong.href).connect()).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataFolder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(new URL(database.url).hostname).toBe('127.0.0.1');
  });

  test('a second start on the same folder is refused while the first runs', async () => {
    const first = await start();
    await expect(startEmbeddedDatabase({ dataFolder })).rejects.toThrow(/in use by this process already/);
    expect(await query(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('kill -9 of PostgreSQL: it says so, and the next start has the rows', async () => {
    const lines: string[] = [];
    const first = await start((line) => lines.push(line), true);
    await writeRow(first);
    process.kill(first.processId, 'SIGKILL');
    await until(() => lines.at(-1)?.includes('ended by itself (SIGKILL)') ?? false);
    await first.stop();
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true);

    const second = await start(() => {}, true);
    expect(second.adopted).toBe(false);
    expect(await readRow(second)).toEqual([{ name: 'Zoë' }]);
  });

  test('a stale postmaster.pid whose number an unrelated process now has does not hinder', async () => {
    const first = await start();
    await writeRow(first);
    await first.stop();
    // Of the same user as PostgreSQL: the case in which PostgreSQL itself would refuse.
    const { uid, gid } = statSync(cluster);
    const unrelated = spawn('sleep', ['60'], { stdio: 'ignore', ...(asRoot ? { uid, gid } : {}) });
    const stale = [unrelated.pid, cluster, 1_700_000_000, 54_321, '', '127.0.0.1', '  1234  5678', 'ready   ', ''];
    writeFileSync(join(cluster, 'postmaster.pid'), stale.join('\n'));
    try {
      const second = await start();
      expect(second.adopted).toBe(false);
      expect(await readRow(second)).toEqual([{ name: 'Zoë' }]);
    } finally {
      unrelated.kill();
    }
  });

  test('a lock of a process that is gone, and a half written postmaster.pid, do not hinder', async () => {
    await (await start()).stop();
    // Process 1 lives, but is not the one that wrote this mark.
    writeFileSync(join(dataFolder, 'postgres', 'lock'), '1 another-boot/1\n');
    writeFileSync(join(cluster, 'postmaster.pid'), '');
    await expect(start()).resolves.toMatchObject({ adopted: false });
  });

  test('what an interrupted initdb left is done again', async () => {
    const half = join(dataFolder, 'postgres', 'initdb-0123456789ab');
    mkdirSync(join(half, 'base'), { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    await start();
    expect(existsSync(half)).toBe(false);
    expect(existsSync(join(cluster, 'PG_VERSION'))).toBe(true);
  });

  test('a cluster of another major version, or something else in its place, is left as it is', async () => {
    await (await start()).stop();
    writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 15, and this release brings PostgreSQL 18/);
    rmSync(join(cluster, 'PG_VERSION'));
    await expect(start()).rejects.toThrow(/not a readable PostgreSQL cluster.*left as it is/);
    expect(existsSync(join(cluster, 'global', 'pg_control'))).toBe(true);
  });

  test('a data folder that cannot be written names CHAPTERHOUSE_DATA', async () => {
    const file = join(dataFolder, 'a-file');
    writeFileSync(file, '');
    await expect(startEmbeddedDatabase({ dataFolder: join(file, 'data') })).rejects.toThrow(
      /ENOTDIR.*\n.*CHAPTERHOUSE_DATA/,
    );
  });

  test('a wanted port that is taken is named', async () => {
    const first = await start();
    const other = join(dataFolder, 'other');
    const port = Number(new URL(first.url).port);
    await expect(startEmbeddedDatabase({ dataFolder: other, port, fsync: false })).rejects.toThrow(
      `Port ${port} of 127.0.0.1`,
    );
  });

  (asRoot ? test : test.skip)(
    'as root in a private folder the data is kept where its account may go, and found again',
    async () => {
      chmodSync(dataFolder, 0o700);
      const lines: string[] = [];
      const first = await start((line) => lines.push(line));
      const elsewhere = clusterLocation(dataFolder);
      try {
        expect(lines.join('\n')).toContain(`its data is kept in ${elsewhere ?? '?'}`);
        await writeRow(first);
        await first.stop();
        expect(await readRow(await start())).toEqual([{ name: 'Zoë' }]);
        expect(readFileSync(join(elsewhere ?? '', 'cluster', 'PG_VERSION'), 'utf8')).toBe('18\n');
      } finally {
        for (const database of started) await database.stop();
        if (elsewhere !== null) rmSync(elsewhere, { recursive: true });
      }
    },
  );
});
