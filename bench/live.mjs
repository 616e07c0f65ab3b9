import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { openHouse, withOwner } from './src/house.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { startServerProcess } from './src/server-process.mjs';
import { openViewers } from './src/viewers.mjs';
import { changesDocument } from './src/web-documents.mjs';

const { values: options } = parseArgs({
  options: {
    viewers: { type: 'string', default: '200,1000' },
    rounds: { type: 'string', default: '5' },
    changes: { type: 'string', default: '10' },
  },
});
/** Of the product: one session may hold 20 sockets, one person 200 subscriptions. Everybody here has ten. */
const SOCKETS_PER_SESSION = 10;
const counts = options.viewers.split(',').map(Number);
const [rounds, changes] = [Number(options.rounds), Number(options.changes)];

const house = await openHouse({ history: 2000, sessions: Math.ceil(Math.max(...counts) / SOCKETS_PER_SESSION) });
const servers = [];
try {
  const [target] = await withOwner(house.url, async (owner) => {
    const { rows } = await owner.query(
      `select id from impediments where organization_id = $1 and state = 'IN_PROGRESS' limit 1`,
      [house.organizationId],
    );
    return rows;
  });
  const common = { databaseUrl: house.url, organizationId: house.organizationId, impedimentId: target.id };
  const product = await startServerProcess('./product-server.mjs', { ...common, secret: house.secret });
  servers.push(product);
  const bare = await startServerProcess('./bare-live-server.mjs', common);
  servers.push(bare);
  const comment = JSON.stringify({
    query: 'mutation Comment($id: ID!, $body: String!) { commentOnImpediment(id: $id, body: $body) { id } }',
    variables: { id: `Impediment_${target.id}`, body: 'The account is there, and works.' },
  });
  const ratios = [];
  for (const count of counts) {
    const sides = {
      bare: await openViewers({
        port: bare.port,
        count,
        cookies: house.cookies,
        perSession: SOCKETS_PER_SESSION,
        query: '',
      }),
      product: await openViewers({
        port: product.port,
        count,
        cookies: house.cookies,
        perSession: SOCKETS_PER_SESSION,
        query: changesDocument(),
      }),
    };
    const runs = { bare: [], product: [] };
    try {
      // The answer of the product is what the bare server sends to everybody: the same bytes.
      await sides.product.change(comment);
      const { last } = await sides.product.change(comment);
      for (let round = 0; round < rounds; round += 1) {
        for (const name of round % 2 === 0 ? ['bare', 'product'] : ['product', 'bare']) {
          const server = name === 'bare' ? bare : product;
          const times = [];
          const cpu = await server.cpu();
          for (let turn = 0; turn < changes; turn += 1) {
            const startedAt = performance.now();
            await sides[name].change(name === 'bare' ? last : comment);
            times.push(performance.now() - startedAt);
          }
          runs[name].push({ last: median(times), cpu: ((await server.cpu()) - cpu) / changes / count });
        }
      }
    } finally {
      for (const side of Object.values(sides)) await side.close();
    }
    for (const [name, list] of Object.entries(runs)) {
      const mid = (field) => rounded(median(list.map((run) => run[field])));
      say(`${count} viewers, ${name}: the last one after ${mid('last')} ms, cpu a delivery ${mid('cpu')} ms`);
    }
    const compare = (what, field) =>
      ratio(
        `Live, ${count} viewers: ${what}`,
        runs.product.map((run) => run[field]),
        runs.bare.map((run) => run[field]),
      );
    ratios.push(
      compare('time until the last one has it, to a bare broadcast', 'last'),
      compare('cpu of node a delivery to bare', 'cpu'),
    );
  }
  report('live', { viewers: counts, rounds, changes }, ratios);
} finally {
  for (const server of servers) await server.stop();
  await house.close();
}
