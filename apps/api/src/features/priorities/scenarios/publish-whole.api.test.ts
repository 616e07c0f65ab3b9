import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { moveInOrder, type OneOrder } from '@chapterhouse/domain/priorities/one-order';
import { Tx } from '../../../platform/database/tx.js';
import { ScenarioStory, type ToldScenario } from '../../../../test/scenario-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app?.stop());

class Broken extends Error {}

/** From now on the statement of this number fails, as it would when the connection is lost there. @returns how many there were */
function breakAt(number: number): () => number {
  let statements = 0;
  const { query, run, prepared } = Tx.prototype;
  const counted = (): void => {
    statements += 1;
    if (statements === number) throw new Broken(`Statement ${number}.`);
  };
  jest.spyOn(Tx.prototype, 'query').mockImplementation(async function (this: Tx, sql: string, values?: unknown[]) {
    counted();
    return query.call(this, sql, values) as never;
  });
  jest.spyOn(Tx.prototype, 'run').mockImplementation(async function (this: Tx, sql: string, values?: unknown[]) {
    counted();
    return run.call(this, sql, values);
  });
  jest.spyOn(Tx.prototype, 'prepared').mockImplementation(async function (
    this: Tx,
    name: string,
    sql: string,
    values: unknown[],
  ) {
    counted();
    return prepared.call(this, name, sql, values) as never;
  });
  return () => statements;
}

describe('publishing is all or nothing', () => {
  it('whichever of its statements fails: nothing is written; and then it succeeds', async () => {
    const story = await ScenarioStory.tell(app, 'Harbour');
    const { chief } = story.order;
    const first = await story.move(chief, await story.begin(), 'c2 b1', { top: true });
    const ready = await story.move(chief, first, 'a2', { bottomOfArea: true });
    const last = await story.move(chief, ready, 'c1', { before: 'a1' });
    const expected = await story.said(chief, last);
    const before = await story.stored();
    let broken = 0;
    for (let number = 1; ; number += 1) {
      const count = breakAt(number);
      const reply = await story.publish(chief, last, { idempotencyKey: 'publish-at-once' });
      jest.restoreAllMocks();
      if (count() < number) {
        expect(reply.data?.['publishScenario']?.scenario.state).toBe('PUBLISHED');
        break;
      }
      broken += 1;
      // What is read for the answer, after the commit, fails without undoing it: then the repetition answers.
      const after = await story.stored();
      if (JSON.stringify(after) !== JSON.stringify(before)) {
        expect(await story.ask(chief, `{ scenario(id: "${last.id}") { state } }`)).toEqual({
          scenario: { state: 'PUBLISHED' },
        });
        continue;
      }
      expect(reply.data).toBeFalsy();
    }
    expect(broken).toBeGreaterThan(20);
    expect(await story.order.said()).toBe(expected.replaceAll(/ \d+<\d+/g, ''));
    const { order_moves: moves, decisions } = (await story.stored()) as Record<string, unknown[]>;
    expect([moves?.length, decisions?.length]).toEqual([2, 1]);
  });

  it('of two that were copied from the same order, one', async () => {
    const story = await ScenarioStory.tell(app, 'Quay');
    const { chief } = story.order;
    const one = await story.move(chief, await story.begin(chief, 'One'), 'c2', { top: true });
    const other = await story.move(chief, await story.begin(chief, 'Other'), 'b2', { top: true });
    const replies = await Promise.all([story.publish(chief, one), story.publish(chief, other)]);
    expect(replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual([
      'ORDER_MOVED',
      'done',
    ]);
    const won = replies[0]?.data ? 'c2 a1 b1 c1 a2 b2' : 'b2 a1 b1 c1 a2 c2';
    expect(await story.order.said()).toBe(won);
  });

  it('among others who move at the same time: the order it was copied from, then it, then theirs; or theirs alone', async () => {
    const story = await ScenarioStory.tell(app, 'Pier', 'a1 b1 c1 a2 b2 c2 a3 b3 c3');
    const { chief } = story.order;
    const titles = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'];
    const position = fc.integer({ min: 1, max: titles.length });
    const wish = fc.tuple(fc.constantFrom(...titles), position);
    await fc.assert(
      fc.asyncProperty(
        fc.array(wish, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
        async (wishes, areas) => {
          const { number, order } = await story.order.stored();
          let scenario: ToldScenario = await story.begin(chief, `Of ${number}`);
          let expected: OneOrder = order;
          for (const [title, at] of wishes) {
            scenario = await story.move(chief, scenario, title, { position: at });
            expected = moveInOrder(expected, [story.order.id(title)], { kind: 'POSITION', position: at });
          }
          const [reply] = await Promise.all([
            story.publish(chief, scenario),
            ...areas.map((area) => story.order.tryMoving(story.order.owner(area), `${area}3`, { topOfArea: true })),
          ]);
          const after = await story.order.stored();
          expect(after.order.map(({ id }) => id).toSorted()).toEqual(order.map(({ id }) => id).toSorted());
          const code = reply.errors?.[0]?.extensions.code ?? 'done';
          expect(['done', 'ORDER_MOVED', 'SCENARIO_MOVES_NOTHING']).toContain(code);
          const [own] = await story.house.query<{ number: number; state: string; decided: boolean }>(
            `select published_number as number, state, decision_id is not null as decided from scenarios
              where organization_id = $1 and id = $2`,
            [story.house.id, scenario.id.replace('Scenario_', '')],
          );
          expect(own).toEqual(
            code === 'done'
              ? { number: number + 1, state: 'PUBLISHED', decided: true }
              : { number: null, state: 'DRAFT', decided: false },
          );
          // Area Product Owners only permute their own slots: which area holds which slot is the Chief's alone.
          const areasOf = (of: OneOrder): (string | null)[] => of.map(({ areaId }) => areaId);
          expect(areasOf(after.order)).toEqual(areasOf(code === 'done' ? expected : order));
        },
      ),
      { numRuns: 12 },
    );
    const counted = await story.house.query<{ moves: number; last: number; decisions: number; published: number }>(
      `select (select count(*)::int from order_moves where organization_id = $1) as moves,
              (select max(number) from order_moves where organization_id = $1) as last,
              (select count(*)::int from decisions where organization_id = $1 and state = 'ACCEPTED') as decisions,
              (select count(*)::int from scenarios where organization_id = $1 and state = 'PUBLISHED') as published`,
      [story.house.id],
    );
    expect(counted[0]?.moves).toBe(counted[0]?.last);
    expect(counted[0]?.decisions).toBe(counted[0]?.published);
  });
});
