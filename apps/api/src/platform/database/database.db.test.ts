import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { appDataSource } from './data-source.js';
import { Database } from './database.js';

let app: TestApp;
let organizationId: string;
beforeAll(async () => {
  app = await TestApp.start();
  organizationId = (await app.world.organization('Harbour')).id;
});
afterAll(() => app?.stop());

test('the very first connection ends between two statements: the next one fails, the process and its pool live on', async () => {
  const dataSource = await appDataSource(app.databaseUrl, 1, 5000).initialize();
  const database = new Database(dataSource);
  try {
    expect(database.pool.totalCount).toBe(1);
    const broken = database.transaction({ organizationId }, async (tx) => {
      const backend = await tx.one<{ pid: number }>('select pg_backend_pid() as pid');
      await app.endConnection(backend?.pid);
      // What it said last has been read.
      for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      await tx.run('select 1');
    });
    await expect(broken).rejects.toThrow(/terminat|connection/iu);
    const one = await database.transaction({ organizationId }, (tx) => tx.one<{ one: number }>('select 1 as one'));
    expect(one).toEqual({ one: 1 });
  } finally {
    await dataSource.destroy();
  }
});
