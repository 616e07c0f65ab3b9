import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { whileChanging } from './src/changes.mjs';
import { openHouse } from './src/house.mjs';
import { load } from './src/load.mjs';
import { permittedByState } from './src/permitted.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { databaseCpu, startServerProcess } from './src/server-process.mjs';
import { boardDocument, executedBoardDocument } from './src/web-documents.mjs';

const { values: options } = parseArgs({
  options: {
    history: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16,64' },
    changes: { type: 'string', default: '10' },
    // As the container starts it.
    'node-options': { type: 'string', default: '--max-semi-space-size=64' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const history = Math.min(100_000, Number(options.history));
const seconds = Number(options.seconds);
const changes = Number(options.changes);
/** Sessions of different people: each has an answer of their own. */
const PEOPLE = 64;

const house = await openHouse({ history, sessions: PEOPLE });
const servers = [];
try {
  const [cookie] = house.cookies;
  const body = JSON.stringify({ operationName: 'ImpedimentBoard', query: boardDocument() });
  const common = { databaseUrl: house.url, organizationId: house.organizationId };
  const bare = await startServerProcess('./bare-board-server.mjs', {
    ...common,
    personId: house.personIds[0],
    permitted: await permittedByState(house),
  });
  servers.push(bare);
  const product = await startServerProcess(
    './product-server.mjs',
    { ...common, secret: house.secret },
    options['node-options'].split(' ').filter(Boolean),
  );
  servers.push(product);
  const executed = JSON.stringify({ operationName: 'ImpedimentBoard', query: executedBoardDocument() });
  const bytes = await sameAnswers(bare, product, { cookie, body });
  const bytesExecuted = await sameAnswers(bare, product, { cookie, body: executed });
  const one = { server: product, body, bytes, cookies: [cookie], changes: 0 };
  const scenes = {
    bare: { ...one, server: bare, cookies: undefined },
    'nothing changes': one,
    [`${changes} changes a second`]: { ...one, changes },
    [`${PEOPLE} people`]: { ...one, cookies: house.cookies },
    'executed each time': { ...one, body: executed, bytes: bytesExecuted },
  };
  await load({ port: bare.port, connections: 16, seconds: 3, body });
  await load({ port: product.port, connections: 16, seconds: 5, body, cookies: house.cookies });
  await load({ port: product.port, connections: 16, seconds: 3, body: executed, cookies: [cookie] });

  const ratios = [];
  for (const connections of options.connections.split(',').map(Number)) {
    const runs = Object.fromEntries(Object.keys(scenes).map((name) => [name, []]));
    for (let round = 0; round < Number(options.rounds); round += 1) {
      for (const [name, scene] of inTurn(round, Object.entries(scenes)))
        runs[name].push(await whileChanging(house, scene.changes, () => measured(scene, connections)));
    }
    for (const [name, list] of Object.entries(runs)) {
      const mid = (field) => rounded(median(list.map((run) => run[field])));
      say(
        `${name}: ${mid('perSecond')}/s, p50 ${mid('p50')} ms, p99 ${mid('p99')} ms, cpu a read ${mid('node')} + ${mid('database')} ms`,
      );
      if (name === 'bare') continue;
      const compare = (what, field) =>
        ratio(
          `Board, ${name}, ${connections} connections: ${what}`,
          list.map((run) => run[field]),
          runs.bare.map((run) => run[field]),
        );
      ratios.push(compare('throughput to bare', 'perSecond'), compare('p99 to bare', 'p99'));
      ratios.push(compare('cpu of node to bare', 'node'), compare('cpu of the database to bare', 'database'));
    }
  }
  if (options['dry-run'])
    for (const row of ratios) say(`${row.what}: ${row.ratio} (rounds ${row.lowest} to ${row.highest})`);
  else
    report(
      'board',
      { history, open: 300, teams: 48, answerBytes: bytes, rounds: Number(options.rounds), seconds },
      ratios,
    );
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

/** The order changes from round to round: who comes second finds warmer caches. */
function inTurn(round, list) {
  return round % 2 === 0 ? list : [...list].reverse();
}

/** Both must say the same, or the comparison means nothing. Answers the length of the product's. */
async function sameAnswers(bare, product, { cookie, body }) {
  const answers = [];
  for (const { port } of [bare, product]) {
    const reply = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', cookie: `chapterhouse=${cookie}` },
      body,
    });
    answers.push(await reply.text());
  }
  const [theirs, ours] = answers.map((text) => {
    const { cursor: _, impediments, ...board } = JSON.parse(text).data.impedimentBoard;
    return { ...board, impediments: impediments.map(({ closedAt: _never, ...card }) => card) };
  });
  deepStrictEqual(ours, theirs);
  say(`Both answer the same ${ours.impediments.length} impediments; ${answers[1].length} bytes.`);
  return answers[1].length;
}
