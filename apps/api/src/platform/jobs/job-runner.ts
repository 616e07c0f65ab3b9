import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  type JobHelpers,
  type Runner,
  type Task,
} from 'graphile-worker';
import pg from 'pg';
import { Doorways } from '../auth/doorways.js';
import { Jobs, type JobPayload, type RegisteredJob } from './jobs.js';
import { WorkerLease } from './worker-lease.js';

/** Of one process. */
const CONCURRENCY = 2;
const POLL_MS = 1000;
const RESTART_MS = 1000;
/** Running jobs get so many milliseconds to end when the process stops; then they are aborted, and tried again later. */
const STOP_WITHIN_MS = 5000;

/** Runs registered jobs with graphile-worker, on connections of the owner: the queue is not the app's. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private pool: pg.Pool | undefined;
  private lease: WorkerLease | undefined;
  private runner: Runner | undefined;
  private stopping = false;

  constructor(
    @Inject('DATABASE_ADDRESS') private readonly address: string,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Doorways) private readonly doorways: Doorways,
  ) {}

  /** Works until the application shuts down. Call it once, after the application is initialised. */
  async start(): Promise<void> {
    this.pool = new pg.Pool({
      connectionString: this.address,
      application_name: 'chapterhouse-jobs',
      max: CONCURRENCY + 3,
      connectionTimeoutMillis: 5000,
      types: graphileTypes(),
    });
    this.pool.on('error', (error) => this.logger.warn(`An idle connection ended: ${error.message}`));
    // Also while a job has the connection; the query that runs fails by itself.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.lease = new WorkerLease(this.address);
    this.lease.start();
    await this.launch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const { runner, lease, pool } = this;
    await runner?.stop().catch(() => undefined);
    await lease?.stop();
    await pool?.end();
  }

  private async launch(): Promise<void> {
    if (!this.pool || this.stopping) return;
    const events = new EventEmitter();
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => this.lease?.add(workerPool.id));
    const registered = this.jobs.all();
    const runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      // Signals are the application's; it stops us in its turn.
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_WITHIN_MS,
      events,
      logger: this.graphileLogger(),
      taskList: Object.fromEntries(registered.map((job) => [job.name, this.taskOf(job)])),
      parsedCronItems: parseCronItems(
        registered.flatMap(({ name, cron }) => (cron === undefined ? [] : [{ task: name, match: cron }])),
      ),
    });
    this.runner = runner;
    runner.promise.then(
      () => this.relaunch('it ended'),
      (error: unknown) => this.relaunch(error instanceof Error ? error.message : String(error)),
    );
  }

  /** The queue must not stand still because the database was away for a while. */
  private async relaunch(reason: string): Promise<void> {
    while (!this.stopping) {
      this.logger.warn(`The worker starts again: ${reason}`);
      await sleep(RESTART_MS);
      try {
        await this.launch();
        return;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
  }

  private taskOf(job: RegisteredJob): Task {
    return async (payload, helpers) => {
      const organizationId = organizationOf(payload);
      if (organizationId === undefined) return this.orderForAll(job.name, helpers);
      const { id, attempts } = helpers.job;
      const startedAt = performance.now();
      await job.handler(payloadOf(payload, organizationId), {
        attempt: attempts,
        scope: { organizationId, cause: `job:${job.name}`, requestId: `job-${id}` },
        signal: helpers.abortSignal,
      });
      this.logger.log({ message: 'job done', job: job.name, id, ms: Math.round(performance.now() - startedAt) });
    };
  }

  /** The clock orders a job for nobody in particular: one for each organization, so that one's failure stays its own. */
  private async orderForAll(name: string, helpers: JobHelpers): Promise<void> {
    const organizations = await this.doorways.organizations();
    if (organizations.length === 0) return;
    await helpers.addJobs(
      organizations.map((organizationId) => ({
        identifier: name,
        payload: { organizationId },
        jobKey: `${organizationId}:${name}:cron`,
        maxAttempts: 10,
      })),
    );
  }

  private graphileLogger(): GraphileLogger {
    return new GraphileLogger((scope) => (level, message) => {
      // A failed job's error text may hold what people wrote; its name and number are enough to find it in the queue.
      const line = {
        message: scope.taskIdentifier ? `job ${level}` : message,
        job: scope.taskIdentifier,
        id: scope.jobId,
      };
      if (String(level) === 'error') this.logger.error(line);
      else if (String(level) === 'warning') this.logger.warn(line);
      else this.logger.debug(line);
    });
  }
}

function organizationOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('organizationId' in payload)) return undefined;
  return typeof payload.organizationId === 'string' ? payload.organizationId : undefined;
}

function payloadOf(payload: unknown, organizationId: string): JobPayload {
  return { ...(typeof payload === 'object' && payload), organizationId };
}

/** graphile-worker counts on node-postgres's usual types, which the app has replaced by plain JSON values. */
function graphileTypes(): pg.CustomTypesConfig {
  const { TIMESTAMPTZ, INT8 } = pg.types.builtins;
  return {
    getTypeParser: (oid, format) => {
      if (oid === Number(TIMESTAMPTZ)) return (text: string) => new Date(text);
      if (oid === Number(INT8)) return (text: string) => text;
      return pg.types.getTypeParser(oid, format);
    },
  };
}
