import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAs, spawnOptions, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { ClusterFolder } from './cluster-folder.js';
import { EmbeddedDatabaseError, messageOf } from './embedded-database-error.js';
import { isAlive, isPostmasterOf } from './process-identity.js';

/** What postmaster.pid tells about a running server. */
export interface Postmaster {
  pid: number;
  port: number;
  /** starting, ready, stopping or standby. */
  status: string;
}

const POLL_MS = 20;
/** Recovery after a crash replays at most a checkpoint's distance of WAL: seconds, on a slow disk minutes. */
const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 30_000;

/** The server that runs on this cluster. A postmaster.pid without one (crash, restart of the machine) is removed. */
export function findPostmaster(at: ClusterFolder): Postmaster | null {
  const path = pidFile(at);
  if (!existsSync(path)) return null;
  const postmaster = readPidFile(at);
  if (postmaster !== null && isPostmasterOf(postmaster.pid, at.cluster)) return postmaster;
  // PostgreSQL itself refuses to start when an unrelated process has that id. Removing the file is safe: a server that
  // did live would still be found by the shared memory that it registers for this folder.
  rmSync(path, { force: true });
  return null;
}

/** Waits until the server accepts connections; null when it has gone instead. */
export async function waitUntilReady(at: ClusterFolder, pid: number): Promise<Postmaster | null> {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(POLL_MS)) {
    if (!isAlive(pid)) return null;
    const postmaster = readPidFile(at);
    if (postmaster?.pid === pid && postmaster.status === 'ready') return postmaster;
  }
  throw new EmbeddedDatabaseError(
    `The embedded PostgreSQL (process ${pid}) was not ready after ${READY_WITHIN_MS / 1000} s. Its log: ${at.logFile}`,
  );
}

/**
 * Starts a server on the cluster. It leads a session of its own, so that Ctrl-C in the terminal reaches only us and we
 * end our requests before we stop it. It may be tried again when its port was taken meanwhile, or when the last server
 * processes of a killed predecessor still hold the cluster.
 */
export async function spawnPostmaster(
  at: ClusterFolder,
  binaries: Binaries,
  account: Account,
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; postmaster: Postmaster } | { mayRetry: boolean; reason: string }> {
  if (existsSync(at.logFile)) renameSync(at.logFile, `${at.logFile}.previous`);
  const log = openSync(at.logFile, 'w', 0o600);
  const args = ['-D', at.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(binaries.postgres, args, {
    ...spawnOptions(account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure = '';
  child.once('error', (error) => (failure = error.message));
  child.unref();
  const pid = child.pid;
  const postmaster = pid === undefined ? null : await waitUntilReady(at, pid);
  if (postmaster !== null) return { child, postmaster };
  if (pid === undefined) await sleep(0);
  const reason = failure || lastLines(at.logFile);
  return { reason, mayRetry: /could not bind|still in use/.test(reason) };
}

/** Fast shutdown: transactions are rolled back, everything acknowledged is on disk. Harder when it does not come to an end. */
export async function stopPostmaster(
  at: ClusterFolder,
  pid: number,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostmasterOf(pid, at.cluster)) return;
    if (process.platform === 'win32') runAs(account, binaries.pgCtl, ['stop', '-D', at.cluster, '-m', 'fast', '-W']);
    else signalProcess(pid, signal);
    for (const end = Date.now() + STOP_WITHIN_MS; Date.now() < end; await sleep(POLL_MS)) if (!isAlive(pid)) return;
  }
  throw new EmbeddedDatabaseError(
    `The embedded PostgreSQL (process ${pid}) could not be stopped. Its log: ${at.logFile}`,
  );
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function readPidFile(at: ClusterFolder): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(at), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : null;
}

function pidFile(at: ClusterFolder): string {
  return join(at.cluster, 'postmaster.pid');
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (isAlive(pid)) throw new EmbeddedDatabaseError(`The embedded PostgreSQL cannot be stopped: ${messageOf(error)}`);
  }
}

function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
}
