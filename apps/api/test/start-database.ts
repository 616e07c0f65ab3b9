import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

declare global {
  /** Jest's setup and teardown share no module, only the global object. */
  var testDatabase: ChildProcess | undefined;
}

/**
 * Jest loads this file as CommonJS, without its own module resolution, so nothing of the api can be imported here; and
 * a process of its own cleans up even when jest is killed.
 * @param project its configuration; only `rootDir`, the folder of the api, is used
 */
export default async function startDatabase(_run: unknown, project: { rootDir: string }): Promise<void> {
  const folder = join(project.rootDir, 'test');
  const args = [
    '--import',
    join(project.rootDir, '../../packages/config/typescript-hooks.mjs'),
    join(folder, 'test-database.ts'),
  ];
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  globalThis.testDatabase = child;
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([once(lines, 'line'), once(child, 'exit')]).then(([first]: unknown[]) => first);
  if (typeof url !== 'string') throw new Error('The test database did not start; its message is above.');
  process.env['CHAPTERHOUSE_TEST_DATABASE_URL'] = url;
}
