import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/database/new-id.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { TestApp } from '../test-app.js';
import { until } from '../waiting.js';
import { withFeatures } from '../with-features.js';
import type { TestOrganization } from '../world.js';
import { start, type Child } from './child-process.js';
import { EffectJobModule, type Halt } from './effect-job.js';

let app: TestApp;
let house: TestOrganization;
let doomed: Child | undefined;

withFeatures(EffectJobModule);
beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
});
afterAll(async () => {
  await doomed?.kill();
  await app.stop();
});

async function order(halt: Halt, jobKey?: string): Promise<string> {
  const subjectId = newId();
  await app.database.transaction({ organizationId: house.id }, (tx) =>
    app.app.get(Jobs).enqueue(tx, 'probe.effect', { subjectId, halt }, jobKey === undefined ? {} : { jobKey }),
  );
  return subjectId;
}

async function effects(...subjectIds: string[]): Promise<number[]> {
  const rows = await house.query<{ id: string; count: number }>(
    `select w.id, count(e.id)::int as count from unnest($1::uuid[]) with ordinality as w(id, at)
       left join events e on e.subject_id = w.id group by w.id, w.at order by w.at`,
    [subjectIds],
  );
  return rows.map((row) => row.count);
}

describe('ordering a job', () => {
  test('no commit, no job', async () => {
    const jobs = app.app.get(Jobs);
    await expect(
      app.database.transaction({ organizationId: house.id }, async (tx) => {
        await jobs.enqueue(tx, 'probe.effect', { subjectId: newId() });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await waitingJobs()).toBe(0);
  });

  test('the app can not order for another organization, nor read or change the queue', async () => {
    const other = await app.world.organization('Other');
    const work = (sql: string, values: unknown[] = []) =>
      app.database.transaction({ organizationId: house.id }, (tx) => tx.run(sql, values));
    await expect(
      work(`select chapterhouse_enqueue('probe.effect', jsonb_build_object('organizationId', $1::text), 'k', null)`, [
        other.id,
      ]),
    ).rejects.toThrow('belongs to the organization');
    await expect(work('select * from graphile_worker._private_jobs')).rejects.toThrow('permission denied');
    await expect(work(`select graphile_worker.add_job('probe.effect')`)).rejects.toThrow('permission denied');
  });

  test('a job that nobody registered is refused at once', async () => {
    await expect(
      app.database.transaction({ organizationId: house.id }, (tx) => app.app.get(Jobs).enqueue(tx, 'no.such', {})),
    ).rejects.toThrow('no.such');
  });
});

test('F8: a worker killed in mid-job, before or after the effect, beside another one: one effect each', async () => {
  const before = await order('before the effect');
  const after = await order('after the effect');
  doomed = start('doomed-worker.ts', [app.databaseUrl], { PROBE_HALTS: 'yes' });
  await doomed.printed((line) => line === 'before');
  await doomed.printed((line) => line === 'after');
  const runner = app.app.get(JobRunner);
  await runner.start();
  const beside = await order('never', 'twice');
  await until(async () => (await effects(beside))[0] === 1);
  expect(await effects(before, after)).toEqual([0, 1]);
  await doomed.kill();
  await until(async () => (await waitingJobs()) === 0);
  expect(await effects(before, after, beside)).toEqual([1, 1, 1]);
});

test('the sweep runs for every organization when its time comes, and deletes what is over and nothing else', async () => {
  const ana = await house.person('Ana');
  const ben = await house.person('Ben');
  await house.query(`update sessions set revoked_at = now() - interval '31 days' where person_id = $1`, [ana.id]);
  await house.query(
    `insert into idempotency_keys (organization_id, person_id, key, operation, input_hash, result, created_at)
     values ($1, $2, 'old-key-1', 'x', '', '{}', now() - interval '25 hours'), ($1, $2, 'new-key-1', 'x', '', '{}', now())`,
    [house.id, ana.id],
  );
  await app.database.transaction({ organizationId: house.id }, (tx) => app.app.get(Jobs).enqueue(tx, 'auth.sweep', {}));
  await until(async () => (await waitingJobs()) === 0);
  expect(await house.query('select person_id from sessions')).toEqual([{ person_id: ben.id }]);
  expect(await house.query('select key from idempotency_keys')).toEqual([{ key: 'new-key-1' }]);
});

/** As the owner sees them: the app itself sees no queue. */
async function waitingJobs(): Promise<number> {
  const client = await app.database.pool.connect();
  try {
    await client.query('set role none');
    const { rows } = await client.query<{ count: number }>(
      'select count(*) as count from graphile_worker._private_jobs',
    );
    return rows[0]?.count ?? 0;
  } finally {
    client.release(true);
  }
}
