import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../test-app.js';
import type { TestOrganization } from '../world.js';
import { start, type Child } from './child-process.js';
import { Writer } from './writes.js';

const ROUNDS = 3;
const WRITERS = 6;
const ACKNOWLEDGED_EACH_ROUND = 20;

let app: TestApp;
let house: TestOrganization;
let api: Child | undefined;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
});
afterAll(async () => {
  await api?.kill();
  await app.stop();
});

async function launch(): Promise<string> {
  api = start('doomed-api.ts', [app.databaseUrl]);
  return api.printed((line) => line.startsWith('http'));
}

test('F1, F2: kill -9 of the api in mid-mutation: each acknowledged key once, the rest whole or absent, rows = events', async () => {
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, index) => {
      const { cookie } = await house.administrator(`Writer ${index}`);
      return new Writer(`w${index}`, cookie);
    }),
  );
  let origin = await launch();
  let writing: Promise<void>[] = [];
  const acknowledgements = (): number => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const killed = new AbortController();
    const busy = new Promise<void>((resolve) => {
      writing = writers.map(async (writer) => {
        while (!killed.signal.aborted) {
          await writer.writeNext(origin);
          if (acknowledgements() >= (round + 1) * ACKNOWLEDGED_EACH_ROUND) resolve();
        }
      });
    });
    // In the middle of it: the other writers wait for their answers.
    await busy;
    await api?.kill();
    killed.abort();
    await Promise.all(writing);
    origin = await launch();
  }
  const acknowledged = new Map(writers.flatMap((writer) => [...writer.acknowledged]));
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * ACKNOWLEDGED_EACH_ROUND);
  const rows = await house.query<{ name: string; id: string; events: number }>(
    `select p.name, p.id, count(e.id)::int as events from products p
       left join events e on e.subject_id = p.id and e.name = 'product.written'
      where p.name like 'w%-%' group by p.name, p.id`,
  );
  const idOf = new Map(rows.map(({ name, id }) => [name, id]));
  expect(idOf.size).toBe(rows.length);
  expect(rows.filter(({ events }) => events !== 1)).toEqual([]);
  for (const [name, id] of acknowledged) expect(idOf.get(name)).toBe(id);

  // The client does not know of the rest, and asks again with the same keys.
  for (const writer of writers)
    for (const name of writer.sent) {
      const id = await writer.write(origin, name);
      expect(id).toBe(idOf.get(name) ?? id);
    }
  const [counts] = await house.query<{ rows: number; events: number; keys: number }>(
    `select (select count(*) from products where name like 'w%-%') as rows,
            (select count(*) from events where name = 'product.written') as events,
            (select count(*) from idempotency_keys where operation = 'writeProduct') as keys`,
  );
  const sent = writers.flatMap((writer) => writer.sent).length;
  expect(counts).toEqual({ rows: sent, events: sent, keys: sent });
});
