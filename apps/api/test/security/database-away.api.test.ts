import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpServer } from '../../src/http-server.js';
import { SessionStore } from '../../src/platform/auth/session-store.js';
import { Database } from '../../src/platform/database/database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { clusterLocation } from '../../src/platform/embedded-database/cluster-folder.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../src/platform/embedded-database/embedded-database.js';
import { readSettings } from '../../src/platform/settings/settings.js';
import { stopwatch, until } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import { World, type TestOrganization, type TestPerson } from '../world.js';
import { LiveClient } from './live-client.js';
import { ProbeModule, probeRuns } from './probe.js';
import { Writer, WritesModule } from './writes.js';

let dataFolder: string;
let server: EmbeddedDatabase;
let app: NestFastifyApplication;
let origin: string;
let house: TestOrganization;
let ana: TestPerson;

withFeatures(WritesModule, ProbeModule);
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'chapterhouse-f3-'));
  await chmod(dataFolder, 0o711);
  server = await startEmbeddedDatabase({ dataFolder });
  await migrate(server.url);
  app = await createHttpServer(readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), server.url);
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  const world = new World(app.get(Database), app.get(SessionStore));
  house = await world.organization('Harbour');
  ana = await house.administrator('Ana');
});

afterAll(async () => {
  LiveClient.closeAll();
  await app.close();
  await server.stop();
  const elsewhere = clusterLocation(dataFolder);
  if (elsewhere !== null) await rm(elsewhere, { recursive: true });
  await rm(dataFolder, { recursive: true });
});

test('F3: PostgreSQL stopped at once and started again: the api stays up, says so in time, and loses nothing', async () => {
  const client = await LiveClient.signedIn(origin, ana.cookie);
  client.subscribe('1', 'subscription { probeChanges { event } }');
  await until(() => probeRuns.open > 0);
  const writer = new Writer('w', ana.cookie);
  for (let i = 0; i < 10; i += 1) await writer.writeNext(origin);
  expect(writer.acknowledged.size).toBe(10);

  const stop = new AbortController();
  const writes = (async () => {
    while (!stop.signal.aborted) {
      await writer.writeNext(origin);
      if (writer.refused.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  try {
    await new Promise((resolve) => setTimeout(resolve, 50));
    // What `pg_ctl stop -m immediate` sends: no goodbye to anybody, recovery at the next start.
    process.kill(server.processId, 'SIGQUIT');
    const gone = stopwatch();
    await until(async () => (await status('/readyz')) === 503);
    expect(gone.stop()).toBeLessThan(2000);
    expect(await status('/livez')).toBe(200);
    await until(async () => writer.refused.length > 3);
  } finally {
    stop.abort();
    await writes;
  }
  expect(new Set(writer.refused)).toEqual(new Set(['UNAVAILABLE']));

  const port = Number(new URL(server.url).port);
  await server.stop();
  server = await startEmbeddedDatabase({ dataFolder, port });
  const back = stopwatch();
  await until(async () => (await status('/readyz')) === 200);
  expect(back.stop()).toBeLessThan(10_000);

  const rows = await house.query<{ name: string; id: string }>(`select name, id from products where name like 'w-%'`);
  const idOf = new Map(rows.map(({ name, id }) => [name, id]));
  for (const [name, id] of writer.acknowledged) expect(idOf.get(name)).toBe(id);
  for (const name of writer.sent)
    expect(await writer.write(origin, name)).toEqual(idOf.get(name) ?? expect.any(String));
  const [events] = await house.query<{ count: number }>(
    `select count(*) as count from events where name = 'product.written'`,
  );
  expect(events?.count).toBe(writer.sent.length);

  // The socket has lived through it, or was told to try again; either way no event is missing.
  await until(
    () => client.messages.filter(({ type }) => type === 'next').length === writer.sent.length || !isOpen(client),
  );
});

test('F3: kill of every connection and of the listener: the gap closes within 2 s', async () => {
  const client = await LiveClient.signedIn(origin, ana.cookie);
  client.subscribe('1', 'subscription { probeChanges { event } }');
  await until(() => probeRuns.open > 0);
  await house
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name like 'chapterhouse%'`,
    )
    .catch(() => []);
  const writer = new Writer('gap', ana.cookie);
  await until(async () => {
    await writer.writeNext(origin);
    return writer.acknowledged.size > 0;
  });
  const gap = stopwatch();
  await client.next((message) => message.type === 'next');
  expect(gap.stop()).toBeLessThan(2000);
});

async function status(path: string): Promise<number> {
  return (await fetch(`${origin}${path}`, { signal: AbortSignal.timeout(5000) })).status;
}

function isOpen(client: LiveClient): boolean {
  return client.ws.readyState === client.ws.OPEN;
}
