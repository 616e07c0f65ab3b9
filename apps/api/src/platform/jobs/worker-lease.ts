import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';

/** The class of our advisory locks on workers' names; any number that nothing else uses. */
const LOCK_CLASS = 4_283_312;
const RESCUE_EVERY_MS = 2000;
/** A worker takes its first job perhaps before its lock. */
const GRACE_SECONDS = 4;
const RECONNECT_MS = 500;

/**
 * Which workers are alive, by advisory locks that a connection holds as long as its process lives. graphile-worker
 * itself gives the jobs of a killed worker to another one only after four hours.
 */
export class WorkerLease {
  private readonly logger = new Logger('Jobs');
  private readonly names = new Set<string>();
  private readonly ending = new AbortController();
  private client: pg.Client | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly address: string) {}

  start(): void {
    this.running = this.run();
  }

  /** A worker of this process; its jobs stay its own while we hold its lock. */
  add(name: string): void {
    this.names.add(name);
    if (this.client) void this.lock(this.client, [name]).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const client = new pg.Client({ connectionString: this.address, application_name: 'chapterhouse-lease' });
      // Without a listener a restart of PostgreSQL would end this process.
      client.on('error', () => undefined);
      try {
        await client.connect();
        await this.lock(client, [...this.names]);
        this.client = client;
        await this.rescueUntilEnd(client);
      } catch (error) {
        if (!this.ending.signal.aborted) this.logger.warn(`The lease on jobs is lost: ${messageOf(error)}`);
      }
      this.client = undefined;
      await client.end().catch(() => undefined);
      await this.pause(RECONNECT_MS);
    }
  }

  private async rescueUntilEnd(client: pg.Client): Promise<void> {
    while (!this.ending.signal.aborted) {
      const { rows } = await client.query<{ dead: string[] | null }>(RESCUE, [
        LOCK_CLASS,
        [...this.names],
        GRACE_SECONDS,
      ]);
      const dead = rows[0]?.dead ?? [];
      if (dead.length > 0) {
        await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
        await client.query('select pg_advisory_unlock($1, hashtext(name)) from unnest($2::text[]) as name', [
          LOCK_CLASS,
          dead,
        ]);
        this.logger.warn(`Took over the jobs of ${dead.length} workers that are gone.`);
      }
      await this.pause(RESCUE_EVERY_MS);
    }
  }

  private async lock(client: pg.Client, names: string[]): Promise<void> {
    await client.query('select pg_advisory_lock($1, hashtext(name)) from unnest($2::text[]) as name', [
      LOCK_CLASS,
      names,
    ]);
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}

/** Workers that hold jobs and whose lock is free; their locks are ours afterwards, so two rescuers do not meet. */
const RESCUE = `
  select array_agg(locked_by) as dead
    from (select distinct locked_by from graphile_worker._private_jobs
           where locked_by is not null and locked_by <> all($2::text[])
             and locked_at < now() - make_interval(secs => $3) offset 0) as holders
   where pg_try_advisory_lock($1, hashtext(locked_by))`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
