import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { bareWrites } from './src/bare-writes.mjs';
import { openHouse, withOwner } from './src/house.mjs';
import { load } from './src/load.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { startServerProcess } from './src/server-process.mjs';

const { values: options } = parseArgs({
  options: {
    history: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
  },
});
const [connections, seconds, rounds] = [options.connections, options.seconds, options.rounds].map(Number);

const house = await openHouse({ history: Number(options.history) });
let product;
try {
  product = await startServerProcess('./product-server.mjs', { databaseUrl: house.url, secret: house.secret });
  const order = async (kind) => ({
    connections,
    seconds,
    writes: { kind, teamIds: house.teamIds, ownerId: house.personIds[1], targets: await targets() },
  });
  const runs = {
    bare: async (kind) => bareWrites({ ...house, ...(await order(kind)) }),
    product: async (kind) => load({ port: product.port, cookies: house.cookies.slice(0, 1), ...(await order(kind)) }),
  };
  const ratios = [];
  for (const kind of ['raise', 'triage']) {
    const done = { bare: [], product: [] };
    await runs.product(kind);
    await runs.bare(kind);
    for (let round = 0; round < rounds; round += 1) {
      const names = round % 2 === 0 ? ['bare', 'product'] : ['product', 'bare'];
      for (const name of names) done[name].push(await runs[name](kind));
    }
    for (const [name, list] of Object.entries(done)) {
      const mid = (field) => rounded(median(list.map((run) => run[field])));
      say(`${kind}, ${name}: ${mid('perSecond')}/s, p50 ${mid('p50')} ms, p99 ${mid('p99')} ms`);
    }
    const compare = (what, field) =>
      ratio(
        `${kind === 'raise' ? 'Raise' : 'Triage'}, ${connections} connections: ${what}`,
        done.product.map((run) => run[field]),
        done.bare.map((run) => run[field]),
      );
    ratios.push(compare('throughput to bare', 'perSecond'), compare('p99 to bare', 'p99'));
  }
  report('writes', { history: Number(options.history), connections, rounds, seconds, fsync: true }, ratios);
} finally {
  await product?.stop();
  await house.close();
}

/** Open impediments that can be triaged, with the versions that they have now. */
async function targets() {
  return withOwner(house.url, async (owner) => {
    const { rows } = await owner.query(
      `select id, version from impediments where organization_id = $1 and state in ('TRIAGED', 'IN_PROGRESS') and owner_id is not null order by id`,
      [house.organizationId],
    );
    return rows;
  });
}
