import {
  changeArea,
  enterOrder,
  leaveOrder,
  moveInOrder,
  moveWithinArea,
  type OneOrder,
  type OrderPlace,
} from '@chapterhouse/domain/priorities/one-order';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OrderStory } from '../../../../test/order-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const TITLES = Array.from({ length: 24 }, (_, at) => `${'abc-'.charAt(at % 4)}${at}`);
const NEW = ['a90', 'b91', 'c92', '-93'];
const AREAS = ['a', 'b', 'c'];

/** What somebody does, by titles. */
type Act =
  | { do: 'chief'; titles: string[]; to: Record<string, unknown> }
  | { do: 'owner'; area: string; titles: string[]; to: Record<string, unknown> }
  | { do: 'leave'; titles: string[] }
  | { do: 'enter'; title: string }
  | { do: 'area'; titles: string[]; area: string };

const anyTo = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((position) => ({ position })),
  fc.constantFrom(...TITLES).map((before) => ({ before })),
  fc.constantFrom(...TITLES).map((after) => ({ after })),
  fc.constantFrom({ top: true }, { bottom: true }),
);

const anyTitles = (from: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 4 });

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('chief' as const), titles: anyTitles(TITLES), to: anyTo }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...AREAS).chain((area) =>
      fc.record({
        do: fc.constant('owner' as const),
        area: fc.constant(area),
        titles: anyTitles(TITLES.filter((title) => title.startsWith(area))),
        to: anyTo,
      }),
    ),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), titles: anyTitles(TITLES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('enter' as const), title: fc.constantFrom(...NEW) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('area' as const),
      titles: anyTitles(TITLES),
      area: fc.constantFrom(...AREAS),
    }),
  },
);

test('whatever a Chief and several Area Product Owners do at once ends in one order: that of their moves in a row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40, size: 'max' }), async (acts) => {
      round += 1;
      const story = await OrderStory.tell(app, `At once ${round}`, AREAS);
      await story.add(TITLES.join(' '));
      await story.add(NEW.join(' '), 'TASK');
      const start = await story.stored();
      // All at once, on as many connections as there are.
      await Promise.all(acts.map((act) => take(story, act)));
      const { number, order } = await story.stored();
      expect(await story.show(story.chief, { count: 200 })).toMatchObject({ number, length: order.length });

      const moves = await recorded(story);
      expect(moves.map((move) => move.number)).toEqual(Array.from({ length: number }, (_, at) => at + 1));
      let model: OneOrder = start.order;
      for (const move of moves.slice(start.number)) {
        const before = model;
        model = replayed(story, model, move);
        if (move.scope !== 'AREA') continue;
        // Nobody else's item moved, and every slot stayed its area's.
        expect(model.map(({ areaId }) => areaId)).toEqual(before.map(({ areaId }) => areaId));
        for (const [at, item] of before.entries()) if (item.areaId !== move.areaId) expect(model[at]).toEqual(item);
      }
      expect(order).toEqual(model);
      expect(new Set(order.map(({ id }) => id)).size).toBe(order.length);
      await expectEveryOpenItemOnce(story, order, acts);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test('who comes second waits, and moves what the first one left', async () => {
  const story = await OrderStory.tell(app, 'In turn', AREAS);
  await story.add('a1 b1 a2 b2 a3');
  const organizationId = story.house.id;
  const waiting: Promise<unknown>[] = [];
  await app.database.transaction({ organizationId }, async (tx) => {
    await story.slots.leave(tx, story.house.productId, [story.id('b1')]);
    waiting.push(
      story.tryMoving(story.chief, 'a3', { position: 1 }),
      story.tryMoving(story.owner('a'), 'a2', { topOfArea: true }),
      story.tryMoving(story.owner('b'), 'b1', { bottomOfArea: true }),
    );
    await app.locksAwaited(3);
  });
  const [byChief, ofArea, ofWhoLeft] = await Promise.all(waiting);
  expect(byChief).toMatchObject({ data: { moveInOrder: { moves: [{ from: 4, to: 1 }] } } });
  expect(ofArea).toMatchObject({ data: { moveInOrder: { moves: [{ scope: 'AREA' }] } } });
  expect(ofWhoLeft).toMatchObject({ errors: [{ extensions: { code: 'NOT_IN_ORDER' } }] });
  expect(await story.said()).toMatch(/^a2 a3 a1 b2$|^a3 a2 a1 b2$/);
});

/** As people do it through the api; what is refused (an item has left, or is another area's by now) changes nothing. */
async function take(story: OrderStory, act: Act): Promise<void> {
  if (act.do === 'chief') return void (await story.tryMoving(story.chief, act.titles.join(' '), act.to));
  if (act.do === 'owner') return void (await story.tryMoving(story.owner(act.area), act.titles.join(' '), act.to));
  const { id: organizationId, productId } = story.house;
  await app.database.transaction({ organizationId }, async (tx) => {
    const ids = ('titles' in act ? act.titles : [act.title]).map((title) => story.id(title)).sort();
    await tx.query(
      'select 1 from backlog_items where organization_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [organizationId, ids],
    );
    if (act.do === 'leave') return story.slots.leave(tx, productId, ids);
    const areaId = story.areas.get(act.do === 'area' ? act.area : act.title.charAt(0)) ?? null;
    if (act.do === 'enter') return story.slots.enter(tx, productId, [{ id: ids[0] ?? '', areaId }]);
    await tx.run('update backlog_items set area_id = $3 where organization_id = $1 and id = any($2::uuid[])', [
      organizationId,
      ids,
      areaId,
    ]);
    return story.slots.changeArea(tx, productId, ids, areaId);
  });
}

interface Recorded {
  number: number;
  scope: string;
  areaId: string | null;
  shifts: { itemId: string; from: number | null; to: number | null }[];
}

async function recorded(story: OrderStory): Promise<Recorded[]> {
  return app.database.transaction({ organizationId: story.house.id }, (tx) =>
    tx.query<Recorded & Record<string, unknown>>(
      'select number, scope, area_id as "areaId", shifts from order_moves where organization_id = $1 order by number',
      [story.house.id],
    ),
  );
}

/** What the record says, done by the model: each move as it says where it began and where it ended. */
function replayed(story: OrderStory, order: OneOrder, { scope, areaId, shifts }: Recorded): OneOrder {
  const ids = shifts.map(({ itemId }) => itemId);
  const positions = new Map(order.map(({ id }, at) => [id, at + 1]));
  expect(shifts.map(({ from }) => from)).toEqual(ids.map((id) => positions.get(id) ?? null));
  const [first] = shifts;
  const place: OrderPlace = { kind: 'POSITION', position: first?.to ?? 1 };
  if (scope === 'ORDER') return expectShifted(moveInOrder(order, ids, place), shifts);
  if (scope === 'AREA') return expectShifted(moveWithinArea(order, ids, place), shifts);
  if (first?.to === null) return leaveOrder(order, ids);
  if (first?.from !== null) return changeArea(order, ids, areaId);
  return expectShifted(
    enterOrder(
      order,
      ids.map((id) => ({ id, areaId: story.areas.get(story.titleOf(id).charAt(0)) ?? null })),
    ),
    shifts,
  );
}

function expectShifted(order: OneOrder, shifts: Recorded['shifts']): OneOrder {
  for (const { itemId, to } of shifts) expect(order[(to ?? 0) - 1]?.id).toBe(itemId);
  return order;
}

/** Whoever nobody told to leave is there; areas are those of the items. */
async function expectEveryOpenItemOnce(story: OrderStory, order: OneOrder, acts: readonly Act[]): Promise<void> {
  const left = new Set(acts.flatMap((act) => (act.do === 'leave' ? act.titles : [])));
  const entered = new Set(acts.flatMap((act) => (act.do === 'enter' ? [act.title] : [])));
  const wanted = [...TITLES.filter((title) => !left.has(title)), ...entered];
  expect(order.map(({ id }) => story.titleOf(id)).sort()).toEqual(wanted.sort());
  const rows = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    tx.query<{ id: string; area_id: string | null }>(
      'select id, area_id from backlog_items where organization_id = $1',
      [story.house.id],
    ),
  );
  const areas = new Map(rows.map(({ id, area_id: areaId }) => [id, areaId]));
  for (const { id, areaId } of order) expect(areaId).toBe(areas.get(id) ?? null);
}
