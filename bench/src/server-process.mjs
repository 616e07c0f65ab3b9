import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Milliseconds of one tick of /proc on Linux. */
const TICK_MS = 10;

/**
 * A server of the bench in a process of its own. It says `{ port }` when it listens, answers `cpu`, ends with us.
 * @param {string} script beside this file; @param {object} options what it is started with
 * @param {string[]} nodeOptions
 */
export async function startServerProcess(script, options, nodeOptions = []) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(options)], {
    execArgv: nodeOptions,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`))),
  );
  ended.catch(() => undefined);
  const answer = () => Promise.race([ended, new Promise((resolve) => child.once('message', resolve))]);
  const { port } = await answer();
  return {
    port,
    pid: child.pid,
    /** Milliseconds of processor time so far. */
    cpu: () => {
      const answered = answer();
      child.send('cpu');
      return answered;
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.send('stop');
        setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
      }),
  };
}

/**
 * The other side of `startServerProcess`.
 * @param {number} port that it listens on; @param {() => Promise<void>} stop
 */
export function serveParent(port, stop) {
  const end = () => void stop().finally(() => process.exit(0));
  process.on('message', (word) => {
    const { user, system } = process.cpuUsage();
    if (word === 'cpu') process.send?.((user + system) / 1000);
    if (word === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ port });
}

/** What this process was started with. */
export function givenOptions() {
  return JSON.parse(process.argv[2] ?? '{}');
}

/**
 * Processor time of a PostgreSQL with all its processes so far, in milliseconds; NaN where there is no /proc.
 * @param {number} postmaster process id
 */
export function databaseCpu(postmaster) {
  try {
    let ticks = 0;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const fields = statOf(name);
      if (!fields) continue;
      const [, parent, ...rest] = fields;
      // utime, stime; of the postmaster also what its children that have ended had used.
      if (Number(name) === postmaster) ticks += sum(rest.slice(9, 13));
      else if (Number(parent) === postmaster) ticks += sum(rest.slice(9, 11));
    }
    return ticks * TICK_MS;
  } catch {
    return Number.NaN;
  }
}

/** State, parent and what follows in /proc/PID/stat; undefined for a process that has just ended. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function sum(values) {
  return values.reduce((total, value) => total + Number(value), 0);
}
