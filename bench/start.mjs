import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, say } from './src/built-product.mjs';
import { openHouse } from './src/house.mjs';
import { median, ratio, report } from './src/results.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
/** A start that takes longer than this has failed. */
const WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 20_000;
const READY = 'Chapterhouse is ready';

// `npm start` as people type it, on a data folder that exists and with everything built, against the api alone on a
// database that runs already.
const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-bench-start-'));
const house = await openHouse({ history: 1000 });
try {
  const trial = () => timed('npm', ['start', '--silent'], { CHAPTERHOUSE_DATA: folder });
  const bare = () =>
    timed(process.execPath, ['apps/api/dist/src/main.js'], { DATABASE_URL: house.url, SESSION_SECRET: house.secret });
  await trial();
  await bare();
  const times = { trial: [], bare: [] };
  for (let round = 0; round < Number(options.rounds); round += 1) {
    times.bare.push((await bare()).ms);
    times.trial.push(await withoutBuild(trial));
  }
  for (const [name, list] of Object.entries(times)) say(`${name}: ${Math.round(median(list))} ms`);
  report('start', { rounds: times.bare.length }, [
    ratio('Second npm start to the bare start of the api: time until ready', times.trial, times.bare),
  ]);
} finally {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Somebody edits the sources while we measure: that start built, and does not count. */
async function withoutBuild(start) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { ms, output } = await start();
    if (!/Building|Installing/.test(output)) return ms;
    say('A source had changed: this start built, and is measured again.');
  }
  throw new Error('Sources change all the time: measure on a checkout that rests.');
}

/** From the command to the line that says ready; then it is stopped in order. */
async function timed(command, args, environment) {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    // A group of its own: npm, its shell and the server are stopped together.
    detached: true,
    env: { ...process.env, ...environment, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  const timer = setTimeout(() => signal(child.pid, 'SIGKILL'), WITHIN_MS);
  try {
    const ms = await new Promise((resolve, reject) => {
      const hear = (chunk) => {
        output += chunk;
        if (output.includes(READY)) resolve(performance.now() - startedAt);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`${command} ended with ${code}:\n${output}`)));
    });
    return { ms, output };
  } finally {
    clearTimeout(timer);
    signal(child.pid, 'SIGTERM');
    const hard = setTimeout(() => signal(child.pid, 'SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(hard);
  }
}

function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended already.
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
