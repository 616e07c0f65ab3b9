import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Our sources in a process of their own, which can be killed. */
export interface Child {
  process: ChildProcess;
  lines: string[];
  /** Resolves when a line that fits has been printed. @throws when the process ends before */
  printed(fits: (line: string) => boolean): Promise<string>;
  kill(): Promise<void>;
}

/** @param file beside this one */
export function start(file: string, args: string[], env: Record<string, string> = {}): Child {
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', join(HERE, '../../../../packages/config/typescript-hooks.mjs'), join(HERE, file), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...inherited, ...env } },
  );
  const lines: string[] = [];
  const ended = once(child, 'exit');
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  return {
    process: child,
    lines,
    async printed(fits) {
      for (;;) {
        const line = lines.find(fits);
        if (line !== undefined) return line;
        const over = await Promise.race([once(reader, 'line').then(() => false), ended.then(() => true)]);
        if (over) throw new Error(`${file} ended before it said what was awaited.`);
      }
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
