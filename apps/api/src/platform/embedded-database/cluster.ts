import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { spawnOptions, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { ClusterFolder } from './cluster-folder.js';
import { EmbeddedDatabaseError, systemCode } from './embedded-database-error.js';

export const OWNER = 'postgres';
const ATTEMPT = 'initdb-';

/** A cluster appears under its name only when initdb has finished: what an interrupted one left is never mistaken for it. */
export function hasCluster(at: ClusterFolder): boolean {
  return existsSync(at.cluster);
}

/** @throws EmbeddedDatabaseError for a cluster of another major version, or something else under its name. */
export function checkCluster(at: ClusterFolder, binaries: Binaries): void {
  let version: string;
  try {
    version = readFileSync(join(at.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `${at.cluster} is not a readable PostgreSQL cluster (${systemCode(error)}); it is left as it is.\n` +
        'Move it away, or set CHAPTERHOUSE_DATA to another folder.',
    );
  }
  if (Number(version) !== binaries.major) {
    throw new EmbeddedDatabaseError(
      `The data in ${at.cluster} was written by PostgreSQL ${version}, and this release brings PostgreSQL ${binaries.major}.\n` +
        `Move the data with pg_dump of version ${version}, or set CHAPTERHOUSE_DATA to a new folder.`,
    );
  }
}

/** Makes the cluster with a random password for its owner. `durable: false` spares the disk, for throw-away clusters. */
export async function createCluster(
  at: ClusterFolder,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(at.folder)) {
    if (name.startsWith(ATTEMPT)) rmSync(join(at.folder, name), { recursive: true, force: true });
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(at.passwordFile, password, { mode: 0o600, flush: durable });
  chmodSync(at.passwordFile, 0o600);

  const attempt = join(at.folder, `${ATTEMPT}${randomBytes(6).toString('hex')}`);
  const passwordForInitdb = `${attempt}.password`;
  mkdirSync(attempt, { mode: 0o700 });
  writeFileSync(passwordForInitdb, password, { mode: 0o600 });
  try {
    if (account.uid !== undefined && account.gid !== undefined) {
      chownSync(attempt, account.uid, account.gid);
      chownSync(passwordForInitdb, account.uid, account.gid);
    }
    await runInitdb(binaries, account, [
      `--pgdata=${attempt}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordForInitdb}`,
      '--auth=scram-sha-256',
      // The built-in provider sorts alike on every system, whatever locales that has.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--set=timezone=UTC',
      '--set=log_timezone=UTC',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(attempt, at.cluster);
    if (durable) syncFolder(at.folder);
  } finally {
    rmSync(attempt, { recursive: true, force: true });
    rmSync(passwordForInitdb, { force: true });
  }
}

export function readPassword(at: ClusterFolder): string {
  try {
    return readFileSync(at.passwordFile, 'utf8').trim();
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `The password of the embedded database cannot be read from ${at.passwordFile} (${systemCode(error)}).\n` +
        'Start Chapterhouse as the user who started it first, or restore that file from a backup.',
    );
  }
}

async function runInitdb(binaries: Binaries, account: Account, args: string[]): Promise<void> {
  const child = spawn(binaries.initdb, args, { ...spawnOptions(account), stdio: ['ignore', 'ignore', 'pipe'] });
  let problems = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (problems += text));
  const outcome = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)));
  });
  if (outcome === '') return;
  throw new EmbeddedDatabaseError(
    `The embedded database could not be created (initdb: ${outcome}).\n${problems.trim()}`,
  );
}

/** Without this a power cut could undo the rename while later writes survive. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
