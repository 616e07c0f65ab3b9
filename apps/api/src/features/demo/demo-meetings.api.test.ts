import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { DEMO_SLUG } from './demo-words.js';
import { DemoService } from './demo.service.js';

let app: TestApp;
let organizationId: string;
beforeAll(async () => {
  app = await TestApp.start();
  await app.app.get(DemoService).create(DEMO_SLUG);
  const [row] = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways where kind = 'demo'`,
  );
  organizationId = row?.organization_id ?? '';
});
afterAll(() => app?.stop());

const count = async (sql: string): Promise<number> => {
  const [row] = await app.database.transaction({ organizationId }, (tx) =>
    tx.query<{ count: number }>(`select count(*)::int as count from ${sql}`),
  );
  return row?.count ?? 0;
};

it('meets: teams, areas and the product, whose facilitators take turns', async () => {
  expect(await count(`cadences where scope_kind = 'TEAM'`)).toBeGreaterThan(10);
  expect(await count(`cadences where scope_kind = 'AREA'`)).toBeGreaterThan(3);
  expect(await count(`rotas where purpose = 'FACILITATION'`)).toBeGreaterThan(10);
  expect(await count(`rotas where purpose = 'PAIRING'`)).toBe(2);
  expect(await count('rota_turns')).toBeGreaterThan(200);
});

it('promised something in its last retrospectives, and kept some of it', async () => {
  for (const state of ['OPEN', 'DONE', 'DROPPED'])
    expect(await count(`action_items where state = '${state}'`)).toBeGreaterThan(0);
  expect(await count(`occurrence_outcomes where kind = 'NOTE'`)).toBeGreaterThan(5);
  expect(await count('occurrence_people where attended')).toBeGreaterThan(5);
});

it('agrees with its events', async () => {
  const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
  expect(Object.values(found).flat()).toEqual([]);
});
