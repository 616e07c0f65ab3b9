import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { joinEmbeddedDatabase, startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
import { isAlive } from './process-identity.js';

let folder = '';
let adopter: EmbeddedDatabase | null = null;
let starter: ChildProcess | null = null;

/** A Chapterhouse of its own process, that may be killed. */
const STARTER = `
  const { startEmbeddedDatabase } = await import(${JSON.stringify(new URL('embedded-database.ts', import.meta.url).href)});
  const database = await startEmbeddedDatabase({ dataFolder: process.argv[1] });
  process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  process.stdout.write(JSON.stringify({ url: database.url, processId: database.processId }));
  setInterval(() => {}, 1000);`;
const HOOKS = new URL('../../../../../packages/config/typescript-hooks.mjs', import.meta.url).href;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapterhouse-adoption-'));
  chmodSync(folder, 0o711);
});

afterEach(async () => {
  starter?.kill('SIGKILL');
  await adopter?.stop();
  adopter = null;
});

afterAll(() => rmSync(folder, { recursive: true }));

async function startInChild(dataFolder: string): Promise<{ child: ChildProcess; url: string; processId: number }> {
  const child = spawn(process.execPath, ['--import', HOOKS, '--input-type=module', '--eval', STARTER, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  starter = child;
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the starter ended')));
  const [printed] = (await Promise.race([once(child.stdout, 'data'), died])) as [Buffer];
  died.catch(() => {});
  const { url, processId } = JSON.parse(printed.toString()) as { url: string; processId: number };
  return { child, url, processId };
}

function newDataFolder(name: string): string {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder);
  return dataFolder;
}

test('a server whose Chapterhouse was killed is adopted with its rows, and stopped by the adopter', async () => {
  const dataFolder = newDataFolder('killed');
  const { child, url, processId } = await startInChild(dataFolder);
  const client = new pg.Client(url);
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 1 AS one');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await client.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
  await client.end();

  adopter = await startEmbeddedDatabase({ dataFolder });
  expect(adopter).toMatchObject({ adopted: true, url, processId });
  await adopter.stop();
  expect(isAlive(processId)).toBe(false);
});

test('while the other process lives its server can be joined, its folder is refused by its number, and free after it stopped in order', async () => {
  const dataFolder = newDataFolder('living');
  const { child, url, processId } = await startInChild(dataFolder);
  const guest = await joinEmbeddedDatabase({ dataFolder });
  expect(guest).toMatchObject({ url, processId });
  await guest.stop();
  expect(isAlive(processId)).toBe(true);
  await expect(startEmbeddedDatabase({ dataFolder })).rejects.toThrow(
    `in use by another Chapterhouse (process ${child.pid})`,
  );
  child.kill('SIGTERM');
  await once(child, 'exit');
  adopter = await joinEmbeddedDatabase({ dataFolder });
  expect(adopter.adopted).toBe(false);
});

test('kill -9 of everything at once: the next start recovers', async () => {
  const dataFolder = newDataFolder('everything');
  const { child, url, processId } = await startInChild(dataFolder);
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 1 AS one');
  child.kill('SIGKILL');
  process.kill(processId, 'SIGKILL');
  await once(child, 'exit');

  adopter = await startEmbeddedDatabase({ dataFolder });
  expect(adopter.adopted).toBe(false);
  const reader = new pg.Client(adopter.url);
  await reader.connect();
  expect((await reader.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
  await reader.end();
});
