import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { type TestItem, type TestSession, TriageStory } from '../../../../test/triage-story.js';

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

function itemOf(session: TestSession, title: string): TestItem {
  const item = session.items.find(({ impediment }) => impediment?.title === title);
  if (!item) throw new Error(`${title} is not on the agenda: ${JSON.stringify(session.items)}`);
  return item;
}

describe('ending an item', () => {
  const triaged = { kind: 'TRIAGED', severity: 'HIGH', level: 2, nextStep: 'Ask the vendor' };

  test('does to the impediment what the result says, in one step', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await story.shared(title);
    const session = await story.start();
    const end = (title: string, result: object): Promise<TestSession> =>
      story.done(story.master, 'endTriageItem', {
        itemId: itemOf(session, title).id,
        version: 1,
        result,
      });
    await end('One', { ...triaged, ownerId: `Person_${story.otherMaster.id}` });
    await end('Two', { kind: 'DECLINED', reason: 'Not ours' });
    await end('Three', { kind: 'MERGED', intoKey: itemOf(session, 'One').impediment?.key });
    await end('Four', { kind: 'ESCALATED', level: 2 });
    const ended = await end('Five', { kind: 'PARKED', reason: 'Next week' });
    expect(
      ended.items.map(({ result, note, impediment }) => [result, note, impediment?.state, impediment?.level]),
    ).toEqual([
      ['TRIAGED', 'Ask the vendor', 'TRIAGED', 2],
      ['DECLINED', 'Not ours', 'DECLINED', 1],
      ['MERGED', `It is the same as ${itemOf(session, 'One').impediment?.key}.`, 'DUPLICATE', 1],
      ['ESCALATED', 'The chapter cannot remove it at its level.', 'RAISED', 2],
      ['PARKED', 'Next week', 'RAISED', 1],
    ]);
    expect(
      await story.refused(story.master, 'endTriageItem', {
        itemId: itemOf(session, 'Two').id,
        version: 2,
        result: { kind: 'PARKED', reason: 'Again' },
      }),
    ).toEqual({ code: 'TRIAGE_ITEM_ENDED', details: { result: 'DECLINED' } });
  });

  test('says what is missing, and does nothing then', async () => {
    await story.shared('One');
    const session = await story.start();
    const { id: itemId, impediment } = itemOf(session, 'One');
    const end = (result: object): Promise<{ code: string; details: unknown }> =>
      story.refused(story.master, 'endTriageItem', { itemId, version: 1, result });
    expect(await end({ kind: 'TRIAGED' })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'result.ownerId' }, {}, {}, {}] },
    });
    expect(await end({ ...triaged, ownerId: `Person_${story.master.id}`, level: 3 })).toMatchObject({
      code: 'BRIEF_NEEDED',
    });
    expect(await end({ kind: 'MERGED', intoKey: impediment?.key })).toMatchObject({ code: 'DUPLICATE_OF_ITSELF' });
    expect(await end({ kind: 'DONE' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(itemOf(await story.session(story.master, session.id), 'One')).toMatchObject({
      result: null,
      version: 1,
      impediment: { state: 'RAISED' },
    });
    expect(await story.events(session.id)).toEqual(['started']);
  });

  test('is the facilitator’s, or the owner’s who may do it to the impediment', async () => {
    await story.shared('One');
    const session = await story.start();
    const itemId = itemOf(session, 'One').id;
    const result = { kind: 'PARKED', reason: 'Later' };
    expect(await story.refused(story.otherMaster, 'endTriageItem', { itemId, version: 1, result })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await story.refused(story.master, 'endTriageItem', { itemId, version: 7, result })).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 1 },
    });
    const { dev } = story.impediments;
    await story.done(story.master, 'endTriageItem', {
      itemId,
      version: 1,
      result: { ...triaged, ownerId: `Person_${dev.id}` },
    });
    const open = await story.done(story.master, 'reopenTriageItem', { itemId });
    expect(itemOf(open, 'One')).toMatchObject({ result: null, version: 3, impediment: { state: 'TRIAGED' } });
    // The owner may end the item, but not decline the impediment: that is for those who triage.
    expect(
      await story.refused(dev, 'endTriageItem', { itemId, version: 3, result: { kind: 'DECLINED', reason: 'No' } }),
    ).toMatchObject({ code: 'FORBIDDEN', details: { action: 'impediment:decline' } });
    const parked = await story.done(dev, 'endTriageItem', { itemId, version: 3, result });
    expect(itemOf(parked, 'One').result).toBe('PARKED');
  });

  test('of a promise says that it was kept', async () => {
    await story.shared('One');
    const session = await story.start();
    const itemId = itemOf(session, 'One').id;
    const dueOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const promised = await story.done(story.otherMaster, 'promiseAction', {
      itemId,
      title: 'Call the vendor',
      ownerId: `Person_${story.otherMaster.id}`,
      dueOn,
    });
    expect(itemOf(promised, 'One').actions).toEqual([{ title: 'Call the vendor', owner: { name: 'Omar' } }]);
    await story.done(story.master, 'endTriage', { sessionId: session.id, version: 1 });
    const next = await story.start();
    const item = next.items.find(({ action }) => action !== null);
    expect(item).toMatchObject({ reason: 'OPEN_ACTION', why: `Omar promised it for ${dueOn}.` });
    const done = await story.done(story.master, 'endTriageItem', {
      itemId: item?.id,
      version: 1,
      result: { kind: 'DONE', reason: 'They answered' },
    });
    expect(done.items.find(({ id }) => id === item?.id)?.action).toEqual({ title: 'Call the vendor', state: 'DONE' });
  });
});

describe('the end', () => {
  test('parks what nobody came to, writes minutes and tells whom it concerns', async () => {
    await story.shared('One');
    await story.shared('Two');
    const session = await story.start();
    await story.done(story.otherMaster, 'setTriageDots', { itemId: itemOf(session, 'One').id, dots: 2 });
    await story.done(story.master, 'takeUpItem', { itemId: itemOf(session, 'One').id, seconds: 60 });
    await story.done(story.master, 'endTriageItem', {
      itemId: itemOf(session, 'One').id,
      version: 1,
      result: { kind: 'DECLINED', reason: 'Not ours' },
    });
    expect(await story.refused(story.otherMaster, 'endTriage', { sessionId: session.id, version: 1 })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const ended = await story.done(story.master, 'endTriage', { sessionId: session.id, version: 1 });
    expect(ended).toMatchObject({
      state: 'ENDED',
      version: 2,
      current: null,
      timebox: null,
      viewerCan: ['chapter:view'],
    });
    expect(itemOf(ended, 'Two')).toMatchObject({
      result: 'PARKED',
      note: 'Not reached',
      impediment: { state: 'RAISED' },
    });
    expect(ended.toldTeams.map(({ name }) => name)).toEqual(['Ledger', 'Payments']);
    expect(ended.minutes).toContain('- Facilitated by Mira; 0 minutes\n- There: Mira, Omar\n- 1 declined, 1 parked');
    expect(ended.minutes).toContain('One (New and shared, 2 dots): Not ours');
    const [event] = await story.impediments.house.query<{ payload: { told: string[] } }>(
      `select payload from events where organization_id = $1 and name = 'triage-session.ended'`,
      [story.impediments.house.id],
    );
    const { dev, neighbour } = story.impediments;
    expect(event?.payload.told.toSorted()).toEqual(
      [story.otherMaster, story.leader, dev, neighbour].map(({ id }) => id).toSorted(),
    );
    for (const [field, more] of [
      ['joinTriage', {}],
      ['endTriage', { version: 2 }],
    ] as const)
      expect(await story.refused(story.master, field, { sessionId: session.id, ...more })).toMatchObject({
        code: 'TRIAGE_ENDED',
      });
  });

  test('twice with one key is once; on a stale version it is a conflict', async () => {
    const session = await story.start();
    expect(await story.refused(story.master, 'endTriage', { sessionId: session.id, version: 5 })).toMatchObject({
      code: 'CONFLICT',
    });
    const given = { sessionId: session.id, version: 1, idempotencyKey: 'end-once-0001' };
    const ended = await story.done(story.master, 'endTriage', given);
    expect(await story.done(story.master, 'endTriage', given)).toEqual(ended);
    expect(ended.minutes).toContain('Nothing was on the agenda');
  });
});

describe('facilitation', () => {
  test('is handed to a member, who steers from then on', async () => {
    await story.shared('One');
    const session = await story.start();
    const to = (personId: string, version = 1): object => ({
      sessionId: session.id,
      version,
      personId: `Person_${personId}`,
    });
    expect(await story.refused(story.master, 'handOverTriage', { ...to(story.impediments.dev.id) })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const handed = await story.done(story.master, 'handOverTriage', { ...to(story.otherMaster.id) });
    expect(handed).toMatchObject({ version: 2, facilitator: { name: 'Omar' } });
    expect(handed.viewerCan).not.toContain('triage:facilitate');
    expect(await story.refused(story.master, 'takeUpItem', { itemId: itemOf(session, 'One').id })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await story.done(story.otherMaster, 'takeUpItem', { itemId: itemOf(session, 'One').id });
    expect(await story.refused(story.otherMaster, 'handOverTriage', { ...to(story.master.id, 1) })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is taken over from who has been away for two minutes, and not before', async () => {
    const session = await story.start();
    const given = { sessionId: session.id, version: 1, personId: `Person_${story.otherMaster.id}` };
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    const ago = (what: string): Promise<object[]> =>
      story.impediments.house.query(`update triage_sessions set facilitator_seen_at = now() - interval '${what}'`);
    await ago('3 minutes');
    const { house } = story.impediments;
    const presence = { place: session.id, person_id: story.master.id };
    await house.insert('presences', presence);
    // They look at it.
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    await house.query(`update presences set left_at = clock_timestamp() - interval '1 minute'`);
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    await house.query(`update presences set left_at = clock_timestamp() - interval '121 seconds'`);
    expect((await story.session(story.otherMaster, session.id)).viewerCan).toContain('triage:take-over');
    expect(
      await story.refused(story.impediments.dev, 'handOverTriage', {
        ...given,
        personId: `Person_${story.impediments.dev.id}`,
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const taken = await story.done(story.otherMaster, 'handOverTriage', given);
    expect(taken.facilitator.name).toBe('Omar');
  });
});
