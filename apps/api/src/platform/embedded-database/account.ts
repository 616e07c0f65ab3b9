import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.js';

/** As whom PostgreSQL runs. Without ids: as the current user. */
export interface Account {
  name: string;
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the owner of the cluster, and for a new one as nobody. */
export function databaseAccount(cluster: string): Account {
  if (process.geteuid?.() !== 0) return { name: 'the current user' };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { name: `#${owner.uid}`, uid: owner.uid, gid: owner.gid };
  return { name: 'nobody', uid: idOfNobody('-u'), gid: idOfNobody('-g') };
}

function idOfNobody(which: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [which, 'nobody'], { encoding: 'utf8' });
  const id = Number(stdout);
  if (status === 0 && Number.isInteger(id) && id !== 0) return id;
  throw new EmbeddedDatabaseError(
    'PostgreSQL refuses to run as root, and this system has no user "nobody" to run it as.\n' +
      'Start Chapterhouse as an ordinary user, or set DATABASE_URL to a PostgreSQL >= 15.',
  );
}

/** What every spawn of a PostgreSQL program needs: the account, a folder it may be in, and none of our secrets. */
export function spawnOptions(account: Account): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, SystemRoot, TEMP, LC_ALL: 'C' };
  const ids = account.uid === undefined || account.gid === undefined ? {} : { uid: account.uid, gid: account.gid };
  return { cwd: process.platform === 'win32' ? process.cwd() : '/', env, ...ids };
}

export function runAs(account: Account, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { ...spawnOptions(account), encoding: 'utf8' });
}

/** Asked of the system itself, as that account: mode bits alone do not tell (access lists, mounts). */
export function canEnter(account: Account, folder: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', folder]).status === 0;
}

/** The topmost folder on the way that the account may not enter. */
export function firstClosed(account: Account, folder: string): string | null {
  const parent = dirname(folder);
  const above = parent === folder ? null : firstClosed(account, parent);
  return above ?? (canEnter(account, folder) ? null : folder);
}
