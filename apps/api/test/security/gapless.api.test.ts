import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/database/new-id.js';
import { EventLog } from '../../src/platform/events/event-log.js';
import { writeCursor } from '../../src/platform/events/event-cursor.js';
import { EventReader } from '../../src/platform/events/event-reader.js';
import { eachEvent, LiveEvents } from '../../src/platform/realtime/live-events.js';
import { TestApp } from '../test-app.js';
import { PATIENCE_MS } from '../waiting.js';
import type { TestOrganization } from '../world.js';

const WRITERS = 8;
const EVENTS_EACH = 30;
const READERS = 3;

let app: TestApp;
let house: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
});
afterAll(() => app.stop());

/** Events whose transactions stay open for a while, so that ids become visible out of their order; some roll back. */
async function write(writer: number): Promise<string[]> {
  const committed: string[] = [];
  for (let count = 0; count < EVENTS_EACH; count += 1) {
    const subjectId = newId();
    const event = { name: 'probe.written', subjectType: 'Probe', subjectId, subjectVersion: 1, payload: {} };
    await app.database
      .transaction({ organizationId: house.id }, async (tx) => {
        await app.app.get(EventLog).append(tx, event);
        await tx.query('select pg_sleep($1)', [((writer * 7 + count * 3) % 11) / 1000]);
        if ((writer + count) % 5 === 0) throw new Error('changed my mind');
      })
      .then(() => committed.push(subjectId))
      .catch(() => undefined);
  }
  return committed;
}

const EVERYTHING = eachEvent({
  wanted: () => true,
  tell: ({ subjectId }, cursor) => ({ subjectId, cursor }),
  resync: () => {
    throw new Error('Nobody missed so much.');
  },
});

/** Follows, breaks off after a few events, and comes back behind the last one that it has seen. */
async function read(cursor: string, from: number, isOver: (seen: number) => boolean): Promise<string[]> {
  const live = app.app.get(LiveEvents);
  const seen: string[] = [];
  let after = cursor;
  while (!isOver(seen.length)) {
    const events = await live.follow(house.id, after, EVERYTHING);
    const enough = seen.length + from;
    const tooLong = setTimeout(() => void events.return?.(), 1500);
    for await (const { subjectId, cursor: here } of events) {
      after = here;
      seen.push(subjectId);
      if (seen.length >= enough || isOver(seen.length)) break;
    }
    clearTimeout(tooLong);
  }
  return seen;
}

test('F10: 8 writers, readers that come and go: everyone sees what was committed, once, in one order', async () => {
  await approachNextDigit();
  const cursor = writeCursor(await app.app.get(EventReader).now(house.id));
  let total = Number.POSITIVE_INFINITY;
  const deadline = Date.now() + PATIENCE_MS;
  const reading = Array.from({ length: READERS }, (_, reader) =>
    read(cursor, 3 + 5 * reader, (seen) => seen >= total || Date.now() > deadline),
  );
  const committed = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))).flat();
  total = committed.length;
  const all = await Promise.all(reading);
  for (const seen of all) {
    expect(seen.toSorted()).toEqual(committed.toSorted());
    expect(seen).toEqual(all[0]);
  }
});

/** Transaction ids are numbers: the test crosses from 999 to 1000, or from 9999 to 10000, where texts would turn round. */
async function approachNextDigit(): Promise<void> {
  const { rows } = await app.database.pool.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  const xid = Number(rows[0]?.xid);
  const toBurn = 10 ** String(xid).length - xid - (WRITERS * EVENTS_EACH) / 2;
  if (toBurn > 0 && toBurn < 100_000)
    await app.database.pool.query(
      `do $$ begin for i in 1..${toBurn} loop perform pg_current_xact_id(); commit; end loop; end $$`,
    );
}
