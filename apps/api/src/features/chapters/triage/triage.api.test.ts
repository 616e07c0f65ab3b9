import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { itemOf, TriageStory } from '../../../../test/triage-story.js';

let app: TestApp;
let story: TriageStory;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

let number = 0;
beforeEach(async () => {
  number += 1;
  story = await TriageStory.tell(app, `House ${number}`);
});

describe('starting', () => {
  test('keeps the agenda of now; whoever starts it facilitates and is in it', async () => {
    await story.shared('The gateway drops');
    await story.impediments.raise('Only ours');
    const session = await story.start();
    expect(session.items.map(({ reason, position, impediment }) => [reason, position, impediment?.title])).toEqual([
      ['NEW_SHARED', 1, 'The gateway drops'],
    ]);
    expect(session).toMatchObject({
      state: 'RUNNING',
      version: 1,
      facilitator: { name: 'Mira' },
      dotsPerPerson: 3,
      viewerDotsLeft: 3,
      minutes: null,
      current: null,
    });
    expect(session.participants.map(({ person }) => person.name)).toEqual(['Mira']);
    expect(session.viewerCan).toEqual([
      'chapter:view',
      'triage:join',
      'triage:add-item',
      'triage:vote',
      'triage:promise-action',
      'triage:facilitate',
      'triage:end-item',
      'triage:hand-over',
    ]);
    await story.shared('Later than the start');
    expect((await story.session(story.otherMaster, session.id)).items).toHaveLength(1);
    expect(await story.events(session.id)).toEqual(['started']);
  });

  test('is for members; a second one is refused with the first one to join', async () => {
    expect(await story.refused(story.impediments.dev, 'startTriage', { chapterId: story.chapterId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const session = await story.start();
    expect(await story.refused(story.leader, 'startTriage', { chapterId: story.chapterId })).toEqual({
      code: 'TRIAGE_RUNS',
      details: { sessionId: session.id },
    });
  });

  test('of two who start at once one facilitates', async () => {
    const replies = await Promise.all(
      [story.master, story.otherMaster, story.leader].map((person) =>
        story.act(person, 'startTriage', { chapterId: story.chapterId }),
      ),
    );
    expect(replies.filter(({ data }) => data?.['startTriage']).length).toBe(1);
    expect(replies.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])).toEqual(['TRIAGE_RUNS', 'TRIAGE_RUNS']);
  });

  test('twice with one key is once', async () => {
    const idempotencyKey = 'start-once-0001';
    const first = await story.start(story.master, { idempotencyKey });
    expect((await story.start(story.master, { idempotencyKey })).id).toBe(first.id);
  });
});

describe('dots', () => {
  test('are absolute, three for each, and placing them is being there', async () => {
    await story.shared('One');
    await story.shared('Two');
    const session = await story.start();
    const [one, two] = [itemOf(session, 'One'), itemOf(session, 'Two')];
    await story.done(story.otherMaster, 'setTriageDots', { itemId: one.id, dots: 2 });
    await story.done(story.otherMaster, 'setTriageDots', { itemId: one.id, dots: 2 });
    expect(await story.refused(story.otherMaster, 'setTriageDots', { itemId: two.id, dots: 2 })).toEqual({
      code: 'TOO_FEW_DOTS',
      details: { left: 1, perPerson: 3 },
    });
    const seen = await story.done(story.otherMaster, 'setTriageDots', { itemId: two.id, dots: 1 });
    expect([itemOf(seen, 'One'), itemOf(seen, 'Two')].map(({ dots, viewerDots }) => [dots, viewerDots])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(seen.viewerDotsLeft).toBe(0);
    const back = await story.done(story.otherMaster, 'setTriageDots', { itemId: one.id, dots: 0 });
    expect(back.viewerDotsLeft).toBe(2);
    expect((await story.session(story.master, session.id)).items.map(({ viewerDots }) => viewerDots)).toEqual([0, 0]);
    expect(back.participants.map(({ person }) => person.name)).toEqual(['Mira', 'Omar']);
    expect(await story.events(session.id)).toEqual(['started', 'voted', 'voted', 'voted']);
  });

  test('are the chapter’s; whoever else comes looks on', async () => {
    await story.shared('One');
    const session = await story.start();
    const itemId = itemOf(session, 'One').id;
    expect(await story.refused(story.impediments.dev, 'setTriageDots', { itemId, dots: 1 })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const joined = await story.done(story.impediments.dev, 'joinTriage', { sessionId: session.id });
    expect(joined.viewerCan).toEqual(['chapter:view', 'triage:join']);
    expect(await story.refused(story.master, 'setTriageDots', { itemId, dots: 4 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('an item under discussion', () => {
  test('has the time of its timebox, which stands and goes on', async () => {
    await story.shared('One');
    await story.shared('Two');
    const session = await story.start();
    const [one, two] = [itemOf(session, 'One'), itemOf(session, 'Two')];
    const talked = await story.done(story.master, 'takeUpItem', { itemId: one.id, seconds: 300 });
    expect(talked.current?.id).toBe(one.id);
    expect(talked.timebox).toMatchObject({ seconds: 300, secondsLeft: null });
    const paused = await story.done(story.master, 'pauseTimebox', { sessionId: session.id });
    expect(paused.timebox?.endsAt).toBeNull();
    expect(paused.timebox?.secondsLeft).toBeGreaterThan(290);
    const resumed = await story.done(story.master, 'resumeTimebox', { sessionId: session.id });
    expect(resumed.timebox?.endsAt).not.toBeNull();
    const next = await story.done(story.master, 'takeUpItem', { itemId: two.id });
    expect(next).toMatchObject({ current: { id: two.id }, timebox: null });
    expect(await story.refused(story.master, 'pauseTimebox', { sessionId: session.id })).toMatchObject({
      code: 'NO_TIMEBOX',
    });
    expect(await story.refused(story.otherMaster, 'takeUpItem', { itemId: one.id })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is added, moved, and there once', async () => {
    await story.shared('One');
    await story.shared('Two');
    const own = await story.impediments.raise('Only ours');
    const session = await story.start();
    const added = await story.done(story.otherMaster, 'addTriageItem', {
      sessionId: session.id,
      impedimentKey: own.key.toLowerCase(),
    });
    const item = itemOf(added, 'Only ours');
    expect(item).toMatchObject({ position: 3, reason: 'ADDED', why: 'Omar added it.' });
    expect(
      await story.refused(story.master, 'addTriageItem', { sessionId: session.id, impedimentKey: own.key }),
    ).toEqual({ code: 'ON_THE_AGENDA', details: { position: 3 } });
    const moved = await story.done(story.master, 'moveTriageItem', { itemId: item.id, position: 1 });
    expect(moved.items.map(({ impediment, position }) => [impediment?.title, position])).toEqual([
      ['Only ours', 1],
      ['One', 2],
      ['Two', 3],
    ]);
    const last = await story.done(story.master, 'moveTriageItem', { itemId: item.id, position: 99 });
    expect(last.items.at(-1)?.id).toBe(item.id);
  });
});

test('another organization’s session is nobody’s', async () => {
  await story.shared('One');
  const session = await story.start();
  const abroad = await TriageStory.tell(app, `Abroad ${number}`);
  const itemId = itemOf(session, 'One').id;
  for (const [field, given] of [
    ['joinTriage', { sessionId: session.id }],
    ['setTriageDots', { itemId, dots: 1 }],
    ['takeUpItem', { itemId }],
    ['startTriage', { chapterId: story.chapterId }],
  ] as const)
    expect(await abroad.refused(abroad.master, field, given)).toMatchObject({ code: 'NOT_FOUND' });
});
