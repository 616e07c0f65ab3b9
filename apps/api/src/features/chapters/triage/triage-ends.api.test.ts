import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { itemOf, type TestSession, TriageStory } from '../../../../test/triage-story.js';

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

describe('ending an item', () => {
  const triaged = { kind: 'TRIAGED', severity: 'HIGH', level: 2, nextStep: 'Ask the vendor' };

  test('does to the impediment what the result says, in one step', async () => {
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await story.shared(title);
    const session = await story.start();
    const end = (title: string, result: object): Promise<TestSession> =>
      story.done(story.master, 'endTriageItem', {
        itemId: itemOf(session, title).id,
        version: 1,
        result: { ...result, impedimentVersion: itemOf(session, title).impediment?.version },
      });
    await end('One', { ...triaged, ownerId: `Person_${story.otherMaster.id}` });
    await end('Two', { kind: 'DECLINED', reason: 'Not ours' });
    await end('Three', { kind: 'MERGED', intoKey: itemOf(session, 'One').impediment?.key });
    await end('Four', { kind: 'ESCALATED', level: 2 });
    const ended = await end('Five', { kind: 'PARKED', reason: 'Next week' });
    expect(
      ended.items.map(({ result, note, impediment }) => [result, note, impediment?.state, impediment?.level]),
    ).toEqual([
      ['TRIAGED', 'Omar has it, Scrum of Scrums, high. Next: Ask the vendor', 'TRIAGED', 2],
      ['DECLINED', 'Not ours', 'DECLINED', 1],
      ['MERGED', `It is the same as ${itemOf(session, 'One').impediment?.key}.`, 'DUPLICATE', 1],
      ['ESCALATED', 'To Scrum of Scrums: The chapter cannot remove it at its level.', 'RAISED', 2],
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
      details: { fields: [{ field: 'result.ownerId' }, {}, {}, {}, { field: 'result.impedimentVersion' }] },
    });
    expect(
      await end({ ...triaged, ownerId: `Person_${story.master.id}`, level: 3, impedimentVersion: 1 }),
    ).toMatchObject({
      code: 'BRIEF_NEEDED',
    });
    expect(await end({ kind: 'MERGED', intoKey: impediment?.key, impedimentVersion: 1 })).toMatchObject({
      code: 'DUPLICATE_OF_ITSELF',
    });
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
      result: { ...triaged, ownerId: `Person_${dev.id}`, impedimentVersion: 1 },
    });
    const open = await story.done(story.master, 'reopenTriageItem', { itemId });
    expect(itemOf(open, 'One')).toMatchObject({ result: null, version: 3, impediment: { state: 'TRIAGED' } });
    // While it is under discussion, the owner may end the item, but not decline the impediment: that is for those who triage.
    expect(await story.refused(dev, 'endTriageItem', { itemId, version: 3, result })).toMatchObject({
      code: 'FORBIDDEN',
      details: { action: 'triage:end-item' },
    });
    await story.done(story.master, 'takeUpItem', { itemId });
    const declined = { kind: 'DECLINED', reason: 'No', impedimentVersion: 2 };
    expect(await story.refused(dev, 'endTriageItem', { itemId, version: 3, result: declined })).toMatchObject({
      code: 'FORBIDDEN',
      details: { action: 'impediment:decline' },
    });
    const parked = await story.done(dev, 'endTriageItem', { itemId, version: 3, result });
    expect(itemOf(parked, 'One').result).toBe('PARKED');
  });

  test('is refused with what is there where somebody changed the impediment a moment before', async () => {
    const { id, version } = await story.shared('One');
    const session = await story.start();
    const itemId = itemOf(session, 'One').id;
    await story.impediments.done(
      story.otherMaster,
      'triageImpediment',
      `id: "${id}", version: ${version}, input: { ownerId: "Person_${story.otherMaster.id}", severity: LOW, level: 1, nextStep: "Elsewhere" }`,
    );
    const result = { ...triaged, ownerId: `Person_${story.master.id}`, impedimentVersion: version };
    expect(await story.refused(story.master, 'endTriageItem', { itemId, version: 1, result })).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: version + 1, current: { nextStep: 'Elsewhere', owner: { name: 'Omar' } } },
    });
    const again = { ...result, impedimentVersion: version + 1 };
    expect(
      itemOf(await story.done(story.master, 'endTriageItem', { itemId, version: 1, result: again }), 'One').result,
    ).toBe('TRIAGED');
  });

  test('as escalated leads up only', async () => {
    await story.shared('One');
    const session = await story.start();
    const itemId = itemOf(session, 'One').id;
    const up = { kind: 'ESCALATED', level: 2, impedimentVersion: 1 };
    const { items } = await story.done(story.master, 'endTriageItem', { itemId, version: 1, result: up });
    await story.done(story.master, 'reopenTriageItem', { itemId });
    const impedimentVersion = items[0]?.impediment?.version;
    for (const level of [1, 2])
      expect(
        await story.refused(story.master, 'endTriageItem', {
          itemId,
          version: 3,
          result: { ...up, level, impedimentVersion },
        }),
      ).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field: 'level' }] } });
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
      result: { kind: 'DECLINED', reason: 'Not ours', impedimentVersion: 1 },
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

  test('says of what was spoken of that it is not finished, to its teams, too, and who facilitated', async () => {
    for (const title of ['Taken up', 'Promised', 'Merged', 'Never']) await story.shared(title);
    const session = await story.start();
    const id = (title: string): string => itemOf(session, title).id;
    const dueOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const ownerId = `Person_${story.otherMaster.id}`;
    await story.done(story.master, 'promiseAction', { itemId: id('Promised'), title: 'Call', ownerId, dueOn });
    await story.done(story.master, 'endTriageItem', {
      itemId: id('Merged'),
      version: 1,
      result: { kind: 'MERGED', intoKey: itemOf(session, 'Taken up').impediment?.key, impedimentVersion: 1 },
    });
    await story.done(story.master, 'reopenTriageItem', { itemId: id('Merged') });
    await story.done(story.master, 'handOverTriage', { sessionId: session.id, version: 1, personId: ownerId });
    await story.done(story.otherMaster, 'takeUpItem', { itemId: id('Taken up'), seconds: 60 });
    const ended = await story.done(story.otherMaster, 'endTriage', { sessionId: session.id, version: 2 });
    expect(['Taken up', 'Promised', 'Merged', 'Never'].map((title) => itemOf(ended, title).note)).toEqual([
      'Not finished',
      'Not finished',
      'Not finished; its state is duplicate by now',
      'Not reached',
    ]);
    expect(ended.toldTeams.map(({ name }) => name)).toEqual(['Ledger', 'Payments']);
    expect(ended.minutes).toContain('- Facilitated by Mira, then Omar; 0 minutes');
  });

  test('tells nobody of what nobody came to', async () => {
    await story.shared('Never');
    const session = await story.start();
    const ended = await story.done(story.master, 'endTriage', { sessionId: session.id, version: 1 });
    expect(ended.toldTeams).toEqual([]);
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
