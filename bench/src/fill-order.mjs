import { built } from './built-product.mjs';

const AREAS = 10;
const TEAMS = 100;
/** Items of one transaction. */
const BATCH = 1000;
const KINDS = ['VALUE', 'VALUE', 'VALUE', 'DEBT', 'DEFECT', 'ENABLER'];
const POINTS = [1, 2, 3, 5, 8, 13];
const WORDS = 'ferry ticket harbour gate boarding night route price cabin winter map crew signal pier'.split(' ');

/**
 * A product of its own with so many open epics and features in its one order, over ten areas and a hundred teams, the same
 * every time but for ids. They come in through the product's own service; then a Chief and the Area Product Owners have
 * moved some, so that slots and items do not meet row by row.
 * @returns {Promise<{ productId: string, areaIds: string[], itemIds: string[] }>}
 */
export async function fillOrder(app, { organizationId }, many) {
  const get = async (path, name) => app.get((await built(path))[name], { strict: false });
  const structure = await get('features/organization/organization-structure', 'OrganizationStructure');
  const database = await get('platform/database/database', 'Database');
  const slots = await get('features/priorities/order/order-slots', 'OrderSlots');
  const steps = await get('features/priorities/order/order-steps', 'OrderSteps');
  const { newId } = await built('platform/database/new-id');
  const scope = { organizationId, cause: 'import:bench' };
  const next = chance(many);
  const place = await database.transaction(scope, async (tx) => {
    const [productId] = await structure.createProducts(tx, [{ name: `Product of ${many}` }]);
    const areaIds = await structure.createAreas(
      tx,
      list(AREAS, (n) => ({ productId, name: `Area ${n} of ${many}` })),
    );
    const teamIds = await structure.createTeams(
      tx,
      list(TEAMS, (n) => ({ areaId: areaIds[n % AREAS], name: `Team ${n} of ${many}` })),
    );
    return { productId, areaIds, teamIds };
  });
  const itemIds = [];
  for (let from = 0; from < many; from += BATCH) {
    const items = list(Math.min(BATCH, many - from), (n) => item(from + n, newId(), { ...place, many }, next));
    await database.transaction(scope, async (tx) => {
      await tx.run('set local plan_cache_mode = force_custom_plan');
      await tx.run(INSERT, [organizationId, place.productId, JSON.stringify(items)]);
      await slots.enter(tx, place.productId, items);
    });
    itemIds.push(...items.map(({ id }) => id));
  }
  for (let n = 0; n < 200; n += 1) {
    const id = itemIds[Math.floor(next() * many)];
    const position = 1 + Math.floor(next() * many);
    const withinArea = n % 2 === 0;
    await database.transaction(scope, (tx) =>
      steps.take(tx, {
        productId: place.productId,
        itemIds: [id],
        scope: 'RULE',
        take: (order) => {
          if (withinArea) order.moveWithinArea([id], { kind: 'POSITION', position });
          else order.move([id], { kind: 'POSITION', position });
          return [id];
        },
      }),
    );
  }
  return { productId: place.productId, areaIds: place.areaIds, itemIds };
}

const INSERT = `
  insert into backlog_items (organization_id, id, external_key, title, type, state, product_id, area_id, team_id, tier, kind,
                             description, acceptance_criteria, points, value, time_criticality, risk_reduction, created_at)
  select $1, id, key, title, '', 'READY', $2, "areaId", "teamId", tier, kind, description, '["It works on the pier"]', points,
         value, "timeCriticality", "riskReduction", now()
    from jsonb_to_recordset($3::jsonb) as n(id uuid, key text, title text, "areaId" uuid, "teamId" uuid, tier text, kind text,
      description text, points numeric, value int, "timeCriticality" int, "riskReduction" int)`;

function item(n, id, { areaIds, teamIds, many }, next) {
  const words = (length) => list(length, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
  const teamId = teamIds[n % TEAMS];
  return {
    id,
    key: `ORD${many}-${n}`,
    title: `${words(5)} ${n}`,
    areaId: areaIds[(n % TEAMS) % AREAS],
    teamId,
    tier: n % 20 === 0 ? 'EPIC' : 'FEATURE',
    kind: KINDS[n % KINDS.length],
    description: words(60),
    points: POINTS[n % POINTS.length],
    value: 1 + (n % 3),
    timeCriticality: 5,
    riskReduction: 8,
  };
}

function list(length, of) {
  return Array.from({ length }, (_, n) => of(n));
}

/** Numbers between 0 and 1 by a linear congruence: the same for the same seed. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
