import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './embedded-database-error.js';
import { isAlive, startMark } from './process-identity.js';

/** The lock of a folder that one Chapterhouse process uses at a time. A lock whose process is gone counts for nothing. */
export type LockResult = { release: () => void } | { heldBy: number };

export function lockFolder(folder: string): LockResult {
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${startMark(process.pid) ?? '-'}\n`;
  // The file appears complete or not at all, so nobody reads half a lock.
  const prepared = `${path}-${process.pid}`;
  writeFileSync(prepared, mine);
  try {
    for (;;) {
      try {
        linkSync(prepared, path);
        return { release: () => releaseLock(path, mine) };
      } catch (error) {
        if (systemCode(error) !== 'EEXIST') throw error;
      }
      const content = read(path);
      const heldBy = holder(content);
      if (heldBy !== null) return { heldBy };
      const taken = takeAway(path, content);
      if (taken !== null) return { heldBy: taken };
    }
  } finally {
    rmSync(prepared, { force: true });
  }
}

/** The process that holds the lock now, if any. */
export function lockHolder(folder: string): number | null {
  return holder(read(join(folder, 'lock')));
}

/** Removes a stale lock. Two starters may both have judged it stale: the slower one must not remove the faster one's. */
function takeAway(path: string, stale: string): number | null {
  const aside = `${path}-stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const removed = read(aside);
  const winner = removed === stale ? null : holder(removed);
  if (winner !== null) linkSync(aside, path);
  rmSync(aside);
  return winner;
}

function holder(content: string): number | null {
  const [pidText = '', mark = '-'] = content.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const actual = startMark(pid);
  return mark === '-' || actual === null || actual === mark ? pid : null;
}

function releaseLock(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}
