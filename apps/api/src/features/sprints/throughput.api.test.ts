import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import { Tx } from '../../platform/database/tx.js';
import { SprintPacesRead } from './sprint-paces.read.js';

interface Pace {
  mean: number | null;
  needed: number;
  inputs: { name: string; done: number }[];
}
interface Throughput {
  sprints: { name: string; doneItems: number | null; donePoints: number | null }[];
  items: Pace;
  points: Pace;
}
const PACE = 'mean needed inputs { name done }';
const THROUGHPUT = `throughput { viewerCan sprints { name doneItems donePoints team { name } viewerCan } items { ${PACE} } points { ${PACE} } }`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

let day = 0;
function sprintOf(story: ImpedimentStory, more: Record<string, unknown> = {}, teamId = story.team.id): Promise<string> {
  day += 14;
  const at = (days: number): string => new Date(Date.UTC(2025, 0, 6 + days)).toISOString().slice(0, 10);
  const facts = { team_id: teamId, name: `Day ${day}`, state: 'CLOSED', starts_on: at(day), ends_before: at(day + 14) };
  return story.house.insert('sprints', { ...facts, imported: false, ...more });
}

async function throughputOf(story: ImpedimentStory): Promise<Throughput> {
  const reply = await app.graphql<{ team: { throughput: Throughput } }>(
    story.guest.cookie,
    `{ team(id: "Team_${story.team.id}") { ${THROUGHPUT} } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.team.throughput;
}

test('below two finished sprints there is not enough data; then it is the mean of the last three', async () => {
  const story = await ImpedimentStory.tell(app, 'Pace');
  expect(await throughputOf(story)).toEqual({
    viewerCan: ['sprint:view'],
    sprints: [],
    items: { mean: null, needed: 2, inputs: [] },
    points: { mean: null, needed: 2, inputs: [] },
  });
  await sprintOf(story, { name: 'A', done_items: 3, done_points: 5 });
  await sprintOf(story, { name: 'Running', state: 'ACTIVE', done_items: 90, ends_before: null });
  await sprintOf(story, { name: 'Of others', done_items: 90 }, story.otherTeam.id);
  await sprintOf(story, { name: 'Removed', done_items: 90, removed_at: '2026-01-01' });
  expect((await throughputOf(story)).items).toEqual({ mean: null, needed: 2, inputs: [{ name: 'A', done: 3 }] });
  await sprintOf(story, { name: 'B', done_items: 4 });
  await sprintOf(story, { name: 'C', done_items: 8, done_points: 6.5 });
  await sprintOf(story, { name: 'D', done_items: 6, done_points: 8 });
  const { sprints, items, points } = await throughputOf(story);
  expect(sprints.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
  expect(items).toMatchObject({ mean: 6, inputs: [{ name: 'D' }, { name: 'C' }, { name: 'B' }] });
  expect(points).toMatchObject({
    mean: 7.25,
    inputs: [
      { name: 'D', done: 8 },
      { name: 'C', done: 6.5 },
    ],
  });
});

test('twelve are shown; one finished today counts though its last day is not over', async () => {
  const story = await ImpedimentStory.tell(app, 'Many');
  for (let index = 0; index < 13; index += 1) await sprintOf(story, { name: `S${index}`, done_items: index });
  await sprintOf(story, { name: 'Today', done_items: 99, starts_on: '2031-01-01', ends_before: '2031-01-15' });
  const { sprints, items } = await throughputOf(story);
  expect(sprints).toHaveLength(12);
  expect(sprints.at(-1)?.name).toBe('Today');
  expect(items.inputs[0]).toEqual({ name: 'Today', done: 99 });
});

test('the throughput of thirty teams takes as many statements as of two', async () => {
  const story = await ImpedimentStory.tell(app, 'Crowd');
  const all = async (): Promise<number> => {
    const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
    const reply = await app.graphql(
      story.guest.cookie,
      `{ organization { products { areas { teams { name ${THROUGHPUT} } } } } }`,
    );
    const count = spies.flatMap((spy) => spy.mock.calls).length;
    for (const spy of spies) spy.mockRestore();
    expect(reply.errors).toBeUndefined();
    return count;
  };
  await sprintOf(story, { done_items: 1 });
  const few = await all();
  for (let index = 0; index < 28; index += 1) {
    const team = await story.house.team(`Team ${index}`);
    await sprintOf(story, { done_items: 1 }, team.id);
    await sprintOf(story, { done_items: 2 }, team.id);
  }
  expect(await all()).toBe(few);
});

test('for others: finished sprints of teams with their moments, midnights where the organization is', async () => {
  const story = await ImpedimentStory.tell(app, 'Moments');
  await story.house.query(`update organizations set time_zone = 'Asia/Kolkata' where organization_id = $1`, [
    story.house.id,
  ]);
  const byHand = await sprintOf(story, {
    name: 'By hand',
    starts_on: '2026-03-02',
    ends_before: '2026-03-16',
    done_items: 2,
  });
  await sprintOf(story, { name: 'Running', state: 'ACTIVE' });
  const imported = await sprintOf(story, {
    name: 'Imported',
    imported: true,
    starts_on: null,
    ends_before: null,
    starts_at: '2026-03-16T09:00:00Z',
    ends_at: '2026-03-30T09:00:00Z',
    completed_at: '2026-03-31T20:00:00Z',
  });
  const paces = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(SprintPacesRead, { strict: false }).finishedOf(tx, [story.team.id]),
  );
  const seen = paces.map(({ startsAt, endsAt, ...pace }) => ({
    ...pace,
    from: new Date(startsAt).toISOString(),
    to: new Date(endsAt).toISOString(),
  }));
  const common = { teamId: story.team.id, state: 'CLOSED', donePoints: null };
  expect(seen).toEqual([
    {
      ...common,
      id: imported,
      name: 'Imported',
      doneItems: null,
      from: '2026-03-16T09:00:00.000Z',
      to: '2026-03-31T20:00:00.000Z',
    },
    {
      ...common,
      id: byHand,
      name: 'By hand',
      doneItems: 2,
      from: '2026-03-01T18:30:00.000Z',
      to: '2026-03-15T18:30:00.000Z',
    },
  ]);
  const list = await app.graphql<{ sprints: { edges: { node: object }[] } }>(
    story.guest.cookie,
    `{ sprints(teamId: "Team_${story.team.id}") { edges { node { name startsOn endsBefore } } } }`,
  );
  expect(list.data?.sprints.edges.map(({ node }) => node)).toContainEqual({
    name: 'Imported',
    startsOn: '2026-03-16',
    // 20:00 in London is past midnight in Kolkata: the first of April is its last day.
    endsBefore: '2026-04-02',
  });
});
