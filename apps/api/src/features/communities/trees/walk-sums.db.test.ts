import { type CountedWalk, walkTotals, WALK_OWNED_DAYS } from '@chapterhouse/domain/communities/decision-tree-walk';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedArtifact } from '../../../../test/published-artifact.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../../test/world.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { WalkJobs } from './walk.jobs.js';
import { WalksRepository } from './walks.repository.js';

/** Of the tree that is published. */
const OFFERED: Record<string, readonly string[]> = { A: ['B', 'C'], B: ['D', 'C'] };
const NOW = new Date('2026-03-20T12:00:00Z');
const HOUR = 3_600_000;

let app: TestApp;
let house: TestOrganization;
let ana: TestPerson;
let versionId: string;
let tree: string;
const walks = new WalksRepository();

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Walkers');
  ana = await house.person('Ana');
  const communityId = await house.insert('communities', {
    name: 'Testing',
    founded_by: ana.id,
    created_at: '2026-01-01',
  });
  tree = (await publishedArtifact(house, { kind: 'DECISION_TREE', communityId, by: ana.id, versions: 1 })).id;
  const [version] = await house.query<{ id: string }>('select id from artifact_versions where artifact_id = $1', [
    tree,
  ]);
  versionId = version?.id ?? '';
});
afterAll(() => app?.stop());

/** Which answer, or -1 to step back; and how long ago that was. */
const WALK = fc.record({
  startedAgo: fc.integer({ min: 0, max: 60 * 24 }),
  moves: fc.array(fc.constantFrom(0, 1, -1), { maxLength: 8 }),
});
const inHouse = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.database.transaction({ organizationId: house.id, actorId: ana.id }, work);

async function walk(tx: Tx, { startedAgo, moves }: { startedAgo: number; moves: number[] }): Promise<CountedWalk> {
  const id = newId();
  const started = NOW.getTime() - startedAgo * HOUR;
  await walks.insert(tx, { id, versionId, personId: ana.id, root: 'A', at: new Date(started).toISOString() });
  const steps: { from: string; to: string }[] = [];
  let touched = started;
  for (const move of moves) {
    const row = await walks.byId(tx, id);
    if (!row) throw new Error('It was begun.');
    const to = OFFERED[row.at_node]?.[move];
    const last = steps.at(-1);
    const later = Math.min(NOW.getTime(), touched + HOUR);
    if (move === -1 && last) {
      await walks.retreat(tx, row, last.from, new Date(later).toISOString());
      steps.pop();
    } else if (to !== undefined) {
      await walks.advance(tx, row, { from: row.at_node, to }, new Date(later).toISOString(), OFFERED[to] === undefined);
      steps.push({ from: row.at_node, to });
    } else continue;
    touched = later;
  }
  const finished = OFFERED[steps.at(-1)?.to ?? 'A'] === undefined;
  return { root: 'A', steps, finished, touchedAt: new Date(touched) };
}

it("the database's sums are those of the rule, whatever way people walk", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(WALK, { maxLength: 8 }), async (given) => {
      await house.query('delete from tree_walk_steps where organization_id = $1', [house.id]);
      await house.query('delete from tree_walks where organization_id = $1', [house.id]);
      const [told, sums] = await inHouse(async (tx) => {
        const counted: CountedWalk[] = [];
        for (const one of given) counted.push(await walk(tx, one));
        const asked = {
          versionId,
          from: '2026-01-01',
          endsBefore: '2026-03-21',
          timeZone: 'UTC',
          now: NOW.toISOString(),
        };
        return [walkTotals(counted, NOW), await walks.sums(tx, asked, 'A')];
      });
      expect(sums.walks).toBe(told.walks);
      expect(sums.finished).toBe(told.finished);
      expect(sums.taken).toEqual(told.answers);
      for (const node of ['A', 'B', 'C', 'D'])
        expect([sums.reached.get(node) ?? 0, sums.stopped.get(node) ?? 0]).toEqual([
          told.nodes.get(node)?.reached ?? 0,
          told.nodes.get(node)?.stopped ?? 0,
        ]);
    }),
    { numRuns: 40 },
  );
});

it('who walked is forgotten a while after; the sums stay, and nobody goes on', async () => {
  await house.query('delete from tree_walk_steps where organization_id = $1', [house.id]);
  await house.query('delete from tree_walks where organization_id = $1', [house.id]);
  const days = (count: number): Date => new Date(NOW.getTime() + count * 24 * HOUR);
  await inHouse(async (tx) => {
    await walk(tx, { startedAgo: 0, moves: [0] });
    await walk(tx, { startedAgo: 48, moves: [0, 1] });
  });
  const scope = { organizationId: house.id };
  const jobs = app.app.get(WalkJobs);
  expect(await jobs.forget(scope, days(WALK_OWNED_DAYS))).toBe(1);
  expect(await jobs.forget(scope, days(WALK_OWNED_DAYS))).toBe(0);
  expect(await jobs.forget(scope, days(WALK_OWNED_DAYS + 1))).toBe(1);
  const rows = await house.query<{ id: string; person_id: string | null; step_count: number }>(
    'select id, person_id, step_count from tree_walks where organization_id = $1 order by step_count',
    [house.id],
  );
  expect(rows.map((row) => [row.person_id, row.step_count])).toEqual([
    [null, 1],
    [null, 2],
  ]);
  const back = `mutation { stepBack(walkId: "Walk_${rows[0]?.id}") { id } }`;
  expect((await app.graphql(ana.cookie, back)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
