import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ScenarioStory, WORDS } from '../../../../test/scenario-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: ScenarioStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await ScenarioStory.tell(app, `Quay ${round}`);
});
afterAll(() => app?.stop());

describe('publishing', () => {
  it('moves the order, in one move, and writes the decision, in force at once', async () => {
    const { chief } = story.order;
    const begun = await story.move(chief, await story.begin(), 'c2 c1', { top: true });
    const ready = await story.move(chief, begun, 'a1', { bottom: true });
    const { data } = await story.publish(chief, ready);
    expect(data?.['publishScenario']).toEqual({
      number: 2,
      scenario: expect.objectContaining({
        state: 'PUBLISHED',
        version: 4,
        behindBy: 0,
        decision: { key: 'D-1', state: 'ACCEPTED' },
        publishedAt: expect.any(String),
        viewerCan: ['scenario:view', 'scenario:comment'],
      }),
      decision: {
        ...WORDS,
        key: 'D-1',
        state: 'ACCEPTED',
        kind: 'PRODUCT',
        scope: { kind: 'PRODUCT' },
        decidedBy: { name: 'Chief' },
        links: expect.arrayContaining(['X-c1', 'X-c2', 'X-a1'].map((key) => ({ kind: 'ITEM', key }))),
      },
    });
    expect(await story.order.said()).toBe('c1 c2 b1 a2 b2 a1');
    const { orderMoves } = await story.ask<{ orderMoves: { edges: { node: unknown }[] } }>(
      story.guest,
      `{ orderMoves(productId: "Product_${story.house.productId}", first: 1) {
           edges { node { number scope count reason by { name } scenario { name } } } } }`,
    );
    expect(orderMoves.edges[0]?.node).toEqual({
      number: 2,
      scope: 'SCENARIO',
      count: 3,
      reason: 'Search comes first',
      by: { name: 'Chief' },
      scenario: { name: 'Search first' },
    });
  });

  it('is refused with what moved, when the order did; caught up, it is published', async () => {
    const { chief } = story.order;
    const ready = await story.move(chief, await story.begin(), 'c2', { top: true });
    await story.order.move(story.order.owner('b'), 'b2', { topOfArea: true });
    const refused = { id: ready.id, version: ready.version, decision: WORDS };
    expect(await story.refused(chief, 'publishScenario', refused)).toMatchObject({
      code: 'ORDER_MOVED',
      details: { behindBy: 1, moves: [{ number: 2, key: 'X-b2', title: 'b2', from: 5, to: 2 }] },
    });
    const current = await story.step(chief, 'catchUpScenario', ready);
    expect(current).toMatchObject({ behindBy: 0, moveCount: 1, baseNumber: 2 });
    expect((await story.publish(chief, current)).data?.['publishScenario']?.number).toBe(3);
    expect(await story.order.said()).toBe('c2 a1 b2 c1 a2 b1');
  });

  it('of another one’s that was overtaken waits for nobody: who may publish it catches it up', async () => {
    const mine = await story.move(story.owner, await story.begin(story.owner), 'c2', { top: true });
    const shared = await story.step(story.owner, 'shareScenario', mine, { shared: true });
    await story.order.move(story.order.owner('b'), 'b2', { topOfArea: true });
    const { id, version } = shared;
    expect(await story.refused(story.order.owner('b'), 'catchUpScenario', { id, version })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const current = await story.step(story.order.chief, 'catchUpScenario', shared);
    expect(current).toMatchObject({ behindBy: 0, moveCount: 1, owner: { name: 'Pia' } });
    expect((await story.publish(story.order.chief, current)).data?.['publishScenario']?.number).toBe(3);
  });

  it('is offered to who is accountable today: to a backup only while the holder is away', async () => {
    const { chief } = story.order;
    const backup = await story.house.holder(
      'Bea',
      'CHIEF_PRODUCT_OWNER',
      { product_id: story.house.productId },
      { kind: 'BACKUP' },
    );
    const mine = await story.move(backup, await story.begin(backup), 'c2', { top: true });
    const { id, version } = mine;
    expect(mine.viewerCan).not.toContain('scenario:publish');
    expect(await story.refused(backup, 'publishScenario', { id, version, decision: WORDS })).toMatchObject({
      code: 'NOT_DELEGATED',
      details: { mayAccept: ['Chief'] },
    });
    await story.house.insert('absences', {
      person_id: chief.id,
      starts_on: '2026-01-01',
      ends_before: '2099-01-01',
    });
    const again = await story.step(backup, 'renameScenario', mine, { name: 'In her place' });
    expect(again.viewerCan).toContain('scenario:publish');
    expect((await story.publish(backup, again)).errors).toBeUndefined();
  });

  it('leaves out what ended meanwhile; with nothing left there is nothing to publish', async () => {
    const { chief } = story.order;
    const ready = await story.move(chief, await story.begin(), 'c2', { top: true });
    await app.database.transaction({ organizationId: story.house.id }, (tx) =>
      story.order.slots.leave(tx, story.house.productId, [story.order.id('c2')]),
    );
    const current = await story.step(chief, 'catchUpScenario', ready);
    expect(current).toMatchObject({ moveCount: 0, behindBy: 0 });
    expect(
      await story.refused(chief, 'publishScenario', { id: current.id, version: current.version, decision: WORDS }),
    ).toMatchObject({ code: 'SCENARIO_MOVES_NOTHING' });
  });

  it('is nobody’s whom the delegation does not trust, nor without an outcome and a why: then nothing moves', async () => {
    const mine = await story.move(story.admin, await story.begin(story.admin), 'c2', { top: true });
    const before = await story.stored();
    const given = { id: mine.id, version: mine.version, decision: WORDS };
    expect(await story.refused(story.admin, 'publishScenario', given)).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(mine.viewerCan).not.toContain('scenario:publish');
    expect(mine.viewerCan).toContain('scenario:catch-up');
    const shared = await story.step(story.admin, 'shareScenario', mine, { shared: true });
    for (const field of ['outcome', 'rationale']) {
      const empty = { id: shared.id, version: shared.version, decision: { ...WORDS, [field]: ' ' } };
      expect(await story.refused(story.order.chief, 'publishScenario', empty)).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field }] },
      });
    }
    expect(await story.order.said()).toBe('a1 b1 c1 a2 b2 c2');
    expect(before).toMatchObject({ decisions: [], order_moves: [expect.objectContaining({ number: 1 })] });
  });
});
