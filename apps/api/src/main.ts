import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedDatabase } from './platform/embedded-database/embedded-database.js';
import { createHttpServer } from './http-server.js';
import { migrate } from './platform/database/migrate.js';
import { readSettings, SettingsError } from './platform/settings/settings.js';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../../web/dist');

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const embedded = settings.databaseUrl ? undefined : await startEmbeddedDatabase({ dataFolder: settings.dataFolder });
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(databaseUrl);
    const app = await createHttpServer(settings, databaseUrl, WEB);
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
