import { execFile, spawn } from 'node:child_process';
import { access, chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const MAIN = join(REPOSITORY, 'apps/api/dist/src/main.js');

/** How long a first start (it creates a database) and a stop may take, in milliseconds. */
const START_LIMIT = 300_000;
const STOP_LIMIT = 60_000;

const CREATE_DEMO = 'mutation { createDemo { viewer { id } } }';

/**
 * Data folders that were started once and stopped in peace, for journeys to begin with a copy: one is empty, in the other is
 * the demo. So the database is made twice, not once for each journey.
 * @returns {{ folder: (withDemo: boolean) => Promise<string>, remove: () => Promise<void> }}
 */
export function preparedData() {
  const made = new Map();
  const make = async (withDemo) => {
    const app = await startApp({ from: withDemo ? await folder(false) : undefined });
    if (withDemo) await createDemo(app.address);
    return app.stop({ keep: true });
  };
  const folder = (withDemo) => {
    if (!made.has(withDemo)) made.set(withDemo, make(withDemo));
    return made.get(withDemo);
  };
  return {
    folder,
    async remove() {
      for (const data of await Promise.allSettled(made.values()))
        if (data.status === 'fulfilled') await rm(data.value, { recursive: true, force: true });
    },
  };
}

async function createDemo(address) {
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-chapterhouse': 'web' },
    body: JSON.stringify({ query: CREATE_DEMO }),
  });
  const { errors } = await reply.json();
  if (errors) throw new Error(`The demo could not be made: ${JSON.stringify(errors)}`);
}

/**
 * Starts the built app on a free port of 127.0.0.1.
 * @param {{ from?: string }} [options] `from`: a data folder of which this one has a copy; it begins empty without it
 * @returns {Promise<{ address: string, restart: (options?: { ahead?: number }) => Promise<void>, kill: () => Promise<void>, stop: (options?: { keep?: boolean }) => Promise<string>, lastLines: () => string }>}
 */
export async function startApp({ from } = {}) {
  await access(MAIN).catch(() => {
    throw new Error(`${MAIN} is missing.`);
  });
  const data = await mkdtemp(join(tmpdir(), 'chapterhouse-e2e-'));
  // Started by root, the embedded database runs as another user, who has to get in.
  await chmod(data, 0o755);
  // With owners: the database runs as another user, and takes only what is its own.
  if (from !== undefined) await promisify(execFile)('cp', ['-a', `${from}/.`, data]);
  const port = await freePort();
  const lines = [];
  let running = await start(data, port, lines);

  return {
    address: `http://127.0.0.1:${port}`,
    lastLines: () => lines.slice(-40).join('\n'),
    /** As after a power cut, then up again with the same data; `ahead`: milliseconds that its clock goes fast by. */
    async restart({ ahead = 0 } = {}) {
      await end(running, 'SIGKILL');
      running = await start(data, port, lines, ahead);
    },
    kill: () => end(running, 'SIGKILL'),
    /** Answers its data folder, which is there still if it is to be kept. */
    async stop({ keep = false } = {}) {
      await end(running, 'SIGTERM');
      await endOrphanedDatabase(data);
      if (process.env.CHAPTERHOUSE_E2E_KEEP) console.log(`Kept: ${data}`);
      else if (!keep) await rm(data, { recursive: true, force: true });
      return data;
    },
  };
}

/** Said to a process before its own code: the clock of a later day, which goes on from there. */
const clockAhead = (milliseconds) =>
  `data:text/javascript,${encodeURIComponent(`
  const Now = Date;
  globalThis.Date = class Date extends Now {
    constructor(...given) {
      super(...(given.length === 0 ? [Now.now() + ${milliseconds}] : given));
    }
    static now() {
      return Now.now() + ${milliseconds};
    }
  };`)}`;

async function start(data, port, lines, ahead = 0) {
  // Nothing of the caller's own installation may leak in: no DATABASE_URL, no secrets.
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, ...(TMPDIR && { TMPDIR }), HOST: '127.0.0.1', PORT: String(port), CHAPTERHOUSE_DATA: data };
  const before = ahead === 0 ? [] : ['--import', clockAhead(ahead)];
  const child = spawn(process.execPath, [...before, MAIN], { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise((settled) => child.once('exit', (code, signal) => settled(signal ?? code)));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      lines.push(...text.split('\n').filter(Boolean));
      lines.splice(0, lines.length - 400);
    });
  }
  const running = { child, exited };
  try {
    await ready(`http://127.0.0.1:${port}/readyz`, exited, lines);
  } catch (error) {
    await end(running, 'SIGTERM');
    throw error;
  }
  return running;
}

/** Waits for /readyz; an early exit or too long a wait fails with the end of the log. */
async function ready(address, exited, lines) {
  let left = null;
  const leave = async () => {
    left = await exited;
  };
  void leave();
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until) {
    if (left !== null) throw new Error(`The app ended (${left}) before it was ready:\n${lines.slice(-20).join('\n')}`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((settled) => setTimeout(settled, 150));
  }
  throw new Error(`The app was not ready after ${START_LIMIT / 1000} s:\n${lines.slice(-20).join('\n')}`);
}

async function end({ child, exited }, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const hung = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  await exited;
  clearTimeout(hung);
}

/** After a kill the embedded database lives on, for the next start to adopt; here there is none. */
async function endOrphanedDatabase(data) {
  const files = await readdir(data, { recursive: true }).catch(() => []);
  const lock = files.find((file) => file.endsWith('postmaster.pid'));
  if (!lock) return;
  const pid = Number((await readFile(join(data, lock), 'utf8')).split('\n')[0]);
  const lives = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  if (lives()) process.kill(pid, 'SIGQUIT');
  for (let tries = 0; lives() && tries < 100; tries += 1) await new Promise((settled) => setTimeout(settled, 50));
}

/** A port that nobody listens on now. */
function freePort() {
  return new Promise((settled, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settled(port));
    });
  });
}
