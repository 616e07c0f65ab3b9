import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpServer } from './http-server.js';
import { migrate } from './platform/database/migrate.js';
import { ReactionRunner } from './platform/events/reaction-runner.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { startEmbeddedDatabase } from './platform/embedded-database/embedded-database.js';
import { StartError } from './start-error.js';
import type { Settings } from './platform/settings/settings.js';

export interface Server {
  address: string;
  app: NestFastifyApplication;
  /** Ends requests, sockets, jobs and, in the trial, the database, in this order. */
  stop(): Promise<void>;
}

/**
 * Brings the whole api up: database (embedded in the trial), migrations, HTTP and WebSocket; in the trial the worker too.
 * @throws StartError, SettingsError, EmbeddedDatabaseError with what to do
 */
export async function startServer(
  settings: Settings,
  options: { webFolder: string; say: (line: string) => void },
): Promise<Server> {
  const embedded = settings.databaseUrl
    ? undefined
    : await startEmbeddedDatabase({ dataFolder: settings.dataFolder, log: options.say });
  if (embedded?.adopted) options.say('Took over the database that was still running after a crash; nothing is lost.');
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrateOrExplain(databaseUrl);
    const app = await createHttpServer(settings, databaseUrl, options.webFolder);
    await listenOrExplain(app, settings);
    // Elsewhere the worker is a process of its own.
    if (settings.trial) {
      await app.get(JobRunner).start();
      app.get(ReactionRunner).start();
    }
    return {
      address: settings.publicUrl,
      app,
      stop: async () => {
        await app.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function migrateOrExplain(databaseUrl: string): Promise<void> {
  try {
    await migrate(databaseUrl);
  } catch (error) {
    const code = codeOf(error);
    const host = new URL(databaseUrl).host;
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
      throw new StartError(`No PostgreSQL answers at ${host}. Start it, or correct DATABASE_URL.`);
    }
    if (code === '28P01' || code === '28000')
      throw new StartError(`PostgreSQL at ${host} does not accept the user or password of DATABASE_URL.`);
    if (code === '3D000')
      throw new StartError('The database named in DATABASE_URL does not exist. Create it: createdb NAME.');
    if (code === '42501')
      throw new StartError(
        'The user of DATABASE_URL may not create tables, roles or the extensions btree_gist and pg_trgm. Grant it, or use the owner of the database.',
      );
    throw error;
  }
}

async function listenOrExplain(app: NestFastifyApplication, settings: Settings): Promise<void> {
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close();
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${settings.port} on ${settings.host} is in use. Stop the other program, or choose another: PORT=${settings.port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartError(
        `Port ${settings.port} needs rights that this user has not. Choose one above 1024: PORT=3000 npm start`,
      );
    if (code === 'EADDRNOTAVAIL') throw new StartError(`This machine has no address ${settings.host}. Correct HOST.`);
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
