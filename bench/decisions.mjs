import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { fillDecisions } from './src/fill-decisions.mjs';
import { inProduct, openHouse, withOwner } from './src/house.mjs';
import { load } from './src/load.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { databaseCpu, startServerProcess } from './src/server-process.mjs';
import { decisionsDocument } from './src/web-documents.mjs';

const { values: options } = parseArgs({
  options: {
    decisions: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    // As the container starts it.
    'node-options': { type: 'string', default: '--max-semi-space-size=64' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [many, seconds, rounds] = [options.decisions, options.seconds, options.rounds].map(Number);
/** What somebody types, the last word unfinished. */
const TYPED = { 'a rare word': 'kubern', 'two words': 'payment gatew', 'a frequent word': 'payme' };

const house = await openHouse({ history: 200, open: 20 });
const servers = [];
try {
  const started = Date.now();
  await inProduct({ databaseUrl: house.url, secret: house.secret }, (app) => fillDecisions(app, house, many));
  await withOwner(house.url, (owner) => owner.query('vacuum analyze'));
  say(`Filled: ${many} decisions in ${Math.round((Date.now() - started) / 1000)} s.`);
  const common = { databaseUrl: house.url, organizationId: house.organizationId };
  const bare = await startServerProcess('./bare-decisions-server.mjs', common);
  servers.push(bare);
  const product = await startServerProcess(
    './product-server.mjs',
    { ...common, secret: house.secret },
    options['node-options'].split(' ').filter(Boolean),
  );
  servers.push(product);

  const ratios = [];
  const about = {};
  for (const [name, text] of Object.entries(TYPED)) {
    const body = JSON.stringify({
      operationName: 'Decisions',
      query: decisionsDocument(),
      variables: { first: 25, filter: { text } },
    });
    const { found, bytes } = await sameAnswers(bare, product, body);
    about[name] = found;
    say(`${name}: both answer the same page of ${found} decisions; ${bytes} bytes.`);
    const sides = {
      bare: { server: bare, body, bytes },
      product: { server: product, body, bytes, cookies: house.cookies },
    };
    for (const connections of options.connections.split(',').map(Number)) {
      const runs = { bare: [], product: [] };
      for (const side of Object.values(sides)) await measured(side, connections);
      for (let round = 0; round < rounds; round += 1)
        for (const side of round % 2 === 0 ? ['bare', 'product'] : ['product', 'bare'])
          runs[side].push(await measured(sides[side], connections));
      for (const [side, list] of Object.entries(runs)) {
        const mid = (field) => rounded(median(list.map((run) => run[field])));
        say(
          `${name}, ${side}: ${mid('perSecond')}/s, p50 ${mid('p50')} ms, p99 ${mid('p99')} ms, cpu a search ${mid('node')} + ${mid('database')} ms`,
        );
      }
      const compare = (what, field) =>
        ratio(
          `Search of ${many} decisions, ${name} (${found} found), ${connections} connections: ${what}`,
          runs.product.map((run) => run[field]),
          runs.bare.map((run) => run[field]),
        );
      ratios.push(compare('throughput to bare', 'perSecond'), compare('p99 to bare', 'p99'));
      ratios.push(compare('cpu of the database to bare', 'database'));
    }
  }
  if (options['dry-run'])
    for (const row of ratios) say(`${row.what}: ${row.ratio} (rounds ${row.lowest} to ${row.highest})`);
  else report('decisions', { decisions: many, found: about, rounds, seconds }, ratios);
} finally {
  for (const server of servers) await server.stop();
  await house.close();
}

async function measured({ server, body, bytes, cookies }, connections) {
  const cpu = await server.cpu();
  const database = databaseCpu(house.postmaster);
  const run = await load({ port: server.port, connections, seconds, body, cookies });
  // What came before and after the counted seconds used the processor too: shared out evenly.
  const asked = run.bytes / bytes;
  return {
    ...run,
    node: ((await server.cpu()) - cpu) / asked,
    database: (databaseCpu(house.postmaster) - database) / asked,
  };
}

/** Both must say the same, or the comparison means nothing. Answers how many are found, and the length of an answer. */
async function sameAnswers(bare, product, body) {
  const [theirs, ours] = await Promise.all(
    [bare, product].map(async ({ port }) => {
      const reply = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-encoding': 'identity',
          cookie: `chapterhouse=${house.cookies[0]}`,
        },
        body,
      });
      return reply.text();
    }),
  );
  deepStrictEqual(JSON.parse(ours), JSON.parse(theirs));
  return { found: JSON.parse(ours).data.decisions.totalCount, bytes: ours.length };
}
