import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createHttpServer } from '../src/http-server.js';
import { Database } from '../src/platform/database/database.js';
import { SessionStore } from '../src/platform/auth/session-store.js';
import { testSettings } from './test-settings.js';
import { World } from './world.js';

export interface GraphqlReply<Data> {
  status: number;
  data: Data | null | undefined;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; details?: Record<string, unknown> };
  }[];
  text: string;
}

/** The real api on its own copy of the migrated template database. */
export class TestApp {
  #running: { app: NestFastifyApplication; world: World } | undefined;

  private constructor(
    app: NestFastifyApplication,
    readonly databaseUrl: string,
    private readonly databaseName: string,
  ) {
    this.#running = { app, world: new World(app.get(Database), app.get(SessionStore)) };
  }

  get app(): NestFastifyApplication {
    return this.running.app;
  }

  get world(): World {
    return this.running.world;
  }

  private get running(): { app: NestFastifyApplication; world: World } {
    if (this.#running === undefined) throw new Error('This app was stopped.');
    return this.#running;
  }

  /** @param environment more settings, as environment variables */
  static async start(environment: Record<string, string> = {}): Promise<TestApp> {
    const { url, name } = await cloneTemplate();
    const settings = testSettings(environment);
    const app = await createHttpServer(settings, url);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(app, url, name);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** Sends one document as the holder of the session cookie; nobody when null. */
  async graphql<Data = Record<string, never>>(
    cookie: string | null,
    query: string,
    variables: object = {},
  ): Promise<GraphqlReply<Data>> {
    const reply = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie: `chapterhouse=${cookie}` }) },
      payload: { query, variables },
    });
    const text = reply.body;
    const body = JSON.parse(text) as Pick<GraphqlReply<Data>, 'data' | 'errors'>;
    return { status: reply.statusCode, text, ...body };
  }

  /** Ends a connection of this database as its server would; resolves when it is gone, or after five seconds. */
  async endConnection(pid: number | undefined): Promise<void> {
    await withAdmin((admin) => admin.query('select pg_terminate_backend($1, 5000)', [pid]));
  }

  /** Resolves when so many statements on this database wait for a lock that somebody else holds. */
  async locksAwaited(count: number): Promise<void> {
    await withAdmin(async (admin) => {
      const waiting = `select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`;
      while ((await admin.query(waiting, [this.databaseName])).rowCount !== count)
        await new Promise((resolve) => setTimeout(resolve, 10));
    });
  }

  async stop(): Promise<void> {
    await this.app.close();
    // Modules of tests live as long as their worker, with what they hold.
    this.#running = undefined;
    await withAdmin((admin) => admin.query(`drop database if exists ${this.databaseName} with (force)`));
  }
}

async function cloneTemplate(): Promise<{ url: string; name: string }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await withAdmin((admin) => admin.query(`create database ${name} template chapterhouse_template strategy file_copy`));
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return { url: url.toString(), name };
}

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function adminUrl(): string {
  const url = process.env['CHAPTERHOUSE_TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'CHAPTERHOUSE_TEST_DATABASE_URL is not set: jest starts the test database in test/start-database.ts.',
    );
  return url;
}
