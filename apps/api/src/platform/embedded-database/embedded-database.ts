import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import { databaseAccount, type Account } from './account.js';
import { findBinaries, type Binaries } from './binaries.js';
import {
  checkReach,
  clusterLocation,
  openClusterFolder,
  reachableClusterFolder,
  type ClusterFolder,
} from './cluster-folder.js';
import { checkCluster, createCluster, hasCluster, readPassword } from './cluster.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { lockFolder, lockHolder } from './folder-lock.js';
import { openDatabase } from './open-database.js';
import {
  findPostmaster,
  freePort,
  spawnPostmaster,
  stopPostmaster,
  waitUntilReady,
  type Postmaster,
} from './postmaster.js';

export interface EmbeddedDatabaseOptions {
  dataFolder: string;
  /** Off only for data that may be lost, such as a test's. */
  fsync?: boolean;
  /** 0, the default, picks a free one. A server that is adopted keeps its own. */
  port?: number;
  log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** As the superuser, on 127.0.0.1, to the database `chapterhouse`. */
  url: string;
  /** The postmaster's process id. */
  processId: number;
  /** It was left running by a Chapterhouse that had been killed. */
  adopted: boolean;
  /** Ends it in order and frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

const START_ATTEMPTS = 20;
const RETRY_MS = 500;
const JOIN_WITHIN_MS = 60_000;

/**
 * A real PostgreSQL for the trial, the tests and the command line, on the data folder; started, or adopted when one
 * survived its Chapterhouse. One process at a time uses a folder.
 * @throws EmbeddedDatabaseError, with a message for the operator.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const log = options.log ?? (() => {});
  const dataFolder = resolve(options.dataFolder);
  let at = openClusterFolder(dataFolder);
  const account = databaseAccount(at.cluster);
  const binaries = findBinaries(account, log);
  if (!hasCluster(at) && clusterLocation(dataFolder) === null) at = reachableClusterFolder(at, account, log);
  const lock = lockFolder(at.folder);
  if ('heldBy' in lock) throw new EmbeddedDatabaseError(inUse(dataFolder, lock.heldBy));
  try {
    return await start({ at, account, binaries, options, log, release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For the command line: as `startEmbeddedDatabase`, but beside a Chapterhouse that runs on this folder it uses that one's
 * server, and `stop` then leaves it alone.
 */
export async function joinEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  for (const end = Date.now() + JOIN_WITHIN_MS; Date.now() < end; await sleep(RETRY_MS)) {
    const at = openClusterFolder(resolve(options.dataFolder));
    if (lockHolder(at.folder) === null) return await startEmbeddedDatabase(options);
    // It may be starting or stopping: then there is nothing to join yet, or soon nobody in the way.
    const postmaster = hasCluster(at) ? findPostmaster(at) : null;
    if (postmaster?.status === 'ready') {
      const url = await openDatabase(at, postmaster, readPassword(at));
      return { url, processId: postmaster.pid, adopted: false, stop: async () => {} };
    }
  }
  throw new EmbeddedDatabaseError(
    `Another Chapterhouse holds the data folder ${options.dataFolder}, but its database did not become ready.`,
  );
}

interface Start {
  at: ClusterFolder;
  account: Account;
  binaries: Binaries;
  options: EmbeddedDatabaseOptions;
  log: (line: string) => void;
  release: () => void;
}

async function start(context: Start): Promise<EmbeddedDatabase> {
  const { at, account, binaries, options, log, release } = context;
  if (!hasCluster(at)) {
    log('Creating the embedded database');
    await createCluster(at, binaries, account, options.fsync ?? true);
  }
  checkCluster(at, binaries);
  checkReach(at, account);
  const password = readPassword(at);

  const left = findPostmaster(at);
  const survivor = left === null || left.status === 'stopping' ? null : await waitUntilReady(at, left.pid);
  if (left !== null && survivor === null) await stopPostmaster(at, left.pid, binaries, account);
  let stopping: Promise<void> | null = null;
  const postmaster = survivor ?? (await launch(context, () => stopping === null));

  const url = await openDatabase(at, postmaster, password).catch(async (error: unknown) => {
    if (survivor === null) await stopPostmaster(at, postmaster.pid, binaries, account);
    throw error;
  });
  const stop = () => (stopping ??= stopPostmaster(at, postmaster.pid, binaries, account).finally(release));
  return { url, processId: postmaster.pid, adopted: survivor !== null, stop };
}

async function launch({ at, account, binaries, options, log }: Start, isWanted: () => boolean): Promise<Postmaster> {
  const picksPort = (options.port ?? 0) === 0;
  let reason = '';
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = picksPort ? await freePort() : (options.port ?? 0);
    const started = await spawnPostmaster(at, binaries, account, serverSettings(port, options.fsync ?? true));
    if ('child' in started) {
      started.child.once('exit', (code, signal) => {
        if (isWanted())
          log(`The embedded database ended by itself (${signal ?? `exit code ${code}`}). Its log: ${at.logFile}`);
      });
      return started.postmaster;
    }
    reason = started.reason;
    const portTaken = !picksPort && reason.includes('could not bind');
    if (portTaken)
      throw new EmbeddedDatabaseError(`Port ${port} of 127.0.0.1, wanted for the embedded database, is in use.`);
    if (!started.mayRetry) break;
    await sleep(RETRY_MS);
  }
  throw new EmbeddedDatabaseError(
    `The embedded PostgreSQL did not start. Its log (${at.logFile}) ends with:\n${reason}`,
  );
}

function serverSettings(port: number, fsync: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    jit: 'off',
    // The log file is for crashes and starts. Refused statements are the api's to log, and may hold people's texts.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...(fsync
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }),
  };
}

function inUse(dataFolder: string, pid: number): string {
  if (pid === process.pid) return `The data folder ${dataFolder} is in use by this process already.`;
  return (
    `The data folder ${dataFolder} is in use by another Chapterhouse (process ${pid}).\n` +
    `Stop that one first (kill ${pid}), or set CHAPTERHOUSE_DATA to another folder (and PORT to another port) to run two.`
  );
}
