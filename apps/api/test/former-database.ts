import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { MIGRATIONS, ownerDataSource } from '../src/platform/database/data-source.js';

const adminUrl = (): string => process.env['CHAPTERHOUSE_TEST_DATABASE_URL'] ?? '';

/**
 * A database as it was before a migration, as an operator has it whose role owns the tables and is no superuser.
 * @param migration the first one that it does not have yet
 * @param work gets a superuser's connection, and the address of the owner
 */
export async function withFormerDatabase(
  migration: (typeof MIGRATIONS)[number],
  work: (admin: pg.Client, url: string) => Promise<void>,
): Promise<void> {
  const name = `former_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(adminUrl());
  await admin.connect();
  const at = (user?: string): string => {
    const url = new URL(adminUrl());
    url.pathname = `/${name}`;
    if (user) [url.username, url.password] = [user, name];
    return url.href;
  };
  try {
    await admin.query(`create role ${name} login createrole password '${name}'`);
    await admin.query(`grant chapterhouse_app to ${name} with admin option`);
    await admin.query(`create database ${name} owner ${name}`);
    await runMigrations(at(name), MIGRATIONS.slice(0, MIGRATIONS.indexOf(migration)));
    const client = new pg.Client(at());
    await client.connect();
    try {
      await work(client, at(name));
    } finally {
      await client.end();
    }
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop owned by ${name} cascade`).catch(() => undefined);
    await admin.query(`drop role if exists ${name}`);
    await admin.end();
  }
}

export async function runMigrations(url: string, migrations: typeof MIGRATIONS): Promise<void> {
  const source = ownerDataSource(url);
  const owner = await source.setOptions({ migrations }).initialize();
  await owner.runMigrations({ transaction: 'each' }).finally(() => owner.destroy());
}
