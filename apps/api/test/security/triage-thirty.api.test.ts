import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../test-app.js';
import { Participant, type ShownSession } from '../triage-crowd.js';
import { TriageStory } from '../triage-story.js';
import { until } from '../waiting.js';
import { start, type Child } from './child-process.js';

const PEOPLE = 30;
const ITEMS = 10;

let app: TestApp;
let story: TriageStory;
let api: Child | undefined;
let crowd: Participant[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  story = await TriageStory.tell(app, 'Harbour');
});
afterAll(async () => {
  for (const participant of crowd) participant.leave();
  await api?.kill();
  await app.stop();
});

async function launch(): Promise<string> {
  api = start('doomed-api.ts', [app.databaseUrl]);
  return api.printed((line) => line.startsWith('http'));
}

/** What everybody sees alike. */
function common(shown: ShownSession | undefined): string {
  return JSON.stringify(
    shown && {
      state: shown.state,
      current: shown.current,
      items: shown.items.map(({ id, position, dots, result, note }) => ({ id, position, dots, result, note })),
      participants: shown.participants.map(({ person }) => person.name),
    },
  );
}

test('thirty people vote and end items while the api is killed and comes back: one state for all, no vote lost or doubled', async () => {
  const { house, team } = story.impediments;
  const masters = await Promise.all(
    Array.from({ length: PEOPLE - 1 }, async (_, index) => {
      const own = await house.team(`Team ${index}`, team.areaId);
      return own.scrumMaster(`Master ${String(index).padStart(2, '0')}`);
    }),
  );
  for (let index = 0; index < ITEMS; index += 1) await story.shared(`Item ${index}`);
  const session = await story.start();
  const itemIds = session.items.map(({ id }) => id);
  expect(itemIds).toHaveLength(ITEMS);

  let origin = await launch();
  crowd = [story.master, ...masters].map((person) => new Participant(person, session.id));
  await Promise.all(crowd.map((participant) => participant.enter(origin)));
  const [facilitator, ...others] = crowd;
  if (!facilitator) throw new Error('Somebody facilitates.');
  await Promise.all(
    others.map((participant, index) =>
      participant.act(`joinTriage(sessionId: "${session.id}", idempotencyKey: "KEY")`, `join-key-${index}`),
    ),
  );
  await until(() => crowd.every(({ shown }) => shown?.participants.length === PEOPLE));

  // Each of them places three dots, one after another, on items of their own choice; the last two try a fourth.
  const choice = (person: number, dot: number): number => (person * 3 + dot * (1 + (person % 3))) % (ITEMS - 2);
  const placed = crowd.map(() => new Map<string, number>());
  const refused: (string | null)[] = [];
  const vote = async (index: number): Promise<void> => {
    const [participant, dots] = [crowd[index], placed[index]];
    if (!participant || !dots) return;
    for (let dot = 0; dot < 4; dot += 1) {
      const itemId = itemIds[choice(index, dot)] ?? '';
      const wanted = (dots.get(itemId) ?? 0) + 1;
      const key = `vote-${index}-${dot}-key`;
      const code = await participant.act(
        `setTriageDots(itemId: "${itemId}", dots: ${wanted}, idempotencyKey: "KEY")`,
        key,
      );
      if (code === null) dots.set(itemId, wanted);
      else refused.push(code);
    }
  };
  // Meanwhile the facilitator takes up the last two items and ends them.
  const steer = async (): Promise<void> => {
    for (const itemId of itemIds.slice(-2)) {
      await facilitator.act(`takeUpItem(itemId: "${itemId}", seconds: 120, idempotencyKey: "KEY")`, `take-${itemId}`);
      await facilitator.act(
        `endTriageItem(itemId: "${itemId}", version: 1, result: { kind: DECLINED, reason: "Not ours", impedimentVersion: 1 }, idempotencyKey: "KEY")`,
        `end-${itemId}`,
      );
    }
  };
  const busy = Promise.all([...crowd.keys()].map(vote).concat(steer()));
  // In the middle of it.
  await until(() => (crowd[0]?.shown?.items.reduce((sum, { dots }) => sum + dots, 0) ?? 0) > PEOPLE / 2);
  await api?.kill();
  origin = await launch();
  for (const participant of crowd) participant.moveTo(origin);
  await busy;

  const total = PEOPLE * 3;
  await until(() => crowd.every(({ shown }) => shown?.items.reduce((sum, { dots }) => sum + dots, 0) === total));
  await until(() => crowd.every(({ shown }) => shown?.items.filter(({ result }) => result !== null).length === 2));
  expect(crowd.every(({ dialed }) => dialed >= 2)).toBe(true);
  expect(crowd.some(({ repeated }) => repeated > 0)).toBe(true);

  // The same for all, each with their own dots; and the same for whoever comes late and asks.
  const { items, participants } = await story.session(story.otherMaster, session.id);
  expect(new Set(crowd.map(({ shown }) => common(shown)))).toEqual(
    new Set([
      JSON.stringify({
        state: 'RUNNING',
        current: null,
        items: items.map(({ id, position, dots, result, note }) => ({ id, position, dots, result, note })),
        participants: participants.map(({ person }) => person.name),
      }),
    ]),
  );
  for (const [index, { shown }] of crowd.entries()) {
    const own = new Map(shown?.items.flatMap(({ id, viewerDots }) => (viewerDots > 0 ? [[id, viewerDots]] : [])));
    expect([index, own]).toEqual([index, placed[index]]);
    expect(shown?.viewerDotsLeft).toBe(0);
  }
  const expected = itemIds.map((id) => placed.reduce((sum, dots) => sum + (dots.get(id) ?? 0), 0));
  expect(items.map(({ dots }) => dots)).toEqual(expected);
  // Everybody's fourth one was too many.
  expect(refused).toEqual(Array.from({ length: PEOPLE }, () => 'TOO_FEW_DOTS'));

  // One event for each change, none for what was sent again.
  const events = await story.events(session.id);
  const count = (name: string): number => events.filter((event) => event === name).length;
  expect([count('voted'), count('item-ended'), count('item-taken-up'), count('joined')]).toEqual([
    total,
    2,
    2,
    PEOPLE - 1,
  ]);
  const declined = await house.query(`select from impediments where state = 'DECLINED' and version = 2`);
  expect(declined).toHaveLength(2);

  // And it ends where it went on.
  const code = await facilitator.act(
    `endTriage(sessionId: "${session.id}", version: 1, idempotencyKey: "KEY")`,
    'end-of-session',
  );
  expect(code).toBeNull();
  await until(() => crowd.every(({ shown }) => shown?.state === 'ENDED'));
});
