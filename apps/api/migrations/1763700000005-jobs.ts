import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the app puts a job into the queue within its own transaction, without rights on the queue itself. */
export class Jobs1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The schema graphile_worker comes after the migrations; plpgsql looks it up when it is called.
      create function chapterhouse_enqueue(task text, payload jsonb, job_key text, run_at timestamptz)
        returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        -- A job acts for the organization of the transaction that wants it, and for no other.
        if payload->>'organizationId' is distinct from public.chapterhouse_organization()::text then
          raise exception 'A job belongs to the organization of its transaction.' using errcode = 'insufficient_privilege';
        end if;
        perform graphile_worker.add_job(
          identifier => task, payload => payload::json, run_at => run_at, max_attempts => 10,
          job_key => public.chapterhouse_organization()::text || ':' || job_key);
      end $$;
      revoke all on function chapterhouse_enqueue from public;
      grant execute on function chapterhouse_enqueue to chapterhouse_app;

      -- What the sweep deletes by.
      create index sessions_by_end on sessions (organization_id, expires_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}
