import { afterAll, beforeAll, expect, test } from '@jest/globals';
import prand from 'pure-rand';
import { EventLog } from '../../src/platform/events/event-log.js';
import { ImpedimentStory, type TestImpediment } from '../impediment-story.js';
import { TestApp } from '../test-app.js';

/**
 * Many writers whose transactions begin and end in any order, many readers: no answer is older than its question. More with
 * `CHAPTERHOUSE_STALE_WRITES`, for each writer.
 */
const WRITES = Number(process.env['CHAPTERHOUSE_STALE_WRITES'] ?? 20);
const WRITERS = 6;
const READERS = 6;

let app: TestApp;
let story: ImpedimentStory;
let cards: TestImpediment[];
/** By impediment, the latest version whose transaction has been committed for sure. */
const committed = new Map<string, number>();

beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  cards = await Promise.all(Array.from({ length: WRITERS }, (_, n) => story.raise(`Card ${n}`)));
});
afterAll(() => app.stop());

test('no reader gets less than what was committed when they asked', async () => {
  const generator = prand.xoroshiro128plus(20261121);
  const roll = (below: number): number => prand.unsafeUniformIntDistribution(0, below - 1, generator);
  const counts = { reads: 0, stale: 0 };
  const same = new Set<string>();
  let writing = WRITERS;
  // Answers are kept, too, at the latest when nobody writes any more: else this says nothing.
  const goesOn = (): boolean => writing > 0 || same.size >= counts.reads * 0.9;
  await Promise.all([
    ...cards.map((card) => write(card, roll).finally(() => (writing -= 1))),
    ...Array.from({ length: READERS }, (_, n) => keepReading(n, goesOn, counts, same)),
  ]);
  expect(committed.size).toBe(WRITERS);
  expect(counts.stale).toBe(0);
  process.stdout.write(`${JSON.stringify({ ...counts, different: same.size })}\n`);
});

/** Rests between taking part in the log and committing: others overtake. */
async function write({ id }: TestImpediment, roll: (below: number) => number): Promise<void> {
  const events = app.app.get(EventLog, { strict: false });
  const subjectId = id.replace('Impediment_', '');
  const rest = (most: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, roll(most)));
  for (let count = 0; count < WRITES; count += 1) {
    const version = await app.database.transaction({ organizationId: story.house.id }, async (tx) => {
      // Some take their place in the order of transactions long before they do anything.
      if (roll(2)) await tx.query('select pg_current_xact_id()::text as early');
      await rest(30);
      const row = await tx.one<{ version: number }>(
        'update impediments set version = version + 1 where organization_id = $1 and id = $2 returning version',
        [tx.organizationId, subjectId],
      );
      const subjectVersion = row?.version ?? 0;
      const event = { name: 'impediment.edited', subjectType: 'Impediment', subjectId, subjectVersion, payload: {} };
      await events.append(tx, event);
      await rest(30);
      return subjectVersion;
    });
    committed.set(id, version);
    // Pauses, so that something is kept at all.
    await rest(roll(4) ? 20 : 400);
  }
}

async function keepReading(
  n: number,
  goesOn: () => boolean,
  counts: { reads: number; stale: number },
  same: Set<string>,
): Promise<void> {
  const { cookie } = [story.dev, story.master, story.neighbour][n % 3] ?? story.dev;
  while (goesOn()) {
    const floor = new Map(committed);
    const reply = await app.graphql<{ impedimentBoard: { impediments: TestImpediment[] } }>(
      cookie,
      '{ impedimentBoard { cursor impediments { id version viewerCan } } }',
    );
    counts.reads += 1;
    same.add(`${n % 3} ${reply.text}`);
    const shown = new Map(reply.data?.impedimentBoard.impediments.map(({ id, version }) => [id, version]));
    for (const [id, version] of floor) if ((shown.get(id) ?? 0) < version) counts.stale += 1;
  }
}
