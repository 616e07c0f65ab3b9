import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync, readFileSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { printSchema } from 'graphql';
import { AppModule } from '../app.module.js';
import { DeclaredActions } from '../platform/auth/declared-actions.js';
import { migrate } from '../platform/database/migrate.js';
import { startEmbeddedDatabase } from '../platform/embedded-database/embedded-database.js';
import { readSettings } from '../platform/settings/settings.js';
import { eventCatalogue, permissionCatalogue, rootFieldCatalogue } from './catalogue-pages.js';

/** The project's folder, seen from apps/api/dist/src/cli. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../../..');

/** Writes the readable catalogues and the schema from the running code; with `--check` only says whether they differ. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const drifted = Object.entries(await generate()).filter(([path, text]) => {
    const file = join(ROOT, path);
    const same = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!same && !check) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return !same;
  });
  for (const [path] of drifted) console.log(check ? `${path} is not what the code says` : `wrote ${path}`);
  if (check && drifted.length > 0) {
    console.error('Write them again and commit: npm run catalogues');
    process.exitCode = 1;
  }
}

async function generate(): Promise<Record<string, string>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'chapterhouse-catalogues-'));
  const database = await startEmbeddedDatabase({ dataFolder, fsync: false });
  try {
    await migrate(database.url);
    const settings = readSettings({ LOG_LEVEL: 'silent', CHAPTERHOUSE_DATA: dataFolder });
    const app = await NestFactory.create(
      AppModule.forRoot(settings, database.url, { introspection: true }),
      new FastifyAdapter(),
      { logger: false },
    );
    try {
      await app.init();
      return {
        'apps/api/schema.graphql': `${printSchema(app.get(GraphQLSchemaHost, { strict: false }).schema)}\n`,
        'docs/catalogues/permissions.md': permissionCatalogue(),
        'docs/catalogues/root-fields.md': rootFieldCatalogue(app.get(DeclaredActions, { strict: false }).byField),
        'docs/catalogues/events.md': eventCatalogue(),
      };
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

await main();
