import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { Database } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { ReactionRunner } from './platform/events/reaction-runner.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import type { Settings } from './platform/settings/settings.js';
import { readSettings, SettingsError } from './platform/settings/settings.js';
import { createPino, PinoLogger } from './platform/telemetry/pino-logger.js';
import { serveHealth } from './platform/telemetry/worker-health.js';
import { StartError } from './start-error.js';

export interface Worker {
  /** Lets running jobs end, then lets go of the database. */
  stop(): Promise<void>;
}

/** The worker without the api; answers `/livez` and `/readyz` on HOST and PORT. In the trial the api's process runs jobs itself: `app.get(JobRunner).start()`. */
export async function startWorker(settings: Settings, databaseUrl: string): Promise<Worker> {
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot(settings, databaseUrl, { introspection: false }),
    { logger: new PinoLogger(createPino(settings.logLevel)), abortOnError: false },
  );
  await app.get(JobRunner).start();
  app.get(ReactionRunner).start();
  const health = await serveHealth(app.get(Database), settings.port, settings.host);
  return {
    stop: async () => {
      health.close();
      await app.close();
    },
  };
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null)
    throw new StartError('The worker needs DATABASE_URL: in the trial, npm start runs it inside the api.');
  await migrate(settings.databaseUrl);
  const worker = await startWorker(settings, settings.databaseUrl);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void worker.stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const known = error instanceof SettingsError || error instanceof StartError;
    process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
    process.exit(1);
  });
}
