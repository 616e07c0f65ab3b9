import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Clock } from '../../../platform/clock.js';

let app: TestApp;
let story: ImpedimentStory;
let clock: jest.SpiedFunction<Clock['now']>;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

function itIs(at: string): void {
  clock = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(at));
}

interface SeenClock {
  level: number;
  version: number;
  clockEndsAt: string | null;
  viewerCan: string[];
  clock: {
    workingHours: number;
    workedMinutes: number;
    runsOutAt: string | null;
    pausedAt: string | null;
    pausedBecause: string | null;
    escalatesByItself: boolean;
    escalatesAt: string | null;
  } | null;
}

async function seen({ id }: TestImpediment, by: TestPerson = story.master): Promise<SeenClock> {
  const reply = await app.graphql<{ node: SeenClock }>(
    by.cookie,
    `{ node(id: "${id}") { ... on Impediment { level version clockEndsAt viewerCan
        clock { workingHours workedMinutes runsOutAt pausedAt pausedBecause escalatesByItself escalatesAt } } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.node;
}

const pause = (
  it: TestImpediment,
  version = it.version,
  by: TestPerson = story.master,
  reason = 'Vendor answers Thursday',
) => story.mutate(by, 'pauseImpedimentClock', `id: "${it.id}", version: ${version}, reason: "${reason}"`);
const resume = (it: TestImpediment, version: number, by: TestPerson = story.master) =>
  story.mutate(by, 'resumeImpedimentClock', `id: "${it.id}", version: ${version}`);
const clockActions = ({ viewerCan }: SeenClock): string[] => viewerCan.filter((action) => action.endsWith('-clock'));

// Monday; the organization works from 9 to 17, UTC; the first level has 16 hours.
const MONDAY = '2026-03-02T09:00:00.000Z';

test('it stands still for all to see why, and runs on from where it stood', async () => {
  itIs(MONDAY);
  const it = await story.raise('Vendor');
  clock.mockReturnValue(new Date('2026-03-02T12:30:00.000Z'));
  expect(await seen(it)).toMatchObject({
    clockEndsAt: '2026-03-03T17:00:00.000Z',
    clock: { workingHours: 16, workedMinutes: 210, runsOutAt: '2026-03-03T17:00:00.000Z', pausedAt: null },
  });
  expect(clockActions(await seen(it))).toEqual(['impediment:pause-clock']);
  expect((await pause(it)).errors).toBeUndefined();
  clock.mockReturnValue(new Date('2026-03-05T12:30:00.000Z'));
  const paused = await seen(it, story.neighbour);
  expect(paused).toMatchObject({
    version: 2,
    clockEndsAt: null,
    clock: {
      workedMinutes: 210,
      runsOutAt: null,
      pausedAt: '2026-03-02T12:30:00.000Z',
      pausedBecause: 'Vendor answers Thursday',
    },
  });
  expect([clockActions(await seen(it)), clockActions(paused)]).toEqual([['impediment:resume-clock'], []]);
  expect((await resume(it, 2)).errors).toBeUndefined();
  // 12.5 hours are left: 4.5 on Thursday, 8 on Friday.
  expect(await seen(it)).toMatchObject({
    version: 3,
    clockEndsAt: '2026-03-06T17:00:00.000Z',
    clock: { workedMinutes: 210, pausedAt: null, pausedBecause: null },
  });
  const events = await story.house.query<{ name: string; payload: object; actor: string }>(
    `select name, payload, actor_person_id as actor from events where organization_id = $1 and subject_id = $2 order by id`,
    [story.house.id, it.id.replace('Impediment_', '')],
  );
  expect(events.slice(1)).toEqual([
    {
      name: 'impediment.clock-paused',
      actor: story.master.id,
      payload: {
        changes: [{ field: 'clockEndsAt', from: '2026-03-03T17:00:00.000Z', to: null }],
        note: 'Vendor answers Thursday',
      },
    },
    {
      name: 'impediment.clock-resumed',
      actor: story.master.id,
      payload: { changes: [{ field: 'clockEndsAt', from: null, to: '2026-03-06T17:00:00.000Z' }] },
    },
  ]);
});

test('refused: who has no part in it, a stale version, no reason, twice, too late, and when nothing is in the way', async () => {
  itIs(MONDAY);
  const it = await story.raise('Refused');
  const code = async (reply: ReturnType<typeof pause>): Promise<unknown> => (await reply).errors?.[0]?.extensions;
  expect(await code(pause(it, 1, story.neighbour))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await code(resume(it, 1, story.stakeholder))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await code(pause(it, 7))).toMatchObject({ code: 'CONFLICT', details: { currentVersion: 1 } });
  expect(await code(pause(it, 1, story.master, '  '))).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'reason' }] },
  });
  expect(await code(resume(it, 1))).toMatchObject({ code: 'CLOCK_RUNS_ALREADY' });
  await pause(it);
  expect(await code(pause(it, 2))).toMatchObject({
    code: 'CLOCK_PAUSED_ALREADY',
    details: { reason: 'Vendor answers Thursday' },
  });
  const late = await story.raise('Late');
  const resolved = await story.inState('RESOLVED');
  clock.mockReturnValue(new Date('2026-03-03T17:00:00.000Z'));
  expect(await code(pause(late))).toMatchObject({
    code: 'CLOCK_RAN_OUT',
    details: { at: '2026-03-03T17:00:00.000Z' },
  });
  expect(clockActions(await seen(late))).toEqual([]);
  expect(await code(pause(resolved))).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  expect(await seen(resolved)).toMatchObject({ clock: null, clockEndsAt: null });
  expect(await code(pause({ ...late, id: `Impediment_${randomUUID()}` }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('with its key it is one pause, however often it is sent; of two at once one is told of the other', async () => {
  itIs(MONDAY);
  const it = await story.raise('Twice');
  const given = `id: "${it.id}", version: 1, reason: "Once", idempotencyKey: "${randomUUID()}"`;
  const [one, other] = await Promise.all(
    [1, 2].map(() => story.mutate(story.master, 'pauseImpedimentClock', given, 'version')),
  );
  expect(one?.data).toEqual({ pauseImpedimentClock: { version: 2 } });
  expect(other?.data).toEqual(one?.data);
  const both = await Promise.all([resume(it, 2), resume(it, 2)]);
  expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
});

test('triage at the same level leaves the clock alone, whatever the ladder has become; at another one it begins anew', async () => {
  itIs(MONDAY);
  const it = await story.raise('Promise');
  await story.house.query(
    'update impediment_levels set clock_working_hours = 2 where organization_id = $1 and level = 1',
    [story.house.id],
  );
  clock.mockReturnValue(new Date('2026-03-02T13:00:00.000Z'));
  const triage = (version: number, level: number) =>
    story.done(
      story.master,
      'triageImpediment',
      `id: "${it.id}", version: ${version}, input: { ownerId: "Person_${story.master.id}", severity: LOW, level: ${level}, nextStep: "Ask" }`,
    );
  await triage(1, 1);
  expect(await seen(it)).toMatchObject({
    clockEndsAt: '2026-03-03T17:00:00.000Z',
    clock: { workingHours: 16, workedMinutes: 240 },
  });
  await triage(2, 2);
  expect(await seen(it)).toMatchObject({ clockEndsAt: '2026-03-09T13:00:00.000Z', clock: { workingHours: 40 } });
  await triage(3, 1);
  expect(await seen(it)).toMatchObject({ clockEndsAt: '2026-03-02T15:00:00.000Z', clock: { workingHours: 2 } });
  await story.house.query(
    'update impediment_levels set clock_working_hours = 16 where organization_id = $1 and level = 1',
    [story.house.id],
  );
});

async function undo(it: TestImpediment, mutation: string): Promise<void> {
  const reply = await app.graphql<Record<string, { viewerUndo: { id: string } | null }>>(
    story.master.cookie,
    `mutation { done: ${mutation} { viewerUndo { id } } }`,
  );
  const offer = reply.data?.['done']?.viewerUndo;
  if (!offer) throw new Error(reply.text);
  const undone = await app.graphql<{ undoImpedimentChange: { undone: { id: string }[] } }>(
    story.master.cookie,
    `mutation { undoImpedimentChange(id: "${offer.id}") { undone { id } left { code } } }`,
  );
  expect(undone.data?.undoImpedimentChange.undone).toEqual([{ id: it.id }]);
}

test('a level that is taken back gives back the stay: its hours, what was worked, its pause', async () => {
  itIs(MONDAY);
  const it = await story.raise('Taken back');
  clock.mockReturnValue(new Date('2026-03-02T12:00:00.000Z'));
  await undo(it, `setImpedimentLevel(id: "${it.id}", version: 1, level: 2, reason: "Shared")`);
  expect(await seen(it)).toMatchObject({
    level: 1,
    version: 3,
    clockEndsAt: '2026-03-03T17:00:00.000Z',
    clock: { workedMinutes: 180, workingHours: 16 },
  });
  await pause(it, 3);
  await undo(it, `setImpedimentLevel(id: "${it.id}", version: 4, level: 2, reason: "Shared")`);
  expect(await seen(it)).toMatchObject({
    version: 6,
    clockEndsAt: null,
    clock: { pausedBecause: 'Vendor answers Thursday', pausedAt: '2026-03-02T12:00:00.000Z', workedMinutes: 180 },
  });
  const stays = await story.house.query(
    'select number from impediment_clocks where organization_id = $1 and impediment_id = $2',
    [story.house.id, it.id.replace('Impediment_', '')],
  );
  expect(stays).toEqual([{ number: 1 }]);
});

test('what is resolved, declined or reopened and taken back gets the stay back as it was', async () => {
  itIs(MONDAY);
  const started = await story.inState('IN_PROGRESS');
  clock.mockReturnValue(new Date('2026-03-02T12:00:00.000Z'));
  const before = await seen(started);
  await undo(started, `resolveImpediment(id: "${started.id}", version: ${started.version}, resolution: "Gone")`);
  expect(await seen(started)).toEqual({ ...before, version: started.version + 2 });
  await undo(started, `declineImpediment(id: "${started.id}", version: ${started.version + 2}, reason: "No")`);
  expect(await seen(started)).toEqual({ ...before, version: started.version + 4 });
  const resolved = await story.inState('RESOLVED');
  const over = await seen(resolved);
  await undo(resolved, `reopenImpediment(id: "${resolved.id}", version: ${resolved.version}, reason: "Back")`);
  expect(await seen(resolved)).toEqual({ ...over, version: resolved.version + 2 });
  expect(over.clock).toBeNull();
});
