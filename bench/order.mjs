import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { fillOrder } from './src/fill-order.mjs';
import { inProduct, openHouse, withOwner } from './src/house.mjs';
import { load } from './src/load.mjs';
import { orderViewer } from './src/order-viewer.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { databaseCpu, startServerProcess } from './src/server-process.mjs';
import { moveDocument, orderDocument } from './src/web-documents.mjs';

const { values: options } = parseArgs({
  options: {
    items: { type: 'string', default: '20000' },
    few: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '4' },
    // Of one round.
    moves: { type: 'string', default: '60' },
    // As the container starts it.
    'node-options': { type: 'string', default: '--max-semi-space-size=64' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [many, few, rounds, seconds, connections, moves] = [
  options.items,
  options.few,
  options.rounds,
  options.seconds,
  options.connections,
  options.moves,
].map(Number);

const house = await openHouse({ history: 50, open: 10 });
let product;
try {
  const started = Date.now();
  const orders = await inProduct({ databaseUrl: house.url, secret: house.secret }, async (app) => ({
    few: { ...(await fillOrder(app, house, few)), length: few },
    many: { ...(await fillOrder(app, house, many)), length: many },
  }));
  await withOwner(house.url, (owner) => owner.query('vacuum analyze'));
  say(`Filled: ${few} and ${many} items in ${Math.round((Date.now() - started) / 1000)} s.`);
  product = await startServerProcess(
    './product-server.mjs',
    { databaseUrl: house.url, organizationId: house.organizationId, secret: house.secret },
    options['node-options'].split(' ').filter(Boolean),
  );

  const ratios = [];
  const about = {};
  /** The same of both orders, in turn; says what both took, and keeps the ratio of the long one to the short one. */
  const inTurn = async (name, measure, fields) => {
    const runs = { few: [], many: [] };
    for (const side of ['few', 'many']) await measure(orders[side], -1);
    for (let round = 0; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? ['few', 'many'] : ['many', 'few'])
        runs[side].push(await measure(orders[side], round));
    for (const [side, list] of Object.entries(runs)) {
      const told = Object.keys(list[0]).map((field) => `${field} ${rounded(median(list.map((run) => run[field])))}`);
      say(`${name}, ${orders[side].length} items: ${told.join(', ')}`);
    }
    for (const [field, what] of Object.entries(fields))
      ratios.push(
        ratio(
          `Order of ${many} items to one of ${few}, ${name}: ${what}`,
          runs.many.map((run) => run[field]),
          runs.few.map((run) => run[field]),
        ),
      );
    return runs;
  };

  const windows = {
    'first screen': () => ({ from: 1 }),
    'in the middle': ({ length }) => ({ from: Math.floor(length / 2) }),
    'one area of ten': ({ areaIds }) => ({ from: 1, count: few / 10, filter: { areaIds: [`Area_${areaIds[3]}`] } }),
  };
  for (const [name, asked] of Object.entries(windows))
    await inTurn(name, (order) => read(order, asked(order)), { p50: 'time', database: 'cpu of the database' });
  const runs = await inTurn('a move', (order, round) => move(order, round), { p50: 'time', bytes: 'bytes told live' });
  about.rowsWritten = Math.max(...Object.values(runs).flatMap((list) => list.map((run) => run.rows)));
  about.bytesTold = median(runs.many.map((run) => run.bytes));
  say(`Rows of the order written by a move, at most (mean of a round): ${about.rowsWritten}.`);
  if (options['dry-run'])
    for (const row of ratios) say(`${row.what}: ${row.ratio} (rounds ${row.lowest} to ${row.highest})`);
  else report('order', { items: many, few, rounds, seconds, connections, moves, ...about }, ratios);
} finally {
  await product?.stop();
  await house.close();
}

/** A window of a hundred rows, as the web asks for it. */
async function read({ productId }, asked) {
  const body = JSON.stringify({
    operationName: 'ProductOrder',
    query: orderDocument(),
    variables: { productId: `Product_${productId}`, count: 100, ...asked },
  });
  const [node, database] = [await product.cpu(), databaseCpu(house.postmaster)];
  const run = await load({ port: product.port, connections, seconds, body, cookies: house.cookies.slice(0, 1) });
  const told = await ask(body);
  const asks = run.bytes / Buffer.byteLength(told);
  return {
    p50: run.p50,
    p99: run.p99,
    node: ((await product.cpu()) - node) / asks,
    database: (databaseCpu(house.postmaster) - database) / asks,
  };
}

/** Moves one after the other, somebody looking on: half anywhere, half within an area. */
async function move({ productId, itemIds, length }, round) {
  const viewer = await orderViewer(product.port, house.cookies[0], `Product_${productId}`);
  const before = await written();
  const times = [];
  for (let n = 0; n < moves; n += 1) {
    const at = (n * 7919 + (round + 2) * 104_729) % length;
    const body = JSON.stringify({
      operationName: 'MoveInOrder',
      query: moveDocument(),
      variables: {
        ids: [`BacklogItem_${itemIds[at]}`],
        to: { position: 1 + ((at * 31 + n) % length) },
        withinArea: n % 2 === 0,
      },
    });
    const startedAt = performance.now();
    await ask(body);
    times.push(performance.now() - startedAt);
  }
  const sizes = await viewer.heard(Math.ceil(moves / 2));
  const rows = ((await written()) - before) / moves;
  viewer.close();
  return { p50: median(times), rows, bytes: median(sizes) };
}

async function ask(body) {
  const reply = await fetch(`http://127.0.0.1:${product.port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      cookie: `chapterhouse=${house.cookies[0]}`,
    },
    body,
  });
  const text = await reply.text();
  if (reply.status !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 500));
  return text;
}

/** Rows of the order inserted, updated and deleted so far. */
function written() {
  return withOwner(house.url, async (owner) => {
    // Counters of other connections are flushed at most a second late.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { rows } = await owner.query(
      `select n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables where relname = 'order_slots'`,
    );
    return Number(rows[0].written);
  });
}
