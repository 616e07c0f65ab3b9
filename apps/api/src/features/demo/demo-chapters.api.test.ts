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

const rows = <Row extends object>(sql: string): Promise<Row[]> =>
  app.database.transaction({ organizationId }, (tx) => tx.query<Row & Record<string, unknown>>(sql));

it('has a chapter with a weekly triage, practices and one session that is over; none runs', async () => {
  expect(await rows('select from chapters')).toHaveLength(1);
  expect(await rows(`select from cadences where chapter_id is not null and kind = 'CHAPTER_TRIAGE'`)).toHaveLength(1);
  expect(await rows('select from practices')).toHaveLength(3);
  expect((await rows('select from practice_thanks')).length).toBeGreaterThan(1);
  const sessions = await rows<{
    state: string;
    version: number;
    minutes: string;
    days: number;
    cadence_id: string | null;
  }>(
    `select state, version, minutes, cadence_id, extract(day from now() - started_at)::int as days from triage_sessions`,
  );
  expect(sessions).toMatchObject([{ state: 'ENDED', version: 2 }]);
  expect(sessions[0]?.cadence_id).not.toBeNull();
  expect(sessions[0]?.days).toBeLessThanOrEqual(8);
  expect(sessions[0]?.minutes).toContain('# Triage of Booking Scrum Masters');
  expect(sessions[0]?.minutes).toContain('## Actions');
  const items = await rows<{ result: string }>('select result from triage_items');
  expect(items.length).toBeGreaterThan(3);
  expect(new Set(items.map(({ result }) => result)).size).toBeGreaterThan(2);
  expect((await rows('select from triage_told_teams')).length).toBeGreaterThan(1);
});

it('follows up what was promised in it', async () => {
  expect(await rows(`select from action_items where chapter_id is not null and state = 'OPEN'`)).toHaveLength(2);
  expect(await rows('select from triage_promises')).toHaveLength(2);
});

it('was facilitated by whose turn it was', async () => {
  const [row] = await rows<{ same: boolean }>(
    `select s.facilitator_id = (t.people->0->>'personId')::uuid as same
       from triage_sessions s join rota_turns t on t.organization_id = s.organization_id and t.cadence_id = s.cadence_id and t.original_start = s.original_start`,
  );
  expect(row?.same).toBe(true);
});

it('agrees with its events', async () => {
  const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
  expect(Object.values(found).flat()).toEqual([]);
});
