import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, type Server } from './server.js';
import { StartError } from './start-error.js';
import { EmbeddedDatabaseError } from './platform/embedded-database/embedded-database-error.js';
import { readSettings, SettingsError } from './platform/settings/settings.js';

/** The built web app, seen from dist/src. */
const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../../web/dist');
/** Requests that still run get so many milliseconds to end. */
const STOP_WITHIN_MS = 10_000;

/** Starts the api (in the trial with database and worker) and keeps it until a signal. */
async function main(): Promise<void> {
  let server: Server | undefined;
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`Stopping (${signal}).`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await server?.stop();
    process.exit(0);
  };
  process.on('SIGINT', (signal) => void stop(signal));
  process.on('SIGTERM', (signal) => void stop(signal));
  const starting = startServer(readSettings(process.env), { webFolder: WEB, say });
  server = await starting;
  if (!stopping) say(`Chapterhouse is ready: ${server.address}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const forOperators = [SettingsError, EmbeddedDatabaseError, StartError];
main().catch((error: unknown) => {
  const known = forOperators.some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
  process.exit(1);
});
