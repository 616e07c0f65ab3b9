import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { migrate } from '../platform/database/migrate.js';
import { joinEmbeddedDatabase } from '../platform/embedded-database/embedded-database.js';
import { readSettings } from '../platform/settings/settings.js';
import { createPino, PinoLogger } from '../platform/telemetry/pino-logger.js';

/** The same services as the server's, without HTTP; beside a running server or on a stopped one. */
export async function withOperatorApp<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const embedded = settings.databaseUrl ? undefined : await joinEmbeddedDatabase({ dataFolder: settings.dataFolder });
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(url);
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, url, { introspection: false }), {
      logger: new PinoLogger(createPino('silent')),
      abortOnError: false,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}
