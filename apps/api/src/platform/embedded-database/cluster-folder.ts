import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canEnter, firstClosed, type Account } from './account.js';
import { SHARED_FOLDER } from './binaries.js';
import { EmbeddedDatabaseError, messageOf, systemCode } from './embedded-database-error.js';

/**
 * `<data folder>/postgres` holds the cluster and, beside it, its password, lock and log. Only when root starts it in a
 * place that the database account cannot enter (a checkout under a private home), these lie in a shared folder of the
 * system, and the file `location` names that.
 */
export interface ClusterFolder {
  folder: string;
  cluster: string;
  passwordFile: string;
  logFile: string;
}

/** Finds or makes the folder; it may be empty afterwards. */
export function openClusterFolder(dataFolder: string): ClusterFolder {
  const home = join(dataFolder, 'postgres');
  try {
    if (!existsSync(dataFolder)) makeOpenFolder(dataFolder);
    if (!existsSync(home)) makeOpenFolder(home);
    const folder = clusterLocation(dataFolder) ?? realpathSync(home);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return describe(folder);
  } catch (error) {
    const owner = ownerOf(home);
    const whose = owner !== undefined && owner !== process.geteuid?.() ? ` It belongs to user #${owner}.` : '';
    throw new EmbeddedDatabaseError(
      `The data folder ${dataFolder} cannot be used (${systemCode(error) || messageOf(error)}).${whose}\n` +
        'Set CHAPTERHOUSE_DATA to a folder that you may write to, or correct the permissions of this one.',
    );
  }
}

/** Where the cluster of this data folder lies instead, if it does. */
export function clusterLocation(dataFolder: string): string | null {
  const pointer = join(dataFolder, 'postgres', 'location');
  return existsSync(pointer) ? realpathSync(readFileSync(pointer, 'utf8').trim()) : null;
}

/** A folder for a new cluster that the account can enter: the given one, or else one in the system's shared folder. */
export function reachableClusterFolder(
  given: ClusterFolder,
  account: Account,
  log: (line: string) => void,
): ClusterFolder {
  if (account.uid === undefined) return given;
  const closed = firstClosed(account, given.folder);
  if (closed === null) return given;
  const elsewhere = join(SHARED_FOLDER, `data-${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    makeOpenFolder(elsewhere);
    if (firstClosed(account, elsewhere) !== null) throw new Error('not open to that account');
    writeFileSync(join(given.folder, 'location'), `${elsewhere}\n`);
  } catch (error) {
    rmSync(elsewhere, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(
      `PostgreSQL refuses to run as root and runs as user ${account.name}, who may not enter ${closed} ` +
        `(and ${elsewhere} cannot be used instead: ${messageOf(error)}).\nSet CHAPTERHOUSE_DATA to a folder that ` +
        `everybody may enter, or allow it with: chmod o+x ${closed}`,
    );
  }
  log(
    `User ${account.name}, as whom PostgreSQL runs when you are root, may not enter ${closed}: its data is kept in ${elsewhere}`,
  );
  return describe(realpathSync(elsewhere));
}

/** @throws EmbeddedDatabaseError when a cluster made earlier lies where its account may not go (any more). */
export function checkReach(at: ClusterFolder, account: Account): void {
  if (account.uid === undefined || canEnter(account, at.cluster)) return;
  const closed = firstClosed(account, at.cluster) ?? at.cluster;
  throw new EmbeddedDatabaseError(
    `User ${account.name}, as whom PostgreSQL runs when you are root, may not enter ${closed}.\n` +
      `Allow it with: chmod o+x ${closed} (or move the data, and set CHAPTERHOUSE_DATA to its new folder).`,
  );
}

function describe(folder: string): ClusterFolder {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'server.log'),
  };
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

/** Others may pass through (the database account must), not look around. The cluster within is closed to them. */
function makeOpenFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}
