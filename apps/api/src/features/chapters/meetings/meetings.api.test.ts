import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { TriageStory } from '../../../../test/triage-story.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: TriageStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await TriageStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

async function weekly(
  scopeId: string,
  chapterId: string | null,
  by: TestPerson = story.leader,
): Promise<{ id: string; next: { id: string }[] }> {
  // In two hours, as clocks there show it.
  const starts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Lisbon' })
    .format(new Date(Date.now() + 2 * 3_600_000))
    .replace(' ', 'T');
  const reply = await app.graphql<{ createCadence: { id: string; next: { id: string }[] } }>(
    by.cookie,
    `mutation ($chapterId: ID) { createCadence(input: { kind: CHAPTER_TRIAGE, name: "Triage", scopeKind: AREA, scopeId: "${scopeId}",
      chapterId: $chapterId, rule: "FREQ=WEEKLY", startsAt: "${starts}", timeZone: "Europe/Lisbon", minutes: 25,
      facilitation: NONE, audience: { roles: [SCRUM_MASTER], personIds: [] } }) { id next(count: 2) { id } } }`,
    { chapterId },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.createCadence;
}

interface Seen {
  chapter: {
    cadences: { id: string; chapter: { id: string } }[];
    nextTriage: { id: string; triageSession: { id: string; state: string } | null } | null;
    session: { id: string; occurrence: { id: string } } | null;
    sessions: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean } };
    openActions: { title: string; triageItem: { why: string } | null }[];
  };
}

async function seen(): Promise<Seen['chapter']> {
  const reply = await app.graphql<Seen>(
    story.master.cookie,
    `{ chapter(id: "${story.chapterId}") {
      cadences { id chapter { id } } nextTriage { id triageSession { id state } } session { id occurrence { id } }
      sessions(first: 1) { totalCount edges { node { id } } pageInfo { hasNextPage } }
      openActions { title triageItem { why } } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.chapter;
}

test('a chapter, its series, the date that it triages at and what is promised there lead to one another', async () => {
  const { team, house } = story.impediments;
  const areaId = `Area_${team.areaId}`;
  const cadence = await weekly(areaId, story.chapterId);
  await weekly(areaId, null);
  const [first, second] = cadence.next.map(({ id }) => id);
  expect(await seen()).toMatchObject({
    cadences: [{ id: cadence.id, chapter: { id: story.chapterId } }],
    nextTriage: { id: first, triageSession: null },
    session: null,
    sessions: { totalCount: 0, edges: [] },
  });
  await story.shared('One');
  const session = await story.start(story.master, { occurrenceId: first });
  const dueOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const ownerId = `Person_${story.master.id}`;
  await story.done(story.master, 'promiseAction', { itemId: session.items[0]?.id, title: 'Call them', ownerId, dueOn });
  expect(await seen()).toMatchObject({
    nextTriage: { id: first, triageSession: { id: session.id, state: 'RUNNING' } },
    session: { id: session.id, occurrence: { id: first } },
    openActions: [{ title: 'Call them', triageItem: { why: expect.stringContaining('It is new, hits 2 teams') } }],
  });
  // The date shows the promise, too.
  const date = await app.graphql<{ occurrence: { actions: { title: string }[] } }>(
    story.master.cookie,
    `{ occurrence(id: "${first}") { actions { title } } }`,
  );
  expect(date.data?.occurrence.actions).toEqual([{ title: 'Call them' }]);
  await story.done(story.master, 'endTriage', { sessionId: session.id, version: 1 });
  expect(
    await story.refused(story.master, 'startTriage', { chapterId: story.chapterId, occurrenceId: first }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
  });
  // The next one is not for a week.
  expect(
    await story.refused(story.master, 'startTriage', { chapterId: story.chapterId, occurrenceId: second }),
  ).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ problem: expect.stringContaining('12 hours') }] } });
  await story.start(story.master);
  expect((await seen()).sessions).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  // A series of another place is none of this chapter's, whoever writes it.
  await expect(
    house.query('update cadences set area_id = null, scope_kind = $1 where chapter_id is not null', ['ORGANIZATION']),
  ).rejects.toThrow('cadences_where_their_chapter_is');
});

test('a date of another series is refused', async () => {
  const abroad = await TriageStory.tell(app, 'Abroad');
  const foreign = await weekly(`Area_${story.impediments.team.areaId}`, null);
  const occurrenceId = foreign.next[0]?.id;
  expect(
    await abroad.refused(abroad.master, 'startTriage', { chapterId: abroad.chapterId, occurrenceId }),
  ).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a session keeps its date, though the series moves to another time; at a cancelled one none is held', async () => {
  const house = await TriageStory.tell(app, 'Keeps');
  const { chapterId, leader, master, impediments } = house;
  const scopeId = `Area_${impediments.team.areaId}`;
  const reply = await weekly(scopeId, chapterId, leader);
  const [first] = reply.next.map(({ id }) => id);
  const cancelled = await app.graphql(
    leader.cookie,
    `mutation { cancelOccurrence(id: "${first}", version: 0, reason: "Holidays") { id version } }`,
  );
  expect(cancelled.errors).toBeUndefined();
  expect(await house.refused(master, 'startTriage', { chapterId, occurrenceId: first })).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'occurrenceId', problem: expect.stringContaining('cancelled') }] },
  });
  const other = await weekly(scopeId, chapterId, leader);
  const [date] = other.next.map(({ id }) => id);
  const session = await house.start(master, { occurrenceId: date });
  await impediments.house.query(`update cadences set starts_at = starts_at + interval '3 hours' where id = $1`, [
    other.id.replace('Cadence_', ''),
  ]);
  const seen = await app.graphql<{ triageSession: { occurrence: { id: string } | null } }>(
    master.cookie,
    `{ triageSession(id: "${session.id}") { occurrence { id } } }`,
  );
  expect(seen.data?.triageSession.occurrence).toEqual({ id: date });
});
