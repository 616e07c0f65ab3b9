import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * One import in a process of its own.
 * @param {'product' | 'bare'} how
 * @returns {Promise<{ perSecond: number, peakMb: number, idleMb: number }>}
 */
export function importIn({ url, secret }, { path }, count, how) {
  const script = fileURLToPath(new URL('./import-process.mjs', import.meta.url));
  const child = fork(script, [JSON.stringify({ databaseUrl: url, secret, path, count, how })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The import ended with ${code}`)));
  });
}
