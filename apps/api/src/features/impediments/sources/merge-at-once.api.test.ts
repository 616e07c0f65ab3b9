import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { SourceStory, type TestSource } from '../../../../test/source-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let sources: SourceStory;
/** Fresh for each test; each with one open impediment. */
let clerk: TestSource;
let office: TestSource;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  sources = new SourceStory(app, story);
});
beforeEach(async () => {
  round += 1;
  clerk = await sources.named(`Clerk ${round}`);
  office = await sources.named(`Office ${round}`);
});
afterAll(() => app?.stop());

function refusalOf(reply: GraphqlReply<unknown>): { code: string; details?: Record<string, unknown> } | undefined {
  return reply.errors?.[0]?.extensions;
}

test('twice at once with one key is one merge with one answer; without a key one of the two is refused', async () => {
  const key = randomUUID();
  const [one, other] = await Promise.all([
    sources.merge(story.master, clerk, office, key),
    sources.merge(story.master, clerk, office, key),
  ]);
  expect(one.data?.mergeSources).toMatchObject({ movedImpediments: 1 });
  expect(other.data).toEqual(one.data);
  const third = await sources.named(`Third ${round}`);
  const replies = await Promise.all([
    sources.merge(story.master, third, office),
    sources.merge(story.master, third, office),
  ]);
  expect(replies.map((reply) => refusalOf(reply)?.code).toSorted()).toEqual(['MERGED_ALREADY', undefined]);
  expect(await sources.eventNames(office)).toEqual(['source.named', 'source.merged', 'source.merged']);
});

test('each into the other at once: one of the two stays', async () => {
  const replies = await Promise.all([
    sources.merge(story.master, clerk, office),
    sources.merge(story.master, office, clerk),
  ]);
  expect(replies.map((reply) => refusalOf(reply)?.code).toSorted()).toEqual(['MERGED_ALREADY', undefined]);
  const [kept, gone] = replies[0]?.errors ? [clerk, office] : [office, clerk];
  expect(await sources.waitingFor(kept)).toHaveLength(2);
  expect(await sources.shown(gone)).toMatchObject({ id: kept.id, aliases: [gone.name] });
});

test('what is raised and edited while it is merged arrives at the one that is kept', async () => {
  const before = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      story.raise(`Before ${round} ${index}`, `, sourceId: "${index % 2 ? office.id : clerk.id}"`),
    ),
  );
  const edited = ({ id }: { id: string }): Promise<GraphqlReply<unknown>> =>
    story.mutate(
      story.dev,
      'editImpediment',
      `id: "${id}", version: 1, input: { title: "Edited", sourceId: "${clerk.id}" }`,
    );
  const attempts: GraphqlReply<unknown>[] = await Promise.all([
    ...Array.from({ length: 12 }, (_, index) =>
      story.mutate(
        story.dev,
        'raiseImpediment',
        `input: { title: "Meanwhile ${round} ${index}", category: TOOLING, raisingTeamId: "Team_${story.team.id}", ${
          index % 2 ? `sourceId: "${clerk.id}"` : `newSource: { name: "${clerk.name}", kind: VENDOR }`
        } }`,
      ),
    ),
    ...before.slice(0, 4).map(edited),
    sources.merge(story.master, clerk, office),
    ...before.slice(4).map(edited),
  ]);
  // Whoever comes after the merge edits an impediment that the merge has changed.
  const codes = attempts.flatMap((reply) => reply.errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes.filter((code) => code !== 'CONFLICT')).toEqual([]);
  expect(await sources.waitingFor(clerk)).toEqual([]);
  expect(await sources.waitingFor(office)).toHaveLength(22);
  expect(await sources.disagreements()).toEqual([]);
});

test('an edit and a merge that wait for the same impediment do not wait for one another', async () => {
  const it = await story.raise('Wanted by two', `, sourceId: "${clerk.id}"`);
  const waiting: Promise<GraphqlReply<unknown>>[] = [];
  await app.database.transaction({ organizationId: story.house.id, cause: 'test' }, async (tx) => {
    await tx.run('select 1 from impediments where id = $1 for update', [it.id.replace('Impediment_', '')]);
    const input = `input: { title: "Edited", sourceId: "${clerk.id}" }`;
    waiting.push(story.mutate(story.dev, 'editImpediment', `id: "${it.id}", version: 1, ${input}`));
    await app.locksAwaited(1);
    waiting.push(sources.merge(story.master, clerk, office));
    await app.locksAwaited(2);
  });
  const replies = await Promise.all(waiting);
  expect(replies.flatMap((reply) => reply.errors ?? [])).toEqual([]);
  expect(await sources.waitingFor(office)).toContain('Edited');
});
