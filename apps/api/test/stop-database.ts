import { once } from 'node:events';

/** Ends the process that `start-database.ts` started; it removes what it made. */
export default async function stopDatabase(): Promise<void> {
  const child = globalThis.testDatabase;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}
