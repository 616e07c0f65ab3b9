import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { ClockStory } from '../../../../test/clock-story.js';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Clock } from '../../../platform/clock.js';

interface Level {
  level: number;
  name: string;
  clockWorkingHours: number;
  escalatesByItself: boolean;
  remindBeforeHours: number | null;
}
interface SeenLadder {
  id: string;
  version: number;
  levels: Level[];
  viewerCan: string[];
}

let app: TestApp;
let story: ImpedimentStory;
let admin: TestPerson;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  admin = await story.house.administrator('Ada');
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const SEEN = 'id version viewerCan levels { level name clockWorkingHours escalatesByItself remindBeforeHours }';

async function ladder(by: TestPerson = admin): Promise<SeenLadder> {
  const reply = await app.graphql<{ organization: { impedimentLadder: SeenLadder } }>(
    by.cookie,
    `{ organization { impedimentLadder { ${SEEN} } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.organization.impedimentLadder;
}

function edit(
  levels: readonly object[],
  version: number,
  by: TestPerson = admin,
  idempotencyKey: string | null = null,
): Promise<GraphqlReply<{ editImpedimentLadder: SeenLadder }>> {
  return app.graphql(
    by.cookie,
    `mutation ($levels: [ImpedimentLevelInput!]!, $version: Int!, $idempotencyKey: String) {
       editImpedimentLadder(levels: $levels, version: $version, idempotencyKey: $idempotencyKey) { ${SEEN} } }`,
    { levels, version, idempotencyKey },
  );
}

/** The ladder as it is, with something else about one level. */
const withLevel = (levels: readonly Level[], level: number, change: Partial<Level>): Level[] =>
  levels.map((one) => (one.level === level ? { ...one, ...change } : one));

test('an Administrator edits names, hours, automatic escalation and reminder; everybody sees it; it is on the record', async () => {
  const before = await ladder();
  expect(before).toMatchObject({ version: 1, viewerCan: ['ladder:edit'], levels: [{ name: 'Team' }, {}, {}] });
  const levels = withLevel(before.levels, 1, {
    name: ' Own team ',
    clockWorkingHours: 8,
    escalatesByItself: true,
    remindBeforeHours: 2,
  });
  const reply = await edit(levels, 1);
  expect(reply.data?.editImpedimentLadder).toMatchObject({ id: before.id, version: 2 });
  const after = await ladder(story.guest);
  expect(after.viewerCan).toEqual([]);
  expect(after.levels[0]).toEqual({
    level: 1,
    name: 'Own team',
    clockWorkingHours: 8,
    escalatesByItself: true,
    remindBeforeHours: 2,
  });
  const events = await story.house.query(
    `select subject_type, subject_version, actor_person_id, payload from events where organization_id = $1 and name = 'ladder.edited'`,
    [story.house.id],
  );
  expect(events).toEqual([
    {
      subject_type: 'Organization',
      subject_version: 1,
      actor_person_id: admin.id,
      payload: {
        changes: [
          { field: 'nameOfLevel1', from: 'Team', to: 'Own team' },
          { field: 'clockWorkingHoursOfLevel1', from: '16 working hours', to: '8 working hours' },
          { field: 'escalatesByItselfOfLevel1', from: 'waits for somebody', to: 'goes up by itself' },
          { field: 'remindBeforeHoursOfLevel1', from: 'no reminder', to: '2 working hours before' },
        ],
      },
    },
  ]);
  // The same once more is no edit.
  expect((await edit(after.levels, 2)).data?.editImpedimentLadder.version).toBe(2);
});

test('refused: who is no Administrator, an old version, half a ladder, and each wrong field with its remedy', async () => {
  const { levels, version } = await ladder();
  for (const person of [story.master, story.dev, story.guest]) {
    expect((await edit(levels, version, person)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const stale = await edit(withLevel(levels, 1, { name: 'Stale' }), version - 1);
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: version, current: { levels } },
  });
  const half = await edit(levels.slice(1), version);
  expect(half.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'levels' }] });
  const wrong = await edit(
    [
      { ...levels[0], name: ' ', clockWorkingHours: 0, remindBeforeHours: null },
      { ...levels[1], clockWorkingHours: 8, remindBeforeHours: 8 },
      { ...levels[2], name: levels[1]?.name.toUpperCase(), escalatesByItself: true },
    ],
    version,
  );
  expect(wrong.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    details: {
      fields: [
        { field: 'nameOfLevel1' },
        { field: 'clockWorkingHoursOfLevel1' },
        { field: 'remindBeforeHoursOfLevel2' },
        { field: 'nameOfLevel3' },
        { field: 'escalatesByItselfOfLevel3' },
      ],
    },
  });
  expect(await ladder()).toMatchObject({ version, levels });
});

test('of two edits at once one is told of the other; with its key it is one edit, however often it is sent', async () => {
  const { levels, version } = await ladder();
  const both = await Promise.all([
    edit(withLevel(levels, 2, { clockWorkingHours: 24 }), version),
    edit(withLevel(levels, 2, { clockWorkingHours: 32 }), version),
  ]);
  expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
  const now = await ladder();
  const key = randomUUID();
  const again = await Promise.all(
    [1, 2].map(() => edit(withLevel(now.levels, 2, { name: 'Chapter' }), now.version, admin, key)),
  );
  expect(again.map(({ data }) => data?.editImpedimentLadder.version)).toEqual([now.version + 1, now.version + 1]);
});

test('what runs keeps its terms: another ladder makes nothing overdue, reminds of nothing and sends nothing up', async () => {
  const clock = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date('2026-03-02T09:00:00Z'));
  const clocks = await ClockStory.tell(app, 'Promises');
  const house = clocks.impediments.house;
  const ada = await house.administrator('Ada');
  await house.query('update impediment_levels set escalates_by_itself = false where organization_id = $1', [house.id]);
  const old = await clocks.impediments.raise('Old');
  const before = await clocks.state(old);
  const { levels } = await ladder(ada);
  const shorter = withLevel(levels, 1, { clockWorkingHours: 2, escalatesByItself: true, remindBeforeHours: 1 });
  expect((await edit(shorter, 1, ada)).errors).toBeUndefined();
  expect(await clocks.state(old)).toEqual(before);
  clock.mockReturnValue(new Date('2026-03-02T12:00:00Z'));
  const young = await clocks.impediments.raise('Young');
  // Three hours later the young one is over its two; the old one is at six of its sixteen.
  expect(await clocks.wake('2026-03-02T15:00:00Z')).toEqual({ escalated: 1, reminded: 0 });
  expect(await clocks.escalations([old, young])).toEqual([0, 1]);
  // And a longer clock hides nothing: the old one is over after its sixteen hours.
  const longer = withLevel(shorter, 1, { clockWorkingHours: 100 });
  expect((await edit(longer, 2, ada)).errors).toBeUndefined();
  expect(await clocks.wake('2026-03-03T17:00:00Z')).toEqual({ escalated: 0, reminded: 1 });
  expect((await clocks.events(old)).map(({ note }) => note)).toEqual(['Its 16 working hours at Team are over.']);
  // Whoever wants the new terms for it sets its level anew.
  clock.mockReturnValue(new Date('2026-03-03T17:00:00Z'));
  const { master } = clocks.impediments;
  await clocks.impediments.done(master, 'setImpedimentLevel', `id: "${old.id}", version: 1, level: 2, reason: "Up"`);
  await clocks.impediments.done(master, 'setImpedimentLevel', `id: "${old.id}", version: 2, level: 1, reason: "Down"`);
  expect(await clocks.state(old)).toMatchObject([{ clocks: [{}, {}, { number: 3, clock_working_hours: 100 }] }]);
});
